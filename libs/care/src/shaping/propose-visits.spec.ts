import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, daysFrom, DAYS_OF_WEEK, weekdayOf } from '#time';
import { linksBetween } from '../links/links-between.js';
import type { VisitPattern } from '../model.js';
import { ruleBook } from '../rules/rule-book.js';
import { taskOf } from '../tasks/catalogue.js';
import { visitsOf } from '../visits/visits-of.js';
import { proposeVisits } from './propose-visits.js';
import { RHYTHMS } from './rhythm.js';
import type { FamilyCover, Proposal, ProposedPattern, ShapingOrder, StandingPattern } from './shaping-order.js';

const order = (tasks: string, hours: number, rest: Partial<ShapingOrder> = {}): ShapingOrder => ({
  grantedMinutes: Math.round(hours * 60),
  grantedPer: 'week',
  tasks: tasks.split(' '),
  flags: [],
  family: [],
  ...rest,
});
const line = ({ tasks, weekdays, window, minutes, staffCount }: ProposedPattern): string =>
  `${window.from}-${window.to} ${weekdays.join(' ')}: ${tasks.join(' ')}, ${minutes}${staffCount > 1 ? ` x ${staffCount}` : ''}`;
const lines = (proposal: Proposal): string[] => proposal.patterns.map(line);
const standing = (patterns: readonly ProposedPattern[]): StandingPattern[] =>
  patterns.map((pattern, i) => ({
    ...{ id: `P${i + 1}`, tasks: pattern.tasks, weekdays: pattern.weekdays, windows: [pattern.window] },
    ...{ durationMinutes: pattern.minutes, staffCount: pattern.staffCount, timesPerWeek: null, minDaysBetween: 1, everyWeeks: 1 },
  }));
const changes = (proposal: Proposal): string[] =>
  proposal.differences.map((difference) => {
    const name = difference.effect === 'added' ? '' : ` ${difference.id}`;
    const cause = difference.effect === 'kept' ? '' : ` ${difference.cause}`;
    return `${difference.effect}${name}${cause}${difference.effect === 'removed' ? '' : ` ${line(difference.after)}`}`;
  });
const relative = (rest: Partial<FamilyCover>): FamilyCover => ({
  ...{ tasks: [], weekdays: [], from: null, to: null, minutesPerWeek: 10_000 },
  ...rest,
});

describe('a grant cut into visits', () => {
  it.each<[string, ShapingOrder, readonly string[], Partial<Proposal>]>([
    [
      'medicines twice a day are seven hours of shortest visits',
      order('MEDSUP', 7),
      ['07:30-09:30 MO TU WE TH FR SA SU: MEDSUP, 30', '17:30-19:30 MO TU WE TH FR SA SU: MEDSUP, 30'],
      { minutesPerWeek: 420, lostToRounding: 0, padding: 308, shortfalls: [] },
    ],
    [
      'a municipality with visits of a quarter of an hour',
      order('MEDSUP', 3.5, { shortestVisit: 15 }),
      ['07:30-09:30 MO TU WE TH FR SA SU: MEDSUP, 15', '17:30-19:30 MO TU WE TH FR SA SU: MEDSUP, 15'],
      { minutesPerWeek: 210, lostToRounding: 0, padding: 98 },
    ],
    [
      'too little for every day: the days are spread',
      order('COOK', 1.75),
      ['12:00-13:30 MO WE FR: COOK, 35'],
      { minutesPerWeek: 105, lostToRounding: 0, shortfalls: [{ task: 'COOK', cause: 'grant', timesPerWeek: 4 }] },
    ],
    [
      'what no visit can use is lost',
      order('BATH', 1.7),
      ['07:30-09:30 TU FR: BATH, 50'],
      { minutesPerWeek: 100, lostToRounding: 2, padding: 10, shortfalls: [] },
    ],
    [
      'a month: the fullest one counts',
      order('COOK', 9, { grantedPer: 'month' }),
      ['12:00-13:30 MO WE FR SA: COOK, 30'],
      { minutesPerWeek: 120, minutesInPeriod: 540, lostToRounding: 0 },
    ],
    [
      'two workers count twice',
      order('POSITION', 14, { flags: ['two_person'] }),
      ['07:30-09:30 MO TU WE TH FR SA SU: POSITION, 30 x 2', '17:30-19:30 MO TU WE TH FR SA SU: POSITION, 30 x 2'],
      { minutesPerWeek: 840, lostToRounding: 0 },
    ],
    [
      'nothing shapes what is asked for one by one',
      order('WINDOW FOOT', 2),
      [],
      {
        lostToRounding: 120,
        shortfalls: [
          { task: 'WINDOW', cause: 'on_request', timesPerWeek: 0 },
          { task: 'FOOT', cause: 'other_staff', timesPerWeek: 0 },
        ],
      },
    ],
  ])('%s', (_, given, expected, figures) => {
    const proposal = proposeVisits(given);
    expect(lines(proposal)).toEqual(expected);
    expect(proposal).toMatchObject(figures);
  });

  it('the family does what it does (S066, S154)', () => {
    const family = [
      relative({ tasks: ['MEDSUP'], from: '17:00', to: '22:00' }),
      relative({ tasks: ['MEDSUP'], weekdays: ['SA', 'SU'], minutesPerWeek: 8 }),
    ];
    const proposal = proposeVisits(order('MEDSUP', 7, { family }));
    expect(proposal.patterns.map(({ weekdays, window }) => `${window.from} ${weekdays.join(' ')}`)).toEqual([
      '07:30 MO TU WE TH FR SU',
    ]);
    expect(proposal.byFamily).toEqual([{ task: 'MEDSUP', timesPerWeek: 8 }]);
    expect(proposal.shortfalls).toEqual([]);
  });
});

