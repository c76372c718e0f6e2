import type { Prisma } from '../generated/client.js';

/** What says whether a client's visit is only reserved; see {@link isReserved}. */
export const WITH_ANNOUNCED = {
  absences: { where: { expectedOn: { not: null } }, select: { expectedOn: true, toDate: true } },
} as const satisfies Prisma.ClientInclude;

/**
 * Whether a visit on the day is held for a client who is announced to be home by then and may not be (S060), or was not. It is read
 * from the client and kept with no plan, so that visits become real with the discharge and need no further publication.
 */
export function isReserved(
  client: { readonly absences: readonly { readonly expectedOn: Date | null; readonly toDate: Date | null }[] },
  date: Date,
): boolean {
  return client.absences.some(
    ({ expectedOn, toDate }) => expectedOn !== null && expectedOn <= date && (toDate === null || date <= toDate),
  );
}
