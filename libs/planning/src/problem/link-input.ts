import type { Visit, VisitLink } from '#care';
import type { GapInput, LinkInput } from '#engine';

/** Id of the n-th part of any visit, from 1. */
export function partId(n: number): string {
  return String(n);
}

/** The parts of a visit that needs several people begin together; that they are different people follows from the model. */
export function togetherLinks(visit: Visit): LinkInput[] {
  return Array.from({ length: visit.staffCount - 1 }, (_, i) => ({
    id: `${visit.key}#${i + 2}`,
    before: { visit: visit.key, part: partId(1) },
    after: { visit: visit.key, part: partId(i + 2) },
    gaps: [{ min: 0, max: 0, cost: 0 }],
    staff: 'different',
    served: 'together',
  }));
}

/**
 * What the task rules demand of two visits, their soft costs times `weight`, between their first parts; the other parts
 * start with those. `carried`: by the same person.
 */
export function ruleLink(
  link: VisitLink,
  { weight, carried }: { readonly weight: number; readonly carried: boolean },
): LinkInput {
  return {
    id: linkId(link),
    before: { visit: link.before, part: partId(1) },
    after: { visit: link.after, part: partId(1) },
    gaps: link.gaps.map((gap) => ({ ...gap, cost: weight * gap.cost })),
    staff: carried ? 'same' : 'any',
    served: link.served,
  };
}

export function linkId(link: VisitLink): string {
  return `${link.before}>${link.after}`;
}

/** Whether the windows alone already keep a link at no cost, so that the engine need not watch it. */
export function holdsAnyway(link: VisitLink, before: Visit, after: Visit): boolean {
  if (link.served !== 'ifBoth' || after.tasks.includes('LABDEL')) return false;
  const { min, max } = startDifferences(before, after);
  return link.gaps.some((gap) => gap.cost === 0 && (gap.min ?? -Infinity) <= min && (gap.max ?? Infinity) >= max);
}

/** Whether a difference of starts, start(after) - start(before), is among those a link likes best: its rules cannot always all be kept. */
export function liked(gaps: readonly GapInput[], difference: number): boolean {
  const best = Math.min(...gaps.map((gap) => gap.cost));
  return gaps.some((gap) => gap.cost === best && (gap.min ?? -Infinity) <= difference && difference <= (gap.max ?? Infinity));
}

/** Least and greatest start(after) - start(before) the windows allow, in seconds. */
export function startDifferences(before: Visit, after: Visit): { readonly min: number; readonly max: number } {
  const [b, a] = [before.windows, after.windows];
  return { min: a[0].start - b[b.length - 1].end, max: a[a.length - 1].end - b[0].start };
}