describe('a grant that changes', () => {
  const first = proposeVisits(order('MEDSUP COOK', 9));
  const stood = standing(first.patterns);

  it('asked again, nothing changes', () => {
    expect(changes(proposeVisits(order('MEDSUP COOK', 9), stood)).every((change) => change.startsWith('kept'))).toBe(true);
  });

  it('asked again, nothing changes where the family does the first of two baths and has no time for the second', () => {
    const family = [relative({ tasks: ['BATH'], weekdays: ['FR'], minutesPerWeek: 60 })];
    const shared = order('BATH', 5, { family });
    const once = proposeVisits(shared);
    expect([once.byFamily, lines(once)]).toEqual([[{ task: 'BATH', timesPerWeek: 1 }], ['07:30-09:30 TU: BATH, 60']]);
    expect(changes(proposeVisits(shared, standing(once.patterns)))).toEqual(['kept P1 07:30-09:30 TU: BATH, 60']);
  });

  it('keeps every visit when there is more, and adds', () => {
    const more = proposeVisits(order('MEDSUP COOK', 14), stood);
    expect(more.differences.slice(0, stood.length).map(({ effect }) => effect)).toEqual(stood.map(() => 'kept'));
    expect(more.differences.slice(stood.length).every(({ effect }) => effect === 'added')).toBe(true);
    expect(more.differences.length).toBeGreaterThan(stood.length);
  });

  it('gives up what matters least when there is less', () => {
    const [morning] = standing(proposeVisits(order('MEDSUP', 3.5)).patterns);
    const both = [morning, { ...morning, id: 'P2', windows: [{ from: '12:00', to: '13:30' }], tasks: ['COOK'] }];
    const less = proposeVisits(order('MEDSUP COOK', 5), both);
    expect(changes(less)).toEqual([
      'kept P1 07:30-09:30 MO TU WE TH FR SA SU: MEDSUP, 30',
      'changed P2 grant_smaller 12:00-13:30 MO TU WE: COOK, 30',
    ]);
    expect(less.lostToRounding).toBe(0);
  });

  it.each<[string, ShapingOrder, readonly string[]]>([
    ['a task not granted any more goes', order('MEDSUP', 3.5), ['removed P2 not_granted']],
    [
      'the family takes the weekend over',
      order('MEDSUP COOK', 8, { family: [relative({ tasks: ['COOK'], weekdays: ['SA', 'SU'] })] }),
      ['changed P2 family 12:00-13:30 MO TU WE TH FR: COOK, 40'],
    ],
  ])('%s', (_, given, expected) => {
    const cook = { window: { from: '12:00', to: '13:30' }, weekdays: DAYS_OF_WEEK, tasks: ['COOK'], minutes: 40, staffCount: 1 };
    const [morning] = proposeVisits(order('MEDSUP', 3.5)).patterns;
    const found = changes(proposeVisits(given, standing([morning, cook])));
    expect(found[0]).toMatch(/^kept P1/);
    expect(found.slice(1, 2)).toEqual(expected);
  });
});

