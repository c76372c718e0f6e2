import type { RouteView, StopView } from '#contracts';
import { spanOf, type Axis, type Span } from './axis.js';

/** One thing on a route's bar. Ways have no stop. */
export type Block =
  | { readonly kind: 'way'; readonly span: Span }
  | { readonly kind: 'visit' | 'break'; readonly span: Span; readonly stop: StopView };

/** What a route's bar shows, in time's order: ways, visits and breaks; waiting is what stays empty. */
export function routeBlocks(route: RouteView, axis: Axis): Block[] {
  const blocks: Block[] = [];
  let left = route.departure;
  for (const stop of route.stops) {
    pushWay(blocks, axis, left, stop.arrival);
    blocks.push({ kind: stop.kind, span: spanOf(axis, stop.start, stop.end), stop });
    left = stop.end;
  }
  pushWay(blocks, axis, left, route.return);
  return blocks;
}

function pushWay(blocks: Block[], axis: Axis, from: string, to: string): void {
  const span = spanOf(axis, from, to);
  if (span.width > 0) blocks.push({ kind: 'way', span });
}

/** Whether two staff are at this client together: a double-up, or a rule that joined two visits and is kept. */
export function isJoint(stop: Pick<StopView, 'parts' | 'links'>): boolean {
  return stop.parts > 1 || stop.links.some((link) => link.effect === 'joined' && link.held && link.otherStart !== null);
}

/** Seconds between arriving and beginning. */
export function waitingBefore(stop: Pick<StopView, 'arrival' | 'start'>): number {
  return Math.max(0, (Date.parse(stop.start) - Date.parse(stop.arrival)) / 1000);
}
