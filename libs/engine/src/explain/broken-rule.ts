/** Hard rules a plan that the engine timed can break, by stable code; the checker names the same things by the same codes. */
export type RuleCode =
  | 'skill_missing'
  | 'staff_not_allowed'
  | 'staff_excluded'
  | 'capacity_exceeded'
  | 'start_before_arrival'
  | 'shift_end_exceeded'
  | 'horizon_exceeded'
  | 'staff_overlap'
  | 'window_missed'
  | 'window_too_early'
  | 'break_missing'
  | 'break_outside_window'
  | 'break_after_last_visit'
  | 'pin_staff'
  | 'pin_shift'
  | 'pin_start'
  | 'pin_position'
  | 'frozen_changed'
  | 'limit_exceeded'
  | 'rest_too_short'
  | 'free_time_too_short'
  | 'cap_exceeded'
  | 'equipment_exceeded'
  | 'equipment_used_up'
  | 'component_not_zero'
  | 'link_gap'
  | 'link_staff'
  | 'link_served'
  | 'parts_same_staff'
  | 'visit_partly_served'
  | 'unserved_forbidden';

/** One broken hard rule: where (ids, as far as they apply) and by how much. */
export interface BrokenRule {
  readonly code: RuleCode;
  readonly shift?: string;
  readonly staff?: string;
  readonly visit?: string;
  readonly part?: string;
  readonly break?: string;
  readonly link?: string;
  readonly skill?: string;
  /** Id of a limit, free time, cap or equipment, or the name of a component. */
  readonly rule?: string;
  /** The figure in the plan: an instant or an amount, in the problem's units. */
  readonly found?: number;
  /** The nearest figure that would be allowed. */
  readonly allowed?: number;
}
