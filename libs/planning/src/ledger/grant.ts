import { addDays, daysFrom, isoWeekStart, weekdayIndex } from '#time';
import { shareAt } from './amount.js';
import { covers, type GrantSpan, type LedgerAccount } from './ledger-facts.js';

/** The grant in force on a day. */
export function grantOn(account: LedgerAccount, day: string): GrantSpan | undefined {
  return account.grants.find((span) => covers(span, day));
}

/** What a day's grant and visits are compared over: its calendar month under a monthly grant, its ISO week otherwise. */
export function groupKey(account: LedgerAccount, day: string): string {
  const allows = grantOn(account, day)?.allows;
  const monthly = allows !== undefined && allows !== 'ordered' && allows.per === 'month';
  return monthly ? `month ${day.slice(0, 7)}` : `week ${isoWeekStart(day)}`;
}

/** The days that are compared together with a day. */
export function groupDays(account: LedgerAccount, day: string): readonly string[] {
  const key = groupKey(account, day);
  const days = key.startsWith('month') ? monthOf(day) : daysFrom(isoWeekStart(day), addDays(isoWeekStart(day), 6));
  return days.filter((other) => groupKey(account, other) === key);
}

/**
 * Granted minutes of one day: the week's or month's minutes in whole shares over all its days, so that a decision in
 * force for a part of it grants that part, and weeks and months are sums of days.
 */
export function dayMinutes(account: LedgerAccount, day: string): number {
  const grant = grantOn(account, day);
  if (!grant || grant.allows === 'ordered') return 0;
  const { minutes, per } = grant.allows;
  return per === 'week' ? weekShare(minutes, day) : shareAt(minutes, Number(day.slice(8)) - 1, monthOf(day).length);
}

/** A day's whole share of minutes a week. */
export function weekShare(minutesPerWeek: number, day: string): number {
  return shareAt(minutesPerWeek, weekdayIndex(day), 7);
}

/** Granted minutes of days together. */
export function grantMinutes(account: LedgerAccount, days: readonly string[]): number {
  return days.reduce((sum, day) => sum + dayMinutes(account, day), 0);
}

/** All days of the calendar month around a day. */
export function monthOf(day: string): readonly string[] {
  const first = `${day.slice(0, 8)}01`;
  const last = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10);
  return daysFrom(first, last);
}
