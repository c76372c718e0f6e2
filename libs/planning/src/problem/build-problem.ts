import type { StaffMember, TravelMode, Visit, VisitLink } from '#care';
import type { EquipmentInput, LinkInput, ProblemInput, StaffInput, TravelProfileInput, VisitInput } from '#engine';
import type { PlanningData } from '../ports.js';
import { holdsAnyway, partId, ruleLink, togetherLinks } from './link-input.js';
import { equipmentInputs, equipmentOf } from './equipment.js';
import { grouped, known } from './lookup.js';
import { placeOf, type Places } from './places.js';
import { type PriceProfile, RESERVED_UNSERVED, unservedCost } from './prices.js';
import { boundedStaff } from '../working-time/staff-bounds.js';
import { shiftInput } from './shift-input.js';
import { type Practises, SkillNames } from './skill-names.js';
import { visitRanks } from './visit-rank.js';
import { type StaffLists, staffLists } from './wishes.js';

/** All a problem is made of. Instants in epoch seconds; the problem counts seconds from `epoch`. */
export interface ProblemParts {
  readonly name: string;
  /** Local midnight that begins the first day, epoch seconds: the problem's time 0. */
  readonly epoch: number;
  /** Local midnight that ends the last day. */
  readonly end: number;
  readonly data: PlanningData;
  readonly visits: readonly Visit[];
  readonly links: readonly VisitLink[];
  readonly places: Places;
  /** Row-major seconds between `places.positions`, for every mode in use. */
  readonly travel: ReadonlyMap<TravelMode, Int32Array>;
  readonly prices: PriceProfile;
  readonly practises: Practises;
}

/** A problem and what is needed to read its answer. */
export interface BuiltProblem {
  readonly problem: ProblemInput;
  readonly epoch: number;
  /** Every link the rules made, also those the windows alone keep. */
  readonly links: readonly VisitLink[];
}

/** The staff who have a shift in the data, in the data's order: only they can appear in a problem. */
export function staffOnDuty(data: PlanningData): StaffMember[] {
  const rostered = new Set(data.shifts.map((shift) => shift.staffId));
  return data.staff.filter((member) => rostered.has(member.id));
}

/**
 * One problem over all the days: every shift a possible route, every visit
 * with its parts, every rule between two visits a link unless the windows keep
 * it anyway. Throws when a visit names a client, or a shift a person, that the
 * data does not have, since storage keeps those whole.
 */
export function buildProblem(parts: ProblemParts): BuiltProblem {
  const staff = staffOnDuty(parts.data);
  const skills = new SkillNames(staff, parts.visits, parts.practises);
  const equipment = equipmentInputs(parts.data.equipment ?? []);
  const problem: ProblemInput = {
    name: parts.name,
    horizonEnd: horizonEnd(parts),
    places: parts.places.positions.length,
    profiles: profilesOf(staff, parts.travel),
    staff: staffInputs(staff, parts, skills),
    visits: visitInputs(staff, parts, { skills, equipment }),
    links: linkInputs(parts),
    ...(equipment.length > 0 && { equipment }),
    objective: parts.prices.objective,
  };
  return { problem, epoch: parts.epoch, links: parts.links };
}

/** Late enough for shifts and visits that begin on the last day and end on the next. */
function horizonEnd({ epoch, end, data, visits }: ProblemParts): number {
  const ends = visits.map((visit) => visit.windows[visit.windows.length - 1].end + visit.durationSeconds);
  return Math.max(end, ...data.shifts.map((shift) => shift.end), ...ends) - epoch;
}

function profilesOf(staff: readonly StaffMember[], travel: ReadonlyMap<TravelMode, Int32Array>): TravelProfileInput[] {
  return modesOf(staff).map((mode) => ({ id: mode, durations: known(travel, mode, 'travel matrix') }));
}

/** The ways of moving in use, each once, sorted. */
export function modesOf(staff: readonly StaffMember[]): TravelMode[] {
  return [...new Set(staff.map((member) => member.travelMode))].sort();
}

/** Every person's lawful shifts, and the bounds the law of working time puts on them. */
function staffInputs(
  staff: readonly StaffMember[],
  { data, epoch, end, places }: ProblemParts,
  skills: SkillNames,
): StaffInput[] {
  const shifts = grouped(data.shifts, (shift) => shift.staffId);
  for (const shift of data.shifts) known(places.ofStaff, shift.staffId, 'place of staff');
  return staff.map((member) => {
    const bounded = boundedStaff(member, shifts.get(member.id) ?? [], data, { from: epoch, until: end });
    return {
      id: member.id,
      profile: member.travelMode,
      skills: skills.held(member),
      shifts: bounded.shifts.map((shift) => shiftInput(shift, epoch, known(places.ofStaff, member.id, 'place of staff'))),
      ...bounded.rules,
    };
  });
}

/** What a visit may ask of whoever gives it. */
interface Asked {
  readonly skills: SkillNames;
  readonly equipment: readonly EquipmentInput[];
}

function visitInputs(staff: readonly StaffMember[], parts: ProblemParts, { skills, equipment }: Asked): VisitInput[] {
  const lists = staffLists(parts.data.clients, staff, parts.data.preferences);
  const rankOf = visitRanks(parts.data);
  return parts.visits.map((visit) => ({
    id: visit.key,
    client: visit.clientId,
    place: placeOf(parts.places, visit),
    parts: partInputs(visit, parts.epoch, skills.needed(visit), known(lists, visit.clientId, 'client')).map((part) =>
      ranked(equipped(part, equipmentOf(visit, equipment)), rankOf(visit)),
    ),
    unserved: visit.reserved === true ? RESERVED_UNSERVED : unservedCost(parts.prices, visit.priority),
  }));
}

function partInputs(visit: Visit, epoch: number, skills: readonly string[], lists: StaffLists): VisitInput['parts'] {
  const windows = visit.windows.map((window) => ({ start: window.start - epoch, end: window.end - epoch }));
  return Array.from({ length: visit.staffCount }, (_, i) => ({
    id: partId(i + 1),
    duration: visit.durationSeconds,
    windows,
    lateness: 'hard',
    measuredAt: 'start',
    skills,
    ...lists,
  }));
}

/** Most visits need nothing that is scarce. */
function equipped(part: VisitInput['parts'][number], equipment: readonly string[]): VisitInput['parts'][number] {
  return equipment.length === 0 ? part : { ...part, equipment };
}

/** Most visits are wanted nowhere in particular. */
function ranked(part: VisitInput['parts'][number], rank: number): VisitInput['parts'][number] {
  return rank === 0 ? part : { ...part, rank };
}

/** Whoever has taken a sample brings it to the laboratory (S026): nothing is handed over on the way. */
function isCarried(visits: ReadonlyMap<string, Visit>, { before, after }: VisitLink): boolean {
  return known(visits, before, 'visit').tasks.includes('SAMPLE') && known(visits, after, 'visit').tasks.includes('LABDEL');
}

function linkInputs({ visits, links, prices }: ProblemParts): LinkInput[] {
  const byKey = new Map(visits.map((visit) => [visit.key, visit]));
  const binding = links.filter(
    (link) => !holdsAnyway(link, known(byKey, link.before, 'visit'), known(byKey, link.after, 'visit')),
  );
  return [
    ...visits.flatMap(togetherLinks),
    ...binding.map((link) => ruleLink(link, { weight: prices.ruleWeight, carried: isCarried(byKey, link) })),
  ];
}
