import type { Dwelling } from '#contracts';
import type * as Rows from '../generated/client.js';

/** Which state of a row somebody has seen. */
export function revisionOf({ updatedAt }: { readonly updatedAt: Date }): string {
  return updatedAt.toISOString();
}

/** A client's home and how to get in. */
export function dwellingOf(client: Rows.Client): Dwelling {
  const { phone, declaredAddress, actualAddress, neighbourhood, latitude, longitude, livesAlone, floor, lift } = client;
  const { doorCode, keyNote, accessNote, warmWater, bathOrShower, stoveHeating, languages } = client;
  return {
    ...{ phone, declaredAddress, actualAddress, neighbourhood, latitude, longitude, livesAlone, floor, lift },
    ...{ doorCode, keyNote, accessNote, warmWater, bathOrShower, stoveHeating },
    languages: languages as Dwelling['languages'],
  };
}
