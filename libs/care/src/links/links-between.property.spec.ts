import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Visit, VisitLink } from '../model.js';
import { ruleBook } from '../rules/rule-book.js';
import { TASKS } from '../tasks/task-data.js';
import { linksBetween } from './links-between.js';
import { orderTasks } from './task-order.js';
import type { PairIssue } from './pair-issue.js';
import { rawRules, type Broken } from './raw-rules.fixture.js';
import { MIDNIGHT, visit } from './visits.fixture.js';

const FLAGS = [...new Set(ruleBook().rules.map((rule) => rule.condition.replace('unless ', '')))].filter((flag) => flag !== '');
const PRICE = { high: 1800, medium: 900, low: 300, default: 0 } as const;
const FROM = 0;
const TO = 20;
const REACH = (TO - FROM) * 3600;

const codes = fc.uniqueArray(fc.constantFrom(...TASKS.map((task) => task.code)), { minLength: 1, maxLength: 4 });
/** Tasks that rules often name, so that several rules meet in one pair. */
const busy = fc.uniqueArray(
  fc.constantFrom(
    ...'BATH BEDBATH LINEN POSITION DRESS FEED INCONT WOUND PULCER ENTERAL INSULIN VITALS ENEMA VENT TRANSFER MEDSUP'.split(' '),
  ),
  { minLength: 1, maxLength: 5 },
);
const someVisit = (key: string): fc.Arbitrary<Visit> =>
  fc
    .record({
      tasks: fc.oneof(codes, busy),
      seconds: fc.integer({ min: 300, max: 7200 }),
      staffCount: fc.constantFrom(1, 1, 2),
    })
    .map(({ tasks, seconds, staffCount }) => ({
      ...visit(key, tasks.join(' '), 1, [FROM, TO]),
      durationSeconds: seconds,
      staffCount,
    }));

interface Verdict {
  readonly hard: readonly Broken[];
  readonly cost: number;
}

/** What the raw rules say when y starts a difference after x, rules set aside left out. */
function judge(x: Visit, y: Visit, flags: readonly string[], issues: readonly PairIssue[]): (difference: number) => Verdict {
  const aside = new Set(
    issues.filter((issue) => issue.kind === 'setAside').flatMap((issue) => namesOf(issue.rule, ...issue.visits)),
  );
  const read = rawRules(x, y, flags);
  return (difference) => {
    const broken = read(difference).filter(({ rule, from, to }) => !aside.has(`${rule.id} ${from} ${to}`));
    return {
      hard: broken.filter(({ rule }) => rule.severity !== 'soft'),
      cost: broken.reduce((sum, { rule }) => sum + (rule.severity === 'soft' ? PRICE[rule.confidence] : 0), 0),
    };
  };
}

/** A rule between two visits; repeats of one task read the same both ways. */
function namesOf(id: string, from: string, to: string): readonly string[] {
  const rule = ruleBook().find(id);
  return rule?.a === rule?.b ? [`${id} ${from} ${to}`, `${id} ${to} ${from}`] : [`${id} ${from} ${to}`];
}

/** Differences to try: an odd step over all the windows reach, and every bound of the link with its neighbours. */
function probes(link: VisitLink | undefined, step: number): readonly number[] {
  const bounds = (link?.gaps ?? []).flatMap(({ min, max }) => [min, max]).filter((bound) => bound !== null);
  const near = bounds.flatMap((bound) => [bound - 1, bound, bound + 1]);
  const grid = Array.from({ length: Math.floor((2 * REACH) / step) }, (_, i) => i * step - REACH);
  return [...grid, ...near].filter((difference) => Math.abs(difference) <= REACH);
}

function gapAt(link: VisitLink, difference: number): VisitLink['gaps'][number] | undefined {
  return link.gaps.find(({ min, max }) => (min ?? -Infinity) <= difference && difference <= (max ?? Infinity));
}

