import type { VisitPattern, Weekday } from '../model.js';
import type { RuleBook } from '../rules/rule-book.js';

/** What a relative or friend does on some weekdays (S066, S154). */
export interface FamilyCover {
  readonly tasks: readonly string[];
  /** Empty: every day. */
  readonly weekdays: readonly Weekday[];
  /** Clock times `HH:MM` they are there; null: all day. */
  readonly from: string | null;
  readonly to: string | null;
  /** Most they do in a week. */
  readonly minutesPerWeek: number;
}

/** What is to be cut into visits. */
export interface ShapingOrder {
  /** Staff minutes; a visit by two counts twice. */
  readonly grantedMinutes: number;
  readonly grantedPer: 'week' | 'month';
  readonly tasks: readonly string[];
  readonly flags: readonly string[];
  readonly family: readonly FamilyCover[];
  /** Shortest lawful visit in minutes; absent: as the rule book says. */
  readonly shortestVisit?: number;
  readonly book?: RuleBook;
}

/** A recurring visit as proposed: on its weekdays, every week, once a day. */
export interface ProposedPattern {
  readonly tasks: readonly string[];
  readonly weekdays: readonly Weekday[];
  /** Start window, clock times, both ends included. */
  readonly window: { readonly from: string; readonly to: string };
  readonly minutes: number;
  readonly staffCount: number;
}

/** A pattern of the decision as it stands. */
export type StandingPattern = Pick<
  VisitPattern,
  'id' | 'tasks' | 'weekdays' | 'timesPerWeek' | 'minDaysBetween' | 'everyWeeks' | 'windows' | 'durationMinutes' | 'staffCount'
> &
  Pick<Partial<VisitPattern>, 'externalId'>;

/**
 * Why a pattern is not left as it stands: its task is not granted any more, the
 * family does it, the grant is smaller, there is room for more in the grant.
 */
export type ShapingCause = 'not_granted' | 'family' | 'grant_smaller' | 'grant_room';

/** What becomes of one pattern. */
export type PatternDifference =
  | { readonly effect: 'kept'; readonly id: string; readonly after: ProposedPattern }
  | { readonly effect: 'changed'; readonly id: string; readonly after: ProposedPattern; readonly cause: ShapingCause }
  | { readonly effect: 'removed'; readonly id: string; readonly cause: ShapingCause }
  | {
      readonly effect: 'added';
      readonly after: ProposedPattern;
      readonly cause: ShapingCause;
      /** The pattern whose visits of these days it goes on with; null: new ones. */
      readonly continues: string | null;
    };

/** How often a week a task is missing, and why. */
export interface Shortfall {
  readonly task: string;
  /** `grant`: no minutes left. `on_request`: has no weekly rhythm. `other_staff`: not a carer's. */
  readonly cause: 'grant' | 'on_request' | 'other_staff';
  readonly timesPerWeek: number;
}

export interface Proposal {
  /** In the order of the day, then of the week. */
  readonly patterns: readonly ProposedPattern[];
  /** What becomes of each pattern that stands, and what is new. */
  readonly differences: readonly PatternDifference[];
  /** Staff minutes of every week. */
  readonly minutesPerWeek: number;
  /** Staff minutes of the fullest week or month there can be; never more than granted. */
  readonly minutesInPeriod: number;
  /** Granted minutes of that week or month that no lawful visit can use. */
  readonly lostToRounding: number;
  /** Minutes a week in visits beyond what their tasks take, because visits have a shortest length and a grid. */
  readonly padding: number;
  /** Tasks the family does, in times a week. */
  readonly byFamily: readonly { readonly task: string; readonly timesPerWeek: number }[];
  readonly shortfalls: readonly Shortfall[];
}
