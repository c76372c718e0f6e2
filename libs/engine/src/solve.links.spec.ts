import { describe, expect, it } from '@jest/globals';
import { checkPlan } from '#checker';
import type { GapInput, LinkInput } from './model/problem-input.js';
import type { CostParts } from './model/plan.js';
import { linkWith, sampleRoundForTwo, solved, visit, written } from './sample-round.js';

type Round = ReturnType<typeof sampleRoundForTwo>;
/** What is tested, the one thing changed, the best plan, and its cost by component. */
type Row = readonly [string, (round: Round) => void, readonly string[], CostParts];

function expectPlan(change: Row[1], plan: Row[2], parts: CostParts): void {
  const round = sampleRoundForTwo();
  change(round);
  const solution = solved(round.problem);
  expect(written(solution.plan, round.problem)).toEqual(plan);
  expect(solution.cost.parts).toEqual(parts);
  expect(checkPlan(round.problem, solution.plan)).toMatchObject({ violations: [], cost: solution.cost });
}

/** A link from `v1` to `v2`; without it Anna gives `v1` at 50 and Bruno `v2` at 80. */
const linked =
  (change: Partial<LinkInput>) =>
  ({ problem }: Round): void =>
    void problem.links.push(linkWith(change));
const gap = (min: number | null, max: number | null, cost = 0): GapInput => ({ min, max, cost });
const gaps = (...of: GapInput[]): Partial<LinkInput> => ({ gaps: of });

/** Room for `v1` behind `v2`, each by its own person. */
const later = ({ first, second }: Round): void => {
  first.windows[0].end = 120;
  first.allowedStaff = ['anna'];
  second.allowedStaff = ['bruno'];
};

describe('gaps between linked parts', () => {
  it.each<Row>([
    ['none', () => undefined, ['a1 40: v1 50 -> 80', 'b1 80: v2 80 -> 110'], { travel: 20 }],
    ['simultaneous', linked(gaps(gap(0, 0))), ['a1 70: v1 80 -> 110', 'b1 80: v2 80 -> 110'], { travel: 20 }],
    ['at least', linked(gaps(gap(60, null))), ['a1 40: v1 50 -> 80', 'b1 110: v2 110 -> 140'], { travel: 20 }],
    ['at most', linked(gaps(gap(null, 20))), ['a1 50: v1 60 -> 90', 'b1 80: v2 80 -> 110'], { travel: 20 }],
    ['both ends of a gap belong to it', linked(gaps(gap(30, 30))), ['a1 40: v1 50 -> 80', 'b1 80: v2 80 -> 110'], { travel: 20 }],
    [
      'the other way round',
      (round) => {
        linked(gaps(gap(null, -10)))(round);
        later(round);
      },
      ['a1 80: v1 90 -> 120', 'b1 80: v2 80 -> 110'],
      { travel: 20 },
    ],
    [
      'never overlapping: the cheaper side',
      (round) => {
        linked(gaps(gap(null, -30, 9), gap(20, null, 4)))(round);
        later(round);
      },
      ['a1 40: v1 50 -> 80', 'b1 80: v2 80 -> 110'],
      { travel: 20, links: 4 },
    ],
    [
      'never overlapping: the dearer side where the other does not fit',
      linked(gaps(gap(null, -30, 3), gap(20, null, 4))),
      ['a1 40: v1 50 -> 80', 'b1 80: v2 80 -> 110'],
      { travel: 20, links: 4 },
    ],
    [
      'never overlapping: the later visit first',
      (round) => {
        linked(gaps(gap(null, -30, 9), gap(20, null, 40)))(round);
        later(round);
      },
      ['a1 100: v1 110 -> 140', 'b1 80: v2 80 -> 110'],
      { travel: 20, links: 9 },
    ],
    [
      'a gap too dear is no way out: the visit that costs less to miss is left out',
      (round) => {
        linked(gaps(gap(null, null, 900)))(round);
        round.problem.visits[0].unserved = 800;
      },
      ['b1 80: v2 80 -> 110', '- v1'],
      { unserved: 800 },
    ],
    [
      'holds on one route too',
      (round) => {
        linked(gaps(gap(70, null)))(round);
        round.problem.staff.pop();
      },
      ['a1 40: v1 50, v2 90>120 -> 180'],
      { travel: 60 },
    ],
    [
      'a linked stop is not left for later, although the wait behind it would allow it',
      (round) => {
        round.problem.visits.push(visit('v3', 3, { duration: 30, windows: [{ start: 50, end: 50 }] }));
        linked({ ...gaps(gap(0, 0)), after: { visit: 'v3', part: '1' } })(round);
        round.second.windows = [{ start: 150, end: 200 }];
        round.second.allowedStaff = ['anna'];
      },
      ['a1 40: v1 50, v2 90>150 -> 210', 'b1 50: v3 50 -> 80'],
      { travel: 60 },
    ],
  ])('%s', (_name, change, plan, parts) => expectPlan(change, plan, parts));
});

