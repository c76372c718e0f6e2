import { describe, expect, it } from '@jest/globals';
import type { EpisodeFacts, VisitPattern } from '#care';
import type { PlanningData } from '../ports.js';
import { visitRanks } from '../problem/visit-rank.js';
import { demandedVisits } from '../visits/generate-visits.js';
import type { LawData } from './law-data.js';

const EPISODE: EpisodeFacts = {
  id: 'E1',
  clientId: 'C1',
  kind: 'chronic_mobility',
  issuer: 'gp',
  careDiagnosis: 'Z93.3',
  mobilityDiagnosis: 'G35',
  hasOrders: true,
  onsetOn: null,
  dischargedOn: null,
  startedOn: '2026-10-22',
  endedOn: null,
  mainTasks: ['STOMA'],
  terms: [],
  opinions: [],
};
const NURSE: VisitPattern = {
  id: 'N',
  clientId: 'C1',
  funding: { kind: 'episode', id: 'E1' },
  tasks: ['STOMA'],
  durationMinutes: 30,
  profession: 'nurse',
  skills: [],
  staffCount: 1,
  weekdays: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
  timesPerWeek: null,
  minDaysBetween: 1,
  everyWeeks: 1,
  windows: [{ from: '09:00', to: '10:00' }],
  priority: 4,
  validFrom: '2026-10-01',
  validTo: null,
  pausedFrom: null,
  pausedTo: null,
};
const CARER: VisitPattern = {
  ...NURSE,
  id: 'K',
  funding: { kind: 'decision', id: 'D1', municipalityPercent: 100 },
  tasks: ['COOK'],
  profession: 'carer',
};
const CLEAR = { issuedOn: '2026-09-01', validTo: null, tuberculosis: false, acuteInfection: false, sexuallyTransmitted: false };
const LAW: LawData = {
  decisions: [{ id: 'D1', form: 'provider', validFrom: '2026-10-01', validTo: '2026-11-21', endedOn: null, replacedFrom: null }],
  episodes: [EPISODE],
  guards: [{ clientId: 'C1', certificates: [CLEAR], flags: [] }],
  stomaVisits: [],
  practice: { readings: {}, followsTransfers: false, daysOff: [] },
};

function dataWith(patterns: readonly VisitPattern[], law: Partial<LawData> = {}): PlanningData {
  const client = { id: 'C1', position: { latitude: 56.95, longitude: 24.1 }, languages: ['lv'], flags: [] };
  return { clients: [client], staff: [], shifts: [], preferences: [], patterns, law: { ...LAW, ...law } };
}

function sorted(data: PlanningData): { readonly visits: string[]; readonly barred: string[] } {
  const { visits, barred } = demandedVisits(data, '2026-11-18', '2026-11-23');
  return {
    visits: visits.map(({ key }) => key.slice(0, -2)),
    barred: barred.map(({ visit, reasons }) => `${visit.key.slice(0, -2)} ${reasons.map(({ code }) => code).join('+')}`),
  };
}

describe('visits under the law', () => {
  it('S031, S052 keeps what lies past a term or a decision out, and tells why', () => {
    const wound = { ...NURSE, tasks: ['WOUND'] };
    const episodes = [{ ...EPISODE, mainTasks: ['WOUND'] }];
    expect(sorted(dataWith([wound, CARER], { episodes }))).toEqual({
      visits: ['N@2026-11-18', 'N@2026-11-19', 'N@2026-11-20', 'K@2026-11-18', 'K@2026-11-19', 'K@2026-11-20', 'K@2026-11-21'],
      barred: [
        'N@2026-11-21 law.term_lapsed',
        'N@2026-11-22 law.term_lapsed',
        'N@2026-11-23 law.term_lapsed',
        'K@2026-11-22 law.decision_ended',
        'K@2026-11-23 law.decision_ended',
      ],
    });
  });

  it('S021 counts stoma visits of published plans and of these days, lawful ones only', () => {
    const stomaVisits = [{ clientId: 'C1', episodeId: 'E0', visits: 3 }];
    expect(sorted(dataWith([NURSE], { stomaVisits }))).toEqual({
      visits: ['N@2026-11-18', 'N@2026-11-19'],
      barred: [
        'N@2026-11-20 law.paid_limit',
        'N@2026-11-21 law.term_lapsed',
        'N@2026-11-22 law.term_lapsed',
        'N@2026-11-23 law.term_lapsed',
      ],
    });
    const perEpisode = { readings: { stomaLimitPer: 'episode' }, followsTransfers: false, daysOff: [] } as const;
    expect(sorted(dataWith([NURSE], { stomaVisits, practice: perEpisode })).visits).toHaveLength(3);
  });

  it('S030 reads day 1 as the provider does', () => {
    const practice = { readings: { termCounting: 'exclusive' }, followsTransfers: false, daysOff: [] } as const;
    expect(sorted(dataWith([NURSE], { practice })).visits.at(-1)).toBe('N@2026-11-21');
  });

  it('S039, S074 suspends social care from a report on and puts the nurse last in the round', () => {
    const guards = [{ clientId: 'C1', certificates: [CLEAR], flags: [{ setOn: '2026-11-20', kind: 'tuberculosis' } as const] }];
    const data = dataWith([NURSE, CARER], { guards });
    expect(sorted(data).barred.filter((line) => line.startsWith('K'))).toEqual([
      'K@2026-11-20 law.contraindicated',
      'K@2026-11-21 law.contraindicated',
      'K@2026-11-22 law.decision_ended+law.contraindicated',
      'K@2026-11-23 law.decision_ended+law.contraindicated',
    ]);
    const { visits } = demandedVisits(data, '2026-11-18', '2026-11-23');
    const nursing = visits.filter(({ patternId }) => patternId === 'N');
    expect(nursing.map(visitRanks(data))).toEqual([0, 0, 2]);
    expect(nursing.map(visitRanks({ ...data, clients: data.clients.map((one) => ({ ...one, flags: ['infectious'] })) }))).toEqual(
      [1, 1, 2],
    );
  });

  it('bars nothing where the law is not asked', () => {
    const { law: _, ...lawless } = dataWith([NURSE, CARER]);
    expect(sorted(lawless).visits).toHaveLength(12);
  });
});
