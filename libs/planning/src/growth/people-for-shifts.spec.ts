import { describe, expect, it } from '@jest/globals';
import { NORMAL_TERMS, type WorkSpan } from '#care';
import { instantOf } from '#time';
import { peopleForShifts } from './people-for-shifts.js';

/** Work from a clock time to another, with a break from 12:00 where it lies in it, on a day of a November week that begins on Monday the 23rd. */
function work(day: number, from: string, to: string): WorkSpan {
  const date = `2026-11-${23 + day}`;
  const [start, end] = [instantOf(date, from), instantOf(date, to)];
  const pause = { start: instantOf(date, '12:00'), end: instantOf(date, '12:30') };
  return { date, start, end, breaks: start < pause.start && pause.end < end ? [pause] : [], journeySeconds: 0 };
}

const every = (days: readonly number[], from: string, to: string): readonly WorkSpan[] => days.map((day) => work(day, from, to));
const WEEK = [0, 1, 2, 3, 4, 5, 6];

describe('people for the shifts of a week', () => {
  it.each<[string, readonly WorkSpan[], number]>([
    ['nobody for nothing', [], 0],
    ['one for mornings from Monday to Friday', every(WEEK.slice(0, 5), '08:00', '12:00'), 1],
    ['as many as go out at once', [work(0, '08:00', '12:00'), work(0, '08:00', '12:00'), work(0, '13:00', '17:00')], 3],
    ['another for what the contract does not hold', every(WEEK.slice(0, 6), '08:00', '16:00'), 2],
    ['another where the night between is shorter than twelve hours', [work(0, '16:00', '21:00'), work(1, '07:00', '12:00')], 2],
    ['another where nobody would have 42 hours in a row in the week', every(WEEK, '10:00', '13:00'), 2],
  ])('are %s', (_, shifts, people) => {
    expect(peopleForShifts(shifts, { terms: NORMAL_TERMS })).toBe(people);
    expect(peopleForShifts([...shifts].reverse(), { terms: NORMAL_TERMS })).toBe(people);
  });
});
