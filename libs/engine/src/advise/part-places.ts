import type { ProblemData } from '../model/problem-data.js';
import { startNode } from '../model/problem-data.js';
import type { Trial } from '../moves/recreate/trial.js';
import type { SearchPlan } from '../state/search-plan.js';

/** A place for one part: behind which node, what it adds to the cost, and the gaps of the links that then bind. */
export interface PartPlace {
  readonly behind: number;
  readonly cost: number;
  readonly gaps: readonly (readonly [link: number, gap: number])[];
}

/** Ways of binding the links of a part that are tried at each place. */
const MOST_GAPS = 12;

/**
 * Every place of a part on the routes it fits is priced exactly; the cheapest
 * come back, cheapest first, at most `most` in all and `perStaff` with one
 * person.
 */
export function placesOf(
  plan: SearchPlan,
  trial: Trial,
  part: number,
  keep: { readonly most: number; readonly perStaff: number },
): readonly PartPlace[] {
  const { data } = plan;
  const list = new BestPlaces(plan, keep);
  trial.remember();
  for (const gaps of gapChoices(plan, part)) {
    let gapCost = 0;
    for (const [link, gap] of gaps) {
      plan.gap[link] = gap;
      gapCost += data.gapCost[gap];
    }
    for (let f = data.fitFirst[part]; f < data.fitFirst[part + 1]; f++) {
      const r = data.fitRoute[f];
      if (plan.load[r] + data.demand[part] > data.capacity[r] || !peopleAllow(plan, part, r)) continue;
      for (const behind of positions(plan, part, r)) {
        // Components of whole routes may fall again, so that a part of the sum is no bound.
        const bound = data.routeCosts ? Number.MAX_VALUE : list.limit() - gapCost;
        const cost = gapCost + trial.cost(part, [behind], 1, bound);
        if (cost < list.limit()) list.add({ behind, cost, gaps });
      }
    }
    for (const [link] of gaps) plan.gap[link] = -1;
  }
  return list.best;
}

/** Nodes of a route behind which a part might start in time. */
function positions(plan: SearchPlan, part: number, r: number): number[] {
  const { data } = plan;
  const found: number[] = [];
  const end = startNode(data, r) + 1;
  const soft = data.soft[part] === 1;
  const freeAgain = data.earliest[part] + data.duration[part];
  for (let p = end - 1; p !== end; p = plan.next[p]) {
    if (!soft && plan.start[p] + data.duration[p] > data.due[part]) break;
    // A stop that must have begun before the part could end leaves no place before it.
    const after = plan.next[p];
    if (data.allHard && data.weight.wishedTime === 0 && data.place[p] >= 0 && freeAgain > plan.latest[after]) continue;
    found.push(p);
  }
  return found;
}

/** The gaps that the part's links to parts in the plan may take, combined. */
function gapChoices({ data, route }: SearchPlan, part: number): PartPlace['gaps'][] {
  let choices: (readonly (readonly [number, number])[])[] = [[]];
  for (let k = data.nodeLinkFirst[part]; k < data.nodeLinkFirst[part + 1]; k++) {
    const link = data.nodeLink[k];
    if (route[otherEnd(data, link, part)] < 0) continue;
    const gaps = Array.from({ length: data.gapFirst[link + 1] - data.gapFirst[link] }, (_, g) => data.gapFirst[link] + g);
    choices = choices.flatMap((choice) => gaps.map((gap) => [...choice, [link, gap] as const])).slice(0, MOST_GAPS);
  }
  return choices;
}

/** Different people for the parts of one visit; the same or different ones where links say so. */
function peopleAllow({ data, route }: SearchPlan, part: number, r: number): boolean {
  const staff = data.staffOf[r];
  const visit = data.visitOf[part];
  for (let i = data.visitFirst[visit]; i < data.visitFirst[visit + 1]; i++)
    if (i !== part && route[i] >= 0 && data.staffOf[route[i]] === staff) return false;
  for (let k = data.nodeLinkFirst[part]; k < data.nodeLinkFirst[part + 1]; k++) {
    const link = data.nodeLink[k];
    const there = route[otherEnd(data, link, part)];
    if (data.linkStaff[link] === 0 || there < 0) continue;
    if ((data.staffOf[there] === staff) !== (data.linkStaff[link] === 1)) return false;
  }
  return true;
}

function otherEnd(data: ProblemData, link: number, part: number): number {
  return data.linkBefore[link] === part ? data.linkAfter[link] : data.linkBefore[link];
}

/** A short list in order of cost, the first found first on ties. */
class BestPlaces {
  readonly best: PartPlace[] = [];

  constructor(
    private readonly plan: SearchPlan,
    private readonly keep: { readonly most: number; readonly perStaff: number },
  ) {}

  /** At or above this nothing more is taken. */
  limit(): number {
    return this.best.length < this.keep.most ? Number.MAX_VALUE : this.best[this.best.length - 1].cost;
  }

  add(place: PartPlace): void {
    const { best, plan, keep } = this;
    const staff = (p: PartPlace): number => plan.data.staffOf[plan.route[p.behind]];
    const alike = best.filter((other) => staff(other) === staff(place));
    if (alike.length >= keep.perStaff) {
      const worst = alike[alike.length - 1];
      if (worst.cost <= place.cost) return;
      best.splice(best.indexOf(worst), 1);
    }
    const at = best.findIndex((other) => other.cost > place.cost);
    best.splice(at < 0 ? best.length : at, 0, place);
    if (best.length > keep.most) best.pop();
  }
}
