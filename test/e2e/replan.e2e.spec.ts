import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House, type Office } from './house.js';
import { DAY, smallProvider } from './small-provider.js';

let house: House;
let office: Office;

beforeAll(async () => {
  house = await House.open('2026-11-23T10:05:00+02:00');
  office = await house.settle(smallProvider('SMALL'));
});

afterAll(() => house.close());

describe('a published plan', () => {
  it('gets a draft when a carer falls ill', async () => {
    const published = await office.publish(DAY);
    const draft = await office.record({
      kind: 'staff_absent',
      absence: { id: 'ILL', staff: 'S1', from: DAY, to: DAY, kind: 'sick' },
    });
    expect(draft).toMatchObject({ status: 'draft', basedOn: published.id, from: DAY, to: DAY });
  });
});
