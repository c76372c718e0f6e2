import { describe, expect, it } from '@jest/globals';
import type { LinkView, RouteView, StopView } from '#contracts';
import { axisFor, hourMarks, spanOf } from '../../apps/web/src/board/axis.js';
import { isJoint, routeBlocks, waitingBefore } from '../../apps/web/src/board/blocks.js';
import { otherTasks, partnersOf, togetherWith, whereabouts } from '../../apps/web/src/board/partners.js';
import { EVERYTHING, findRoutes, isFound, matches, professionsOf } from '../../apps/web/src/board/search.js';

const day = '2026-11-23';
const at = (clock: string): string => `${day}T${clock}:00+02:00`;

const stop = (visit: string, start: string, end: string, over: Partial<StopView> = {}): StopView => ({
  kind: 'visit',
  visit,
  clientId: 'K1',
  client: 'Anna Bērziņa',
  address: 'Brīvības iela 1',
  neighbourhood: null,
  position: null,
  tasks: ['CLEAN'],
  funder: 'municipality',
  arrival: at(start),
  start: at(start),
  end: at(end),
  travelSeconds: 600,
  part: 1,
  parts: 1,
  reserved: false,
  links: [],
  ...over,
});

const link = (over: Partial<LinkView> = {}): LinkView => ({
  rule: 'PULCER-LINEN-should_overlap',
  effect: 'joined',
  held: true,
  reason: '',
  source: '',
  otherVisit: 'v9',
  otherStaff: 'Olga Kalniņa',
  otherStart: at('09:00'),
  ...over,
});

const route = (over: Partial<RouteView> = {}): RouteView => ({
  shift: 's1',
  staff: 'st1',
  staffName: 'Ilze Ozoliņa',
  profession: 'carer',
  mode: 'transit',
  date: day,
  shiftStart: at('08:00'),
  shiftEnd: at('17:00'),
  departure: at('08:00'),
  return: at('10:10'),
  base: null,
  travelSeconds: 1200,
  waitingSeconds: 0,
  serviceSeconds: 6000,
  stops: [stop('v1', '08:10', '09:00'), stop('v2', '09:10', '10:00')],
  ...over,
});

describe('the axis', () => {
  it('shows 06 to 22 when everything lies inside', () => {
    expect(axisFor(day, [route()])).toEqual({ date: day, start: 360, end: 1320 });
  });

  it('stretches to whole hours around what reaches beyond', () => {
    const early = route({ departure: at('05:40') });
    const late = route({ shiftEnd: '2026-11-24T00:30:00+02:00' });
    expect(axisFor(day, [early, late])).toEqual({ date: day, start: 300, end: 1500 });
  });

  it('places a span in per cent and cuts what lies outside', () => {
    const axis = { date: day, start: 360, end: 1320 };
    expect(spanOf(axis, at('10:00'), at('14:00'))).toEqual({ left: 25, width: 25 });
    expect(spanOf(axis, at('05:00'), at('07:36'))).toEqual({ left: 0, width: 10 });
    expect(spanOf(axis, at('22:30'), at('23:00'))).toEqual({ left: 100, width: 0 });
  });

  it('marks every hour, both ends included, and counts on past midnight', () => {
    const marks = hourMarks({ date: day, start: 360, end: 1500 });
    expect(marks).toHaveLength(20);
    expect(marks[0]).toEqual({ hour: 6, left: 0 });
    expect(marks.at(-1)).toEqual({ hour: 1, left: 100 });
  });
});

