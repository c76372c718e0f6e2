import { FIT, MISFIT, UNFIT, UNWISHED, type ProblemData } from './problem-data.js';
import type { PartInput, ProblemInput } from './problem-input.js';

type Timing = Pick<
  ProblemData,
  | 'parts'
  | 'breaks'
  | 'routes'
  | 'places'
  | 'visitFirst'
  | 'place'
  | 'duration'
  | 'earliest'
  | 'due'
  | 'soft'
  | 'several'
  | 'demand'
  | 'windowFirst'
  | 'windowStart'
  | 'windowEnd'
  | 'profileOf'
  | 'staffOf'
  | 'shiftStart'
  | 'capacity'
  | 'travel'
>;

/** Which route could take which part at all, looking at nothing but the two of them, and why not. */
export function compileFits(problem: ProblemInput, data: Timing) {
  const fit = new Uint8Array(data.parts * data.routes);
  const misfit = new Uint8Array(data.parts * data.routes);
  const fitFirst = new Int32Array(data.parts + 1);
  const fitRoute: number[] = [];
  const skills = problem.staff.map((s) => new Set(s.skills));
  problem.visits.forEach((visit, v) => {
    visit.parts.forEach((part, k) => {
      const i = data.visitFirst[v] + k;
      const byStaff = problem.staff.map((s, n) => staffMisfit(part, s.id, skills[n]));
      const wished = part.preferredStaff && part.preferredStaff.length > 0 ? new Set(part.preferredStaff) : null;
      for (let r = 0; r < data.routes; r++) {
        const staff = data.staffOf[r];
        const why = byStaff[staff] || routeMisfit(data, i, r);
        misfit[i * data.routes + r] = why;
        if (why) continue;
        fit[i * data.routes + r] = !wished || wished.has(problem.staff[staff].id) ? FIT : UNWISHED;
        fitRoute.push(r);
      }
      fitFirst[i + 1] = fitRoute.length;
    });
  });
  return { fit, misfit, fitFirst, fitRoute: Int32Array.from(fitRoute) };
}

function staffMisfit(part: PartInput, staff: string, skills: ReadonlySet<string>): number {
  if (!part.skills.every((s) => skills.has(s))) return MISFIT.skill;
  if (part.allowedStaff && !part.allowedStaff.includes(staff)) return MISFIT.notAllowed;
  if (part.excludedStaff?.includes(staff)) return MISFIT.excluded;
  return UNFIT;
}

/** Whether the route could serve the part if it did nothing else. */
function routeMisfit(data: Timing, i: number, r: number): number {
  if (data.demand[i] > data.capacity[r]) return MISFIT.capacity;
  const s = data.parts + data.breaks + 2 * r;
  // Most shifts of a week are on another day; that needs no travel to tell.
  if (!data.soft[s + 1] && data.earliest[i] + data.duration[i] > data.due[s + 1]) return MISFIT.outsideShift;
  if (!data.soft[i] && data.shiftStart[r] > data.due[i]) return MISFIT.outsideShift;
  const travel = data.travel[data.profileOf[r]];
  const place = data.place[i];
  const arrival = data.shiftStart[r] + travel[data.place[s] * data.places + place];
  let begin = Math.max(arrival, data.earliest[i]);
  if (!data.soft[i]) {
    let found = -1;
    for (let w = data.windowFirst[i]; w < data.windowFirst[i + 1] && found < 0; w++) {
      const t = Math.max(arrival, data.windowStart[w]);
      if (t <= data.windowEnd[w]) found = t;
    }
    if (found < 0) return MISFIT.outsideShift;
    begin = found;
  }
  const back = begin + data.duration[i] + travel[place * data.places + data.place[s + 1]];
  return !data.soft[s + 1] && back > data.due[s + 1] ? MISFIT.outsideShift : MISFIT.none;
}
