import { anchorLink, type Anchor } from './anchors.js';
import { UNBOUNDED } from './problem-data.js';
import type { LinkInput, ProblemInput } from './problem-input.js';

/** What is no matter of the links themselves. */
interface LinkSurroundings {
  /** What costs of gaps are multiplied by. */
  readonly factor: number;
  readonly anchors: readonly Anchor[];
}

/** Links as arrays, the links of each node, and which visits need which. */
export function compileLinks(
  problem: ProblemInput,
  nodeOf: (visit: string, part: string) => number,
  nodes: number,
  { factor, anchors }: LinkSurroundings,
) {
  const visitIndex = new Map(problem.visits.map((v, i) => [v.id, i]));
  const links = [
    ...problem.links.map(({ before, after, gaps, staff }) => ({
      ...{ before: nodeOf(before.visit, before.part), after: nodeOf(after.visit, after.part), gaps, staff },
    })),
    ...anchors.map(anchorLink),
  ];
  const linkBefore = Int32Array.from(links, (l) => l.before);
  const linkAfter = Int32Array.from(links, (l) => l.after);
  const gaps = links.flatMap((l) => l.gaps);
  const gapFirst = new Int32Array(links.length + 1);
  links.forEach((l, i) => (gapFirst[i + 1] = gapFirst[i] + l.gaps.length));
  const [nodeLinkFirst, nodeLink] = slices(nodes, links.length, (k) => [linkBefore[k], linkAfter[k]]);
  const staffRule = { any: 0, same: 1, different: 2 } as const;
  return {
    links: links.length,
    linkBefore,
    linkAfter,
    linkStaff: Uint8Array.from(links, (l) => staffRule[l.staff]),
    gapFirst,
    gapMin: Int32Array.from(gaps, (g) => g.min ?? -UNBOUNDED),
    gapMax: Int32Array.from(gaps, (g) => g.max ?? UNBOUNDED),
    gapCost: Float64Array.from(gaps, (g) => g.cost * factor),
    nodeLinkFirst,
    nodeLink,
    ...compileNeeds(problem.links, visitIndex),
  };
}

function compileNeeds(links: readonly LinkInput[], visitIndex: Map<string, number>) {
  const pairs: [number, number][] = [];
  for (const link of links) {
    const before = visitIndex.get(link.before.visit)!;
    const after = visitIndex.get(link.after.visit)!;
    if (before === after || link.served === 'ifBoth') continue;
    if (link.served !== 'afterNeedsBefore') pairs.push([before, after]);
    if (link.served !== 'beforeNeedsAfter') pairs.push([after, before]);
  }
  const [needsFirst, needs] = grouped(visitIndex.size, pairs);
  const [dependentsFirst, dependents] = grouped(
    visitIndex.size,
    pairs.map(([a, b]) => [b, a]),
  );
  return { needsFirst, needs, dependentsFirst, dependents };
}

function grouped(groups: number, pairs: readonly (readonly [number, number])[]): [Int32Array, Int32Array] {
  const [first, order] = slices(groups, pairs.length, (k) => [pairs[k][0]]);
  return [first, order.map((k) => pairs[k][1])];
}

/** Items 0..count-1 by the groups each belongs to: where each group's slice begins, and the items. */
function slices(groups: number, count: number, groupsOf: (item: number) => readonly number[]): [Int32Array, Int32Array] {
  const lists: number[][] = Array.from({ length: groups }, () => []);
  for (let k = 0; k < count; k++) for (const g of groupsOf(k)) lists[g].push(k);
  const first = new Int32Array(groups + 1);
  lists.forEach((l, g) => (first[g + 1] = first[g] + l.length));
  return [first, Int32Array.from(lists.flat())];
}
