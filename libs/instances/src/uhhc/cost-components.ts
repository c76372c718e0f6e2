import type { ObjectiveInput } from '#engine';
import type { FieldReader, Fields } from '../document/fields.js';

/** A component's weight; `HARD`: its amount must be 0; undefined: not part of this instance. */
export type Weight = number | 'HARD' | undefined;

/** The formulation's components: how solutions name them, and which price of the model they are. */
const COMPONENTS = {
  travel_time: { named: 'travel_time', price: 'travel', inTime: true },
  total_tardiness: { named: 'total_tardiness', price: 'lateness', inTime: true },
  highest_tardiness: { named: 'highest_tardiness', price: 'highestLateness', inTime: true },
  total_waiting_time: { named: 'total_waiting_time', price: 'waiting', inTime: true },
  max_waiting_time: { named: 'max_waiting_time', price: 'highestWaiting', inTime: true },
  total_extra_time: { named: 'total_extra_time', price: 'overtime', inTime: true },
  max_idle_time: { named: 'max_idle_time', price: 'highestIdle', inTime: true },
  workload_balance: { named: 'workload_balance', price: 'balance', inTime: true },
  working_time: { named: 'working_time', price: 'work', inTime: true },
  caregiver_preferences: { named: 'preferences', price: 'preference', inTime: false },
  optional_patients: { named: 'unscheduled', price: 'unserved', inTime: false },
  missed_lunch_break: { named: 'missed_lunch_break', price: 'missedBreak', inTime: false },
  qualification: { named: 'qualification', price: 'qualification', inTime: false },
  incompabilities: { named: 'incompabilities', price: 'exclusion', inTime: false },
} as const;

type Component = keyof typeof COMPONENTS;

/** Components of which HARD is a rule about single visits, shifts or breaks; of the others the whole amount must be 0. */
const HARD_ELSEWHERE: readonly Component[] = [
  'total_tardiness',
  'highest_tardiness',
  'total_extra_time',
  'caregiver_preferences',
  'optional_patients',
  'missed_lunch_break',
  'qualification',
  'incompabilities',
];

/** The weights of an instance in the model's terms. */
export interface Weights {
  readonly of: Readonly<Partial<Record<Component, Weight>>>;
  /** Factor that makes every weight a whole number. */
  readonly unit: number;
  readonly objective: ObjectiveInput;
  /** Components that are HARD as a whole. */
  readonly mustBeZero: readonly (keyof ObjectiveInput)[];
  /** Model component -> name in solutions, for the components the instance weighs. */
  readonly names: Readonly<Record<string, string>>;
}

/** Reads `metadata.cost_components`. Qualification and incompatibility are hard unless they have a number. */
export function readWeights(read: FieldReader, metadata: Fields, timeUnit: number): Weights {
  const path = 'metadata.cost_components';
  const of: Partial<Record<Component, Weight>> = {};
  const names: Record<string, string> = {};
  for (const [key, value] of Object.entries(read.object(metadata['cost_components'], path))) {
    if (value === null) continue;
    const where = `${path}.${key}`;
    if (!(key in COMPONENTS)) {
      read.add('unsupported', where, value, { allowed: Object.keys(COMPONENTS).join(' | '), message: 'Take the component out.' });
      continue;
    }
    const component = key as Component;
    of[component] = value === 'HARD' ? value : read.number(value, where, { min: 0, max: 1e6 });
    const { price, named } = COMPONENTS[component];
    names[price] = named;
    if (price === 'balance' && timeUnit !== 1) {
      read.add('unsupported', where, value, {
        allowed: 'instances whose times are whole numbers',
        message: 'Round the travel times.',
      });
    }
  }
  const unit = wholeUnit(Object.values(of));
  const objective: Record<string, number> = {};
  for (const [key, weight] of Object.entries(of)) {
    const { price, inTime } = COMPONENTS[key as Component];
    if (typeof weight !== 'number' || price === 'unserved' || price === 'missedBreak') continue;
    objective[price] = Math.round(weight * unit) * (inTime ? 1 : timeUnit);
  }
  const mustBeZero = (Object.keys(of) as Component[])
    .filter((component) => of[component] === 'HARD' && !HARD_ELSEWHERE.includes(component))
    .map((component) => COMPONENTS[component].price as keyof ObjectiveInput);
  return { of, unit, objective, mustBeZero, names };
}

/** Smallest power of ten, up to a million, that makes all weights whole. */
function wholeUnit(weights: readonly Weight[]): number {
  let unit = 1;
  const whole = (weight: Weight): boolean =>
    typeof weight !== 'number' || Math.abs(weight * unit - Math.round(weight * unit)) < 1e-9;
  while (unit < 1e6 && !weights.every(whole)) unit *= 10;
  return unit;
}
