import type { Random } from '../random.js';
import { triangular } from '../random.js';
import type { CareLevel, DemoSettings } from '../settings.js';
import type { MainService, SocialNeed } from './client-draft.js';

/** Hours a week of each level: least, most frequent, most. Bands of 2020; the shape is assumed. */
const HOURS: Readonly<Record<CareLevel, readonly [number, number, number]>> = {
  1: [1.5, 3, 4],
  2: [4.25, 5, 6],
  3: [6.25, 8.5, 12],
  4: [12.25, 15, 24],
};

/** Days a week with a visit, by weight; level 4 may have two visits a day, counted as 10 or 14. */
const VISITS: Readonly<Record<CareLevel, readonly (readonly [number, number])[]>> = {
  1: [
    [1, 36],
    [2, 52],
    [3, 12],
  ],
  2: [
    [3, 60],
    [4, 28],
    [5, 12],
  ],
  3: [
    [5, 58],
    [6, 22],
    [7, 20],
  ],
  4: [
    [7, 50],
    [10, 25],
    [14, 25],
  ],
};

/** Barthel points on the form of 0 to 20 that go with a level. */
export const BARTHEL: Readonly<Record<CareLevel, readonly [number, number]>> = { 1: [13, 18], 2: [9, 14], 3: [4, 10], 4: [0, 5] };

/** Minutes a decision is rounded to. */
const BILLING_UNIT = 15;

/** Shortest and longest visit the generator makes, minutes. */
const SHORTEST_VISIT = 40;
const LONGEST_VISIT = 160;

/** Needs of all clients of the social service, their hours spread evenly over the quantiles of their level, in random order. */
export function socialNeeds(random: Random, byLevel: DemoSettings['socialByLevel']): SocialNeed[] {
  const levels: readonly CareLevel[] = [1, 2, 3, 4];
  const needs = levels.flatMap((level) => {
    const count = byLevel[level];
    const visits = random.dealt(count, VISITS[level]);
    return visits.map((visitsPerWeek, i) => {
      const hours = triangular((i + 0.5) / count, ...HOURS[level]);
      const minutesPerWeek = Math.floor((hours * 60) / BILLING_UNIT) * BILLING_UNIT;
      const fewest = Math.ceil(minutesPerWeek / LONGEST_VISIT);
      const most = Math.floor(minutesPerWeek / SHORTEST_VISIT);
      return { level, minutesPerWeek, visitsPerWeek: Math.max(fewest, Math.min(visitsPerWeek, most)) };
    });
  });
  return random.shuffled(needs);
}

/** Shares of the nurse's main services. */
const MAIN_SERVICES: readonly (readonly [MainService, number])[] = [
  ['WOUND', 0.34],
  ['PULCER', 0.18],
  ['INJ', 0.18],
  ['INSULIN', 0.06],
  ['INFUS', 0.06],
  ['STOMA', 0.06],
  ['CATH', 0.06],
  ['ENTERAL', 0.03],
  ['TRACH', 0.01],
  ['GASTROST', 0.01],
  ['VENT', 0.01],
];

export function mainServices(random: Random, count: number): MainService[] {
  return random.dealt(count, MAIN_SERVICES);
}

/** Services given here to clients without social care: their rules bind every hour of the day around them. */
export const HEALTH_ONLY_SERVICES: ReadonlySet<MainService> = new Set(['ENTERAL', 'TRACH', 'GASTROST', 'VENT']);

/** Age from 19 to 101 with most near 80: the fourth of five draws in order is Beta(4, 2). */
export function age(random: Random): number {
  const draws = Array.from({ length: 5 }, () => random.next()).sort((a, b) => a - b);
  return 19 + Math.floor(draws[3] * 83);
}
