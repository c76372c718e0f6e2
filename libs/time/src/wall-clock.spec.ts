import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysFrom } from './iso-day.js';
import { clockOf, clockSeconds, clockSpan, dayOf, endOfDay, instantOf, isoOf, startOfDay } from './wall-clock.js';

/** Epoch seconds of an ISO text with its offset. */
const at = (iso: string): number => Date.parse(iso) / 1000;

describe('instantOf in Europe/Riga', () => {
  it.each([
    ['a winter morning', '2026-11-24', '07:30', '2026-11-24T07:30:00+02:00'],
    ['a summer morning', '2026-07-01', '07:30', '2026-07-01T07:30:00+03:00'],
    ['the end of a day', '2026-11-24', '24:00', '2026-11-25T00:00:00+02:00'],
    ['before the spring change', '2026-03-29', '02:59', '2026-03-29T02:59:00+02:00'],
    ['inside the spring gap', '2026-03-29', '03:30', '2026-03-29T04:30:00+03:00'],
    ['at the gap', '2026-03-29', '03:00', '2026-03-29T04:00:00+03:00'],
    ['after the spring change', '2026-03-29', '04:00', '2026-03-29T04:00:00+03:00'],
    ['midday of the spring change', '2026-03-29', '12:00', '2026-03-29T12:00:00+03:00'],
    ['before the autumn change', '2026-10-25', '02:59', '2026-10-25T02:59:00+03:00'],
    ['the repeated hour', '2026-10-25', '03:30', '2026-10-25T03:30:00+03:00'],
    ['after the autumn change', '2026-10-25', '04:00', '2026-10-25T04:00:00+02:00'],
    ['the end of the autumn change', '2026-10-25', '24:00', '2026-10-26T00:00:00+02:00'],
  ])('%s', (_, day, clock, expected) => expect(instantOf(day, clock)).toBe(at(expected)));

  it.each(['7:30', '24:01', '25:00', '12:60', '', 'noon'])("refuses '%s'", (clock) => {
    expect(() => instantOf('2026-11-24', clock)).toThrow(`'${clock}' is not a time HH:MM from 00:00 to 24:00`);
  });

  it('knows other zones', () => {
    expect(instantOf('2026-03-08', '02:30', 'America/New_York')).toBe(at('2026-03-08T03:30:00-04:00'));
    expect(instantOf('2026-11-01', '01:30', 'America/New_York')).toBe(at('2026-11-01T01:30:00-04:00'));
    expect(instantOf('2026-06-15', '12:15', 'Asia/Kathmandu')).toBe(at('2026-06-15T12:15:00+05:45'));
  });

  it('shows the asked time again, and the first instant that does, on every day of 21 years', () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7669 }), minutes, (offset, minute) => {
        const day = addDays('2015-01-01', offset);
        const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const instant = instantOf(day, clock);
        const shown = `${dayOf(instant)} ${clockOf(instant)}`;
        const skipped = shown !== `${day} ${clock}`;
        if (skipped) expect(shown).toBe(`${day} 04${clock.slice(2)}`);
        else expect(`${dayOf(instant - 3600)} ${clockOf(instant - 3600)}`).not.toBe(shown);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a local day', () => {
  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-11-24', 24],
  ])('%s has %d hours', (day, hours) => expect(endOfDay(day) - startOfDay(day)).toBe(hours * 3600));

  it('ends where the next begins, 23, 24 or 25 hours later, over 21 years', () => {
    const days = daysFrom('2015-01-01', '2035-12-31');
    expect(days.map((day) => endOfDay(day))).toEqual(days.map((day) => startOfDay(addDays(day, 1))));
    expect(days.map((day) => dayOf(endOfDay(day) - 1))).toEqual(days);
    const lengths = days.map((day) => (endOfDay(day) - startOfDay(day)) / 3600);
    const count = (hours: number): number => lengths.filter((length) => length === hours).length;
    expect([count(23), count(24), count(25)]).toEqual([21, 7670 - 42, 21]);
  });
});

describe('texts of an instant', () => {
  it('carries the offset of its season', () => {
    expect(isoOf(at('2026-10-25T00:30:00Z'))).toBe('2026-10-25T03:30:00+03:00');
    expect(isoOf(at('2026-10-25T01:30:00Z'))).toBe('2026-10-25T03:30:00+02:00');
    expect(isoOf(at('2026-06-15T06:30:00Z'), 'America/New_York')).toBe('2026-06-15T02:30:00-04:00');
  });

  it('counts clock seconds to 24:00', () => {
    expect([clockSeconds('00:00'), clockSeconds('07:30'), clockSeconds('24:00')]).toEqual([0, 27_000, 86_400]);
  });
});

describe('clockSpan', () => {
  it.each([
    ['a morning', '2026-11-24', '08:00', '10:00', 2],
    ['over the spring gap', '2026-03-29', '02:00', '05:00', 2],
    ['over the repeated hour', '2026-10-25', '02:00', '05:00', 4],
    ['a night', '2026-11-24', '22:00', '06:00', 8],
    ['the night of the spring change', '2026-03-28', '22:00', '06:00', 7],
    ['turned around by the gap', '2026-03-29', '03:30', '04:00', 0],
    ['to the end of the day', '2026-10-25', '00:00', '24:00', 25],
    ['a moment', '2026-11-24', '08:00', '08:00', 0],
  ])('%s lasts %d h', (_, day, from, to, hours) => {
    const { start, end } = clockSpan(day, from, to);
    expect((end - start) / 3600).toBe(hours);
  });
});

describe('the machine’s own zone', () => {
  it.each(['UTC', 'America/New_York', 'Pacific/Auckland'])('%s changes nothing', (zone) => {
    const script = `
      const t = await import(${JSON.stringify(new URL('./index.js', import.meta.url).href)});
      const days = ['2026-03-28', '2026-03-29', '2026-10-25', '2026-12-31'];
      console.log(JSON.stringify(days.map((d) => [t.instantOf(d, '03:30'), t.endOfDay(d), t.weekdayOf(d), t.dayOf(t.startOfDay(d)),
        t.addMonths(d, 2), t.nextWorkingDay(d), t.isoOf(t.startOfDay(d))])));`;
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { TZ: zone } });
    expect(JSON.parse(out.toString())).toEqual([
      [1774661400, 1774735200, 'SA', '2026-03-28', '2026-05-28', '2026-03-30', '2026-03-28T00:00:00+02:00'],
      [1774747800, 1774818000, 'SU', '2026-03-29', '2026-05-29', '2026-03-30', '2026-03-29T00:00:00+02:00'],
      [1792888200, 1792965600, 'SU', '2026-10-25', '2026-12-25', '2026-10-26', '2026-10-25T00:00:00+03:00'],
      [1798680600, 1798754400, 'TH', '2026-12-31', '2027-02-28', '2027-01-04', '2026-12-31T00:00:00+02:00'],
    ]);
  });
});
