import { describe, expect, it } from '@jest/globals';
import type { EpisodeFacts, ManipulationCode, StaffMember, Visit } from '#care';
import { instantOf } from '#time';
import { claimsOf, type GivenVisit } from './claims.js';
import type { ReportedEvent } from './ledger-facts.js';

const DAY = '2026-11-20';

const EPISODE: EpisodeFacts = {
  ...{ id: 'E1', clientId: 'C1', kind: 'chronic_mobility', issuer: 'gp', careDiagnosis: 'L97', mobilityDiagnosis: 'G35' },
  ...{ hasOrders: true, onsetOn: null, dischargedOn: null, startedOn: '2026-10-22', endedOn: null, mainTasks: ['WOUND'] },
  ...{ terms: [], opinions: [] },
};

const LINE: ManipulationCode = {
  ...{ code: 'TEST-1', name: 'Dressing', task: 'WOUND', professions: [], referrals: [], cents: 950 },
  ...{ validFrom: '2026-01-01', validTo: null },
};

const NURSE: StaffMember & { readonly name: string } = {
  ...{ id: 'N1', name: 'Nurse', professions: ['nurse'], skills: [], languages: ['lv'], travelMode: 'car' },
  ...{ start: { latitude: 56.9, longitude: 24.1 }, qualifications: [] },
};

type Event = ReportedEvent & { readonly task: string | null };

const event = (kind: Event['kind'], clock: string, more: Partial<Event> = {}): Event => ({
  ...{ id: `${kind} ${clock}`, staffId: 'N1', kind, at: instantOf(DAY, clock), corrects: null, task: null },
  ...more,
});

const STAY = [event('checked_in', '10:00'), event('checked_out', '10:30')];

function given(visit: Partial<Visit> = {}, events: readonly Event[] = STAY): GivenVisit {
  return {
    visit: {
      ...{ key: 'P/1', patternId: 'P', clientId: 'C1', date: DAY, ordinal: 0, funding: { kind: 'episode', id: 'E1' } },
      ...{ tasks: ['WOUND'], durationSeconds: 1800, profession: 'nurse', skills: [], staffCount: 1, priority: 4 },
      ...{ windows: [{ start: instantOf(DAY, '10:00'), end: instantOf(DAY, '11:00') }] },
      ...visit,
    },
    events,
    label: { client: 'Name', clientNumber: 'C1', episode: 'E1', referral: 'F1', diagnosis: 'L97' },
    referral: 'chronic_mobility',
  };
}

interface Case {
  readonly visits?: readonly GivenVisit[];
  readonly list?: readonly ManipulationCode[];
  readonly nurse?: Partial<StaffMember>;
  readonly episode?: Partial<EpisodeFacts>;
}

/** Task, code and problems of every line. */
function lines({ visits = [given()], list = [LINE], nurse = {}, episode = {} }: Case): string[] {
  const claims = claimsOf({
    ...{ visits, list, staff: new Map([['N1', { ...NURSE, ...nurse }]]) },
    law: {
      ...{ decisions: [], episodes: [{ ...EPISODE, ...episode }], guards: [], stomaVisits: [] },
      practice: { readings: {}, followsTransfers: false, daysOff: [] },
    },
  });
  expect(claims.totals.lines).toBe(claims.lines.length);
  expect(claims.lines.flatMap(({ problems }) => problems).every(({ words }) => words.en.includes('('))).toBe(true);
  return claims.lines.map(({ task, code, problems }) =>
    [task, code, ...problems.map((one) => `${one.rule} ${one.code}`)].join(' '),
  );
}

const certificate = (validTo: string) => ({
  qualifications: [{ kind: 'NURSE', validFrom: '2020-01-01', validTo }],
});

describe('claims to the state (S002, S035)', () => {
  it.each<[string, Case, string[]]>([
    ['S035 everything is in order', {}, ['WOUND TEST-1']],
    ['S035 not on the list that day', { list: [{ ...LINE, validTo: '2026-11-19' }] }, ['WOUND  S035 claim.no_code']],
    ['S035 an empty list', { list: [] }, ['WOUND  S035 claim.no_code']],
    ['S035 the code is another profession’s', { list: [{ ...LINE, professions: ['feldsher'] }] }, ['WOUND  S035 claim.no_code']],
    ['S035 the code is for other referrals', { list: [{ ...LINE, referrals: ['rehab'] }] }, ['WOUND  S035 claim.no_code']],
    [
      'S035 the first line that fits',
      { list: [{ ...LINE, referrals: ['rehab'] }, { ...LINE, code: 'TEST-2' }, LINE] },
      ['WOUND TEST-2'],
    ],
    ['S030, S031 past the term', { visits: [given({ date: '2026-11-21' })] }, ['WOUND TEST-1 S031 law.term_lapsed']],
    ['S015 the wrong doctor', { episode: { issuer: 'rehab_doctor' } }, ['WOUND TEST-1 S015 law.referral_issuer']],
    ['S031 after the care was stopped', { episode: { endedOn: '2026-11-19' } }, ['WOUND TEST-1 S031 claim.not_owed']],
    ['S017 the certificate had run out', { nurse: certificate('2026-11-19') }, ['WOUND TEST-1 S017 claim.certificate']],
    ['S017 on its last day', { nurse: certificate(DAY) }, ['WOUND TEST-1']],
    ['nobody came', { visits: [given({}, [event('no_answer', '10:00')])] }, []],
    [
      'a task that was not done',
      { visits: [given({ tasks: ['WOUND', 'VITALS'] }, [...STAY, event('task_not_done', '10:20', { task: 'VITALS' })])] },
      ['WOUND TEST-1'],
    ],
    [
      'S021 the sixth stoma visit',
      {
        list: [{ ...LINE, task: 'STOMA' }],
        episode: { mainTasks: ['STOMA'] },
        visits: [1, 2, 3, 4, 5, 6].map((n) => given({ key: `P/${n}`, date: `2026-11-0${n}`, tasks: ['STOMA'] })),
      },
      [...Array<string>(5).fill('STOMA TEST-1'), 'STOMA TEST-1 S021 law.paid_limit'],
    ],
  ])('%s', (_, given, expected) => expect(lines(given)).toEqual(expected));
});
