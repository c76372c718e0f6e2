import type { Visit } from '#care';
import type { GrowthDraw } from '#contracts';
import type { PlanningData } from '../ports.js';
import { known } from '../problem/lookup.js';
import { PAID, STANDARD_PRICES, TRAVEL } from '../problem/prices.js';
import type { Practises } from '../problem/skill-names.js';
import { GrowthFigures } from './growth-figures.js';
import { missingShifts, type ShiftKinds } from './missing-shifts.js';
import { moreClients, type MoreClients, type NewClients } from './more-clients.js';
import { LawfulWeek, leftOut, type GrowthDay, type UsedShift } from './plan-growth-day.js';

/** A further shift is opened when it saves the others four hours of pay and road. */
const FURTHER_SHIFT = 4 * 3600 * (TRAVEL + PAID);
const FURTHER_PRICES = { ...STANDARD_PRICES, objective: { ...STANDARD_PRICES.objective, route: FURTHER_SHIFT } };
/** Where everybody wants the same hour more shifts are needed than the care would fill; beyond so many times it is no shift. */
const MOST_TIMES = 8;

/** People nobody employs have every certificate. */
const ofProfession: Practises = ({ professions }, profession) => professions.includes(profession);

/** The week new clients are drawn from. */
interface DrawnFrom {
  readonly data: PlanningData;
  readonly visits: readonly Visit[];
  /** Where clients live. */
  readonly districts: ReadonlyMap<string, string>;
}

/** A day as it is without them. */
interface OwnDay {
  readonly own: readonly Visit[];
  readonly before: ReadonlySet<string>;
}

/** One draw of new clients, and what is missing in a week with them. */
export class DrawnClients {
  private readonly added: NewClients;
  private readonly grown: PlanningData;
  private readonly kinds: ShiftKinds;
  private readonly figures: GrowthFigures;
  private readonly sameRoster = new LawfulWeek();

  constructor(
    { data, visits, districts }: DrawnFrom,
    private readonly drawn: MoreClients,
  ) {
    this.added = moreClients({ clients: data.clients, visits }, drawn);
    this.grown = { ...data, clients: [...data.clients, ...this.added.clients] };
    const theirs = [...this.added.likeness].map(([id, model]): [string, string] => [id, districts.get(model) ?? '']);
    this.kinds = { data: this.grown, districts: new Map([...districts, ...theirs]) };
    this.figures = new GrowthFigures(this.kinds);
  }

  get clients(): number {
    return this.added.clients.length;
  }

  /** Plans a day with the same roster, then what is left out with further shifts. */
  async live({ own, before }: OwnDay, context: GrowthDay): Promise<void> {
    const all = [...own, ...this.added.visits.filter(({ date }) => date === context.day)];
    const after = await this.sameRoster.leftOut(this.grown, all, context);
    const left = all.filter(({ key }) => after.has(key));
    const beyond = await this.further(left, context);
    this.figures.add({ own, before, all, after, beyond });
  }

  /** Counts the further shifts that what is left out would fill; gives the keys of what no such shift can give. */
  private async further(left: readonly Visit[], context: GrowthDay): Promise<ReadonlySet<string>> {
    const times = new Map<string, number>();
    for (;;) {
      const missing = missingShifts(context.day, left, this.kinds, times);
      const data = { ...this.grown, preferences: [], staff: missing.staff, shifts: missing.shifts };
      const used = new Map<string, UsedShift>();
      const beyond = await leftOut(data, left, { ...context, prices: FURTHER_PRICES, practises: ofProfession, used });
      const short = missing.short(new Set(used.keys()), beyond).filter((group) => (times.get(group) ?? 1) < MOST_TIMES);
      if (short.length === 0) {
        const byKey = new Map(left.map((visit) => [visit.key, visit]));
        for (const shift of missing.shifts) {
          const out = used.get(shift.id);
          if (out)
            this.figures.miss(
              shift,
              out.work,
              out.visits.map((key) => known(byKey, key, 'visit')),
            );
        }
        return beyond;
      }
      for (const group of short) times.set(group, 2 * (times.get(group) ?? 1));
    }
  }

  result(): GrowthDraw {
    return { seed: this.drawn.seed, ...this.figures.result() };
  }
}
