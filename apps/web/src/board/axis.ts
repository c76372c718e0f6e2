import type { RouteView } from '#contracts';
import { wallMinutes } from '../text/format.js';

/** The stretch of a day a board shows, in wall-clock minutes from the day's midnight; both whole hours. */
export interface Axis {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** Left edge and width in per cent of the axis. */
export interface Span {
  readonly left: number;
  readonly width: number;
}

/** 06:00 to 22:00, stretched to whole hours where a shift or a way reaches beyond. */
export function axisFor(
  date: string,
  routes: readonly Pick<RouteView, 'shiftStart' | 'shiftEnd' | 'departure' | 'return'>[],
): Axis {
  let start = 6 * 60;
  let end = 22 * 60;
  for (const route of routes) {
    start = Math.min(start, wallMinutes(route.shiftStart, date), wallMinutes(route.departure, date));
    end = Math.max(end, wallMinutes(route.shiftEnd, date), wallMinutes(route.return, date));
  }
  return { date, start: Math.floor(start / 60) * 60, end: Math.ceil(end / 60) * 60 };
}

/** Where [from, to) lies on the axis, cut at its ends; width 0 when nothing of it shows. */
export function spanOf(axis: Axis, from: string, to: string): Span {
  const length = axis.end - axis.start;
  const begin = clamp((wallMinutes(from, axis.date) - axis.start) / length);
  const finish = clamp((wallMinutes(to, axis.date) - axis.start) / length);
  return { left: begin * 100, width: Math.max(0, finish - begin) * 100 };
}

/** The axis' full hours with their place, both ends included; 24 and more are hours of the next day. */
export function hourMarks(axis: Axis): readonly { readonly hour: number; readonly left: number }[] {
  const hours = (axis.end - axis.start) / 60;
  return Array.from({ length: hours + 1 }, (_, i) => ({
    hour: (((axis.start / 60 + i) % 24) + 24) % 24,
    left: (i / hours) * 100,
  }));
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
