import { describe, expect, it } from '@jest/globals';
import type { OwnedEquipment } from '../ports.js';
import { equipmentInputs, equipmentOf } from './equipment.js';

const van = (uses: number | null): OwnedEquipment => ({ kind: 'bath_van', crew: 2, uses });

describe('equipmentInputs', () => {
  it('seats the crew of every van, and lets none go on longer than the smallest tank (S112)', () => {
    expect(equipmentInputs([van(5), { kind: 'foot_care_kit', crew: 0, uses: null }, van(4), van(null)])).toEqual([
      { id: 'bath_van', units: 6, held: 'shift', uses: 4 },
      { id: 'foot_care_kit', units: 1, held: 'shift' },
    ]);
  });

  it('knows of nothing that is scarce where nothing is listed', () => {
    expect(equipmentInputs([])).toEqual([]);
  });
});

describe('equipmentOf', () => {
  it('asks for what the tasks cannot do without, if the provider lists it', () => {
    const inputs = equipmentInputs([van(5)]);
    expect(equipmentOf({ tasks: ['MBATH', 'MBATH', 'LINEN'] }, inputs)).toEqual(['bath_van']);
    expect(equipmentOf({ tasks: ['FOOT', 'LINEN'] }, inputs)).toEqual([]);
  });
});
