import type { StaffListItem, StaffView } from '#contracts';

/** A rostered shift with what the plan in force makes of it; instants in epoch seconds. */
export interface StaffShift {
  readonly date: string;
  /** As rostered, on the wall clock. */
  readonly start: string;
  readonly end: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly breakMinutes: number;
  /** Inside the employment and on no day of an absence. */
  readonly worked: boolean;
  /** A plan of the day is in force. */
  readonly dayPlanned: boolean;
  readonly route: {
    readonly plan: string;
    readonly from: number;
    readonly to: number;
    readonly breakSeconds: number;
    readonly visits: number;
  } | null;
}

/** What is kept about a member of staff, before anybody has said what of it ends and how they rest. */
export interface StaffFacts {
  readonly staffId: string;
  readonly page: Omit<StaffView, 'qualifications' | 'weeks' | 'findings'>;
  readonly qualifications: readonly Omit<StaffView['qualifications'][number], 'state'>[];
  /** By start. */
  readonly shifts: readonly StaffShift[];
}

/** Members of staff as the office works with them; ids are the provider's own. */
export interface StaffStore {
  list(providerId: string, today: string): Promise<readonly StaffListItem[]>;
  /** With the shifts that begin on the days, both included; null when there is nobody of that id. */
  page(providerId: string, staff: string, days: { readonly from: string; readonly to: string }): Promise<StaffFacts | null>;
}
