import { Caps } from '../features/caps.js';
import { Continuity } from '../features/continuity.js';
import { ShiftEquipment, VisitEquipment } from '../features/equipment.js';
import type { CountingFeature } from '../features/feature.js';
import { StaffTime } from '../features/staff-time.js';
import { durationOn, type ProblemData } from '../model/problem-data.js';
import type { AcrossRoutes } from './across-routes.js';
import type { SearchPlan } from './search-plan.js';

/**
 * The rules that look across routes, kept true with a search plan: counts
 * follow every part placed and displaced, trials too; people's times follow
 * routes as they are settled.
 */
export class PlanFeatures implements AcrossRoutes {
  private readonly counting: readonly CountingFeature[];
  private readonly staffTime: StaffTime | null;
  private readonly equipment: VisitEquipment | null;
  readonly timed: boolean;
  change = 0;
  settled = 0;
  private equipmentNow = 0;

  constructor(private readonly plan: SearchPlan) {
    const { data } = plan;
    const counting: CountingFeature[] = [];
    if (data.continuity) counting.push(new Continuity(data.continuity, data.visitOf, data.staffOf));
    if (data.caps) counting.push(new Caps(data.caps, (part, route) => durationOn(data, part, route)));
    if (data.shiftEquipment) counting.push(new ShiftEquipment(data.shiftEquipment));
    this.counting = counting;
    this.staffTime = data.staffRules || data.fairness.length > 0 ? new StaffTime(plan) : null;
    this.equipment = data.visitEquipment ? new VisitEquipment(data.visitEquipment) : null;
    this.timed = this.staffTime !== null || this.equipment !== null;
  }

  delta(part: number, route: number): number {
    let cost = 0;
    for (const feature of this.counting) cost += feature.delta(part, route);
    return cost;
  }

  forbiddenBy(part: number, routes: ArrayLike<number>): CountingFeature['name'] | null {
    const all = Array.from(routes);
    return this.counting.find((feature) => all.every((r) => feature.delta(part, r) === Infinity))?.name ?? null;
  }

  placed(part: number, route: number): void {
    for (const feature of this.counting) {
      if (feature.delta(part, route) === Infinity) this.change = Infinity;
      this.change += feature.add(part, route);
    }
  }

  count(part: number, route: number): void {
    for (const feature of this.counting) this.change += feature.add(part, route);
  }

  displaced(part: number, route: number): void {
    for (const feature of this.counting) this.change += feature.remove(part, route);
  }

  note(route: number): void {
    this.staffTime?.note(route);
  }

  overall(): number {
    this.equipmentNow = this.equipment?.cost(this.plan) ?? 0;
    this.settled = (this.staffTime?.cost() ?? 0) + this.equipmentNow;
    return this.settled;
  }

  timedChange(routes: Int32Array, count: number): number {
    let cost = this.staffTime?.change(routes, count) ?? 0;
    if (this.equipment) cost += this.equipment.cost(this.plan) - this.equipmentNow;
    return cost;
  }

  beforeRestore(): void {
    const { plan, counting } = this;
    if (counting.length === 0) return;
    for (let k = 0; k < plan.touchedCount; k++) {
      const i = plan.touched[k];
      if (i < plan.data.parts && plan.route[i] >= 0) for (const feature of counting) feature.remove(i, plan.route[i]);
    }
  }

  afterRestore(): void {
    const { plan, counting } = this;
    for (let k = 0; k < plan.touchedCount; k++) {
      const i = plan.touched[k];
      if (i >= plan.data.parts || plan.route[i] < 0) continue;
      if (plan.data.ownDuration) plan.duration[i] = durationOn(plan.data, i, plan.route[i]);
      for (const feature of counting) feature.add(i, plan.route[i]);
    }
    for (let k = 0; k < plan.touchedRouteCount; k++) this.staffTime?.note(plan.touchedRoutes[k]);
    this.overall();
  }

  rebuild(): number {
    const { plan } = this;
    let cost = 0;
    for (const feature of this.counting) {
      feature.clear();
      for (let i = 0; i < plan.data.parts; i++) if (plan.route[i] >= 0) cost += feature.add(i, plan.route[i]);
    }
    return cost;
  }

  broken(): boolean {
    return this.counting.some((feature) => feature.broken());
  }
}

/** Null when the problem has no such rule, so that the search does nothing for them. */
export function planFeatures(plan: SearchPlan): PlanFeatures | null {
  return needsFeatures(plan.data) ? new PlanFeatures(plan) : null;
}

function needsFeatures(data: ProblemData): boolean {
  return (
    data.ownDuration !== null ||
    data.continuity !== null ||
    data.caps !== null ||
    data.shiftEquipment !== null ||
    data.visitEquipment !== null ||
    data.staffRules !== null ||
    data.fairness.length > 0
  );
}
