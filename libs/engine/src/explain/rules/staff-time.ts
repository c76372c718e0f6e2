import type { StaffInput } from '../../model/problem-input.js';
import { measured } from '../../features/staff-rules.js';
import type { BrokenRule } from '../broken-rule.js';
import type { WalkedPlan, WalkedRoute } from '../walked-plan.js';

/** Hard limits passed, and hard rests and free times too short. */
export function brokenStaffTime({ index, byRoute }: WalkedPlan): BrokenRule[] {
  let first = 0;
  return index.problem.staff.flatMap((staff) => {
    const from = first;
    first += staff.shifts.length;
    if (!staff.limits && !staff.rest && !staff.freeTimes) return [];
    const own = byRoute.slice(from, first).filter((walked) => walked !== undefined);
    own.sort((a, b) => a.route.departure - b.route.departure);
    return [...brokenLimits(staff, own), ...brokenRests(staff, own), ...brokenFreeTimes(staff, own)];
  });
}

function brokenLimits({ id, limits = [] }: StaffInput, own: readonly WalkedRoute[]): BrokenRule[] {
  return limits.flatMap((limit): BrokenRule[] => {
    let found = limit.used ?? 0;
    for (const walked of own)
      if (walked.shift.start >= limit.from && walked.shift.start < limit.to) found += measured(limit.measure, walked.time);
    const allowed = Math.max(limit.most, limit.used ?? 0);
    if (limit.over !== 'hard' || found <= allowed) return [];
    return [{ code: 'limit_exceeded', staff: id, rule: limit.id, found, allowed }];
  });
}

function brokenRests({ id, rest }: StaffInput, own: readonly WalkedRoute[]): BrokenRule[] {
  if (rest?.short !== 'hard') return [];
  const backs = [rest.lastReturn, ...own.map(({ route }) => route.return)];
  return own.flatMap(({ route }, k): BrokenRule[] => {
    const back = backs[k];
    if (back === undefined || route.departure - back >= rest.least) return [];
    return [{ code: 'rest_too_short', staff: id, found: route.departure - back, allowed: rest.least }];
  });
}

function brokenFreeTimes({ id, freeTimes = [], rest }: StaffInput, own: readonly WalkedRoute[]): BrokenRule[] {
  return freeTimes.flatMap((free): BrokenRule[] => {
    if (free.short !== 'hard') return [];
    let since = Math.max(free.from, rest?.lastReturn ?? free.from);
    const allowed = Math.min(free.least, free.to - since);
    let found = 0;
    for (const { route } of own) {
      found = Math.max(found, Math.min(route.departure, free.to) - since);
      since = Math.max(since, route.return);
    }
    found = Math.max(found, free.to - since);
    return found < allowed ? [{ code: 'free_time_too_short', staff: id, rule: free.id, found, allowed }] : [];
  });
}
