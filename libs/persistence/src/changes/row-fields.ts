import { dateOfDay } from '../database/days.js';

/** A last day as the tables have it; open where there is none. */
export function lastDay(day: string | undefined): Date | null {
  return day === undefined ? null : dateOfDay(day);
}

/** Absent fields left out rather than undefined, as the client of the database wants them. */
export function defined<T extends object>(row: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as never;
}
