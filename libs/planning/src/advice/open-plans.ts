import { practises, type Visit } from '#care';
import type { ProblemInput } from '#engine';
import { endOfDay, startOfDay } from '#time';
import { buildProblem } from '../problem/build-problem.js';
import { waysFor } from '../problem/ways.js';
import { keptPlan } from '../replan/keep-problem.js';
import { pinInputs } from '../replan/pin-inputs.js';
import { storedPlacements } from '../replan/placements.js';
import { linkVisits } from '../visits/generate-visits.js';
import type { PlanningData, ProviderStore, TravelTimes } from '../ports.js';
import { pricesFor, wishingPunctuality } from '../weights/weigh.js';
import type { PlanAdviser, PlanDesk } from './adviser-port.js';
import type { EditablePlan, PlanEditStore } from './edit-ports.js';

/** What advice on stored plans uses. */
export interface AdviceParts {
  readonly providers: Pick<ProviderStore, 'planningData'>;
  readonly edits: PlanEditStore;
  readonly travel: TravelTimes;
  readonly adviser: PlanAdviser;
  readonly now: () => Date;
}

/** A stored plan with everything needed to answer questions about it. */
export interface OpenPlan {
  readonly providerId: string;
  readonly stored: EditablePlan;
  readonly data: PlanningData;
  /** Without pins, which bind people and not the law. */
  readonly problem: ProblemInput;
  /** Instant of the plan's time 0, epoch seconds. */
  readonly epoch: number;
  readonly visits: ReadonlyMap<string, Visit>;
  readonly desk: PlanDesk;
  /** Of clients and staff, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** E-mail addresses of those who pinned something, by account. */
  readonly people: ReadonlyMap<string, string>;
}

/** Plans kept open: a coordinator's, a colleague's, and the ones they compare with. */
const MOST_OPEN = 4;

/**
 * The stored plans that people ask about, each opened once and kept until it or the data behind it change; of more than
 * a few the one asked about longest ago is closed. Whoever makes it owns it and closes it.
 */
export class OpenPlans {
  private readonly open = new Map<string, { readonly version: string; readonly plan: Promise<OpenPlan | null> }>();

  constructor(private readonly parts: AdviceParts) {}

  /** Null when the provider has no such finished plan, or its shifts and visits are not what they were. */
  async of(providerId: string, planId: string): Promise<OpenPlan | null> {
    const found = await this.parts.edits.version(providerId, planId);
    if (found === null || (found.status !== 'draft' && found.status !== 'published')) return null;
    const version = JSON.stringify([found.status, found.revision, found.changes]);
    const known = this.open.get(planId);
    this.open.delete(planId);
    if (known?.version === version) {
      this.open.set(planId, known);
      return known.plan;
    }
    if (known !== undefined) closeWhenRead(known.plan);
    const plan = readPlan(this.parts, providerId, planId);
    this.open.set(planId, { version, plan });
    plan.catch(() => this.open.delete(planId));
    this.closeOldest();
    return plan;
  }

  /** Ends every open plan. */
  close(): void {
    for (const { plan } of this.open.values()) closeWhenRead(plan);
    this.open.clear();
  }

  private closeOldest(): void {
    for (const [id, { plan }] of this.open) {
      if (this.open.size <= MOST_OPEN) return;
      this.open.delete(id);
      closeWhenRead(plan);
    }
  }
}

function closeWhenRead(plan: Promise<OpenPlan | null>): void {
  plan.then((opened) => opened?.desk.close()).catch(() => undefined);
}

async function readPlan(parts: AdviceParts, providerId: string, planId: string): Promise<OpenPlan | null> {
  const stored = await parts.edits.open(providerId, planId);
  if (stored === null) return null;
  const fresh = await parts.providers.planningData(providerId, stored.from, stored.to);
  const known = new Set(fresh.clients.map(({ id }) => id));
  const data = { ...fresh, clients: [...fresh.clients, ...stored.clients.filter(({ id }) => !known.has(id))] };
  const opened = await openDesk(parts, stored, data);
  if (opened === null) return null;
  const clients = new Set(stored.visits.map(({ clientId }) => clientId));
  const [names, people] = await Promise.all([
    parts.edits.names(providerId, [...data.staff.map(({ id }) => id), ...clients]),
    parts.edits.people(providerId, [...new Set(stored.pins.map(({ pinnedBy }) => pinnedBy))]),
  ]);
  return { providerId, stored, data, ...opened, names, people };
}

/**
 * The plan opened as if the law were met for one visit that it keeps out: its papers there, certificates of those at work
 * renewed. For questions about that visit alone; whoever opens it closes it.
 */
export async function openIfLawful(parts: AdviceParts, open: OpenPlan, visitKey: string): Promise<OpenPlan | null> {
  const { stored, data: real } = open;
  const there = stored.visits.filter(({ key }) => key === visitKey || open.visits.has(key));
  // Pairs with a visit kept out were never made.
  const pairs = linkVisits(real, there).links.filter(({ before, after }) => before === visitKey || after === visitKey);
  const lawful = {
    ...stored,
    unserved: stored.unserved.map((left) => (left.visitKey === visitKey ? { ...left, reasons: [] } : left)),
    links: [...stored.links.filter(({ before, after }) => before !== visitKey && after !== visitKey), ...pairs],
  };
  const renewed = real.staff.map((member) => ({
    ...member,
    qualifications: member.qualifications.map((held) => ({ ...held, validTo: null })),
  }));
  const data = { ...real, staff: renewed };
  const opened = await openDesk(parts, lawful, data);
  return opened && { ...open, stored: lawful, data, ...opened };
}

/** Null when the stored routes do not fit the data any more. */
async function openDesk(
  parts: AdviceParts,
  stored: EditablePlan,
  data: PlanningData,
): Promise<Pick<OpenPlan, 'problem' | 'epoch' | 'desk' | 'visits'> | null> {
  const { problem, epoch, visits } = await problemOf(stored, data, parts.travel);
  const plan = keptPlan(stored.routes, problem, new Set(storedPlacements(stored.routes).keys()), epoch);
  const desk = await parts.adviser.open({ ...problem, pins: pinInputs(stored.pins, problem, epoch) }, plan);
  return desk && { problem, epoch, desk, visits: new Map(visits.map((visit) => [visit.key, visit])) };
}

/** The problem of the visits as they were planned, those barred by the law left out, with the data as they are now. */
async function problemOf(stored: EditablePlan, data: PlanningData, travel: TravelTimes) {
  const barred = new Set(stored.unserved.filter(isBarred).map(({ visitKey }) => visitKey));
  const visits = stored.visits.filter(({ key }) => !barred.has(key));
  const ways = await waysFor(data, visits, travel);
  const planned = new Set(visits.map(({ key }) => key));
  const links = stored.links.filter(({ before, after }) => planned.has(before) && planned.has(after));
  const weights = stored.profile?.weights ?? null;
  const built = buildProblem({
    name: `${stored.from} to ${stored.to}`,
    ...{ epoch: startOfDay(stored.from), end: endOfDay(stored.to), data, visits, links },
    ...{ places: ways.places, travel: ways.travel, prices: pricesFor(weights), practises },
  });
  return { problem: wishingPunctuality(built.problem, weights), epoch: built.epoch, visits };
}

/** The law keeps the visit out, whoever could come; what else stands against it has reasons of its own too. */
function isBarred({ reasons }: EditablePlan['unserved'][number]): boolean {
  return reasons.length > 0 && reasons.every(({ code }) => code.startsWith('law.'));
}
