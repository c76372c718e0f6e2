import { describe, expect, it } from '@jest/globals';
import { visit } from '../law/law-visits.fixture.js';
import { DEFAULT_READINGS } from '../law/readings.js';
import { unpaidStomaVisits } from './paid-stoma.js';

const DAYS = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24'];
const stoma = (dates: readonly string[], changes: Parameters<typeof visit>[0] = {}) =>
  dates.map((date) => visit({ date, tasks: ['STOMA'], ...changes }));
const none = () => ({ ofPatient: 0, ofEpisode: 0 });

describe('the five paid stoma visits (S021)', () => {
  it('leaves out the sixth and what follows, in order of time', () => {
    const unpaid = unpaidStomaVisits(stoma(DAYS).reverse(), none);
    expect([...unpaid.keys()]).toEqual(['V@2026-11-23.0', 'V@2026-11-24.0']);
    expect(unpaid.get('V@2026-11-23.0')).toEqual({
      code: 'law.paid_limit',
      params: { rule: 'S021', limit: 5, task: 'STOMA', reading: 'stomaLimitPer:patient' },
    });
  });

  it.each([
    ['per patient', 'patient', 2],
    ['per episode', 'episode', 1],
  ] as const)('counts what was paid before %s', (_, stomaLimitPer, unpaid) => {
    const before = () => ({ ofPatient: 4, ofEpisode: 3 });
    const readings = { ...DEFAULT_READINGS, stomaLimitPer };
    expect(unpaidStomaVisits(stoma(DAYS.slice(0, 3)), before, readings).size).toBe(unpaid);
  });

  it('counts the patient’s episodes together, another patient’s not', () => {
    const first = stoma(DAYS.slice(0, 4));
    const second = stoma(DAYS.slice(4, 6), { funding: { kind: 'episode', id: 'E2' } });
    const other = stoma(DAYS.slice(4), { clientId: 'C2' });
    expect([...unpaidStomaVisits([...first, ...second, ...other], none).keys()]).toEqual(['V@2026-11-23.0']);
    expect(unpaidStomaVisits([...first, ...second], none, { ...DEFAULT_READINGS, stomaLimitPer: 'episode' }).size).toBe(0);
  });

  it.each([
    ['S022 tracheostomy', { tasks: ['TRACH'] }],
    ['S022 gastrostomy', { tasks: ['GASTROST'] }],
    ['S021 paid by the client', { funding: { kind: 'private' } }],
  ] as const)('%s has no limit', (_, changes) => {
    expect(unpaidStomaVisits(stoma(DAYS, changes), none).size).toBe(0);
  });
});
