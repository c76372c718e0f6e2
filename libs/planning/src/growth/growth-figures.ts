import { dayPartOf, type Profession, type Shift, type Visit, type WorkSpan } from '#care';
import type { GrowthCell, GrowthDraw } from '#contracts';
import { clockOf } from '#time';
import { contextOf } from '../working-time/context.js';
import { teamOf, type ShiftKinds } from './missing-shifts.js';
import { peopleForShifts } from './people-for-shifts.js';

/** A day planned thrice: its visits, and which are left out. */
export interface StudiedDay {
  readonly own: readonly Visit[];
  readonly before: ReadonlySet<string>;
  readonly all: readonly Visit[];
  readonly after: ReadonlySet<string>;
  /** Of `after`: what no further shift could give. */
  readonly beyond: ReadonlySet<string>;
}

type Figure = Exclude<keyof GrowthCell, 'profession' | 'district' | 'part'>;

const NOTHING = { needNow: 0, coveredNow: 0, need: 0, covered: 0, shifts: 0, beyond: 0 };

/** Sums of a week by profession, district and part of the day. */
export class GrowthFigures {
  private readonly cells = new Map<string, { -readonly [Field in keyof GrowthCell]: GrowthCell[Field] }>();

  /** Work of the shifts that are missing, by profession. */
  private readonly work = new Map<string, WorkSpan[]>();

  constructor(private readonly kinds: ShiftKinds) {}

  add({ own, before, all, after, beyond }: StudiedDay): void {
    for (const visit of own) this.count(visit, 'needNow', before.has(visit.key) ? null : 'coveredNow');
    for (const visit of all) this.count(visit, 'need', after.has(visit.key) ? null : 'covered');
    for (const visit of all) if (beyond.has(visit.key)) this.count(visit, 'beyond', null);
  }

  /** One shift that is missing, in the district of the most of the care it would give. */
  miss({ start }: Shift, work: WorkSpan, given: readonly Visit[]): void {
    const care = new Map<string, number>();
    for (const { clientId, durationSeconds } of given) {
      const district = this.kinds.districts.get(clientId) ?? '';
      care.set(district, (care.get(district) ?? 0) + durationSeconds);
    }
    const [[district]] = [...care].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    const [{ profession }] = given;
    this.cell(profession, district, start).shifts += 1;
    this.work.set(profession, [...(this.work.get(profession) ?? []), work]);
  }

  result(): Omit<GrowthDraw, 'seed'> {
    const keys = [...this.cells.keys()].sort();
    const cells = keys.flatMap((key) => this.cells.get(key) ?? []);
    const professions = [...new Set(cells.map(({ profession }) => profession))].map((profession) => {
      const { shifts: worked, people, terms } = teamOf(profession as Profession, this.kinds.data);
      const shifts = cells.reduce((sum, cell) => sum + (cell.profession === profession ? cell.shifts : 0), 0);
      const shiftsPerPerson = people === 0 ? 0 : Math.round((10 * worked) / people);
      const needed = peopleForShifts(this.work.get(profession) ?? [], contextOf(terms, '', this.kinds.data));
      return { profession, shifts, shiftsPerPerson, people: needed };
    });
    return { cells, professions };
  }

  /** Staff minutes of a visit belong to the middle of its first window. */
  private count(visit: Visit, ...figures: readonly (Figure | null)[]): void {
    const [{ start, end }] = visit.windows;
    const cell = this.cell(visit.profession, this.kinds.districts.get(visit.clientId) ?? '', (start + end) / 2);
    const minutes = (visit.durationSeconds * visit.staffCount) / 60;
    for (const figure of figures) if (figure !== null) cell[figure] += minutes;
  }

  private cell(profession: string, district: string, at: number) {
    const part = dayPartOf(clockOf(Math.floor(at)));
    const key = `${profession}/${district}/${part}`;
    const cell = this.cells.get(key) ?? { profession, district, part, ...NOTHING };
    this.cells.set(key, cell);
    return cell;
  }
}
