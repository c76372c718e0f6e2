import { permissions, ruleBooks, serviceOf, sharedBusyOf, windowsBeside, type Visit } from '#care';
import type { PlanningData } from '../ports.js';
import type { BusyElsewhere, VisitElsewhere } from './elsewhere.js';

/**
 * What may be told of visits elsewhere: of care of one service to the other service, with the client's consent for that
 * direction on the visit's day. Two providers of the same service are not told of each other here.
 */
export function busyElsewhere(visits: readonly VisitElsewhere[]): readonly BusyElsewhere[] {
  return visits.flatMap(({ clientId, date, profession, consents, ...visit }) => {
    const service = serviceOf(profession) === 'health' ? 'social' : 'health';
    const may = permissions({ kind: 'otherProvider', service }, consents, date);
    return sharedBusyOf(visit, (field) => may.has(field)).map((busy) => ({ clientId, service, busy }));
  });
}

/**
 * The visits with their windows cut to the starts that keep every rule beside what other providers have told; their tasks
 * are then done in the listed order. `crowded`: no start is left.
 */
export function besideOthers(
  visits: readonly Visit[],
  { elsewhere = [], clients, ruleChanges = [] }: Pick<PlanningData, 'elsewhere' | 'clients' | 'ruleChanges'>,
): { readonly visits: readonly Visit[]; readonly crowded: readonly Visit[] } {
  if (elsewhere.length === 0) return { visits, crowded: [] };
  const bookOf = ruleBooks(ruleChanges);
  const flags = new Map(clients.map((client) => [client.id, client.flags]));
  const crowded: Visit[] = [];
  const fitting = visits.flatMap((visit) => {
    const { clientId, profession } = visit;
    const told = elsewhere.filter((one) => one.clientId === clientId && one.service === serviceOf(profession));
    if (told.length === 0) return [visit];
    const { orders: _, ...listed } = visit;
    const busy = told.map((one) => one.busy);
    const windows = windowsBeside(listed, busy, { flags: flags.get(clientId) ?? [], book: bookOf(clientId) });
    const [first, ...rest] = windows;
    if (first !== undefined) return [{ ...listed, windows: [first, ...rest] }];
    crowded.push(visit);
    return [];
  });
  return { visits: fitting, crowded };
}
