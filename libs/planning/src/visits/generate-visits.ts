import { linksBetween, visitsOf, mayPractise } from '#care';
import type { Visit, VisitLink } from '#care';
import type { PlanningData } from '../ports.js';
import { grouped, known } from '../problem/lookup.js';
import type { Practises } from '../problem/skill-names.js';

/** Every visit of the days, both ends included, by date, then pattern. */
export function generateVisits(data: PlanningData, from: string, to: string): Visit[] {
  return data.patterns.flatMap((pattern) => visitsOf(pattern, from, to));
}
export function linkVisits(data: PlanningData, visits: readonly Visit[]): VisitLink[] {
  return linksBetween(visits, data.clients) as VisitLink[];
}
export const practises: Practises = mayPractise;
