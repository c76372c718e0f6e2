import { describe, expect, it } from '@jest/globals';
import type { FieldKind } from '../columns/kinds.js';
import type { Cell } from './cell.js';
import { daySerial } from './dates.js';
import { bared, neutralised } from './neutral.js';
import { readCell } from './read-cell.js';

const date: FieldKind = { is: 'date' };
const time: FieldKind = { is: 'time' };
const yes: FieldKind = { is: 'boolean' };
const whole: FieldKind = { is: 'number', least: 0, most: 100 };
const degrees: FieldKind = { is: 'coordinate', least: 0, most: 90 };
const text: FieldKind = { is: 'text', least: 1, most: 200 };
const days: FieldKind = {
  is: 'list',
  of: { is: 'choice', options: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] },
  least: 0,
  most: Infinity,
};
const codes: FieldKind = { is: 'list', of: { is: 'code' }, least: 0, most: Infinity };
const points: FieldKind = { is: 'list', of: whole, least: 0, most: 10 };
const windows: FieldKind = { is: 'windows', most: 6 };
const modes: FieldKind = { is: 'choice', options: ['walk', 'bicycle', 'car', 'transit'] };

describe('a cell read as', () => {
  it.each<[string, FieldKind, Cell, unknown]>([
    ['a day', date, '24.11.2026', '2026-11-24'],
    ['a day', date, '4.1.2026.', '2026-01-04'],
    ['a day', date, '24. 11. 2026', '2026-11-24'],
    ['a day', date, '24-11-2026', '2026-11-24'],
    ['a day', date, '24/11/2026', '2026-11-24'],
    ['a day', date, '11/24/2026', '2026-11-24'],
    ['a day', date, '05/05/2026', '2026-05-05'],
    ['a day', date, '2026.11.24.', '2026-11-24'],
    ['a day', date, '2026-11-24T00:00:00.000Z', '2026-11-24'],
    ['a day', date, 20_261_124, '2026-11-24'],
    ['a day', date, 46_350, '2026-11-24'],
    ['a day', date, '46350', '2026-11-24'],
    ['a day', date, { serial: 46_350 }, '2026-11-24'],
    ['a leap day', date, '29.02.2028', '2028-02-29'],
    ['a time', time, '8:00', '08:00'],
    ['a time', time, '08.00', '08:00'],
    ['a time', time, '08:00:00', '08:00'],
    ['a time', time, '8', '08:00'],
    ['a time', time, 14, '14:00'],
    ['a time', time, 0.5, '12:00'],
    ['a time', time, '0,75', '18:00'],
    ['a time', time, { serial: 0.333333333 }, '08:00'],
    ['midnight', time, 0, '00:00'],
    ['the end of the day', time, '24:00', '24:00'],
    ['the end of the day', time, { serial: 1 }, '24:00'],
    ['yes', yes, 'JĀ', true],
    ['yes', yes, 'ja', true],
    ['yes', yes, 'Да', true],
    ['yes', yes, 'X', true],
    ['yes', yes, '✓', true],
    ['no', yes, 'nē', false],
    ['no', yes, 'Нет', false],
    ['no', yes, 0, false],
    ['a number', whole, ' 42 ', 42],
    ['a number', whole, '1 234', 1234],
    ['a number', whole, '12,0', 12],
    ['degrees', degrees, '56,9496°', 56.9496],
    ['a text', text, 29_123_456, '29123456'],
    ['a text', text, "'=2", '=2'],
    ['a text', text, "'s-Gravenhage", "'s-Gravenhage"],
    ['nothing', text, '\u00A0\u200B ', undefined],
    ['nothing', date, null, undefined],
    ['weekdays', days, 'P-Pk', ['MO', 'TU', 'WE', 'TH', 'FR']],
    ['weekdays', days, 'darba dienas; Sv', ['MO', 'TU', 'WE', 'TH', 'FR', 'SU']],
    ['weekdays', days, 'Пн, Ср', ['MO', 'WE']],
    ['weekdays', days, 'Mo We Fr', ['MO', 'WE', 'FR']],
    ['weekdays', days, 'katru dienu', ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']],
    ['weekdays', days, 3, ['WE']],
    ['codes, each once', codes, 'bath; CLEAN;BATH', ['BATH', 'CLEAN']],
    ['points, as often as they stand', points, '2; 1; 1', [2, 1, 1]],
    ['a choice', modes, 'Sabiedriskais transports', 'transit'],
    ['a choice', modes, 'ar kājām', 'walk'],
    [
      'windows',
      windows,
      '8.00-12.00, 16:00–24:00',
      [
        { from: '08:00', to: '12:00' },
        { from: '16:00', to: '24:00' },
      ],
    ],
    ['windows', windows, '08:00 līdz 12:00', [{ from: '08:00', to: '12:00' }]],
  ])('%s: %s %j', (_, kind, cell, value) => {
    expect(readCell(kind, cell)).toEqual({ ok: true, value });
  });

  it.each<[FieldKind, Cell, string]>([
    [date, '24.11.26', 'cell.date_ambiguous'],
    [date, '03/04/2026', 'cell.date_ambiguous'],
    [date, 2026, 'cell.date_ambiguous'],
    [date, '2026', 'cell.date_ambiguous'],
    [date, '30.02.2026', 'cell.date'],
    [date, '2026-13-01', 'cell.date'],
    [date, '24.11', 'cell.date'],
    [date, { serial: 46_350.5 }, 'cell.date'],
    [date, true, 'cell.date'],
    [time, '24:01', 'cell.time'],
    [time, '8:60', 'cell.time'],
    [time, '8:5', 'cell.time'],
    [time, 8.3, 'cell.time'],
    [time, '8.3', 'cell.time'],
    [time, 1, 'cell.time'],
    [time, { serial: 46_350.333 }, 'cell.time'],
    [time, 0.00001, 'cell.time'],
    [yes, 'jo', 'cell.boolean'],
    [yes, 2, 'cell.boolean'],
    [whole, '1,234.5', 'cell.number'],
    [whole, '12.5', 'cell.number'],
    [whole, '30 min', 'cell.number'],
    [whole, { serial: 30 }, 'cell.number'],
    [degrees, '56.9496, 24.1052', 'cell.number'],
    [text, { serial: 46_350 }, 'cell.date_in_text'],
    [days, 'P-X', 'cell.choice'],
    [days, 'Pk-P', 'cell.choice'],
    [windows, '08:00', 'cell.windows'],
    [windows, '08:00-12:00-14:00', 'cell.windows'],
    [windows, 0.3, 'cell.windows'],
    [text, '#N/A', 'cell.formula_error'],
  ])('%j refuses %j', (kind, cell, code) => {
    expect(readCell(kind, cell)).toMatchObject({ ok: false, code });
  });
});

describe('Excel serials', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, undefined],
    [61, '1900-03-01'],
    [73_415, '2100-12-31'],
    [73_416, undefined],
    [0, undefined],
    [1.5, undefined],
  ])('%d is %s', (serial, day) => expect(daySerial(serial)).toBe(day));
});

describe('neutralising', () => {
  it.each(['=1', '+1', '-1', '@a', "'=1", "''+x", '#REF!'])('%s gets an apostrophe, which comes off again', (value) => {
    expect(neutralised(value)).toBe(`'${value}`);
    expect(bared(neutralised(value))).toBe(value);
  });

  it.each(['a=1', "'s", '# 5', ''])('%j stays', (value) => {
    expect(neutralised(value)).toBe(value);
    expect(bared(value)).toBe(value);
  });
});