describe('a link against the raw rules, tried start by start', () => {
  it('allows exactly what breaks no forbidding rule, at the summed price of the wishes broken', () => {
    fc.assert(
      fc.property(someVisit('x'), someVisit('y'), fc.subarray(FLAGS), (x, y, flags) => {
        const { links, issues } = linksBetween([x, y], () => flags);
        expect(links.length).toBeLessThanOrEqual(1);
        const [link] = links;
        const verdict = link?.before === 'y' ? judge(y, x, flags, issues) : judge(x, y, flags, issues);
        const judged = probes(link, 431).map((difference) => ({ difference, ...verdict(difference) }));
        if (link === undefined) {
          expect(judged.filter(({ hard }) => hard.length > 0)).toEqual([]);
          expect(new Set(judged.map(({ cost }) => cost)).size).toBe(1);
          return;
        }
        const wrong = judged.filter(({ difference, hard, cost }) => {
          const gap = gapAt(link, difference);
          return gap === undefined ? hard.length === 0 : hard.length > 0 || gap.cost !== cost;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('sets rules aside only when no start keeps them all', () => {
    fc.assert(
      fc.property(someVisit('x'), someVisit('y'), fc.subarray(FLAGS), (x, y, flags) => {
        const { links, issues } = linksBetween([x, y], () => flags);
        if (!issues.some((issue) => issue.kind === 'setAside')) return;
        const verdict = judge(x, y, flags, []);
        const mirror = links[0]?.before === 'y' ? -1 : 1;
        const kept = probes(links[0], 300).filter((difference) => verdict(mirror * difference).hard.length === 0);
        expect(kept).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('has gaps that are sorted, apart, and as few as can be', () => {
    fc.assert(
      fc.property(fc.array(someVisit('v'), { minLength: 2, maxLength: 5 }), fc.subarray(FLAGS), (day, flags) => {
        const visits = day.map((one, i) => ({ ...one, key: `v${i}`, patternId: `v${i % 3}` }));
        const { links } = linksBetween(visits, () => flags);
        expect(new Set(links.map((link) => [link.before, link.after].sort().join(' '))).size).toBe(links.length);
        for (const link of links) {
          expect(link.before).not.toBe(link.after);
          expect(link.rules.every((id) => ruleBook().find(id) !== undefined)).toBe(true);
          link.gaps.forEach((gap, i) => {
            expect((gap.min ?? -Infinity) <= (gap.max ?? Infinity)).toBe(true);
            const next = link.gaps[i + 1];
            if (next === undefined) return;
            const distance = (next.min as number) - (gap.max as number);
            expect(distance).toBeGreaterThanOrEqual(1);
            if (distance === 1) expect(next.cost).not.toBe(gap.cost);
          });
        }
      }),
    );
  });

  it('does not depend on the order of the visits, nor on the day', () => {
    fc.assert(
      fc.property(fc.array(someVisit('v'), { minLength: 2, maxLength: 4 }), fc.subarray(FLAGS), (day, flags) => {
        const visits = day.map((one, i) => ({ ...one, key: `v${i}`, patternId: `v${i}` }));
        const found = linksBetween(visits, () => flags);
        expect(sorted(linksBetween([...visits].reverse(), () => flags).links)).toEqual(sorted(found.links));
        const shift = (one: Visit): Visit => ({
          ...one,
          windows: one.windows.map(({ start, end }) => ({ start: start - MIDNIGHT, end: end - MIDNIGHT })),
        });
        const shifted = linksBetween(visits.map(shift), () => flags);
        expect([shifted.links, shifted.issues]).toEqual([found.links, found.issues]);
      }),
    );
  });
});

describe('a bath and a dressing change (S101, S102)', () => {
  const carer = fc.tuple(
    fc.constantFrom('BATH', 'MBATH'),
    fc.uniqueArray(fc.constantFrom('LINEN', 'POSITION', 'DRESS', 'CLEAN', 'COOK'), { maxLength: 4 }),
  );
  const flags = fc.subarray(['waterproof_dressing', 'bedbound', 'needs_flat']);

  it('never overlap, whatever else the visits hold, and a joint start with the linen change stays open', () => {
    fc.assert(
      fc.property(
        carer,
        fc.constantFrom('WOUND', 'PULCER'),
        fc.integer({ min: 1200, max: 6000 }),
        flags,
        ([bath, rest], care, seconds, set) => {
          const tasks = orderTasks([bath, ...rest], { flags: set, elsewhere: [care] });
          const x = { ...visit('x', tasks.join(' '), 1, [FROM, TO]), durationSeconds: seconds };
          const y = visit('y', care, 30, [FROM, TO]);
          const link = linksBetween([x, y], () => set).links[0];
          const broken = rawRules(x, y, set);
          const kept = starts(link).map((difference) => broken(link.before === 'x' ? difference : -difference));
          expect(kept.flat().filter(({ rule }) => rule.kind === 'conflict' && rule.severity === 'hard')).toEqual([]);
          const linen = `${care}-LINEN-should_overlap`;
          const wanted = rest.includes('LINEN') && (care === 'PULCER' || set.includes('bedbound'));
          if (wanted) expect(kept.some((found) => !found.some(({ rule }) => rule.id.startsWith(linen)))).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  /** Every seventh allowed difference within six hours. */
  function starts(link: VisitLink): readonly number[] {
    const all = Array.from({ length: Math.floor(43_200 / 7) }, (_, i) => i * 7 - 21_600);
    return all.filter((at) => link.gaps.some(({ min, max }) => (min ?? -Infinity) <= at && at <= (max ?? Infinity)));
  }
});

function sorted(links: readonly VisitLink[]): readonly VisitLink[] {
  return [...links].sort((a, b) => `${a.before} ${a.after}`.localeCompare(`${b.before} ${b.after}`));
}
