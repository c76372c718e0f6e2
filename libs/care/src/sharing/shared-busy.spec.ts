import { describe, expect, it } from '@jest/globals';
import { ruleBook } from '../rules/rule-book.js';
import { sharedBusyOf, windowsBeside, type SharedBusy } from './shared-busy.js';

const NINE = 9 * 60;
const visit = (tasks: string, minutes: number, start = NINE) => ({
  ...{ tasks: tasks.split(' '), durationSeconds: minutes * 60, start: start * 60 },
});
const told = (busy: readonly SharedBusy[]): string[] =>
  busy.map(({ start, end, takes, tag }) => `${start / 60}-${end / 60} ${takes} ${tag ?? '-'}`);
const everything = (): boolean => true;

describe('what one provider tells another (S098-S100, S103)', () => {
  it.each<[string, (field: string) => boolean, readonly string[]]>([
    ['all of it', everything, ['540-585 holds_client washing', '585-600 holds_client -', '600-645 in_home -']],
    ['no conflict', (field) => field !== 'conflictTag', ['540-600 holds_client -', '600-645 in_home -']],
    ['only that somebody is there', (field) => field === 'busy', ['540-645 holds_client -']],
    ['nothing without consent', () => false, []],
  ])('%s', (_, mayTell, expected) => {
    expect(told(sharedBusyOf(visit('BATH LINEN CLEAN', 105), mayTell))).toEqual(expected);
  });

  it('names no task', () => {
    expect(Object.keys(sharedBusyOf(visit('WOUND', 30), everything)[0]).sort()).toEqual(['end', 'start', 'tag', 'takes']);
  });
});

describe('an own visit beside it', () => {
  const windows = (tasks: string, minutes: number, busy: readonly SharedBusy[], flags: readonly string[] = []): string =>
    windowsBeside(
      { tasks: tasks.split(' '), durationSeconds: minutes * 60, windows: [{ start: 8 * 3600, end: 12 * 3600 }] },
      busy,
      { flags, book: ruleBook() },
    )
      .map(({ start, end }) => `${start / 60}-${end / 60}`)
      .join(' ');
  const nurse = sharedBusyOf(visit('WOUND', 30), everything);

  it.each<[string, string, number, readonly SharedBusy[], readonly string[], string]>([
    ['a bath never during or after a dressing', 'BATH', 45, nurse, [], '480-495'],
    ['a bath before or after a waterproof dressing', 'BATH', 45, nurse, ['waterproof_dressing'], '480-495 570-720'],
    ['other care of the body waits', 'GROOM', 12, nurse, [], '480-528 570-720'],
    ['cleaning goes on (a wish is no bar)', 'CLEAN', 45, nurse, [], '480-720'],
    ['a body task moves inside its visit', 'COOK GROOM', 42, nurse, [], '480-498 540-720'],
    ['nobody is at home', 'CLEAN', 45, [{ start: 32_400, end: 39_600, takes: 'client_away', tag: null }], [], '480-495 660-720'],
    ['nothing told, nothing cut', 'BATH', 45, [], [], '480-720'],
  ])('%s', (_, tasks, minutes, busy, flags, expected) => {
    expect(windows(tasks, minutes, busy, flags)).toBe(expected);
  });

  it('may have no start left', () => {
    const all = [{ start: 7 * 3600, end: 13 * 3600, takes: 'holds_client', tag: null } as const];
    expect(windows('BATH', 45, all)).toBe('');
  });
});
