import type { HardOrPrice, LimitInput, StaffInput, StaffMeasure } from '#engine';
import type { ProblemIndex } from '../problem-index.js';
import type { Timeline } from '../timeline.js';
import type { Violation, ViolationCode } from '../violation.js';

/** Something a person's routes exceed or fall short of. */
export interface StaffExcess {
  readonly code: ViolationCode;
  readonly staff: string;
  readonly rule?: string;
  readonly found: number;
  readonly allowed: number;
  /** Units too many or too few. */
  readonly units: number;
  readonly price: HardOrPrice;
}

/** How much of a measure one used route counts. */
export function measureOf(line: Timeline, measure: StaffMeasure): number {
  const visits = line.stops.filter(({ stop }) => stop.kind === 'visit').length;
  if (measure === 'routes') return 1;
  if (measure === 'parts') return visits;
  if (measure === 'service') return line.service;
  const paid = line.return - line.departure;
  if (measure === 'paid') return paid;
  return line.stops.reduce((worked, { stop }) => worked - (stop.kind === 'break' ? stop.duration : 0), paid);
}

/** Every limit passed and every rest or free time too short, hard or priced. */
export function staffExcesses({ problem }: ProblemIndex, used: readonly Timeline[]): StaffExcess[] {
  return problem.staff.flatMap((staff) => {
    const own = used.filter((line) => line.route.staff === staff).sort((a, b) => a.departure - b.departure);
    return [...limitExcesses(staff, own), ...restShortages(staff, own), ...freeTimeShortages(staff, own)].filter(
      ({ units }) => units > 0,
    );
  });
}

function limitExcesses(staff: StaffInput, own: readonly Timeline[]): StaffExcess[] {
  return (staff.limits ?? []).map((limit) => {
    const inside = own.filter(({ route: { shift } }) => shift.start >= limit.from && shift.start < limit.to);
    const found = inside.reduce((sum, line) => sum + measureOf(line, limit.measure), limit.used ?? 0);
    const allowed = mostOf(limit);
    return { code: 'limit_exceeded', staff: staff.id, rule: limit.id, found, allowed, units: found - allowed, price: limit.over };
  });
}

/** What may be reached: history that passes the limit itself is no excess of this plan. */
export function mostOf({ most, used }: Pick<LimitInput, 'most' | 'used'>): number {
  return Math.max(most, used ?? 0);
}

function restShortages(staff: StaffInput, own: readonly Timeline[]): StaffExcess[] {
  const { rest } = staff;
  if (!rest) return [];
  const shortages: StaffExcess[] = [];
  let back = rest.lastReturn;
  for (const line of own) {
    if (back !== undefined) {
      const found = line.departure - back;
      shortages.push({
        ...{ code: 'rest_too_short', staff: staff.id, found, allowed: rest.least },
        ...{ units: rest.least - found, price: rest.short },
      });
    }
    back = line.return;
  }
  return shortages;
}

function freeTimeShortages(staff: StaffInput, own: readonly Timeline[]): StaffExcess[] {
  return (staff.freeTimes ?? []).map((free) => {
    let since = Math.max(free.from, staff.rest?.lastReturn ?? free.from);
    // Less than is left after the last return before this problem is no fault of the plan.
    const allowed = Math.min(free.least, free.to - since);
    let found = 0;
    for (const line of own) {
      found = Math.max(found, Math.min(line.departure, free.to) - since);
      since = Math.max(since, line.return);
    }
    found = Math.max(found, free.to - since);
    return {
      ...{ code: 'free_time_too_short', staff: staff.id, rule: free.id, found, allowed },
      ...{ units: allowed - found, price: free.short },
    };
  });
}

/** The hard ones as violations. */
export function checkStaffTime(index: ProblemIndex, used: readonly Timeline[]): Violation[] {
  return staffExcesses(index, used)
    .filter(({ price }) => price === 'hard')
    .map(({ code, staff, rule, found, allowed }) => ({ code, staff, ...(rule !== undefined && { rule }), found, allowed }));
}
