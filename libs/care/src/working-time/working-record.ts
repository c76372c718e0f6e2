import { addDays, isoWeekStart, LATVIA, type IsoDay, type WorkingCalendar } from '#time';
import { finding, type Found, type WorkingTimeFinding } from './finding.js';
import { LABOUR_LAW } from './labour-law.js';
import { lawLimit, type LawLimit, type WorkingTimeLaw, type WorkingTimeRule } from './law-limit.js';
import { workedSeconds, type WorkingTerms, type WorkSpan } from './work-span.js';

/** What one person's planned work is judged beside. */
export interface WorkingTimeContext {
  readonly terms: WorkingTerms;
  /** Work outside the plan, before and after it: whatever is known of the reference period and of a week around. */
  readonly history: readonly WorkSpan[];
  /** Absent: {@link LABOUR_LAW}. */
  readonly law?: WorkingTimeLaw;
  /** Absent: the law's, without transferred days. */
  readonly calendar?: WorkingCalendar;
}

/** One person's work, the plan's and what stands around it, by time. */
export class WorkingRecord {
  /** By start. */
  readonly spans: readonly WorkSpan[];
  readonly terms: WorkingTerms;
  readonly law: WorkingTimeLaw;
  readonly calendar: WorkingCalendar;
  private readonly planned: ReadonlySet<WorkSpan>;

  constructor(planned: readonly WorkSpan[], { terms, history, law = LABOUR_LAW, calendar = LATVIA }: WorkingTimeContext) {
    this.planned = new Set(planned);
    this.spans = [...planned, ...history].toSorted((a, b) => a.start - b.start);
    this.terms = terms;
    this.law = law;
    this.calendar = calendar;
  }

  /** Whether the plan is part of it: what history alone breaks is no plan's fault. */
  isPlanned(spans: readonly WorkSpan[]): boolean {
    return spans.some((span) => this.planned.has(span));
  }

  /** Days, each once, on which the plan has work. */
  plannedDays(): readonly IsoDay[] {
    return [...new Set([...this.planned].map(({ date }) => date))].sort();
  }

  /** Mondays of the weeks in which the plan has work. */
  plannedWeeks(): readonly IsoDay[] {
    return [...new Set(this.plannedDays().map((day) => isoWeekStart(day)))];
  }

  /** Spans that count for the days, both included. */
  between(from: IsoDay, to: IsoDay): readonly WorkSpan[] {
    return this.spans.filter(({ date }) => from <= date && date <= to);
  }

  /** Seconds worked on the days, both included. */
  worked(from: IsoDay, to: IsoDay = from): number {
    return this.between(from, to).reduce((sum, span) => sum + workedSeconds(span, this.law.journeys), 0);
  }

  /** Seconds worked in the week that begins on the Monday. */
  workedInWeek(monday: IsoDay): number {
    return this.worked(monday, addDays(monday, 6));
  }

  limit(rule: WorkingTimeRule, day: IsoDay): LawLimit | null {
    return lawLimit(this.law, rule, { regime: this.terms.regime, day });
  }

  /** The finding of work above a limit; none when it is not. */
  above(rule: WorkingTimeRule, found: Found, severity?: LawLimit['severity']): readonly WorkingTimeFinding[] {
    const limit = this.limit(rule, found.from);
    if (limit === null || found.seconds <= (found.limitMinutes ?? limit.minutes) * 60) return [];
    return [finding(limit, found, severity)];
  }

  /** The finding of rest below a limit; none when it is not. */
  below(rule: WorkingTimeRule, found: Found): readonly WorkingTimeFinding[] {
    const limit = this.limit(rule, found.from);
    return limit === null || found.seconds >= limit.minutes * 60 ? [] : [finding(limit, found)];
  }
}