describe('the blocks of a bar', () => {
  const axis = { date: day, start: 360, end: 1320 };

  it('are ways and visits in time’s order, the way home last', () => {
    expect(routeBlocks(route(), axis).map((block) => block.kind)).toEqual(['way', 'visit', 'way', 'visit', 'way']);
  });

  it('leave waiting empty and draw no way where there is none', () => {
    const rest = stop('b', '09:00', '09:30', { kind: 'break', funder: null });
    const late = stop('v2', '10:00', '11:00', { arrival: at('09:40') });
    const blocks = routeBlocks(route({ stops: [stop('v1', '08:00', '09:00'), rest, late], return: at('11:00') }), axis);
    expect(blocks.map((block) => block.kind)).toEqual(['visit', 'break', 'way', 'visit']);
    const [, , way, visit] = blocks;
    expect(way.span.left + way.span.width).toBeCloseTo(((9 + 40 / 60 - 6) / 16) * 100, 9);
    expect(visit.span.left).toBeCloseTo(25, 9);
    expect(waitingBefore(late)).toBe(1200);
  });

  it.each<[string, Partial<StopView>, boolean]>([
    ['alone', {}, false],
    ['a double-up', { parts: 2 }, true],
    ['joined by a rule that is kept', { links: [link()] }, true],
    ['joined by a rule that is not kept', { links: [link({ held: false })] }, false],
    ['joined with a visit that is not placed', { links: [link({ otherStart: null, otherStaff: null })] }, false],
    ['kept apart', { links: [link({ effect: 'parted' })] }, false],
  ])('know %s', (_, over, expected) => {
    expect(isJoint(stop('v1', '08:00', '09:00', over))).toBe(expected);
  });
});

describe('the search', () => {
  it.each([
    ['Bērziņa', 'berz', true],
    ['Anna Bērziņa', 'berz anna', true],
    ['Anna Bērziņa', 'ANNA', true],
    ['Anna Bērziņa', 'anna k', false],
    ['Жуковская Елена', 'жук', true],
  ])('finds in %s by "%s": %s', (text, words, expected) => {
    expect(matches(text, words)).toBe(expected);
  });

  it('keeps routes of the person or with the client, within the profession', () => {
    const nurse = route({
      shift: 's2',
      staffName: 'Rita Vītola',
      profession: 'nurse',
      stops: [stop('v3', '08:00', '09:00', { client: 'Jānis Liepa' })],
    });
    const routes = [route(), nurse];
    const shifts = (words: string, profession = ''): string[] =>
      findRoutes(routes, { ...EVERYTHING, words, profession }).map(({ shift }) => shift);
    expect(shifts('')).toEqual(['s1', 's2']);
    expect(shifts('vitola')).toEqual(['s2']);
    expect(shifts('anna')).toEqual(['s1']);
    expect(shifts('', 'nurse')).toEqual(['s2']);
    expect(shifts('anna', 'nurse')).toEqual([]);
    expect(professionsOf(routes)).toEqual(['carer', 'nurse']);
  });

  it('marks the client’s visits and never breaks', () => {
    expect(isFound({ kind: 'visit', client: 'Anna Bērziņa' }, { ...EVERYTHING, words: 'berzina', profession: '' })).toBe(true);
    expect(isFound({ kind: 'break', client: '' }, { ...EVERYTHING, words: ' ', profession: '' })).toBe(false);
    expect(isFound({ kind: 'visit', client: 'Anna Bērziņa' }, { ...EVERYTHING, words: '', profession: 'carer' })).toBe(false);
  });
});

describe('visits that belong together', () => {
  const mine = stop('v1', '08:00', '09:00', {
    parts: 2,
    links: [link({ otherVisit: 'v3' }), link({ otherVisit: 'gone', otherStart: null })],
  });
  const theirs = stop('v1', '08:00', '09:00', { part: 2, parts: 2 });
  const other = stop('v3', '08:05', '08:40', { tasks: ['LINEN', 'POSITION'] });
  const places = whereabouts([
    route({ stops: [mine] }),
    route({ shift: 's2', staffName: 'Rita Vītola', stops: [theirs] }),
    route({ shift: 's3', stops: [other] }),
  ]);

  it('name the other staff of a double-up, not oneself', () => {
    expect(partnersOf(places, 's1', mine).map(({ staffName }) => staffName)).toEqual(['Rita Vītola']);
    expect(partnersOf(places, 's3', other)).toEqual([]);
  });

  it('know the other visit’s tasks as far as it is on the day’s routes', () => {
    expect(otherTasks(places, mine.links[0])).toEqual(['LINEN', 'POSITION']);
    expect(otherTasks(places, mine.links[1])).toBeNull();
  });

  it('light up with those that are placed', () => {
    expect(togetherWith(mine)).toEqual(['v1', 'v3']);
  });
});
