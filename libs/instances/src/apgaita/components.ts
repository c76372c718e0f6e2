import type { CostComponent, ObjectiveInput } from '#engine';

const PRICED: Readonly<Record<keyof ObjectiveInput, true>> = {
  travel: true,
  lateness: true,
  highestLateness: true,
  waiting: true,
  highestWaiting: true,
  overtime: true,
  highestIdle: true,
  balance: true,
  work: true,
  paid: true,
  preference: true,
  wishedTime: true,
  route: true,
  language: true,
  outsideDistrict: true,
  qualification: true,
  exclusion: true,
  outOfOrder: true,
  distinctStaff: true,
  newStaff: true,
  changedStaff: true,
  movedStart: true,
  newlyUnserved: true,
};

const PRICED_APART: Readonly<Record<Exclude<CostComponent, keyof ObjectiveInput>, true>> = {
  unserved: true,
  missedBreak: true,
  links: true,
  limits: true,
  rest: true,
  freeTime: true,
  caps: true,
  fairness: true,
};

/** Components that `objective` prices. */
export const OBJECTIVE_COMPONENTS = Object.keys(PRICED) as readonly (keyof ObjectiveInput)[];

/** All components of cost. */
export const COST_COMPONENTS = [...OBJECTIVE_COMPONENTS, ...Object.keys(PRICED_APART)] as readonly CostComponent[];