describe('people of linked parts', () => {
  it.each<Row>([
    ['the same', linked({ staff: 'same' }), ['b1 30: v1 50, v2 90 -> 120'], { travel: 40 }],
    [
      'different',
      (round) => {
        linked({ staff: 'different' })(round);
        round.bruno.skills.push('nurse');
        round.first.skills = ['nurse'];
      },
      ['a1 50: v2 80 -> 140', 'b1 30: v1 50 -> 90'],
      { travel: 40 + 60 },
    ],
    [
      'the same person may have another shift',
      (round) => {
        linked({ ...gaps(gap(200, null)), staff: 'same' })(round);
        Object.assign(round.bruno.shifts[0], { end: 200 });
        round.bruno.shifts.push({ ...round.bruno.shifts[0], id: 'b2', start: 220, end: 400 });
        round.second.windows = [{ start: 250, end: 260 }];
      },
      ['b1 30: v1 50 -> 90', 'b2 250: v2 250 -> 280'],
      { travel: 40 },
    ],
  ])('%s', (_name, change, plan, parts) => expectPlan(change, plan, parts));
});

describe('one end served without the other', () => {
  /** No gap that both could keep. */
  const apart = gaps(gap(200, null));
  const nobodyForFirst = (served: LinkInput['served']) => (round: Round) => {
    linked({ served })(round);
    round.first.skills = ['nurse'];
  };
  const nobodyForSecond = (served: LinkInput['served']) => (round: Round) => {
    linked({ served })(round);
    round.second.skills = ['nurse'];
  };
  const onlyFirst = ['a1 40: v1 50 -> 80', '- v2'];
  const onlySecond = ['b1 80: v2 80 -> 110', '- v1'];
  const neither = ['- v1', '- v2'];

  it.each<Row>([
    ['ifBoth: the cheaper one alone', linked({ ...apart, served: 'ifBoth' }), onlySecond, { unserved: 1000 }],
    [
      'afterNeedsBefore: before alone',
      linked({ ...apart, served: 'afterNeedsBefore' }),
      onlyFirst,
      { travel: 20, unserved: 1000 },
    ],
    ['beforeNeedsAfter: after alone', linked({ ...apart, served: 'beforeNeedsAfter' }), onlySecond, { unserved: 1000 }],
    ['ifBoth: after without before', nobodyForFirst('ifBoth'), onlySecond, { unserved: 1000 }],
    ['afterNeedsBefore: not after without before', nobodyForFirst('afterNeedsBefore'), neither, { unserved: 2000 }],
    ['beforeNeedsAfter: after without before', nobodyForFirst('beforeNeedsAfter'), onlySecond, { unserved: 1000 }],
    ['afterNeedsBefore: before without after', nobodyForSecond('afterNeedsBefore'), onlyFirst, { travel: 20, unserved: 1000 }],
    ['beforeNeedsAfter: not before without after', nobodyForSecond('beforeNeedsAfter'), neither, { unserved: 2000 }],
    [
      'beforeNeedsAfter: the cheapest place of after has no room for before, another one has',
      (round) => {
        linked({ ...gaps(gap(60, null)), served: 'beforeNeedsAfter' })(round);
        // Alone, v2 starts at 80 with the break behind it; for v1 it has to wait until 110, which leaves the break no time.
        const rest = { id: 'r', duration: 10, earliest: 80, latest: 115, measuredAt: 'start', missed: 'required' } as const;
        round.bruno.shifts[0].breaks.push(rest);
        round.second.allowedStaff = ['bruno'];
      },
      ['a1 40: v1 50 -> 80', 'b1 100: r 100, v2 110 -> 140'],
      { travel: 20 },
    ],
    ['together: neither without the other', nobodyForSecond('together'), neither, { unserved: 2000 }],
  ])('%s', (_name, change, plan, parts) => expectPlan(change, plan, parts));
});
