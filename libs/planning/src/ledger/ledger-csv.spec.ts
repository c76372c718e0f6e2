import { expect, it } from '@jest/globals';
import type { LedgerRowView } from '#contracts';
import { ledgerCsv } from './ledger-csv.js';

const NOTHING = { minutes: 0, cents: 0, municipality: 0, client: 0, state: 0 };

it.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+371', "'+371"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['17/2026, "A"', '"17/2026, ""A"""'],
  ['17/2026', '17/2026'],
])('a number %j of a decision is no formula in a spreadsheet', (number, cell) => {
  const row: LedgerRowView = {
    ...{ account: '00000000-0000-4000-8000-000000000001', kind: 'decision', number, client: 'Anna', clientNumber: 'C1' },
    ...{ municipality: 'Rīga', district: null, from: '2026-11-01', to: '2026-11-30', granted: NOTHING, planned: NOTHING },
    ...{ delivered: NOTHING, billed: NOTHING, notPlanned: [], notDelivered: [], notBilled: [] },
  };
  expect(ledgerCsv([row]).split('\r\n')[1]).toMatch(`decision,${cell},C1,Rīga,2026-11-01,2026-11-30,0,0,0,0,0,0,0,0`);
});
