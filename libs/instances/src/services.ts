import type { LinkInput, PartInput } from '#engine';

/** How the services of one patient lie to each other, start to start. */
export type Synchronization =
  { readonly type: 'independent' | 'simultaneous' } | { readonly type: 'sequential'; readonly min: number; readonly max: number };

/** Ids for the parts of a patient: the service's own, numbered from its second occurrence on. */
export function partIds(services: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return services.map((service) => {
    const count = (seen.get(service) ?? 0) + 1;
    seen.set(service, count);
    return count === 1 ? service : `${service}#${count}`;
  });
}

/** The service a part stands for: the one skill it needs. */
export function serviceOf(part: PartInput): string {
  return part.skills[0] ?? part.id;
}

/** The links that tie each service of a patient to the one before it. */
export function pairLinks(patient: string, parts: readonly string[], how: Synchronization): LinkInput[] {
  if (how.type === 'independent') return [];
  const gap = how.type === 'sequential' ? { min: how.min, max: how.max, cost: 0 } : { min: 0, max: 0, cost: 0 };
  return parts.slice(1).map((after, index) => ({
    id: index === 0 ? patient : `${patient}#${index + 1}`,
    before: { visit: patient, part: parts[index] },
    after: { visit: patient, part: after },
    gaps: [gap],
    staff: 'different',
    served: 'together',
  }));
}
