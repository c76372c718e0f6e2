import type { LinkInput, PartInput, ProblemInput, ShiftInput, StaffInput, VisitInput } from '#engine';
import { STANDARD_PRICES } from '#planning';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Clients on a square kilometre: the city grows with them, so that a visit costs about the same at every size. */
const DENSITY = 12;
const VISITS_A_CLIENT = 4.4;
/** Visits a staff member gives in a day, with one in ten to spare. */
const VISITS_A_DAY = 4.2;
/** Metres a second, and seconds for each leg whatever its length: by car, by bus. */
const MODES = [
  { id: 'car', speed: 7, fixed: 180 },
  { id: 'bus', speed: 5, fixed: 480 },
] as const;
/** One client and one staff member in five. */
const NURSE_EVERY = 5;
const WINDOW_HOURS = [1, 2, 3, 11] as const;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A week of home care of about so many visits, always the same for the same number: a made-up city of even density, two
 * professions, two ways of moving, shifts of eight hours on five days, breaks, wishes, visits by two people, and pairs
 * that must be an hour apart. Seconds, at the prices of the product.
 */
export function weekProblem(visits: number): ProblemInput {
  const draw = drawer(visits);
  const clients = Math.max(2, Math.round(visits / VISITS_A_CLIENT));
  const people = Math.max(4, Math.ceil(visits / (5 * VISITS_A_DAY)));
  const side = 1000 * Math.sqrt(clients / DENSITY);
  const places = Array.from({ length: clients + people }, (): Point => ({ x: draw() * side, y: draw() * side }));
  const staff = Array.from({ length: people }, (_, at) => staffMember(at, clients + at, draw));
  const made = visitsOf({ visits, clients, staff, draw });
  return {
    name: `week of ${visits} visits`,
    horizonEnd: 7 * DAY,
    places: places.length,
    profiles: MODES.map((mode) => ({ id: mode.id, durations: travel(places, mode) })),
    staff,
    visits: made,
    links: [...made.flatMap(togetherLinks), ...apartLinks(made)],
    objective: STANDARD_PRICES.objective,
  };
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function travel(places: readonly Point[], { speed, fixed }: (typeof MODES)[number]): Int32Array {
  const n = places.length;
  const seconds = new Int32Array(n * n);
  for (let from = 0; from < n; from++) {
    for (let to = 0; to < n; to++) {
      const metres = Math.hypot(places[from].x - places[to].x, places[from].y - places[to].y);
      seconds[from * n + to] = from === to ? 0 : Math.round(fixed + metres / speed);
    }
  }
  return seconds;
}

function staffMember(at: number, place: number, draw: () => number): StaffInput {
  const profession = at % NURSE_EVERY === 0 ? 'nurse' : 'carer';
  // One carer in four works Wednesday to Sunday and early, all others Monday to Friday, one in three of them late.
  const firstDay = profession === 'carer' && at % 4 === 2 ? 2 : 0;
  const begin = (firstDay === 0 && at % 3 === 1 ? 11 : 7) * HOUR;
  const shifts = Array.from({ length: 5 }, (_, k): ShiftInput => {
    const start = (firstDay + k) * DAY + begin;
    const rest = { duration: HOUR / 2, earliest: start + 3 * HOUR, latest: start + 5 * HOUR, measuredAt: 'start' } as const;
    const id = `s${at}-${firstDay + k}`;
    return {
      id,
      start,
      end: start + 8 * HOUR,
      endRule: 'hard',
      startPlace: place,
      endPlace: place,
      departure: 'late',
      breaks: [{ id: `${id}-break`, ...rest, missed: 'required', whenLongerThan: 6 * HOUR }],
    };
  });
  // Whoever may be alone at a weekend, and the first nurse, speak both languages, so that small teams can serve everybody.
  const skills = [profession, ...(firstDay > 0 || at === 0 || draw() < 0.6 ? ['ru'] : [])];
  return { id: `s${at}`, profile: MODES[draw() < 0.5 ? 0 : 1].id, skills, shifts };
}

interface Demand {
  readonly visits: number;
  readonly clients: number;
  readonly staff: readonly StaffInput[];
  readonly draw: () => number;
}

/** Client after client, each with the same hour on some days of the week, until there are enough. */
function visitsOf({ visits, clients, staff, draw }: Demand): VisitInput[] {
  const made: VisitInput[] = [];
  for (let client = 0; made.length < visits; client++) {
    const place = client % clients;
    const profession = Math.floor(draw() * NURSE_EVERY) === 0 ? 'nurse' : 'carer';
    const able = staff.filter(({ skills }) => skills.includes(profession));
    const preferredStaff = draw() < 0.3 && able.length > 0 ? [able[Math.floor(draw() * able.length)].id] : [];
    const hour = 7 + Math.floor(draw() * 9);
    const width = WINDOW_HOURS[Math.floor(draw() * WINDOW_HOURS.length)];
    const part = {
      duration: 60 * (20 + 10 * Math.floor(draw() * 8)),
      lateness: 'hard',
      measuredAt: 'start',
      skills: [profession, ...(draw() < 0.15 ? ['ru'] : [])],
      ...(preferredStaff.length > 0 && { preferredStaff }),
    } as const satisfies Partial<PartInput>;
    const people = profession === 'carer' && draw() < 0.04 ? 2 : 1;
    const unserved = STANDARD_PRICES.unservedByPriority[Math.floor(draw() * 5)];
    for (const day of daysOf(profession, draw)) {
      if (made.length === visits) break;
      const morning = day < 5 ? hour : Math.min(hour, 11);
      const start = day * DAY + (width > 8 ? 7 : morning) * HOUR;
      const windows = [{ start, end: start + width * HOUR }];
      const parts = Array.from({ length: day < 5 ? people : 1 }, (_, k): PartInput => ({ id: String(k + 1), ...part, windows }));
      made.push({ id: `c${client}-${day}`, client: `c${client}`, place, parts, unserved });
    }
  }
  return made;
}

/** One to seven days, the working days most often; nurses come on no others. */
function daysOf(profession: 'nurse' | 'carer', draw: () => number): number[] {
  const wanted = 0.3 + 0.7 * draw();
  const atWeekend = profession === 'carer' ? wanted / 3 : 0;
  const days = [0, 1, 2, 3, 4, 5, 6].filter((day) => draw() < (day < 5 ? wanted : atWeekend));
  return days.length > 0 ? days : [Math.floor(draw() * 5)];
}

function togetherLinks({ id, parts }: VisitInput): LinkInput[] {
  return parts.slice(1).map((part) => ({
    id: `${id} together`,
    before: { visit: id, part: parts[0].id },
    after: { visit: id, part: part.id },
    gaps: [{ min: 0, max: 0, cost: 0 }],
    staff: 'different',
    served: 'together',
  }));
}

/** Two clients of one home, one after the other on the same day: never within an hour, whoever comes. */
function apartLinks(visits: readonly VisitInput[]): LinkInput[] {
  const last = new Map<string, VisitInput>();
  return visits.flatMap((visit): LinkInput[] => {
    const key = `${visit.place} ${Math.floor(visit.parts[0].windows[0].start / DAY)}`;
    const before = last.get(key);
    last.set(key, visit);
    if (!before) return [];
    const gap = HOUR + Math.max(before.parts[0].duration, visit.parts[0].duration);
    return [
      {
        id: `${before.id} ${visit.id} apart`,
        before: { visit: before.id, part: '1' },
        after: { visit: visit.id, part: '1' },
        gaps: [
          { min: null, max: -gap, cost: 0 },
          { min: gap, max: null, cost: 0 },
        ],
        staff: 'any',
        served: 'ifBoth',
      },
    ];
  });
}
