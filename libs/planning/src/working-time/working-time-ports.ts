import type { WorkingTimeFinding, WorkSpan } from '#care';

/** Work of somebody outside the days planned: published routes, and before them rostered shifts where nothing was published. */
export interface KnownWork extends WorkSpan {
  readonly staffId: string;
}

/** What the law of working time says of one person's routes in a plan. */
export interface StaffFinding extends WorkingTimeFinding {
  readonly staffId: string;
}
