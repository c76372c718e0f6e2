import type { ProviderView } from '#contracts';
import { dayOf, nextWorkingDay } from '#time';
import type { ProviderStore } from '../ports.js';

/** Who one plans for, and the days to offer first; `now` decides what today is in Riga. Null when there is no such provider. */
export async function viewProvider(
  providers: Pick<ProviderStore, 'overview'>,
  providerId: string,
  now: Date,
): Promise<Omit<ProviderView, 'map'> | null> {
  const overview = await providers.overview(providerId);
  if (!overview) return null;
  const today = dayOf(Math.floor(now.getTime() / 1000));
  const { code, name, counts } = overview;
  return { code, name, today, nextWorkingDay: nextWorkingDay(today), counts: { ...counts } };
}
