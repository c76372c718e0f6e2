import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { draftInvoices, keepLedger, ledgerRows, ledgerTotal, type LedgerEntry } from '#planning';
import { addDays } from '#time';
import { cases } from './cases.js';
import { naiveLedger } from './naive-ledger.js';
import { GAPS, COLUMNS, inOrder, plain } from './plain-ledger.js';
import { afterRun, history } from './random-history.js';

/** What is left of a difference once its causes are taken off: nothing. */
function unexplained(entry: LedgerEntry): readonly number[] {
  return (['minutes', 'cents'] as const).flatMap((field) =>
    GAPS.map(
      (gap, i) => entry[COLUMNS[i]][field] - entry[COLUMNS[i + 1]][field] - entry[gap].reduce((sum, one) => sum + one[field], 0),
    ),
  );
}

const NOTHING_LEFT = [0, 0, 0, 0, 0, 0];

describe('the ledger of any two months', () => {
  it('equals an independent recomputation, day by day, to the minute and the cent', () => {
    fc.assert(
      fc.property(history, (facts) => {
        expect(inOrder(keepLedger(facts).map(plain))).toEqual(inOrder(naiveLedger(facts)));
      }),
      { numRuns: cases(100) },
    );
  }, 120_000);

  it('explains every difference in every row of weeks, of months and of any days, and in their totals', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 50 }), fc.integer({ min: 0, max: 30 }), (facts, first, length) => {
        const from = addDays(facts.from, first);
        const range = { from, to: [addDays(from, length), facts.to].sort()[0] };
        const days = keepLedger(facts);
        const rows = (['week', 'month', 'range'] as const).map((step) => ledgerRows(days, range, step));
        for (const row of rows.flat()) expect(unexplained(row)).toEqual(NOTHING_LEFT);
        const totals = rows.map((some) => ledgerTotal(some));
        for (const total of totals) expect(total).toEqual(totals[0]);
      }),
      { numRuns: cases(40) },
    );
  }, 60_000);

  it('has funders’ cents that add up, and asks nobody for more than was delivered and granted', () => {
    fc.assert(
      fc.property(history, (facts) => {
        for (const { granted, planned, delivered, billed } of keepLedger(facts)) {
          for (const { cents, municipality, client, state } of [granted, planned, delivered, billed]) {
            expect(municipality + client + state).toBe(cents);
          }
        }
        const billed = afterRun({ ...facts, rounding: [], visits: facts.visits.map((visit) => ({ ...visit, billed: [] })) });
        for (const account of billed.accounts.filter(({ kind }) => kind === 'decision')) {
          const days = keepLedger({ ...billed, accounts: [account] });
          for (const row of ledgerRows(days, billed, 'range')) {
            expect(row.billed.minutes).toBeLessThanOrEqual(row.delivered.minutes);
          }
        }
      }),
      { numRuns: cases(20) },
    );
  }, 60_000);
});

describe('a billing run over any two months', () => {
  it('leaves nothing to bill or to correct, and a second one finds nothing', () => {
    fc.assert(
      fc.property(history, (facts) => {
        const billed = afterRun(facts);
        expect(draftInvoices(billed, billed)).toEqual([]);
        const total = ledgerTotal(keepLedger(billed));
        const owing = total.notBilled.filter(({ cause }) => cause === 'not_billed' || cause === 'to_correct');
        // Only where more was given back by hand than is left to take back is anything left to correct.
        const credits = billed.visits.some(({ billed: lines }) => lines.some(({ cause }) => cause === 'credit_agreed'));
        if (!credits) expect(owing).toEqual([]);
        for (const { billed: lines } of billed.visits) {
          for (const funder of ['municipality', 'client', 'state']) {
            const own = lines.filter((line) => line.funder === funder);
            expect(own.reduce((sum, { cents }) => sum + cents, 0)).toBeGreaterThanOrEqual(0);
            expect(own.filter(({ corrects }) => corrects === null).length).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: cases(40) },
    );
  }, 60_000);
});
