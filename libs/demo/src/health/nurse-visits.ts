import type { DayOfWeek } from '#time';
import { DAY_SETS, type DayLoad } from '../day-load.js';
import type { PatternPlan, StartWindow } from '../patterns.js';
import type { MainService } from '../people/client-draft.js';
import type { Random } from '../random.js';
import { inOrder, type TaskCode, usualMinutes } from '../tasks.js';

/** How often and when a service is given, and how much it matters (5: must not be missed). */
interface Service {
  /** Days a week by weight. */
  readonly days: readonly (readonly [number, number])[];
  readonly windows: readonly (readonly StartWindow[])[];
  readonly priority: number;
}

const at = (from: string, to: string): readonly StartWindow[] => [{ from, to }];
const daytime = [at('08:00', '15:00'), at('08:00', '12:00'), at('10:00', '15:00')];
const morning = [at('08:00', '11:00'), at('08:30', '12:00')];
const forenoon = [at('09:00', '12:30'), at('10:00', '14:00')];

/** By main service. Two feeds a day stay within three to six hours of each other. */
const SERVICES: Readonly<Record<MainService, Service>> = {
  WOUND: {
    days: [
      [2, 35],
      [3, 55],
      [5, 10],
    ],
    windows: daytime,
    priority: 4,
  },
  PULCER: {
    days: [
      [3, 75],
      [5, 25],
    ],
    windows: forenoon,
    priority: 4,
  },
  INJ: {
    days: [
      [2, 45],
      [5, 40],
      [7, 15],
    ],
    windows: [...morning, at('08:00', '15:00')],
    priority: 4,
  },
  INSULIN: { days: [[7, 1]], windows: [at('07:00', '09:00'), at('07:15', '09:30')], priority: 5 },
  INFUS: { days: [[5, 1]], windows: [at('08:30', '14:00')], priority: 4 },
  STOMA: { days: [[1, 1]], windows: [at('08:00', '11:00')], priority: 3 },
  CATH: {
    days: [
      [1, 60],
      [2, 40],
    ],
    windows: daytime,
    priority: 3,
  },
  ENTERAL: {
    days: [[7, 1]],
    windows: [
      [
        { from: '09:00', to: '10:00' },
        { from: '13:30', to: '14:30' },
      ],
      at('09:00', '12:00'),
    ],
    priority: 5,
  },
  TRACH: { days: [[7, 1]], windows: [at('08:00', '12:00')], priority: 5 },
  GASTROST: { days: [[7, 1]], windows: [at('09:00', '14:00')], priority: 4 },
  VENT: { days: [[2, 1]], windows: [at('09:00', '14:00')], priority: 5 },
};

/** Share of nurses' clients who also get a service; enemas belong to pressure ulcers and catheters. */
export const ADDITIONAL: readonly (readonly [TaskCode, number])[] = [
  ['VITALS', 0.7],
  ['SAMPLE', 0.12],
  ['EDU', 0.25],
  ['ENEMA', 0.03],
];

/** The nurse's week at one client: the main service with what belongs to every visit, then samples, teaching and enemas of their own rhythm. */
export function nurseVisits(main: MainService, additional: readonly TaskCode[], load: DayLoad, random: Random): PatternPlan[] {
  const service = SERVICES[main];
  const tasks = inOrder([...(additional.includes('VITALS') ? (['VITALS'] as const) : []), main]);
  const minutes = usualMinutes(tasks);
  const days = load.lightest(DAY_SETS[random.weighted(service.days)], minutes);
  const windows = random.pick(service.windows);
  const plans: PatternPlan[] = [{ tasks, minutes, profession: 'nurse', days, windows, priority: service.priority }];
  const free = DAY_SETS[1].filter(([day]) => !days.includes(day) || days.length >= 5);
  if (additional.includes('SAMPLE')) plans.push(sampleVisit(load.lightest(free, 45)));
  if (additional.includes('EDU')) plans.push({ ...fortnightly(['EDU'], load.lightest(free, 20), random), priority: 2 });
  if (additional.includes('ENEMA')) plans.push({ ...fortnightly(['ENEMA'], load.lightest(free, 30), random), priority: 3 });
  return plans;
}

/** Fasting, early, and the way to the laboratory counted in, so that the sample is there within two hours. */
export function sampleVisit(days: readonly DayOfWeek[], windows: readonly StartWindow[] = at('07:00', '08:30')): PatternPlan {
  return { tasks: ['SAMPLE', 'LABDEL'], minutes: 42, profession: 'nurse', days, windows, priority: 4, everyWeeks: 2 };
}

function fortnightly(tasks: readonly TaskCode[], days: readonly DayOfWeek[], random: Random): Omit<PatternPlan, 'priority'> {
  const windows = random.pick(daytime);
  return { tasks, minutes: usualMinutes(tasks), profession: 'nurse', days, windows, everyWeeks: 2 };
}
