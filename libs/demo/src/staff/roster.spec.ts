import { describe, expect, it } from '@jest/globals';
import type { ProviderFile, SheetRow } from '#contracts';
import { addDays, daysFrom, instantOf, isoWeekStart } from '#time';
import { demoProvider } from '../demo-provider.js';
import { TIRED_CARER } from './staff.js';

const HOUR = 3600;
type Shift = SheetRow<'shifts'>;

const start = (shift: Shift): number => instantOf(shift.date, shift.start);
const end = (shift: Shift): number => instantOf(shift.date, shift.end);
const workHours = (shift: Shift): number => (end(shift) - start(shift)) / HOUR - shift.breakMinutes / 60;

function byStaff({ shifts }: ProviderFile): Shift[][] {
  const people = new Map<string, Shift[]>();
  for (const shift of shifts) people.set(shift.staff, [...(people.get(shift.staff) ?? []), shift]);
  return [...people.values()].map((own) => own.sort((a, b) => start(a) - start(b)));
}

/** Longest stretch without a shift that touches the week, in hours, counted inside the week. */
function longestRest(own: readonly Shift[], monday: string): number {
  const [from, to] = [instantOf(monday, '00:00'), instantOf(addDays(monday, 7), '00:00')];
  const inside = own.filter((shift) => end(shift) > from && start(shift) < to);
  const edges = [from, ...inside.flatMap((shift) => [start(shift), end(shift)]), to];
  return Math.max(...edges.flatMap((edge, i) => (i % 2 === 0 ? [(edges[i + 1] - edge) / HOUR] : [])));
}

// Rosters over a clock change and over a change of year are as lawful as others.
describe.each([
  ['riga-400', '2026-11-23'],
  ['riga-400', '2027-03-27'],
  ['riga-400', '2026-12-27'],
  ['riga-40', '2026-11-23'],
  ['riga-40', '2027-10-29'],
] as const)('rosters of %s around %s', (name, today) => {
  const file = demoProvider(name, { today });
  const people = byStaff(file);
  const mondays = Array.from({ length: 4 }, (_, week) => addDays(isoWeekStart(today), (week - 1) * 7));

  it('cover four weeks from the Monday before', () => {
    const dates = file.shifts.map(({ date }) => date).sort();
    expect([dates[0], dates[dates.length - 1]]).toEqual([mondays[0], addDays(mondays[3], 6)]);
  });

  it('leave 12 hours of rest between shifts, which never overlap', () => {
    for (const own of people)
      own.slice(1).forEach((shift, i) => expect((start(shift) - end(own[i])) / HOUR).toBeGreaterThanOrEqual(12));
  });

  it('leave 42 hours of rest in every week', () => {
    for (const own of people) for (const monday of mondays) expect(longestRest(own, monday)).toBeGreaterThanOrEqual(42);
  });

  it('keep to the contract: 40 or 24 hours a week', () => {
    const contracts = new Map(file.staff.map((member) => [member.id, member.contractMinutesPerWeek / 60]));
    for (const own of people) {
      for (const monday of mondays) {
        const week = own.filter(({ date }) => date >= monday && date < addDays(monday, 7));
        expect(week.reduce((sum, shift) => sum + workHours(shift), 0)).toBeLessThanOrEqual(contracts.get(own[0].staff) ?? 0);
      }
    }
  });

  it('have a break of half an hour in everything over six hours, and no work between 21:00 and 07:00', () => {
    for (const shift of file.shifts) {
      if ((end(shift) - start(shift)) / HOUR > 6) expect(shift.breakMinutes).toBeGreaterThanOrEqual(30);
      expect(shift.start >= '07:00' && shift.end <= '21:00').toBe(true);
    }
  });

  it('bring carers and a nurse out every day', () => {
    for (const day of daysFrom(mondays[0], addDays(mondays[3], 6))) {
      const away = new Set(file.absences.filter(({ from, to }) => from <= day && to >= day).map(({ staff }) => staff));
      const present = file.shifts.filter(({ date, staff }) => date === day && !away.has(staff));
      expect(present.filter(({ staff }) => staff.startsWith('A')).length).toBeGreaterThanOrEqual(2);
      expect(present.filter(({ staff }) => staff.startsWith('M')).length).toBeGreaterThanOrEqual(1);
    }
  });
});

describe('the carer of story 14', () => {
  it.each(['riga-400', 'riga-40'] as const)('of %s has exactly 42 hours in the week of the story', (name) => {
    const file = demoProvider(name, { today: '2026-11-23' });
    const own = byStaff(file).find(([shift]) => shift.staff === TIRED_CARER) ?? [];
    expect(longestRest(own, '2026-11-23')).toBe(42);
    expect(longestRest(own, '2026-11-30')).toBeGreaterThan(42);
  });
});
