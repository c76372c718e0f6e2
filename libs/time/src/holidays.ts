import { addDays, dayNumber, isWeekend, weekdayIndex, type IsoDay } from './iso-day.js';

/**
 * A day off by law. `holiday`: of the law itself. `moved`: the working day given
 * for a holiday that falls on a weekend. `oneOff`: set for one year.
 */
export interface Holiday {
  readonly date: IsoDay;
  readonly name: string;
  readonly kind: 'holiday' | 'moved' | 'oneOff';
}

/** Holidays on a fixed day of the year (law on holidays, section 1): month-day and name. */
const FIXED: readonly (readonly [string, string])[] = [
  ['01-01', 'Jaunais gads'],
  ['05-01', 'Darba svētki'],
  ['05-04', 'Latvijas Republikas Neatkarības atjaunošanas diena'],
  ['06-23', 'Līgo diena'],
  ['06-24', 'Jāņu diena'],
  ['11-18', 'Latvijas Republikas proklamēšanas diena'],
  ['12-24', 'Ziemassvētku vakars'],
  ['12-25', 'Pirmie Ziemassvētki'],
  ['12-26', 'Otrie Ziemassvētki'],
  ['12-31', 'Vecgada diena'],
];

/** Holidays by their distance in days from Easter Sunday. */
const FROM_EASTER: readonly (readonly [number, string])[] = [
  [-2, 'Lielā Piektdiena'],
  [0, 'Pirmās Lieldienas'],
  [1, 'Otrās Lieldienas'],
  [49, 'Vasarsvētki'],
];

/** Closing days of the Song and Dance Festival: every five years, the day set by the organisers. */
const FESTIVAL_CLOSINGS: readonly IsoDay[] = ['2018-07-08', '2023-07-09'];
const FESTIVAL = 'Vispārējo latviešu Dziesmu un deju svētku noslēguma diena';

/** Days off the Saeima set for one year, with weeks of notice. */
const ONE_OFF: readonly (readonly [IsoDay, string])[] = [
  ['2018-09-24', 'Pāvesta Franciska vizīte'],
  ['2023-05-29', 'Latvijas hokeja izlases bronzas medaļa'],
];

/** The holidays whose weekend day is made up for (section 1, last part): by month and day; the festival's closing too. */
const MADE_UP: readonly string[] = ['05-04', '11-18'];

/**
 * Days off of a year in Latvia under the law "Par svētku, atceres un atzīmējamām
 * dienām", section 1, as it stands since 2008, sorted by date. When 4 May,
 * 18 November or the festival's closing day falls on a Saturday or a Sunday,
 * the next working day is off as well. Festivals and one-off days are known
 * up to 2026; give later ones to {@link workingCalendar}.
 */
export function latvianHolidays(year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  const days: Holiday[] = [
    ...FIXED.map(([monthDay, name]) => holiday(`${year}-${monthDay}`, name)),
    ...FROM_EASTER.map(([days, name]) => holiday(addDays(easter, days), name)),
    holiday(mothersDay(year), 'Mātes diena'),
    ...FESTIVAL_CLOSINGS.filter((day) => inYear(day, year)).map((day) => holiday(day, FESTIVAL)),
    ...ONE_OFF.filter(([day]) => inYear(day, year)).map(([date, name]) => ({ date, name, kind: 'oneOff' as const })),
  ];
  const taken = new Set(days.map((day) => day.date));
  for (const { date, name } of [...days]) {
    const madeUp = MADE_UP.includes(date.slice(5)) || name === FESTIVAL;
    if (!madeUp || !isWeekend(date)) continue;
    let next = addDays(date, 1);
    while (isWeekend(next) || taken.has(next)) next = addDays(next, 1);
    taken.add(next);
    days.push({ date: next, name, kind: 'moved' });
  }
  return days.sort((a, b) => a.date.localeCompare(b.date));
}

/** Easter Sunday of the Western church (Meeus, Jones and Butcher's form of the Gregorian computus). */
export function easterSunday(year: number): IsoDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const shifted = h + l - 7 * m + 114;
  return `${year}-${pad(Math.floor(shifted / 31))}-${pad((shifted % 31) + 1)}`;
}

/** The second Sunday of May. */
function mothersDay(year: number): IsoDay {
  const first = `${year}-05-01`;
  return addDays(first, 6 - weekdayIndex(first) + 7);
}

function holiday(date: IsoDay, name: string): Holiday {
  dayNumber(date);
  return { date, name, kind: 'holiday' };
}

function inYear(day: IsoDay, year: number): boolean {
  return day.startsWith(`${year}-`);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
