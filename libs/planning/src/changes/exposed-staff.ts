import { EXPOSURE_DAYS, exposedStaff } from '#care';
import type { ChangeKind, ExposedStaffView } from '#contracts';
import type { ChangeStore } from './change-ports.js';

/** The changes by which a contraindication becomes known. */
const KINDS: readonly ChangeKind[] = ['contraindication_reported', 'certificate_received'];

/** Staff who were at the home in the days before a contraindication became known (S039, S074); null when there is no such change. */
export async function exposedBefore(
  changes: Pick<ChangeStore, 'visitsBefore'>,
  providerId: string,
  changeId: number,
): Promise<readonly ExposedStaffView[] | null> {
  const before = await changes.visitsBefore(providerId, { id: changeId, kinds: KINDS }, EXPOSURE_DAYS);
  if (before === null) return null;
  const { visits, names, ...asked } = before;
  return exposedStaff(visits, asked).map(({ staffId, lastOn, visits: count }) => ({
    staff: names.get(staffId) ?? staffId,
    lastOn,
    visits: count,
  }));
}
