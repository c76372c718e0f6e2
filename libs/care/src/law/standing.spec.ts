import { describe, expect, it } from '@jest/globals';
import { CHRONIC, REHABILITATION, SURGERY } from '../health/episode.fixture.js';
import type { EpisodeFacts } from '../health/episode.js';
import { DEFAULT_LAW } from '../health/terms.js';
import type { Visit } from '../model.js';
import { socialVisit, visit } from './law-visits.fixture.js';
import { type DecisionFacts, type Grounds, visitLaw } from './standing.js';

const DECISION: DecisionFacts = {
  id: 'D1',
  form: 'provider',
  validFrom: '2026-06-01',
  validTo: '2026-11-30',
  endedOn: null,
  replacedFrom: null,
};
const CERTIFICATE = { validTo: null, tuberculosis: false, acuteInfection: false, sexuallyTransmitted: false };

interface Facts {
  readonly decision?: Partial<DecisionFacts>;
  readonly episode?: EpisodeFacts;
  readonly guard?: Grounds['guards'] extends ReadonlyMap<string, infer Guard> ? Guard : never;
}

function standing(it: Visit, { decision = {}, episode = CHRONIC, guard }: Facts = {}, law = DEFAULT_LAW): string[] {
  const answer = visitLaw(
    {
      decisions: new Map([['D1', { ...DECISION, ...decision }]]),
      episodes: new Map([[episode.id, episode]]),
      guards: new Map(guard ? [['C1', guard]] : []),
    },
    law,
  ).standingOf(it);
  return answer.kind === 'barred' ? answer.reasons.map(({ code, params }) => `${params.rule} ${code}`) : [answer.kind];
}

const PAUSE = [{ from: '2026-11-09', to: '2026-11-11' }];

describe('visits under a decision (S052, S057, S129)', () => {
  it.each<[string, string, Partial<DecisionFacts>, string[]]>([
    ['S052 before its first day', '2026-05-31', {}, ['notOwed']],
    ['S052 on its first day', '2026-06-01', {}, ['lawful']],
    ['S052 on its last day', '2026-11-30', {}, ['lawful']],
    ['S052 a day later', '2026-12-01', {}, ['S052 law.decision_ended']],
    ['S057 open-ended', '2030-01-01', { validTo: null }, ['lawful']],
    ['S052 on the last day of an early end', '2026-11-10', { endedOn: '2026-11-10' }, ['lawful']],
    ['S052 the day before a suspension', '2026-11-08', { suspended: PAUSE }, ['lawful']],
    ['S052 while suspended', '2026-11-09', { suspended: PAUSE }, ['S052 law.decision_suspended']],
    ['S052 on the last day of a suspension', '2026-11-11', { suspended: PAUSE }, ['S052 law.decision_suspended']],
    ['S052 the day after', '2026-11-12', { suspended: PAUSE }, ['lawful']],
    ['S052 after an early end', '2026-11-11', { endedOn: '2026-11-10' }, ['notOwed']],
    ['S052 after an early end and the last day', '2026-12-01', { endedOn: '2026-11-10' }, ['notOwed']],
    ['S052 the day before it is replaced', '2026-11-19', { replacedFrom: '2026-11-20' }, ['lawful']],
    ['S052 once replaced', '2026-11-20', { replacedFrom: '2026-11-20' }, ['notOwed']],
    ['S129 a paid relative', '2026-11-20', { form: 'informal_carer' }, ['notOwed']],
    ['S061 paid by the client alone', '2026-11-20', { form: 'self_paid' }, ['lawful']],
  ])('%s', (_, date, decision, expected) => expect(standing(socialVisit({ date }), { decision })).toEqual(expected));

  it('S052 names the day a new decision is needed from', () => {
    const law = visitLaw({ decisions: new Map([['D1', DECISION]]), episodes: new Map(), guards: new Map() });
    expect(law.standingOf(socialVisit({ date: '2026-12-04' }))).toEqual({
      kind: 'barred',
      reasons: [{ code: 'law.decision_ended', params: { rule: 'S052', end: '2026-11-30', from: '2026-12-01' } }],
    });
  });
});

