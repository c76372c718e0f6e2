import fc from 'fast-check';
import type { BreakInput, LinkInput, PartInput, ProblemInput, ShiftInput, StaffInput, VisitInput } from '#engine';

const HORIZON = 1000;

const shift = (id: string, start: number, end: number, places: number): fc.Arbitrary<ShiftInput> =>
  fc
    .record({
      endRule: fc.constantFrom('hard' as const, 'soft' as const, 'open' as const),
      departure: fc.constantFrom('late' as const, 'start' as const),
      home: fc.nat(places - 1),
      breaks: fc.array(breakWithin(start, end), { maxLength: 2 }),
      capacity: fc.option(fc.integer({ min: 3, max: 30 }), { nil: undefined }),
    })
    .map(({ home, breaks, capacity, ...rest }) => ({
      id,
      start,
      end,
      startPlace: home,
      endPlace: home,
      // Two breaks that must both be taken have to fit one after the other.
      breaks: breaks.map((b, k) => ({ ...b, id: `b${k}`, ...(k === 1 && b.missed === 'required' ? { missed: 7 } : {}) })),
      ...(capacity === undefined ? {} : { capacity }),
      ...rest,
    }));

const breakWithin = (start: number, end: number): fc.Arbitrary<BreakInput> =>
  fc
    .record({
      duration: fc.integer({ min: 0, max: 40 }),
      from: fc.integer({ min: 0, max: Math.max(0, end - start - 60) }),
      room: fc.integer({ min: 0, max: 200 }),
      measuredAt: fc.constantFrom('start' as const, 'end' as const),
      missed: fc.oneof(fc.constant('required' as const), fc.integer({ min: 0, max: 500 })),
      whenLongerThan: fc.constantFrom(undefined, 0, 100, 300),
      beforeVisit: fc.boolean(),
    })
    .map(({ from, room, whenLongerThan, missed, beforeVisit, ...b }) => {
      const earliest = start + from;
      const lastStart = Math.min(earliest + room, end - b.duration);
      return {
        id: 'b',
        ...b,
        earliest,
        latest: lastStart + (b.measuredAt === 'end' ? b.duration : 0),
        missed,
        ...(whenLongerThan === undefined || missed !== 'required' ? {} : { whenLongerThan }),
        beforeVisit,
      };
    });

const staff = (index: number, places: number): fc.Arbitrary<StaffInput> =>
  fc
    .tuple(fc.boolean(), fc.boolean(), fc.subarray(['x', 'y']), fc.constantFrom('p0', 'p1'))
    .chain(([two, long, skills, profile]) =>
      fc
        .tuple(
          shift(`s${index}a`, 0, two ? 400 : long ? 900 : 500, places),
          two ? shift(`s${index}b`, 500, 900, places) : fc.constant(null),
        )
        .map(([a, b]) => ({
          id: `m${index}`,
          profile,
          skills,
          shifts: b ? [{ ...a, endRule: a.endRule === 'open' ? 'hard' : a.endRule }, b] : [a],
        })),
    );

const windows = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 250 }), fc.integer({ min: 0, max: 120 })), { minLength: 1, maxLength: 3 })
  .map((pairs) => {
    const out: { start: number; end: number }[] = [];
    let from = 0;
    for (const [gap, length] of pairs) {
      out.push({ start: from + gap, end: from + gap + length });
      from += gap + length;
    }
    return out;
  });

const part = (id: string, people: readonly string[]): fc.Arbitrary<PartInput> =>
  fc.record(
    {
      id: fc.constant(id),
      duration: fc.integer({ min: 0, max: 60 }),
      windows,
      lateness: fc.constantFrom('hard' as const, 'soft' as const),
      measuredAt: fc.constantFrom('start' as const, 'end' as const),
      skills: fc.subarray(['x', 'y'], { maxLength: 1 }),
      excludedStaff: fc.subarray([...people], { maxLength: 1 }),
      preferredStaff: fc.subarray([...people]),
      wishedWindow: fc.tuple(fc.nat(600), fc.nat(100)).map(([s, l]) => ({ start: s, end: s + l })),
      demand: fc.integer({ min: 0, max: 5 }),
    },
    { requiredKeys: ['id', 'duration', 'windows', 'lateness', 'measuredAt', 'skills'] },
  );

