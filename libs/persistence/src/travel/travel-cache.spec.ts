import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '#embedded';
import { createPersistence, type Persistence } from '../index.js';
import { cellOf } from './travel-cache.js';

const riga = { latitude: 56.95, longitude: 24.1 };
const jurmala = { latitude: 56.97, longitude: 23.77 };
const almostRiga = { latitude: 56.950001, longitude: 24.099999 };
const sigulda = { latitude: 57.15, longitude: 24.85 };

let persistence: Persistence;

beforeAll(async () => {
  persistence = createPersistence({ databaseUrl: await testDatabase() });
});

afterAll(() => persistence.close());

describe('the travel cache', () => {
  it('gives back what it has by index pair, in each direction, and nothing else', async () => {
    const { travelCache } = persistence;
    await travelCache.write('osrm', 'car', [riga, jurmala], new Map([[0 * 2 + 1, 1500], [1 * 2 + 0, 1600]])); // prettier-ignore
    const places = [sigulda, jurmala, riga];
    expect(await travelCache.read('osrm', 'car', places)).toEqual(new Map([[2 * 3 + 1, 1500], [1 * 3 + 2, 1600]])); // prettier-ignore
    expect(await travelCache.read('osrm', 'walk', places)).toEqual(new Map());
    expect(await travelCache.read('valhalla', 'car', places)).toEqual(new Map());
    expect(await travelCache.read('osrm', 'car', [])).toEqual(new Map());
  });

  it('knows a place by its position to 5 decimals, twice if it stands there twice', async () => {
    const { travelCache } = persistence;
    await travelCache.write('twice', 'car', [riga, almostRiga, jurmala], new Map([[0 * 3 + 2, 10], [1 * 3 + 2, 11]])); // prettier-ignore
    const found = await travelCache.read('twice', 'car', [almostRiga, jurmala, riga]);
    expect(found).toEqual(new Map([[0 * 3 + 1, 11], [2 * 3 + 1, 11]])); // prettier-ignore
  });

  it('takes a newer time', async () => {
    const { travelCache } = persistence;
    for (const seconds of [100, 100, 90]) await travelCache.write('newer', 'transit', [riga, sigulda], new Map([[1, seconds]]));
    expect(await travelCache.read('newer', 'transit', [riga, sigulda])).toEqual(new Map([[1, 90]]));
    await travelCache.write('newer', 'transit', [riga, sigulda], new Map());
  });

  it('keeps large matrices whole', async () => {
    const places = Array.from({ length: 300 }, (_, i) => ({ latitude: 56 + i / 1000, longitude: 24 }));
    const seconds = new Map(Array.from({ length: 300 * 300 }, (_, index) => [index, (index * 7) % 5000]));
    await persistence.travelCache.write('large', 'car', places, seconds);
    expect(await persistence.travelCache.read('large', 'car', places)).toEqual(seconds);
  });
});

describe('cellOf', () => {
  it('gives every corner of the earth a whole number of its own', () => {
    const corners = [-90, 0, 90].flatMap((latitude) => [-180, 0, 180].map((longitude) => cellOf({ latitude, longitude })));
    expect(new Set(corners).size).toBe(9);
    expect(corners.every(Number.isSafeInteger)).toBe(true);
    expect(cellOf(riga)).toBe(cellOf(almostRiga));
    expect(cellOf(riga)).not.toBe(cellOf({ ...riga, latitude: 56.95001 }));
  });
});
