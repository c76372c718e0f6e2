import type { StaffInput } from '../../model/problem-input.js';
import { measured, type RouteTime } from '../../features/staff-rules.js';
import type { BrokenRule } from '../broken-rule.js';
import type { WalkedPlan, WalkedRoute } from '../walked-plan.js';

/** Hard limits passed, and hard rests and free times too short. */
export function brokenStaffTime({ index, routes }: WalkedPlan): BrokenRule[] {
  return index.problem.staff.flatMap((staff) => {
    if (!staff.limits && !staff.rest && !staff.freeTimes) return [];
    const own = routes.filter((walked) => walked.staff === staff).toSorted((a, b) => a.route.departure - b.route.departure);
    return [...brokenLimits(staff, own), ...brokenRests(staff, own), ...brokenFreeTimes(staff, own)];
  });
}

function brokenLimits({ id, limits = [] }: StaffInput, own: readonly WalkedRoute[]): BrokenRule[] {
  return limits.flatMap((limit): BrokenRule[] => {
    let found = limit.used ?? 0;
    for (const walked of own)
      if (walked.shift.start >= limit.from && walked.shift.start < limit.to) found += measured(limit.measure, timeOf(walked));
    const allowed = Math.max(limit.most, limit.used ?? 0);
    if (limit.over !== 'hard' || found <= allowed) return [];
    return [{ code: 'limit_exceeded', staff: id, rule: limit.id, found, allowed }];
  });
}

function timeOf({ route, stops }: WalkedRoute): RouteTime {
  const lasting = (kind: 'visit' | 'break'): number =>
    stops.reduce((sum, walked) => sum + (walked.kind === kind ? walked.stop.end - walked.stop.start : 0), 0);
  return {
    departure: route.departure,
    return: route.return,
    rest: lasting('break'),
    service: lasting('visit'),
    parts: stops.filter((stop) => stop.kind === 'visit').length,
  };
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