const visit = (index: number, places: number, people: readonly string[]): fc.Arbitrary<VisitInput> =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.nat(places - 1),
      fc.oneof(fc.constant('forbidden' as const), fc.integer({ min: 0, max: 3000 })),
    )
    .chain(([count, place, unserved]) =>
      fc
        .tuple(...Array.from({ length: count === 3 ? 2 : 1 }, (_, k) => part(`p${k}`, people)))
        .map((parts) => ({ id: `v${index}`, client: `c${index % 3}`, place, parts, unserved })),
    );

const gaps = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 50 })), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((rows) =>
    fc
      .record({ from: fc.integer({ min: -150, max: 60 }), openLow: fc.boolean(), openHigh: fc.boolean() })
      .map(({ from, openLow, openHigh }) => {
        let at = from;
        return rows.map(([gap, length, cost], k) => {
          const min = at + gap;
          at = min + length;
          return { min: k === 0 && openLow ? null : min, max: k === rows.length - 1 && openHigh ? null : at, cost };
        });
      }),
  );

function links(visits: readonly VisitInput[]): fc.Arbitrary<LinkInput[]> {
  const refs = visits.flatMap((v) => v.parts.map((p) => ({ visit: v.id, part: p.id })));
  if (refs.length < 2) return fc.constant([]);
  const one = fc.record({
    pair: fc.tuple(fc.nat(refs.length - 1), fc.nat(refs.length - 1)).filter(([a, b]) => a !== b),
    gaps,
    staff: fc.constantFrom('any' as const, 'same' as const, 'different' as const),
    served: fc.constantFrom(
      'ifBoth' as const,
      'ifBoth' as const,
      'together' as const,
      'afterNeedsBefore' as const,
      'beforeNeedsAfter' as const,
    ),
  });
  return fc.array(one, { maxLength: 3 }).map((rows) => {
    const seen = new Set<string>();
    const out: LinkInput[] = [];
    for (const { pair, ...rest } of rows) {
      const key = [...pair].sort((a, b) => a - b).join('-');
      if (seen.has(key)) continue;
      seen.add(key);
      const inside = refs[pair[0]].visit === refs[pair[1]].visit;
      out.push({
        id: `l${out.length}`,
        before: refs[pair[0]],
        after: refs[pair[1]],
        ...rest,
        ...(inside ? { staff: 'any' as const, served: 'ifBoth' as const } : {}),
      });
    }
    return out;
  });
}

const price = fc.integer({ min: 0, max: 9 });
const objective = fc.record(
  {
    travel: price,
    lateness: price,
    highestLateness: price,
    waiting: price,
    highestWaiting: fc.constant(0),
    overtime: price,
    highestIdle: price,
    balance: price,
    work: price,
    paid: price,
    preference: price,
    wishedTime: price,
    route: price,
  },
  { requiredKeys: ['travel', 'lateness'] },
);

/** Small problems with every feature of the model on. */
export const randomProblem: fc.Arbitrary<ProblemInput> = fc
  .record({
    places: fc.integer({ min: 1, max: 6 }),
    people: fc.integer({ min: 1, max: 4 }),
    count: fc.integer({ min: 1, max: 9 }),
  })
  .chain(({ places, people, count }) => {
    const ids = Array.from({ length: people }, (_, i) => `m${i}`);
    const matrix = fc
      .array(fc.integer({ min: 0, max: 60 }), { minLength: places * places, maxLength: places * places })
      .map((cells) => cells.map((c, k) => (k % (places + 1) === 0 ? 0 : c)));
    return fc
      .record({
        durations: matrix,
        other: matrix,
        charges: fc.option(matrix, { nil: undefined }),
        staff: fc.tuple(...ids.map((_, i) => staff(i, places))),
        visits: fc.tuple(...Array.from({ length: count }, (_, i) => visit(i, places, ids))),
        objective,
      })
      .chain(({ durations, other, charges, staff: crew, visits, objective: prices }) =>
        links(visits).map((l) => ({
          name: 'random',
          horizonEnd: HORIZON * 10,
          places,
          profiles: [
            { id: 'p0', durations },
            { id: 'p1', durations: other, ...(charges ? { charges } : {}) },
          ],
          staff: crew,
          visits,
          links: l,
          objective: prices,
        })),
      );
  });
