import { describe, expect, it } from '@jest/globals';
import type { TravelMode } from '#care';
import { estimateMatrix, estimateSeconds } from './estimate.js';

/** A hundredth of a degree of latitude: 6,371,008.8 m * pi / 180 / 100. */
const CENTIDEGREE = 1111.9508;

describe('estimateSeconds', () => {
  // Ground metres are 1.3 of the straight line: 1,445.536, 2,891.072 and 5,782.144 m for 1, 2 and 4 hundredths.
  it.each<[TravelMode, number, number, string]>([
    ['walk', 1, 1205, '1,445.536 m at 4.8 km/h 1,084.15 + door 120'],
    ['bicycle', 1, 552, '1,445.536 m at 14 km/h 371.71 + lock 60 + door 120'],
    ['car', 1, 561, '1,445.536 m at 26 km/h 200.15 + parking 240 + door 120'],
    ['transit', 1, 1205, 'riding 240 + 300 + 306.11 + 240 + door 120 = 1,206.11 is no quicker than walking'],
    ['transit', 2, 1513, '240 + 300 + 2,891.072 m at 17 km/h 612.23 + 240 + door 120'],
    ['transit', 4, 2485, '240 + 300 + 1,224.45 + change 360 + 240 + door 120, beyond 4,000 m'],
  ])('%s over %d hundredths of a degree takes %d s: %s', (mode, hundredths, expected) => {
    expect(estimateSeconds(mode, hundredths * CENTIDEGREE)).toBe(expected);
  });

  it.each<TravelMode>(['walk', 'bicycle', 'car', 'transit'])(
    '%s to the next house is on foot: 65 m at 4.8 km/h 48.75 + door 120',
    (mode) => {
      expect(estimateSeconds(mode, 50)).toBe(169);
    },
  );

  it.each<TravelMode>(['walk', 'bicycle', 'car', 'transit'])('%s takes no time over no distance', (mode) => {
    expect(estimateSeconds(mode, 0)).toBe(0);
  });

  it('changes vehicles only beyond 4 km on the ground', () => {
    const [below, above] = [estimateSeconds('transit', 3999.9 / 1.3), estimateSeconds('transit', 4000.1 / 1.3)];
    expect(above - below).toBe(360);
  });
});

describe('estimateMatrix', () => {
  const home = { latitude: 56.95, longitude: 24.1 };
  const north = { latitude: 56.96, longitude: 24.1 };
  // cos(56.95 deg) = 0.54537: a hundredth of a degree of longitude is 606.4 m, 788.4 m on the ground.
  const east = { latitude: 56.95, longitude: 24.11 };

  it('has rows by origin, 0 on the diagonal and between equal positions', () => {
    const seconds = estimateMatrix([home, north, east, { ...home }], 'walk');
    expect([...seconds.slice(0, 4)]).toEqual([0, 1205, 712, 0]);
    expect([seconds[5], seconds[10], seconds[12], seconds[15]]).toEqual([0, 0, 0, 0]);
  });

  it('is the same in both directions and the second time', () => {
    const positions = Array.from({ length: 40 }, (_, i) => ({
      latitude: 56.9 + i * 0.003,
      longitude: 24 + ((i * 7) % 40) * 0.005,
    }));
    const seconds = estimateMatrix(positions, 'transit');
    for (let i = 0; i < 40; i++) for (let j = 0; j < 40; j++) expect(seconds[i * 40 + j]).toBe(seconds[j * 40 + i]);
    expect(estimateMatrix(positions, 'transit')).toEqual(seconds);
  });

  it('has nothing to say about no places', () => {
    expect(estimateMatrix([], 'car')).toHaveLength(0);
  });
});
