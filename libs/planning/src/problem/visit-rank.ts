import { barOn, clientClass, ruleBooks, type Visit } from '#care';
import type { PlanningData } from '../ports.js';

/** Behind everybody else: what is left of the care of a client whose social care is suspended (S039, S074). */
export const SUSPENDED = 2;
const INFECTIOUS = 1;
const EASILY_INFECTED = -1;

/**
 * Where on its route a visit is wanted, as the engine's rank: clients with weak immunity first, the infectious last, and
 * behind them those with a contraindication on the certificate or reported.
 */
export function visitRanks({ clients, ruleChanges = [], law }: PlanningData): (visit: Visit) => number {
  const bookOf = ruleBooks(ruleChanges);
  const rounds = new Map(clients.map(({ id, flags }) => [id, clientClass(flags, bookOf(id)).round]));
  const guards = new Map((law?.guards ?? []).map((guard) => [guard.clientId, guard]));
  return ({ clientId, date }) => {
    const guard = guards.get(clientId);
    if (guard !== undefined && barOn(guard, date) !== null) return SUSPENDED;
    const round = rounds.get(clientId) ?? null;
    return round === 'last' ? INFECTIOUS : round === 'first' ? EASILY_INFECTED : 0;
  };
}
