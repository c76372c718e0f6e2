import type { LawLimit, WorkingTimeLaw, WorkingTimeRegime, WorkingTimeRule } from './law-limit.js';

const BOTH: readonly WorkingTimeRegime[] = ['normal', 'summarised'];
const NORMAL: readonly WorkingTimeRegime[] = ['normal'];
const SUMMARISED: readonly WorkingTimeRegime[] = ['summarised'];

type Row = readonly [WorkingTimeRule, readonly WorkingTimeRegime[], minutes: number, LawLimit['severity'], source: string];

/**
 * Figures read on the pages of the State Labour Inspectorate (vdi.gov.lv,
 * "Darba laiks", "Atpūtas laiks"), of mana.latvija.lv and the Ministry of
 * Welfare. For summarised time the law asks for rest on average only and caps
 * work at 24 hours on end; the day of 12 hours and the hard rests are this
 * product's own, stricter figures for a plan.
 */
const ROWS: readonly Row[] = [
  ['day', NORMAL, 8 * 60, 'hard', 'Labour Law, s. 131(1)'],
  ['day_longer', NORMAL, 9 * 60, 'hard', 'Labour Law, s. 133: an hour more where another day of the week is shorter'],
  ['day', SUMMARISED, 12 * 60, 'hard', 'own default; Labour Law, s. 140 allows 24 hours on end'],
  ['week', NORMAL, 40 * 60, 'hard', 'Labour Law, s. 131(1)'],
  ['week', SUMMARISED, 56 * 60, 'hard', 'Labour Law, s. 140'],
  ['contract', NORMAL, 0, 'warning', 'Labour Law, s. 134: above the agreed part time only by agreement'],
  ['overtime', NORMAL, 8 * 60, 'hard', 'Labour Law, s. 136: on average in seven days'],
  ['period', SUMMARISED, 40 * 60, 'hard', 'Labour Law, s. 140(1): not above normal time over the reference period'],
  [
    'daily_rest',
    BOTH,
    12 * 60,
    'hard',
    'Labour Law, s. 142(1); for summarised time s. 140(6) asks for it on average, the plan for each',
  ],
  ['weekly_rest', NORMAL, 42 * 60, 'hard', 'Labour Law, s. 143(1)'],
  ['weekly_rest', SUMMARISED, 35 * 60, 'hard', 'own default; Labour Law, s. 140(6) asks for it on average'],
  ['average_weekly_rest', SUMMARISED, 35 * 60, 'warning', 'Labour Law, s. 140(6), checked at the end of the period'],
  ['break_after', BOTH, 6 * 60, 'hard', 'Labour Law, s. 145'],
  ['break_length', BOTH, 30, 'hard', 'Labour Law, s. 145'],
  ['break_part', BOTH, 15, 'hard', 'Labour Law, s. 145'],
  ['break_by', BOTH, 4 * 60, 'hard', 'Labour Law, s. 145'],
  ['night', BOTH, 2 * 60, 'warning', 'Labour Law, s. 138'],
];

/** The Labour Law as in force since 1 June 2002, as far as a plan can break it. A change of the law is a row with its dates. */
export const LABOUR_LAW: WorkingTimeLaw = {
  limits: ROWS.flatMap(([rule, regimes, minutes, severity, source]) =>
    regimes.map((regime): LawLimit => ({
      ...{ rule, regime, minutes, severity, source },
      validFrom: '2002-06-01',
      validTo: null,
      checkedOn: '2026-11-22',
    })),
  ),
  journeys: 'work',
  overtimeMonths: 4,
};
