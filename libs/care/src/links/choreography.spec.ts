import { describe, expect, it } from '@jest/globals';
import type { Visit, VisitLink } from '../model.js';
import { lawfulOrders, MOST_ORDERS } from './lawful-orders.js';
import { linksBetween } from './links-between.js';
import { ordersFor, tasksInOrder } from './tasks-in-order.js';
import { MIDNIGHT, visit } from './visits.fixture.js';

const DAY = [7, 20] as const;

/** Visits of one day, each free to choose its order against the tasks of the others. */
function free(visits: readonly Visit[], flags: readonly string[]): readonly Visit[] {
  return visits.map((one) => {
    const elsewhere = visits.filter((other) => other !== one).flatMap(({ tasks }) => tasks);
    return { ...one, orders: lawfulOrders(one.tasks, { flags, elsewhere, durationSeconds: one.durationSeconds }) };
  });
}

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
const linkOf = (visits: readonly Visit[], flags = ''): VisitLink => {
  const { links } = linksBetween(free(visits, words(flags)), () => words(flags));
  expect(links).toHaveLength(1);
  return links[0];
};
const minute = (seconds: number | null): string => (seconds === null ? '' : String(Math.round(seconds / 60)));
const span = ({ min, max }: { readonly min: number | null; readonly max: number | null }): string =>
  `${minute(min)}..${minute(max)}`;
/** Minutes after the start of the first visit, with the cost of the wishes broken. */
const gaps = (link: VisitLink): string => link.gaps.map((gap) => `${span(gap)}${gap.cost > 0 ? ` ${gap.cost}` : ''}`).join(', ');
const orders = (link: VisitLink): string =>
  (link.orders ?? [])
    .map((at) => `${span(at)} ${[at.before, at.after].map((tasks) => tasks?.join('-') ?? '=').join('/')}`)
    .join(', ');

describe('orders of the tasks of a visit', () => {
  const of = (tasks: string, elsewhere: string, flags = ''): string[] =>
    lawfulOrders(words(tasks), { flags: words(flags), elsewhere: words(elsewhere), durationSeconds: 3600 }).map(
      ({ tasks, cost }) => `${tasks.join(' ')}${cost > 0 ? ` ${cost}` : ''}`,
    );

  it.each([
    ['a wish about two of them costs when broken', 'BATH LINEN', 'PULCER', '', ['BATH LINEN', 'LINEN BATH 900']],
    ['a hard rule forbids', 'BATH DRESS', 'WOUND', '', ['BATH DRESS']],
    [
      'a hard rule with a longest wait keeps the two near',
      'BATH DRESS CLEAN',
      'WOUND',
      '',
      ['BATH DRESS CLEAN', 'CLEAN BATH DRESS'],
    ],
    ['nothing elsewhere, nothing to choose', 'BATH LINEN', '', '', ['BATH LINEN']],
    ['a flag switches the rule', 'MEDSUP FEED', 'WOUND', 'with_food', ['FEED MEDSUP']],
    ['no rule between them', 'CLEAN GROOM', 'WOUND', '', ['CLEAN GROOM', 'GROOM CLEAN']],
  ])('%s: %s', (_, tasks, elsewhere, flags, expected) => {
    expect(of(tasks, elsewhere, flags)).toEqual(expected);
  });

  it('are bounded, and moving tasks are those the other visits speak of', () => {
    expect(of('BATH LINEN GROOM CLEAN', 'PULCER')).toHaveLength(MOST_ORDERS);
    const many = of('COOK ERRAND SHOP HEAT OTHER MEDSUP LINEN BATH', 'PULCER').map((order) => order.replace(/ \d+$/, ''));
    expect(many).toHaveLength(MOST_ORDERS);
    expect(new Set(many.map((order) => words(order).sort().join(' '))).size).toBe(1);
  });

  it('of a long visit bring linen to every time it may have, dearer wishes broken or not', () => {
    const found = of('BATH LINEN GROOM ERRAND COOK', 'PULCER', 'waterproof_dressing');
    expect(found).toHaveLength(MOST_ORDERS);
    const before = found.map((order) => words(order).slice(0, words(order).indexOf('LINEN')).sort().join(' '));
    expect(new Set(before).size).toBe(16);
  });

  it('that differ only in tasks no other visit speaks of are one', () => {
    expect(of('LINEN COOK ERRAND', 'PULCER')).toEqual([
      'COOK ERRAND LINEN',
      'COOK LINEN ERRAND',
      'ERRAND LINEN COOK',
      'LINEN COOK ERRAND',
    ]);
  });
});

