import { ruleBook, type TaskRule } from '#care';
import type { LinkView, RouteView, StopView } from '#contracts';
import { clockOf } from '#time';
import { COLUMNS, dayInWords, professionName, taskName } from './words.js';

const clock = (instant: string): string => clockOf(Math.floor(Date.parse(instant) / 1000));

const MODES: Readonly<Record<RouteView['mode'], string>> = {
  car: 'by car',
  bicycle: 'by bicycle',
  walk: 'on foot',
  transit: 'by public transport',
};
/** Where the tasks begin, behind the clock times. */
const INDENT = 19;

/**
 * A route to look at: a nurse's or carer's with a visit that a rule joined to a colleague's, where there is one. Clock
 * times, tasks and the rules behind them, each rule explained once. No names: a terminal is no place for them.
 */
export function sampleText(routes: readonly RouteView[]): string {
  const route = [...routes].sort(byInterest)[0];
  if (!route) return '';
  const rules = new Map<string, LinkView>();
  for (const { links } of route.stops) for (const link of links) rules.set(link.rule, rules.get(link.rule) ?? link);
  const numbers = new Map([...rules.keys()].map((rule, index) => [rule, index + 1]));
  const partners = new Map(
    routes.flatMap((other) => other.stops.map((stop) => [partnerKey(stop.visit, stop.start), { route: other, stop }])),
  );
  const marksOf = (stop: StopView): string[] =>
    [...numbers].flatMap(([rule, number]) => {
      const links = stop.links.filter((link) => link.rule === rule);
      return links.length === 0 ? [] : [`[${number}]${links.map((link) => partnerText(link, route, partners)).join(',')}`];
    });
  return [
    `    A ${professionName(route.profession)}'s route on ${dayInWords(route.date)}, ${MODES[route.mode]}`,
    `${timeColumn(clock(route.departure))}sets out`,
    ...route.stops.flatMap((stop) => stopLines(stop, marksOf(stop))),
    `${timeColumn(clock(route.return))}is back`,
    ...[...rules.values()].map((link, index) => `      [${index + 1}] ${ruleText(link)}`),
  ].join('\n');
}

/** Most telling first; equal ones keep their order. */
function byInterest(a: RouteView, b: RouteView): number {
  return interest(b) - interest(a) || b.stops.length - a.stops.length;
}

function interest({ profession, stops }: RouteView): number {
  const links = stops.flatMap((stop) => stop.links);
  const known = profession === 'nurse' || profession === 'carer' ? 100 : 0;
  const joined = links.some((link) => link.effect === 'joined' && link.held) ? 50 : 0;
  const effects = new Set(links.map((link) => link.effect)).size;
  const rules = new Set(links.map((link) => link.rule)).size;
  const doubleUp = stops.some((stop) => stop.parts > 1) ? 15 : 0;
  const unmet = links.filter((link) => !link.held || link.otherStart === null).length;
  return known + joined + 10 * effects + Math.min(rules, 4) + doubleUp - 5 * unmet;
}

function stopLines(stop: StopView, marks: readonly string[]): string[] {
  const time = timeColumn(`${clock(stop.start)}-${clock(stop.end)}`);
  if (stop.kind === 'break') return [`${time}break`];
  const people = stop.parts > 1 ? ` (${stop.parts} people)` : '';
  return wrapped([
    ...stop.tasks.map((task, i) => (i < stop.tasks.length - 1 ? `${taskName(task)},` : taskName(task) + people)),
    ...marks,
  ]).map((line, index) => `${index === 0 ? time : ' '.repeat(INDENT)}${line}`);
}

const timeColumn = (text: string): string => `      ${text}`.padEnd(INDENT);

/** Where a visit linked to another one is to be found. */
interface Partner {
  readonly route: RouteView;
  readonly stop: StopView;
}

/** Who gives the other visit and when: ` nurse 08:10-08:40`; nothing but the time when it is this very route's. */
function partnerText(link: LinkView, own: RouteView, partners: ReadonlyMap<string, Partner>): string {
  if (link.otherStart === null) return ' the other is left out';
  const other = partners.get(partnerKey(link.otherVisit, link.otherStart));
  const who = other && other.route.staff !== own.staff ? ` ${professionName(other.route.profession)}` : '';
  const end = other ? `-${clock(other.stop.end)}` : '';
  return `${who} ${clock(link.otherStart)}${end}${link.held ? '' : ' (not met)'}`;
}

const partnerKey = (visit: string, start: string): string => `${visit} ${start}`;

/** What a rule says, in the names of its tasks and with its id for the page and the documents. */
function ruleText({ rule, effect }: LinkView): string {
  const found = ruleBook().find(rule);
  return found ? `${sentence(found, effect)} (${rule})` : `${effect} (${rule})`;
}

function sentence({ a, b, kind, minGap }: TaskRule, effect: LinkView['effect']): string {
  const [first, second] = [taskName(a), taskName(b)];
  if (effect === 'joined') return `together: ${first}, ${second}`;
  if (effect === 'ordered') return kind === 'forbid_order' ? `first ${second}, then ${first}` : `first ${first}, then ${second}`;
  if (!minGap) return `never at the same time: ${first}, ${second}`;
  return a === b ? `${minGap} min between one ${first} and the next` : `${minGap} min between ${first} and ${second}`;
}

/** Phrases on as few lines as they need behind the clock times; none is broken. */
function wrapped(phrases: readonly string[]): string[] {
  const lines: string[] = [];
  for (const phrase of phrases) {
    const line = lines.at(-1);
    if (line !== undefined && INDENT + line.length + 1 + phrase.length <= COLUMNS) lines[lines.length - 1] = `${line} ${phrase}`;
    else lines.push(phrase);
  }
  return lines;
}
