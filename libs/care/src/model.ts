import type { WorkingTerms } from './working-time/work-span.js';

/**
 * The domain as planning sees it: plain values, instants as epoch seconds
 * (UTC), calendar days as ISO dates, no personal names.
 */
export type Profession =
  'carer' | 'nurse' | 'feldsher' | 'physio' | 'physio_assistant' | 'ergo' | 'speech' | 'podiatrist' | 'van_crew' | 'gp';
export type TravelMode = 'walk' | 'bicycle' | 'car' | 'transit';
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

/** Degrees WGS 84. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** The person receiving care. */
export interface Client {
  readonly id: string;
  readonly position: Position;
  readonly languages: readonly string[];
  /** Conditions that switch task rules: `two_person`, `bedbound`, `waterproof_dressing` ... */
  readonly flags: readonly string[];
}

export interface Qualification {
  readonly kind: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A paid person who visits: carer, nurse, physiotherapist ... */
export interface StaffMember {
  readonly id: string;
  readonly professions: readonly Profession[];
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly travelMode: TravelMode;
  readonly start: Position;
  readonly qualifications: readonly Qualification[];
  /** What is agreed about working time. Absent: normal time in full. */
  readonly terms?: WorkingTerms;
}

/** One rostered working period, absences already taken out. */
export interface Shift {
  readonly id: string;
  readonly staffId: string;
  readonly date: string;
  readonly start: number;
  readonly end: number;
  readonly breakSeconds: number;
}

/** Who pays for a visit and under what: a municipality's decision, a state-paid episode, or the client alone. */
export type Funding =
  | { readonly kind: 'decision'; readonly id: string; readonly municipalityPercent: number | null }
  | { readonly kind: 'episode'; readonly id: string }
  | { readonly kind: 'private' };

/** A recurring visit as granted or ordered. Dates are inclusive; wall-clock times are Europe/Riga. */
export interface VisitPattern {
  readonly id: string;
  /** The provider's own id where storage has another: the choice of days hangs on it, so that a new import chooses alike. */
  readonly externalId?: string;
  /** The pattern whose visits its visits go on as, since hours were cut anew: they are known by that one's id. Absent: its own. */
  readonly continues?: string;
  readonly clientId: string;
  readonly funding: Funding;
  readonly tasks: readonly string[];
  readonly durationMinutes: number;
  readonly profession: Profession;
  readonly skills: readonly string[];
  readonly staffCount: number;
  readonly weekdays: readonly Weekday[];
  readonly timesPerWeek: number | null;
  readonly minDaysBetween: number;
  readonly everyWeeks: number;
  /** Start windows `HH:MM`, one a visit of the day, both ends included. */
  readonly windows: readonly { readonly from: string; readonly to: string }[];
  /** 1 (may wait) to 5 (must not be missed). */
  readonly priority: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly pausedFrom: string | null;
  readonly pausedTo: string | null;
  /** What its visits are on some days in place of the above; see {@link PatternChange}. Absent: always as above. */
  readonly changes?: readonly PatternChange[];
}

/** What the visits of a pattern ask for. */
export type PatternContent = Pick<VisitPattern, 'tasks' | 'durationMinutes' | 'staffCount' | 'windows'>;

/** Visits that are otherwise on one day (`to` is `from`), or from a day on (`to` null). */
export interface PatternChange {
  readonly from: string;
  readonly to: string | null;
  readonly content: PatternContent;
}

/** One order of a visit's tasks. */
export interface TaskOrder {
  readonly tasks: readonly string[];
  /** What the wishes about tasks of this visit that it breaks cost, beyond those every order breaks. */
  readonly cost: number;
}

/** One occurrence of a pattern at one home. */
export interface Visit {
  /** Stable over regenerations: id of the pattern or of the one it continues, date and ordinal of the day. */
  readonly key: string;
  readonly patternId: string;
  readonly clientId: string;
  readonly date: string;
  /** 0 for the first visit of the pattern's day. */
  readonly ordinal: number;
  readonly funding: Funding;
  /** In the order they are done, unless a link's difference chooses another (see `tasksInOrder`). */
  readonly tasks: readonly string[];
  /** The orders to choose from, until links are derived; absent: the listed one. */
  readonly orders?: readonly TaskOrder[];
  readonly durationSeconds: number;
  readonly profession: Profession;
  readonly skills: readonly string[];
  readonly staffCount: number;
  /** Start windows in epoch seconds, both ends included. */
  readonly windows: readonly { readonly start: number; readonly end: number }[];
  readonly priority: number;
  /** Whether it is held for a client who is announced to be home again and may not be. Absent: it is certain. */
  readonly reserved?: boolean;
}

export interface Preference {
  readonly clientId: string;
  readonly staffId: string;
  readonly kind: 'preferred' | 'required' | 'excluded';
}

/** A task-pair rule of the rule book. `a`, `b` are task codes or `*` classes; times in minutes. */
export interface TaskRule {
  /** Stable: `BATH-WOUND-conflict`. */
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly kind: string;
  readonly minGap: number | null;
  readonly maxGap: number | null;
  readonly reason: string;
  readonly source: string;
  readonly confidence: 'high' | 'medium' | 'low' | 'default';
  readonly severity: 'hard' | 'soft' | 'default';
  /** A client flag that must be set; `unless X` when it must not; empty: always. */
  readonly condition: string;
}

/** What task rules demand of two visits of one client on one day, as allowed differences of their starts. */
export interface VisitLink {
  readonly before: string;
  readonly after: string;
  /** `joined`: wanted or required together; `parted`: must not overlap; `ordered`: one after the other. */
  readonly effect: 'joined' | 'parted' | 'ordered';
  /** start(after) - start(before) in seconds; sorted, disjoint, both ends included; null unbounded; cost 0 is what the rules like best. */
  readonly gaps: readonly { readonly min: number | null; readonly max: number | null; readonly cost: number }[];
  /** What tasks are done in which order at a difference, where that chooses; absent: as the visits list them. */
  readonly orders?: readonly LinkOrder[];
  readonly served: 'ifBoth' | 'together' | 'afterNeedsBefore' | 'beforeNeedsAfter';
  /** Ids of the rules behind it, most binding first. */
  readonly rules: readonly string[];
}

/** The orders of tasks that a stretch of differences stands on; both ends included, null unbounded. */
export interface LinkOrder {
  readonly min: number | null;
  readonly max: number | null;
  /** Null where this link does not choose. */
  readonly before: readonly string[] | null;
  readonly after: readonly string[] | null;
}
