import type { Visit } from '../model.js';
import type { Span } from './spans.js';

/** The differences start(to) - start(from), in seconds, that the start windows of two visits let happen. */
export function reachOf(from: Visit, to: Visit): readonly Span[] {
  return from.windows.flatMap((f) => to.windows.map((t) => ({ min: t.start - f.end, max: t.end - f.start })));
}

/** Earlier windows first, then by key: the order in which the visits of a day are looked at. */
export function byWindow(a: Visit, b: Visit): number {
  return firstStart(a) - firstStart(b) || lastStart(a) - lastStart(b) || (a.key < b.key ? -1 : 1);
}

function firstStart(visit: Visit): number {
  return Math.min(...visit.windows.map((window) => window.start));
}

function lastStart(visit: Visit): number {
  return Math.max(...visit.windows.map((window) => window.end));
}
