import { expect } from '@jest/globals';
import { minutesOf } from '#demo';
import type { Persistence } from '#persistence';
import { keepLedger } from '#planning';
import { naiveLedger } from '../property/naive-ledger.js';
import { inOrder, plain } from '../property/plain-ledger.js';
import type { Lived } from './simulate-weeks.js';

/**
 * Holds the ledger of what was lived through against three books that know nothing of it: the slow recomputation of every
 * account and day from the facts, the simulation's own minutes of what was published and given, and the invoices.
 */
export async function expectTheSameBooks({ ledger }: Persistence, lived: Lived): Promise<void> {
  const { providerId, from, to, now, published, book } = lived;
  const { facts } = await ledger.read(providerId, { from, to }, now);
  const kept = keepLedger(facts);
  expect(inOrder(kept.map(plain))).toEqual(inOrder(naiveLedger(facts)));

  const accountOf = new Map(facts.visits.map(({ key, account, date }) => [key, `${account} ${date}`]));
  const [planned, given] = [new Map<string, number>(), new Map<string, number>()];
  const add = (sums: Map<string, number>, visit: string, minutes: number): void => {
    const place = accountOf.get(visit) ?? visit;
    sums.set(place, (sums.get(place) ?? 0) + minutes);
  };
  for (const { visit, start, end } of published) add(planned, visit, Math.round((end - start) / 60));
  for (const [visit, people] of book) for (const stay of people.values()) add(given, visit, minutesOf(stay));
  const days = kept.filter(({ day }) => day >= from && day <= to);
  const minutes = (column: 'planned' | 'delivered') =>
    days.filter((one) => one[column].minutes > 0).map((one) => [`${one.account} ${one.day}`, one[column].minutes] as const);
  const sorted = (pairs: Iterable<readonly [string, number]>) =>
    [...pairs].filter(([, n]) => n > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  expect(sorted(minutes('planned'))).toEqual(sorted(planned));
  expect(sorted(minutes('delivered'))).toEqual(sorted(given));

  const invoices = await ledger.invoices(providerId, { from, to });
  for (const funder of ['municipality', 'client', 'state'] as const) {
    const asked = invoices.filter((invoice) => invoice.funder === funder).reduce((sum, { cents }) => sum + cents, 0);
    expect([funder, days.reduce((sum, { billed }) => sum + billed[funder], 0)]).toEqual([funder, asked]);
  }
  // Nothing outside the limits was billed before somebody had looked: what still waits was never asked for, or was before.
  const waiting = facts.visits.filter(({ confirmed, events }) => !confirmed && events.length > 0);
  const untouched = waiting.filter(({ billed }) => billed.length === 0);
  expect(untouched.length).toBeGreaterThan(0);
}
