import { describe, expect, it } from '@jest/globals';
import { clock, day, event, MONDAY, stay } from '../ledger/facts.fixture.js';
import { measureQuality, type MeasuredVisit } from './quality.js';

const WEEK = { from: MONDAY, to: day(6) };

/** An hour at nine of a client in a district. */
function hour(index: number, more: Partial<MeasuredVisit> = {}): MeasuredVisit {
  const date = day(index);
  const planned = [{ part: 1, staffId: 'S', start: clock(date, 540), end: clock(date, 600) }];
  return { date, clientId: 'C', district: 'Centrs', planned, events: [], ...more };
}

/** Monday: on time; two others late and short; one refused; one nobody came to; one is still ahead. */
const VISITS = [
  hour(0, { events: stay(545, 600) }),
  hour(0, { clientId: 'B', district: 'Teika', events: stay(565, 590, 'T') }),
  hour(0, { clientId: 'C', events: stay(556, 600, 'T') }),
  hour(0, { events: [event('visit_refused', 540)] }),
  hour(1),
  hour(6),
];
const ROUTE = {
  date: MONDAY,
  staffId: 'S',
  profession: 'carer',
  contractMinutesPerWeek: 120,
  serviceSeconds: 3600,
  travelSeconds: 1800,
  waitingSeconds: 600,
};
const ROUTES = [ROUTE, { ...ROUTE, staffId: 'T', profession: 'nurse', travelSeconds: 600, waitingSeconds: 0 }];
const COSTS = new Map([
  ['carer', 900],
  ['nurse', 1200],
]);

describe('the quality of a week', () => {
  const { total, weeks, districts } = measureQuality(
    { visits: VISITS, routes: ROUTES, absences: [], hourCosts: COSTS },
    WEEK,
    clock(day(3), 0),
  );

  it('counts what is over: given, missed, not wanted, short, and on time within a quarter of an hour', () => {
    expect(total).toMatchObject({ planned: 5, given: 3, missed: 1, refused: 1, short: 1, punctual: 333 });
    expect(total).toMatchObject({ plannedMinutes: 300, deliveredMinutes: 55 + 25 + 44 });
  });

  it('counts the different people of a client, and compares districts', () => {
    // C saw two, B one.
    expect([total.people, total.mostPeople]).toEqual([15, 2]);
    expect(districts.map(({ name, planned, given, people }) => [name, planned, given, people])).toEqual([
      ['Centrs', 4, 2, 20],
      ['Teika', 1, 1, 10],
    ]);
  });

  it('tells how working time was spent and shared', () => {
    // 100 and 70 minutes of work on one working day, of contracts of 120 a week; 40 on the way; 170 for 124 delivered.
    expect(total).toMatchObject({
      travelMinutes: 40,
      waitingMinutes: 10,
      travelShare: 235,
      lowestLoad: 292,
      highestLoad: 417,
      minutesPerHour: 82,
      // 100 minutes at 9 euros and 70 at 12 are 29.00 for 124 minutes delivered.
      costPerHour: 1403,
    });
    expect(weeks).toEqual([{ ...WEEK, ...total }]);
  });

  it('measures load by the working days that were planned, without leave, whatever else the days hold', () => {
    // 100 minutes each on Monday, Friday and Saturday; T is away on Friday.
    const routes = [0, 4, 5].flatMap((at) => ['S', 'T'].map((staffId) => ({ ...ROUTE, staffId, date: day(at) })));
    const away = routes.filter(({ staffId, date }) => staffId === 'S' || date !== day(4));
    const absences = [{ staffId: 'T', from: day(4), to: day(4) }];
    const facts = { visits: [], routes: away, absences, hourCosts: COSTS };
    const month = { from: '2026-10-26', to: day(13) };
    // S: 300 of 48; T: 200 of 24. What is ahead of Saturday evening is no load yet.
    const loads = (now: number) => measureQuality(facts, month, now).total;
    expect(loads(clock(day(6), 0))).toMatchObject({ lowestLoad: 625, highestLoad: 833 });
    expect(loads(clock(day(5), 0))).toMatchObject({ lowestLoad: 417, highestLoad: 417 });
  });

  it('tells no cost while that of a profession at work is not known', () => {
    const facts = { visits: VISITS, routes: ROUTES, absences: [], hourCosts: new Map([['carer', 900]]) };
    expect(measureQuality(facts, WEEK, clock(day(3), 0)).total.costPerHour).toBeNull();
  });

  it('measures nothing where there is nothing', () => {
    const none = measureQuality({ visits: [], routes: [], absences: [], hourCosts: new Map() }, WEEK, 0);
    expect(none.total).toMatchObject({ planned: 0, punctual: null, people: null, travelShare: null, minutesPerHour: null });
    expect(none.districts).toEqual([]);
  });
});
