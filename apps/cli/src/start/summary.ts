import type { PlanSummary, RouteView, UnservedView } from '#contracts';

const hours = (seconds: number): string => `${(seconds / 3600).toFixed(1)} h`;
const share = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);
const clock = (instant: string): string => instant.slice(11, 16);

/** A finished plan in words: figures, why visits are left out, and a route to look at. */
export function planText(plan: PlanSummary, routes: readonly RouteView[], unserved: readonly UnservedView[]): string {
  const { figures } = plan;
  if (!figures) return '';
  const { municipality, client, state } = figures.secondsByFunder;
  const work = figures.serviceSeconds + figures.travelSeconds + figures.waitingSeconds;
  const rows: [string, string][] = [
    [
      'visits served',
      `${figures.served} of ${figures.visits} (${share(figures.served, figures.visits)}) on ${figures.routes} routes`,
    ],
    [
      'care',
      `${hours(figures.serviceSeconds)}: municipality ${hours(municipality)}, client ${hours(client)}, state ${hours(state)}`,
    ],
    [
      'travel',
      `${hours(figures.travelSeconds)} (${share(figures.travelSeconds, work)} of working time), waiting ${hours(figures.waitingSeconds)}`,
    ],
    ['joint visits', String(figures.jointVisits)],
    ['conflicts avoided', String(figures.conflictsAvoided)],
    ['left out', unserved.length === 0 ? 'none' : reasonsText(unserved)],
    [
      'search',
      `${figures.iterations.toLocaleString('en')} iterations in ${figures.seconds.toFixed(1)} s, cost ${Math.round(figures.cost).toLocaleString('en')}`,
    ],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const table = rows.map(([name, value]) => `    ${name.padEnd(width)}  ${value}`).join('\n');
  return `${table}\n${sampleText(routes)}`;
}

function reasonsText(unserved: readonly UnservedView[]): string {
  const counts = new Map<string, number>();
  for (const { reasons } of unserved) {
    const code = reasons[0]?.code ?? 'UNKNOWN';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts.entries()]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([code, count]) => `${count} ${code.toLowerCase().replaceAll('_', ' ')}`)
    .join(', ');
}

/** The route with most to tell: a joint visit or a parted pair where there is one. No names: a terminal is no place for them. */
function sampleText(routes: readonly RouteView[]): string {
  const telling = (route: RouteView): number =>
    route.stops.reduce((sum, stop) => sum + (stop.parts > 1 ? 2 : 0) + stop.links.length, 0);
  const chosen = [...routes].sort((a, b) => telling(b) - telling(a) || b.stops.length - a.stops.length)[0];
  if (!chosen) return '';
  const stops = chosen.stops.map((stop) => {
    const what = stop.kind === 'break' ? 'break' : stop.tasks.join(', ');
    const with_ = stop.links.map((l) => `${l.effect} by ${l.rule}`).join('; ');
    const two = stop.parts > 1 ? ` (${stop.parts} people)` : '';
    return `      ${clock(stop.start)}-${clock(stop.end)}  ${what}${two}${with_ === '' ? '' : `  <- ${with_}`}`;
  });
  return [`    a route (${chosen.profession}, ${chosen.mode}, ${chosen.date}):`, ...stops].join('\n');
}