describe('a link chooses the order of tasks', () => {
  const carer = visit('carer', 'BATH LINEN', 60, DAY);
  const nurse = visit('nurse', 'PULCER', 30, DAY);

  it('the nurse comes as the bath ends; only long after would linen first be right', () => {
    const link = linkOf([carer, nurse]);
    expect([link.before, link.after, link.served]).toEqual(['carer', 'nurse', 'beforeNeedsAfter']);
    expect(gaps(link)).toBe('45..55, 55..105 1800, 105..120 2700');
    expect(orders(link)).toBe('45..105 BATH-LINEN/=, 105..120 LINEN-BATH/=');
  });

  it('linen at the nurse’s start, wherever in the visit that is', () => {
    const link = linkOf([visit('a', 'LINEN ERRAND', 35, DAY), nurse]);
    expect(gaps(link)).toBe('..-10 1800, -10..30, 30.. 1800');
    expect([-600, 599, 600, 1800].map((at) => ordersFor(link, at).before?.[0])).toEqual(['LINEN', 'LINEN', 'ERRAND', 'ERRAND']);
  });

  it('linen first with the nurse, before a bath that is not, however many orders break fewer wishes', () => {
    const home = [visit('a', 'BATH LINEN GROOM ERRAND', 92, [10, 10.5]), visit('b', 'PULCER', 30, [9.5, 10.5])];
    const link = linkOf(home, 'bedbound waterproof_dressing');
    expect(gaps(link)).toBe('..-87 1800, -87..-57, -50..-45, -17..-12 1200, -5..10 900, 10.. 1800');
    expect(ordersFor(link, 0).after).toEqual(['LINEN', 'ERRAND', 'BATH', 'GROOM']);
  });

  it('a task at the body moves out of the way, so that any difference will do', () => {
    const link = linkOf([visit('a', 'GROOM CLEAN', 57, DAY), visit('b', 'INJ', 15, DAY)]);
    expect(gaps(link)).toBe('..');
    expect(orders(link)).toBe('..-15 GROOM-CLEAN/=, -15..12 CLEAN-GROOM/=, 12.. GROOM-CLEAN/=');
    const at = (seconds: number): string => ordersFor(link, seconds).before?.join(' ') ?? 'none';
    expect([-900, -899, 0, 719, 720].map(at)).toEqual([
      'GROOM CLEAN',
      'CLEAN GROOM',
      'CLEAN GROOM',
      'CLEAN GROOM',
      'GROOM CLEAN',
    ]);
  });

  it('names no order at a difference it forbids', () => {
    const link = linkOf([carer, nurse]);
    expect([2699, 2700, 7201].map((at) => ordersFor(link, at).before)).toEqual([null, ['BATH', 'LINEN'], null]);
  });

  it('keeps the listed order where nothing is gained by another', () => {
    const link = linkOf([visit('a', 'BATH DRESS', 57, DAY), visit('b', 'WOUND', 30, DAY)]);
    expect([gaps(link), link.orders]).toEqual(['57..105', undefined]);
  });

  it('sets no rule aside that another order keeps', () => {
    const pair = [visit('a', 'ENTERAL WOUND', 65, DAY), visit('b', 'BEDBATH FEED', 50, DAY)];
    const fixed = linksBetween(pair, () => []);
    const chosen = linksBetween(free(pair, []), () => []);
    expect(chosen.issues.filter(({ kind }) => kind === 'setAside')).toEqual([]);
    expect(fixed.issues.filter(({ kind }) => kind === 'setAside')).toEqual([]);
  });
});

describe('three visits of one client', () => {
  const day = [visit('carer', 'FEED CLEAN ERRAND', 90, DAY), visit('nurse', 'CATH', 30, DAY), visit('other', 'OTHER', 30, DAY)];
  const { links, visits } = linksBetween(free(day, []), () => []);
  const between = (a: string, b: string): VisitLink =>
    links.find(({ before, after }) => [before, after].includes(a) && [before, after].includes(b)) as VisitLink;

  it('one pair chooses the order of a visit; towards the third all orders left are alike', () => {
    const link = between('carer', 'nurse');
    expect([link.before, link.after]).toEqual(['carer', 'nurse']);
    expect(gaps(link)).toBe('..-30, 25..45 900, 45..70 1200, 70..100 300, 100..');
    expect(orders(link)).toBe('..-30 FEED-CLEAN-ERRAND/=, 25..45 FEED-ERRAND-CLEAN/=, 45.. FEED-CLEAN-ERRAND/=');
    const third = between('carer', 'other');
    expect([gaps(third), third.orders]).toEqual(['..-30, 25..', undefined]);
  });

  it('a plan reads one order for each', () => {
    const at = new Map([
      ['carer', MIDNIGHT + 9 * 3600],
      ['nurse', MIDNIGHT + 9 * 3600 + 30 * 60],
    ]);
    const tasks = tasksInOrder(visits, links, (key) => at.get(key));
    expect(tasks).toEqual(
      new Map([
        ['carer', ['FEED', 'ERRAND', 'CLEAN']],
        ['nurse', ['CATH']],
        ['other', ['OTHER']],
      ]),
    );
    expect(tasksInOrder(visits, links, () => undefined)).toEqual(new Map(visits.map(({ key, tasks }) => [key, tasks])));
  });
});
