import { STATIC_COMPONENTS, fitCosts, givenStaff, holdsAll, missedOf, type StaticComponent } from '../features/wishes.js';
import type { Settled } from '../features/settled.js';
import { FIT, MISFIT, UNFIT, type ProblemData } from './problem-data.js';
import type { PartInput, ProblemInput, ShiftInput, StaffInput } from './problem-input.js';

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
  | 'closed'
  | 'ownDuration'
  | 'staff'
>;

/** Which route could take which part at all, looking at nothing but the two of them, and why not. */
export function compileFits(problem: ProblemInput, data: Timing, settled: Settled, priceOf: (name: StaticComponent) => number) {
  const fit = new Uint8Array(data.parts * data.routes);
  const misfit = new Uint8Array(data.parts * data.routes);
  const fitFirst = new Int32Array(data.parts + 1);
  const fitRoute: number[] = [];
  const shifts = problem.staff.flatMap((person) => person.shifts.map((shift) => ({ person, shift })));
  const before = givenStaff(problem);
  const forbidden = STATIC_COMPONENTS.reduce((bits, name, bit) => bits | (problem.mustBeZero?.includes(name) ? 1 << bit : 0), 0);
  problem.visits.forEach((visit, v) => {
    visit.parts.forEach((part, k) => {
      const i = data.visitFirst[v] + k;
      const byStaff = problem.staff.map((person) => staffMisfit(part, person));
      // What is missed follows from the person alone, unless skills are held for a time.
      const missedBy = new Int16Array(data.staff).fill(-1);
      for (let r = 0; r < data.routes; r++) {
        const { person, shift } = shifts[r];
        const staff = data.staffOf[r];
        const past = settled.pastRoute[i];
        let why: number;
        if (past >= 0) why = past === r ? MISFIT.none : MISFIT.pinned;
        else
          why =
            byStaff[staff] ||
            (person.qualified ? skillMisfit(part, person, shift) : MISFIT.none) ||
            pinMisfit(settled, i, r, staff) ||
            routeMisfit(data, i, r);
        let missed = missedBy[staff];
        if (why === 0 && (missed < 0 || person.qualified))
          missedBy[staff] = missed = missedOf({ visit, part, person, shift, before });
        if (why === 0 && past < 0) why = barred(missed & forbidden);
        misfit[i * data.routes + r] = why;
        if (why) continue;
        fit[i * data.routes + r] = FIT + missed;
        fitRoute.push(r);
      }
      fitFirst[i + 1] = fitRoute.length;
    });
  });
  const fitCost = fitCosts(Object.fromEntries(STATIC_COMPONENTS.map((name) => [name, priceOf(name)])));
  return { fit, misfit, fitFirst, fitRoute: Int32Array.from(fitRoute), fitCost };
}

function staffMisfit(part: PartInput, person: StaffInput): number {
  const { id } = person;
  if (
    !person.qualified &&
    !part.skillsWished &&
    !part.skills.every((s) => person.skills.includes(s) && (part.levels?.[s] ?? 1) <= 1)
  )
    return MISFIT.skill;
  if (part.allowedStaff && !part.allowedStaff.includes(id)) return MISFIT.notAllowed;
  if (!part.exclusionWished && part.excludedStaff?.includes(id)) return MISFIT.excluded;
  return UNFIT;
}

function skillMisfit(part: PartInput, person: StaffInput, shift: ShiftInput): number {
  return part.skillsWished || holdsAll(part, person, shift) ? MISFIT.none : MISFIT.skill;
}

/** Why something that is only counted elsewhere may not be here. */
function barred(missed: number): number {
  if (missed === 0) return MISFIT.none;
  const first = STATIC_COMPONENTS.find((_, bit) => missed & (1 << bit))!;
  const why: Readonly<Record<StaticComponent, number>> = {
    preference: MISFIT.notAllowed,
    language: MISFIT.language,
    outsideDistrict: MISFIT.district,
    qualification: MISFIT.skill,
    exclusion: MISFIT.excluded,
    changedStaff: MISFIT.pinned,
  };
  return why[first];
}

function pinMisfit({ pinStaff, pinRoute }: Settled, part: number, route: number, staff: number): number {
  const elsewhere = (pinStaff[part] >= 0 && pinStaff[part] !== staff) || (pinRoute[part] >= 0 && pinRoute[part] !== route);
  return elsewhere ? MISFIT.pinned : MISFIT.none;
}

/** Whether the route could serve the part if it did nothing else. */
function routeMisfit(data: Timing, i: number, r: number): number {
  if (data.closed[r]) return MISFIT.outsideShift;
  if (data.demand[i] > data.capacity[r]) return MISFIT.capacity;
  const duration = data.ownDuration ? data.ownDuration[i * data.staff + data.staffOf[r]] : data.duration[i];
  const s = data.parts + data.breaks + 2 * r;
  // Most shifts of a week are on another day; that needs no travel to tell.
  if (!data.soft[s + 1] && data.earliest[i] + duration > data.due[s + 1]) return MISFIT.outsideShift;
  if (!data.soft[i] && data.earliest[s] > data.due[i]) return MISFIT.outsideShift;
  const travel = data.travel[data.profileOf[r]];
  const place = data.place[i];
  const arrival = data.earliest[s] + travel[data.place[s] * data.places + place];
  let begin = Math.max(arrival, data.earliest[i]);
  if (!data.soft[i]) {
    let found = -1;
    for (let w = data.windowFirst[i]; w < data.windowFirst[i + 1] && found < 0; w++) {
      const t = Math.max(arrival, data.windowStart[w]);
      if (t <= data.windowEnd[w]) found = t;
    }
    if (found < 0) return MISFIT.outsideShift;
    begin = Math.max(found, data.earliest[i]);
    if (begin > data.due[i]) return MISFIT.outsideShift;
  }
  const back = begin + duration + travel[place * data.places + data.place[s + 1]];
  return !data.soft[s + 1] && back > data.due[s + 1] ? MISFIT.outsideShift : MISFIT.none;
}
