import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TaskOrder, Visit, VisitLink } from '../model.js';
import { ruleBook } from '../rules/rule-book.js';
import { lawfulOrders } from './lawful-orders.js';
import { linksBetween } from './links-between.js';
import { rawRules } from './raw-rules.fixture.js';
import { ordersFor, tasksInOrder } from './tasks-in-order.js';
import { MIDNIGHT, visit } from './visits.fixture.js';

const FLAGS = [...new Set(ruleBook().rules.map(({ condition }) => condition.replace('unless ', '')))].filter((f) => f !== '');
const PRICE = { high: 1800, medium: 900, low: 300, default: 0 } as const;
/** Rules that bind every two visits with their tasks, so that an oracle for two visits reads them right among more. */
const EVERY_PAIR = new Set(['conflict', 'separate', 'forbid_order', 'min_gap_sym']);

const tasks = fc.uniqueArray(
  fc.constantFrom(...'BATH LINEN POSITION DRESS FEED INCONT CLEAN COOK WOUND PULCER ENTERAL INSULIN VITALS INJ'.split(' ')),
  { minLength: 1, maxLength: 4 },
);
const someVisit = fc.record({ tasks, seconds: fc.integer({ min: 600, max: 5400 }) });
const day = (count: number): fc.Arbitrary<readonly [readonly Visit[], readonly string[]]> =>
  fc
    .tuple(fc.array(someVisit, { minLength: count, maxLength: count }), fc.subarray(FLAGS, { maxLength: 4 }))
    .map(([visits, flags]) => [
      visits.map(({ tasks, seconds }, i) => {
        const elsewhere = visits.filter((_, other) => other !== i).flatMap((other) => other.tasks);
        const one = { ...visit(`v${i}`, tasks.join(' '), 1, [7, 19]), durationSeconds: seconds };
        return { ...one, orders: lawfulOrders(tasks, { flags, elsewhere, durationSeconds: seconds }) };
      }),
      flags,
    ]);

const inOrder = (one: Visit, order: readonly string[]): Visit => ({ ...one, tasks: order });
const ordersOf = (one: Visit): readonly TaskOrder[] => one.orders ?? [];

function gapAt(link: VisitLink, difference: number): VisitLink['gaps'][number] | undefined {
  return link.gaps.find(({ min, max }) => (min ?? -Infinity) <= difference && difference <= (max ?? Infinity));
}

describe('a link over every order of tasks, against the raw rules', () => {
  it('allows what some order allows at the cost of the cheapest, and names an order that does', () => {
    fc.assert(
      fc.property(day(2), fc.array(fc.integer({ min: -43_200, max: 43_200 }), { minLength: 12, maxLength: 12 }), (of, probes) => {
        const [[x, y], flags] = of;
        const { links, issues, visits } = linksBetween([x, y], () => flags);
        if (issues.some(({ kind }) => kind === 'setAside')) return;
        const [link] = links;
        const [before, after] = link?.before === 'v1' ? [y, x] : [x, y];
        const variants = ordersOf(before).flatMap((b) =>
          ordersOf(after).map((a) => {
            const read = rawRules(inOrder(before, b.tasks), inOrder(after, a.tasks), flags);
            return { cost: b.cost + a.cost, read, name: `${b.tasks.join()} ${a.tasks.join()}` };
          }),
        );
        const free = Math.min(...variants.map(({ cost }) => cost));
        const listed = visits.map((one) => one.tasks.join());
        const bounds = (link?.gaps ?? []).flatMap(({ min, max }) => [min, max]).filter((bound) => bound !== null);
        const costs = [...probes, ...bounds].map((difference) => {
          const judged = variants.map(({ cost, read, name }) => {
            const broken = read(difference);
            const hard = broken.some(({ rule }) => rule.severity !== 'soft');
            const wishes = broken.reduce((sum, { rule }) => sum + (rule.severity === 'soft' ? PRICE[rule.confidence] : 0), 0);
            return { name, cost: hard ? Infinity : wishes + cost - free };
          });
          const least = Math.min(...judged.map(({ cost }) => cost));
          if (link === undefined) return least;
          expect([difference, gapAt(link, difference)?.cost ?? Infinity]).toEqual([difference, least]);
          if (!Number.isFinite(least)) return least;
          const chosen = ordersFor(link, difference);
          const names = [
            chosen.before?.join() ?? listed[before === x ? 0 : 1],
            chosen.after?.join() ?? listed[after === y ? 1 : 0],
          ];
          const own = judged.find(({ name }) => name === names.join(' '));
          const undecided = [chosen.before === null ? before : null, chosen.after === null ? after : null];
          const given = undecided.reduce((sum, one) => sum + (one === null ? 0 : (one.orders?.[0]?.cost ?? 0)), 0);
          if (link.orders !== undefined) expect((own?.cost ?? Infinity) - given).toBeLessThanOrEqual(least);
          return least;
        });
        if (link === undefined) expect(new Set(costs).size).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  it('among three and four visits every plan that keeps the links has one order a visit that breaks no rule', () => {
    let checked = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 4 }).chain(day),
        fc.array(fc.array(fc.integer({ min: 0, max: 144 }), { minLength: 4, maxLength: 4 }), { minLength: 60, maxLength: 60 }),
        ([visits, flags], tries) => {
          const found = linksBetween(visits, () => flags);
          const aside = new Set(found.issues.filter(({ kind }) => kind === 'setAside').map(({ rule }) => rule));
          for (const slots of tries) {
            const at = new Map(visits.map(({ key }, i) => [key, MIDNIGHT + 25_200 + slots[i] * 300]));
            const difference = (link: VisitLink): number => (at.get(link.after) ?? 0) - (at.get(link.before) ?? 0);
            if (!found.links.every((link) => gapAt(link, difference(link)) !== undefined)) continue;
            checked += 1;
            const order = tasksInOrder(found.visits, found.links, (key) => at.get(key));
            const planned = visits.map((one) => inOrder(one, order.get(one.key) ?? []));
            planned.forEach((x, i) =>
              planned.slice(i + 1).forEach((y) => {
                const broken = rawRules(x, y, flags)((at.get(y.key) ?? 0) - (at.get(x.key) ?? 0));
                const wrong = broken.filter(
                  ({ rule }) => rule.severity !== 'soft' && EVERY_PAIR.has(rule.kind) && !aside.has(rule.id),
                );
                expect(wrong.map(({ rule }) => rule.id)).toEqual([]);
              }),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(checked).toBeGreaterThan(100);
  });

  it('one link at most chooses for a visit', () => {
    fc.assert(
      fc.property(day(4), ([visits, flags]) => {
        const { links } = linksBetween(visits, () => flags);
        const choosing = links.flatMap(({ before, after, orders = [] }) => [
          ...(orders.some((at) => at.before !== null) ? [before] : []),
          ...(orders.some((at) => at.after !== null) ? [after] : []),
        ]);
        expect(new Set(choosing).size).toBe(choosing.length);
      }),
      { numRuns: 60 },
    );
  });
});