describe('visits of an episode (S030-S033)', () => {
  const stop = { ...CHRONIC, opinions: [{ givenOn: '2026-11-17', verdict: 'stop' }] } as const;
  const on = { ...CHRONIC, opinions: [{ givenOn: '2026-11-19', verdict: 'continue' }] } as const;
  const late = { ...CHRONIC, opinions: [{ givenOn: '2026-11-24', verdict: 'continue' }] } as const;
  const atOnce = { ...DEFAULT_LAW, readings: { ...DEFAULT_LAW.readings, stopOpinion: 'opinion_day' } } as const;
  it.each<[string, string, EpisodeFacts, string[]]>([
    ['before the care begins', '2026-10-21', CHRONIC, ['notOwed']],
    ['S030 on day 1', '2026-10-22', CHRONIC, ['lawful']],
    ['S030 on day 30', '2026-11-20', CHRONIC, ['lawful']],
    ['S031 on day 31', '2026-11-21', CHRONIC, ['S031 law.term_lapsed']],
    ['S031 weeks later, nobody has ended it', '2026-12-21', CHRONIC, ['S031 law.term_lapsed']],
    ['S031 continued', '2026-11-21', on, ['lawful']],
    ['S031 past the second term', '2026-12-21', on, ['S031 law.term_lapsed']],
    ['S031 before a late opinion', '2026-11-23', late, ['S031 law.term_lapsed']],
    ['S031 on the day of a late opinion', '2026-11-24', late, ['lawful']],
    ['S031 stopped: until the term’s end', '2026-11-20', stop, ['lawful']],
    ['S031 stopped: nothing after it', '2026-11-21', stop, ['notOwed']],
    [
      'S031 stopped too late',
      '2026-11-23',
      { ...CHRONIC, opinions: [{ givenOn: '2026-11-23', verdict: 'stop' }] },
      ['S031 law.term_lapsed'],
    ],
    [
      'S031 after a stop that came late',
      '2026-11-24',
      { ...CHRONIC, opinions: [{ givenOn: '2026-11-23', verdict: 'stop' }] },
      ['notOwed'],
    ],
    ['ended by the provider', '2026-11-11', { ...CHRONIC, endedOn: '2026-11-10' }, ['notOwed']],
  ])('%s', (_, date, episode, expected) => expect(standing(visit({ date }), { episode })).toEqual(expected));

  it('S031 can be read so that an opinion to stop takes effect at once', () => {
    const days = ['2026-11-17', '2026-11-18'];
    expect(days.map((date) => standing(visit({ date }), { episode: stop }, atOnce))).toEqual([['lawful'], ['notOwed']]);
  });

  it('S031 says until when the opinion is needed', () => {
    const law = visitLaw({ decisions: new Map(), episodes: new Map([['E1', CHRONIC]]), guards: new Map() });
    expect(law.standingOf(visit({ date: '2026-11-25' }))).toEqual({
      kind: 'barred',
      reasons: [
        {
          code: 'law.term_lapsed',
          params: {
            rule: 'S031',
            end: '2026-11-20',
            by: '2026-11-19',
            window: '2026-11-17',
            days: 30,
            reading: 'termCounting:inclusive',
          },
        },
      ],
    });
  });

  it.each<[string, string, EpisodeFacts, string[]]>([
    ['S032 on day 10', '2026-11-25', SURGERY, ['lawful']],
    ['S033 on day 11', '2026-11-26', SURGERY, ['S033 law.term_lapsed_surgery']],
    ['S016 rehabilitation beyond its plan', '2026-04-01', planned(), ['S016 law.term_lapsed_rehabilitation']],
    ['S016 the wrong doctor', '2026-11-20', { ...CHRONIC, issuer: 'rehab_doctor' }, ['S015 law.referral_issuer']],
    ['S025 off the list', '2026-03-20', { ...planned(), careDiagnosis: 'M54.5' }, ['S025 law.diagnosis']],
    ['S034 begun too late', '2026-03-20', { ...planned(), onsetOn: '2025-08-01' }, ['S034 law.rehabilitation_late']],
    [
      'S031, S015 both at once',
      '2026-11-21',
      { ...CHRONIC, issuer: 'rehab_doctor' },
      ['S031 law.term_lapsed', 'S015 law.referral_issuer'],
    ],
  ])('%s', (_, date, episode, expected) => {
    expect(standing(visit({ date, funding: { kind: 'episode', id: episode.id } }), { episode })).toEqual(expected);
  });

  it('owes nothing for an episode nobody knows', () => {
    expect(standing(visit({ funding: { kind: 'episode', id: 'E9' } }))).toEqual(['notOwed']);
  });
});

