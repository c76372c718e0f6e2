import { describe, expect, it } from '@jest/globals';
import { LAW_TEXTS, READING_WORDS } from '#care';
import { errorCodes, legalPractice } from '#contracts';
import { lawContext, wholePractice } from './law-data.js';

describe('the law’s codes and readings', () => {
  it('have an entry in the registry of codes for every reason', () => {
    expect(Object.keys(LAW_TEXTS).filter((code) => !Object.hasOwn(errorCodes, code))).toEqual([]);
    expect(Object.keys(errorCodes).filter((code) => code.startsWith('law.') && !Object.hasOwn(LAW_TEXTS, code))).toEqual([]);
  });

  it('are chosen over HTTP from the same choices that have words', () => {
    const { shape } = legalPractice.shape.readings;
    const offered = Object.entries(shape).map(([name, choice]) => [name, choice.options]);
    expect(offered).toEqual(Object.entries(READING_WORDS).map(([name, words]) => [name, Object.keys(words)]));
  });

  it('fill up what a provider did not choose', () => {
    const practice = { readings: { stomaLimitPer: 'episode' }, followsTransfers: true, daysOff: ['2026-12-30'] } as const;
    expect(wholePractice(practice)).toMatchObject({ readings: { stomaLimitPer: 'episode', termCounting: 'inclusive' } });
    const { calendar, readings } = lawContext(practice);
    expect(readings).toMatchObject({ stomaLimitPer: 'episode', rehabilitationWithin: '6_months' });
    // 2 January 2026 was moved to Saturday 17 January.
    expect(['2026-01-02', '2026-01-17', '2026-12-30'].map((day) => calendar.isWorkingDay(day))).toEqual([false, true, false]);
  });
});