describe('every proposal', () => {
  const tasks = fc.subarray([...RHYTHMS.keys()], { minLength: 1 });
  const family = fc.array(
    fc.record({
      tasks,
      weekdays: fc.subarray([...DAYS_OF_WEEK]),
      from: fc.constantFrom(null, '06:00', '12:00', '17:00'),
      to: fc.constantFrom(null, '14:00', '22:00'),
      minutesPerWeek: fc.integer({ min: 0, max: 900 }),
    }),
    { maxLength: 2 },
  );
  const some: fc.Arbitrary<ShapingOrder> = fc.record({
    grantedMinutes: fc.integer({ min: 0, max: 6000 }),
    grantedPer: fc.constantFrom('week', 'month'),
    tasks,
    flags: fc.subarray(['two_person', 'bedbound', 'with_food']),
    family,
    shortestVisit: fc.constantFrom(15, 30, 60),
  });
  const patternOf = (pattern: ProposedPattern, i: number): VisitPattern => ({
    ...{ id: `P${i}`, clientId: 'C', funding: { kind: 'private' }, profession: 'carer', skills: [], priority: 3 },
    ...{ tasks: pattern.tasks, durationMinutes: pattern.minutes, staffCount: pattern.staffCount, weekdays: pattern.weekdays },
    ...{
      timesPerWeek: null,
      minDaysBetween: 1,
      everyWeeks: 1,
      windows: [pattern.window],
      validFrom: '2026-01-01',
      validTo: null,
    },
    ...{ pausedFrom: null, pausedTo: null },
  });

  it('stays within the grant in every calendar month and week, to the minute, with lawful visits of granted tasks', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 47 }), (given, month) => {
        const proposal = proposeVisits(given);
        const first = `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
        const days =
          given.grantedPer === 'week' ? daysFrom('2026-11-23', '2026-11-29') : daysFrom(first, addDays(addMonths(first, 1), -1));
        const sum = days.reduce(
          (total, day) =>
            total +
            proposal.patterns.reduce(
              (minutes, pattern) =>
                minutes + (pattern.weekdays.includes(weekdayOf(day)) ? pattern.minutes * pattern.staffCount : 0),
              0,
            ),
          0,
        );
        expect(sum).toBeLessThanOrEqual(given.grantedMinutes);
        expect(sum).toBeLessThanOrEqual(proposal.minutesInPeriod);
        expect(proposal.minutesInPeriod + proposal.lostToRounding).toBe(given.grantedMinutes);
        for (const { tasks, minutes, weekdays } of proposal.patterns) {
          const [least, most] = (['typical', 'max'] as const).map((length) =>
            tasks.reduce((total, code) => total + taskOf(code).minutes[length], 0),
          );
          expect(minutes).toBeGreaterThanOrEqual(Math.max(given.shortestVisit ?? 0, least));
          expect(minutes).toBeLessThanOrEqual(Math.max(given.shortestVisit ?? 0, most + 5));
          expect(weekdays.length).toBeGreaterThan(0);
          expect(given.tasks).toEqual(expect.arrayContaining([...tasks]));
          expect(new Set(tasks).size).toBe(tasks.length);
        }
        const places = proposal.patterns.flatMap(({ weekdays, window }) => weekdays.map((day) => `${day} ${window.from}`));
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 80 },
    );
  });

  it('gives a day whose visits the rules let be planned', () => {
    fc.assert(
      fc.property(some, (given) => {
        const patterns = proposeVisits(given).patterns.map(patternOf);
        const visits = visitsOf(patterns, '2026-11-24', '2026-11-25', { flagsOf: () => given.flags });
        const { issues } = linksBetween(visits, () => given.flags);
        const hard = issues.filter(({ severity, kind }) => severity !== 'soft' && ['impossible', 'sameDay'].includes(kind));
        expect(hard).toEqual([]);
        const baths = DAYS_OF_WEEK.map((_, i) => i).filter((i) =>
          patterns.some(({ tasks, weekdays }) => tasks.includes('BATH') && weekdays.includes(DAYS_OF_WEEK[i])),
        );
        baths.forEach((day, i) => expect((baths[i + 1] ?? baths[0] + 7) - day).toBeGreaterThanOrEqual(3));
      }),
      { numRuns: 40 },
    );
  });

  it('changes nothing when it is asked again with its own answer', () => {
    fc.assert(
      fc.property(some, (given) => {
        const once = proposeVisits(given);
        const twice = proposeVisits(given, standing(once.patterns));
        expect(twice.differences.map(({ effect }) => effect)).toEqual(once.patterns.map(() => 'kept'));
        expect(twice.patterns).toEqual(once.patterns);
      }),
      { numRuns: 80 },
    );
  });

  it('keeps every visit when only the grant grows, and stays inside it when it shrinks', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: -2000, max: 2000 }), (given, more) => {
        const once = proposeVisits(given);
        const grantedMinutes = Math.max(0, given.grantedMinutes + more);
        const twice = proposeVisits({ ...given, grantedMinutes }, standing(once.patterns));
        expect(twice.minutesInPeriod).toBeLessThanOrEqual(grantedMinutes);
        if (more < 0) return;
        const before = once.patterns.flatMap(({ weekdays, window, tasks }) =>
          weekdays.flatMap((day) => tasks.map((task) => `${day} ${window.from} ${task}`)),
        );
        const after = twice.patterns.flatMap(({ weekdays, window, tasks }) =>
          weekdays.flatMap((day) => tasks.map((task) => `${day} ${window.from} ${task}`)),
        );
        expect(after).toEqual(expect.arrayContaining(before));
      }),
      { numRuns: 80 },
    );
  });

  it('finds the shortest visit in the rule book', () => {
    expect(ruleBook().rules.find(({ kind }) => kind === 'min_visit')?.minGap).toBe(30);
  });
});
