import type { PlanSummary, RouteView, UnservedView } from '#contracts';
import { sampleText } from './sample-route.js';
import { COLUMNS, counted, daysInWords, hours, noteText, professionName, reasonText, share, whole } from './words.js';

/** Reasons shown of the visits left out. */
const MOST_REASONS = 6;

/** A finished plan in words: figures, who drives how much, why visits are left out, and a route to look at. */
export function planText(plan: PlanSummary, routes: readonly RouteView[], unserved: readonly UnservedView[]): string {
  if (!plan.figures) return '';
  const figures = `${figuresText(plan.figures)}\n${unservedText(unserved)}`;
  const parts = [heading(plan), figures, staffText(routes), sampleText(routes)];
  const warnings = plan.warnings.map((warning) => `    Note: ${noteText(warning)}`);
  return [...parts, warnings.join('\n')].filter((part) => part !== '').join('\n\n');
}

function heading(plan: PlanSummary): string {
  const before = `  ── ${daysInWords(plan.from, plan.to)} `;
  const after = ` planned in ${elapsed(plan).toFixed(1)} s ──`;
  return `${before}${'─'.repeat(Math.max(2, COLUMNS - before.length - after.length))}${after}`;
}

/** Seconds from the request to the stored plan. */
function elapsed(plan: PlanSummary): number {
  return plan.finishedAt === null ? 0 : (Date.parse(plan.finishedAt) - Date.parse(plan.requestedAt)) / 1000;
}

function figuresText(figures: NonNullable<PlanSummary['figures']>): string {
  const { municipality, client, state } = figures.secondsByFunder;
  const work = figures.serviceSeconds + figures.travelSeconds + figures.waitingSeconds;
  const served = `${whole(figures.served)} of ${counted(figures.visits, 'visit')} (${share(figures.served, figures.visits)})`;
  const rows = [
    ['Served', `${served} on ${counted(figures.routes, 'route')}`],
    [
      'Care',
      `${hours(figures.serviceSeconds)}: municipality ${hours(municipality)}, clients ${hours(client)}, state ${hours(state)}`,
    ],
    [
      'Travel',
      `${hours(figures.travelSeconds)}, ${share(figures.travelSeconds, work)} of working time; waiting ${hours(figures.waitingSeconds)}`,
    ],
    ['Together', `${counted(figures.jointVisits, 'joint visit')}; ${counted(figures.conflictsAvoided, 'conflict')} avoided`],
    ['Search', `${counted(figures.iterations, 'iteration')} in ${figures.seconds.toFixed(1)} s, cost ${whole(figures.cost)}`],
  ];
  return rows.map(([name, value]) => `    ${name.padEnd(10)}${value}`).join('\n');
}

function unservedText(unserved: readonly UnservedView[]): string {
  if (unserved.length === 0) return '    Left out  nothing';
  const counts = new Map<string, number>();
  for (const { reasons } of unserved) {
    const text = reasonText(reasons[0]);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const rows = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  const shown = rows.slice(0, MOST_REASONS).map(([text, count]) => `${whole(count).padStart(14)}  ${text}`);
  const rest = rows.slice(MOST_REASONS).reduce((sum, [, count]) => sum + count, 0);
  return [
    `    Left out  ${counted(unserved.length, 'visit')}, because`,
    ...shown,
    ...(rest > 0 ? [`${whole(rest).padStart(14)}  other reasons, shown on the page`] : []),
  ].join('\n');
}

interface Row {
  routes: number;
  stops: number;
  care: number;
  travel: number;
  waiting: number;
  /** Seconds of the shifts, their breaks left out. */
  shift: number;
}

const COLUMN_NAMES = ['routes', 'stops', 'care', 'travel', 'waiting', 'utilisation'];

/** A line a profession; utilisation is care and travel in the shifts of these routes without their breaks. */
function staffText(routes: readonly RouteView[]): string {
  const rows = new Map<string, Row>();
  for (const route of routes) for (const name of [professionName(route.profession), 'all']) add(rows, name, route);
  const all = rows.get('all');
  if (!all) return '';
  rows.delete('all');
  const table = [...rows].sort((a, b) => b[1].care - a[1].care);
  if (table.length > 1) table.push(['all', all]);
  const lines = [['Staff', ...COLUMN_NAMES], ...table.map(([name, row]) => [name, ...cells(row)])];
  return lines
    .map(([name, ...rest]) => `    ${name.padEnd(32)}${rest.map((cell, index) => cell.padStart(index < 2 ? 8 : 12)).join('')}`)
    .join('\n');
}

function add(rows: Map<string, Row>, name: string, route: RouteView): void {
  const row = rows.get(name) ?? { routes: 0, stops: 0, care: 0, travel: 0, waiting: 0, shift: 0 };
  rows.set(name, row);
  row.routes += 1;
  row.stops += route.stops.filter((stop) => stop.kind === 'visit').length;
  row.care += route.serviceSeconds;
  row.travel += route.travelSeconds;
  row.waiting += route.waitingSeconds;
  row.shift += secondsBetween(route.shiftStart, route.shiftEnd);
  for (const stop of route.stops) if (stop.kind === 'break') row.shift -= secondsBetween(stop.start, stop.end);
}

const secondsBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1000;

function cells({ routes, stops, care, travel, waiting, shift }: Row): string[] {
  return [whole(routes), whole(stops), hours(care), hours(travel), hours(waiting), share(care + travel, shift)];
}
