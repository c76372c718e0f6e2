import { describe, expect, it } from '@jest/globals';
import { OBSERVATIONS } from '#care';
import type { ExecutionEvent, MyDayView } from '#contracts';
import { misfit, metresBetween } from '../../apps/web/src/phone/position.js';
import { addDays, mondayOf, todayInRiga } from '../../apps/web/src/phone/days.js';
import { nextUpload, placeOf, settled, type Entry } from '../../apps/web/src/phone/outbox.js';
import { isOver, paidUntil, reported, stateOf } from '../../apps/web/src/phone/visit-state.js';
import { observationTexts, onlyWhenNew } from '../../apps/web/src/text/observation-texts.js';
import { languages } from '../../apps/web/src/text/language.js';
import { flagTexts, forcedTexts, notDoneTexts, phoneTexts } from '../../apps/web/src/text/phone-texts.js';

const at = (clock: string): string => `2026-11-24T${clock}:00.000Z`;
const event = (id: string, kind: ExecutionEvent['kind'], clock: string, more: Partial<ExecutionEvent> = {}): ExecutionEvent => ({
  ...{ id, visit: 'v', kind, at: at(clock) },
  ...more,
});
const entry = (id: string, more: Partial<Entry> = {}): Entry =>
  ({
    id,
    account: 'me',
    enteredAt: 0,
    holdUntil: 0,
    refused: null,
    channel: 'events',
    body: event(id, 'note', '08:00'),
    ...more,
  }) as Entry;

describe('the words of the phone', () => {
  it('are there in every language, trimmed', () => {
    for (const texts of [phoneTexts, flagTexts, forcedTexts, notDoneTexts, observationTexts]) {
      for (const [name, words] of Object.entries(texts)) {
        for (const language of languages) expect([name, words[language].trim()]).toEqual([name, words[language] || 'nothing']);
      }
    }
  });

  it('name the 22 observations as the catalogue does', () => {
    expect(observationTexts).toEqual(Object.fromEntries(OBSERVATIONS.map(({ code, names }) => [code, names])));
    expect([...onlyWhenNew]).toEqual(OBSERVATIONS.filter((one) => one.onlyNew).map(({ code }) => code));
  });
});

describe('the outbox', () => {
  const now = { account: 'me', now: 100 };

  it('sends what is one’s own, waits no more and was not refused, oldest first, by kind', () => {
    const entries = [
      entry('late', { enteredAt: 9 }),
      entry('held', { holdUntil: 101 }),
      entry('theirs', { account: 'them' }),
      entry('no', { refused: ['event.not_yours'] }),
      entry('first', { enteredAt: 1 }),
      entry('seen', { enteredAt: 2, channel: 'observations' }),
    ];
    expect(nextUpload(entries, now)).toMatchObject({ path: '/execution-events', entries: [{ id: 'first' }, { id: 'late' }] });
    expect(nextUpload(entries.slice(-1), now)).toMatchObject({ path: '/observations', entries: [{ id: 'seen' }] });
    expect(nextUpload(entries.slice(1, 4), now)).toBeNull();
  });

  it('keeps what is refused for the person to see and lets the others of the request go again', () => {
    const upload = { entries: [entry('a'), entry('b')], path: '', body: null };
    const { gone, kept } = settled(upload, { kind: 'refused', codes: new Map([[1, ['event.in_future']]]) });
    expect([gone, kept.map(({ id, refused }) => [id, refused])]).toEqual([[], [['b', ['event.in_future']]]]);
    expect(settled(upload, { kind: 'taken' }).gone).toEqual(['a', 'b']);
    expect(settled(upload, { kind: 'later' })).toEqual({ gone: [], kept: [] });
    expect(['events.3.visit', 'reports.12.code', 'visit'].map(placeOf)).toEqual([3, 12, 0]);
  });
});

describe('the state of a visit', () => {
  it('comes from what the server has and what still waits, each event once and in order of time', () => {
    const day = {
      events: [event('1', 'checked_in', '08:31'), event('2', 'task_not_done', '08:40', { task: 'BATH', reason: 'refused' })],
    };
    const waiting = [
      entry('1', { body: event('1', 'checked_in', '08:31') }),
      entry('3', { body: event('3', 'task_done', '08:50', { task: 'BATH' }) }),
      entry('4', { body: event('4', 'checked_out', '09:14'), refused: ['x'] }),
    ];
    const events = reported(day as unknown as MyDayView, waiting);
    expect(events.map(({ id }) => id)).toEqual(['1', '2', '3']);
    const state = stateOf('v', events);
    expect(state).toMatchObject({ startedAt: at('08:31'), endedAt: null, missed: null });
    expect([...state.tasks]).toEqual([['BATH', { done: true }]]);
    expect(isOver(state)).toBe(false);
    expect(isOver(stateOf('v', [event('5', 'no_answer', '08:35')]))).toBe(true);
    expect(
      stateOf(
        'v',
        reported(
          { events: [event('6', 'checked_in', '08:00'), event('7', 'withdrawn', '08:01', { corrects: '6' })] } as never,
          [],
        ),
      ).startedAt,
    ).toBeNull();
  });

  it('counts paid time from leaving to being back, without the break', () => {
    const route = {
      departure: at('06:00'),
      return: at('10:00'),
      stops: [{ kind: 'break', start: at('07:30'), end: at('08:00') }],
    };
    const day = { routes: [route] } as unknown as MyDayView;
    const paid = (clock: string): number => paidUntil(day, Date.parse(at(clock))) / 60;
    expect(['05:00', '06:25', '07:45', '09:00', '12:00'].map(paid)).toEqual([0, 25, 90, 150, 210]);
  });
});

describe('a check-in', () => {
  const home = { latitude: 56.951, longitude: 24.12 };
  const fit = (position: Parameters<typeof misfit>[0], clock = '08:00') =>
    misfit(position, { home, planned: at('08:00'), at: Date.parse(at(clock)) });

  it.each([
    ['at the door', { ...home, accuracyMetres: 5 }, '08:00', null],
    ['an hour late', home, '09:00', null],
    ['later still', home, '09:01', 'other_time'],
    ['without a position', null, '08:00', 'no_position'],
    // A hundredth of a degree of latitude is 1,112 m.
    ['a kilometre off', { ...home, latitude: 56.961, accuracyMetres: 10 }, '08:00', 'wrong_place'],
    ['a kilometre off, as far as the phone can tell', { ...home, latitude: 56.961, accuracyMetres: 950 }, '08:00', null],
  ] as const)('%s', (_, position, clock, reason) => {
    expect(fit(position, clock)).toBe(reason);
  });

  it('measures along the earth', () => {
    expect(Math.round(metresBetween(home, { ...home, latitude: 56.961 }))).toBe(1112);
  });
});

describe('days', () => {
  it('are Riga’s, over the ends of months and years', () => {
    expect(todayInRiga(Date.parse('2026-11-23T22:30:00Z'))).toBe('2026-11-24');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(['2026-11-23', '2026-11-24', '2026-11-29'].map(mondayOf)).toEqual(['2026-11-23', '2026-11-23', '2026-11-23']);
  });
});
