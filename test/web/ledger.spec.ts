import { describe, expect, it } from '@jest/globals';
import { LEDGER_CAUSES } from '#planning';
import { monthAfter, monthDays, monthOf } from '../../apps/web/src/ledger/months.js';
import { formatsFor } from '../../apps/web/src/text/format.js';
import { ledgerCauseTexts, ledgerTexts } from '../../apps/web/src/text/ledger-texts.js';

describe('the ledger page', () => {
  it('has words for every cause of the ledger and for no other, each in three languages', () => {
    expect(Object.keys(ledgerCauseTexts).sort()).toEqual(Object.keys(LEDGER_CAUSES).sort());
    for (const words of [...Object.values(ledgerCauseTexts), ...Object.values(ledgerTexts)]) {
      expect(Object.values(words).filter((word) => word.trim() !== '')).toHaveLength(3);
    }
  });

  it.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
  ])('goes from %s by %i to %s', (month, months, then) => expect(monthAfter(month, months)).toBe(then));

  it.each([
    ['2028-02-29', '2028-02-01', '2028-02-29'],
    ['2026-02-28', '2026-02-01', '2026-02-28'],
    ['2026-12-31', '2026-12-01', '2026-12-31'],
  ])('shows the month of %s from %s to %s', (day, from, to) => expect(monthDays(monthOf(day))).toEqual({ from, to }));

  it('writes months and money as each language does', () => {
    const units = { h: 'h', min: 'min' };
    const written = (['lv', 'en', 'ru'] as const).map((language) => {
      const formats = formatsFor(language, units);
      return [formats.month('2026-11'), formats.euros(123_456), formats.euros(-5)].join(' | ').replaceAll('\u00a0', ' ');
    });
    expect(written).toEqual([
      '2026. g. novembris | 1234,56 € | -0,05 €',
      'November 2026 | €1,234.56 | -€0.05',
      'ноябрь 2026 г. | 1 234,56 € | -0,05 €',
    ]);
  });
});
