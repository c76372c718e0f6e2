import type { BrokenRule } from '#engine';

/** Every way a plan can break a hard rule, by stable code, with its meaning in one line. */
export const VIOLATIONS = {
  route_unknown_shift: 'A route names a shift the problem does not have.',
  route_repeated: 'A shift has more than one route.',
  route_wrong_staff: 'A route names somebody else than the person whose shift it is.',
  route_empty: 'A route serves no visit; only used routes belong in a plan.',
  time_not_whole: 'A time is not a whole number of units, or is negative.',
  visit_unknown: 'A stop or an unserved entry names a visit the problem does not have.',
  part_unknown: 'A stop names a part its visit does not have.',
  part_repeated: 'A part is given more than once.',
  parts_same_staff: 'Two parts of one visit are given by the same person.',
  visit_partly_served: 'Some parts of a visit are given and others are not.',
  visit_missing: 'A visit is neither served nor listed as unserved.',
  visit_served_and_unserved: 'A visit is listed as unserved although a route gives parts of it.',
  unserved_repeated: 'A visit is listed as unserved more than once.',
  unserved_forbidden: 'A visit that must be served is not.',
  skill_missing: 'The person lacks a skill the part needs.',
  staff_not_allowed: 'The person is not among those allowed for the part.',
  staff_excluded: 'The person is excluded from the part.',
  departure_before_shift: 'A route departs before its shift starts.',
  departure_not_by_rule: "A route's departure is not the one its shift's departure rule gives.",
  start_before_arrival: 'A stop starts before the person can be there.',
  arrival_inconsistent: 'An arrival is not the previous end plus travel.',
  duration_wrong: 'A stop does not last exactly as long as the problem says.',
  return_inconsistent: 'A return is not the last end plus travel to the end place.',
  shift_end_exceeded: 'A route returns after the hard end of its shift.',
  horizon_exceeded: 'A route returns after the end of the horizon.',
  staff_overlap: 'Two routes of one person overlap in time.',
  window_missed: 'A part with hard windows lies in none of them.',
  window_too_early: 'A part starts before its first window.',
  break_unknown: 'A stop names a break its shift does not have.',
  break_repeated: 'A break is taken more than once.',
  break_missing: 'A required break is not taken.',
  break_outside_window: 'A break lies outside its window.',
  break_after_last_visit: 'A break that needs a visit after it is taken after the last one.',
  capacity_exceeded: 'A route carries more than its capacity.',
  pin_staff: 'A pinned part is given by somebody else.',
  pin_shift: 'A pinned part is given in another shift.',
  pin_start: 'A pinned part does not start when it should.',
  pin_position: 'Another visit comes before a part pinned as first of its route, or after one pinned as last.',
  frozen_changed: 'Something before the frozen instant differs from the given plan.',
  limit_exceeded: 'A person works more than a hard limit allows.',
  rest_too_short: 'The time between two routes of a person is shorter than the hard least rest.',
  free_time_too_short: 'A person has no uninterrupted time off as long as a hard rule asks for.',
  cap_exceeded: 'Served visits use up more than a hard cap allows.',
  equipment_exceeded: 'More units of an equipment are in use at once than there are.',
  equipment_used_up: 'A shift gives more parts with its unit of an equipment than the unit lasts for.',
  component_not_zero: 'A component of the cost that must be nothing is not.',
  link_gap: 'The starts of two linked parts differ by an amount no interval of the link allows.',
  link_staff: 'Two linked parts are given by the same person where different ones are asked for, or the reverse.',
  link_served: 'One end of a link is served without the other, which the link does not allow.',
} as const;

/** Stable code of a broken hard rule; its meaning is {@link VIOLATIONS}. */
export type ViolationCode = keyof typeof VIOLATIONS;

/** One broken hard rule: where (ids, as far as they apply) and by how much. */
export interface Violation extends Omit<BrokenRule, 'code'> {
  readonly code: ViolationCode;
}