describe('health guards and competence (S004, S037, S039)', () => {
  const infected = { certificates: [{ ...CERTIFICATE, issuedOn: '2026-11-10', acuteInfection: true }], flags: [] };
  const runOut = { certificates: [{ ...CERTIFICATE, issuedOn: '2026-06-01', validTo: '2026-11-19' }], flags: [] };
  it.each<[string, Visit, Facts['guard'], string[]]>([
    ['S039 a carer’s visit', socialVisit(), infected, ['S039 law.contraindicated']],
    [
      'S039 a carer’s visit that the client pays',
      socialVisit({ funding: { kind: 'private' } }),
      infected,
      ['S039 law.contraindicated'],
    ],
    ['S039 the day before', socialVisit({ date: '2026-11-09' }), infected, ['lawful']],
    ['S039 a nurse’s visit', visit(), infected, ['lawful']],
    ['S037 the certificate has run out', socialVisit(), runOut, ['S037 law.certificate_expired']],
    ['S037 on its last day', socialVisit({ date: '2026-11-19' }), runOut, ['lawful']],
    ['S138 not asked for where the client pays', socialVisit({ funding: { kind: 'private' } }), runOut, ['lawful']],
    ['S037 nothing to do with the nurse', visit(), runOut, ['lawful']],
    ['S004 a carer is to give an injection', socialVisit({ tasks: ['INJ'] }), undefined, ['S004 S018 law.competence']],
    ['S004 whoever pays', visit({ funding: { kind: 'private' }, tasks: ['SHOP'] }), undefined, ['S004 S040 law.competence']],
  ])('%s', (_, it, guard, expected) => expect(standing(it, guard ? { guard } : {})).toEqual(expected));
});

describe('medicines are supervised with a list of them (S045, S094)', () => {
  const strict = { ...DEFAULT_LAW, readings: { ...DEFAULT_LAW.readings, medicineList: 'require' } } as const;
  const medicines = [{ from: '2026-06-01', to: '2026-11-19' }];
  const guard = { certificates: [], flags: [], medicines };
  const supervising = (date: string): Visit => socialVisit({ tasks: ['COOK', 'MEDSUP'], date });
  it.each<[string, Visit, string[]]>([
    ['S094 with a list', supervising('2026-11-19'), ['lawful']],
    ['S094 once the list is over', supervising('2026-11-20'), ['S094 law.medicines_missing']],
    ['S045 no supervision, no list', socialVisit({ date: '2026-11-20' }), ['lawful']],
    ['S018 the nurse who gives medicines has the doctor’s orders', visit({ tasks: ['INJ'] }), ['lawful']],
  ])('%s', (_, it, expected) => expect(standing(it, { guard }, strict)).toEqual(expected));

  it('S094 are asked for, and visits go on, unless the provider reads it otherwise', () => {
    expect(standing(supervising('2026-11-20'), { guard })).toEqual(['lawful']);
  });
});

/** Rehabilitation planned for 31 days. */
function planned(): EpisodeFacts {
  return { ...REHABILITATION, terms: [{ startsOn: '2026-02-28', endsOn: '2026-03-30', requestedOn: null }] };
}
