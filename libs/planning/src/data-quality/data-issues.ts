import { lawWords, linksBetween, ruleBooks, type LawReason, type Visit } from '#care';
import type { DataIssueView } from '#contracts';
import { addDays } from '#time';
import type { PlanningData, ProviderStore } from '../ports.js';
import { grouped } from '../problem/lookup.js';
import { demandedVisits } from '../visits/generate-visits.js';
import type { ClientGaps, DataGapStore } from './data-ports.js';

/** Days from today that are looked at. */
const DAYS = 7;

type Gap = Omit<DataIssueView, 'visits' | 'client'> & { readonly clientId: string | null };

/** What keeps visits of the coming week out of plans for want of data, and what would make plans better; each once, with how many visits it concerns. */
export async function dataIssues(
  stores: { readonly providers: Pick<ProviderStore, 'planningData'>; readonly dataGaps: DataGapStore },
  providerId: string,
  today: string,
): Promise<DataIssueView[]> {
  const to = addDays(today, DAYS - 1);
  const [data, gaps] = await Promise.all([
    stores.providers.planningData(providerId, today, to),
    stores.dataGaps.clients(providerId, today),
  ]);
  const { visits, barred } = demandedVisits(data, today, to);
  const gapsOf = visitGaps(data);
  const found = [
    ...barred.flatMap(({ visit, reasons }) => reasons.map((reason) => ({ gap: barredGap(visit, reason), visit }))),
    ...visits.flatMap((visit) => gapsOf(visit).map((gap) => ({ gap, visit }))),
    ...orderGaps(visits, data),
    ...gaps.flatMap(clientGaps).map((gap) => ({ gap, visit: null })),
  ];
  return counted(found, new Map(gaps.map((client) => [client.clientId, client])));
}

const NOTHING = { words: null } as const;

function barredGap(visit: Visit, reason: LawReason): Gap {
  const field = visit.funding.kind === 'decision' ? 'decisions' : 'episodes';
  const said = lawWords(reason);
  const words = said === undefined ? null : { ...said };
  const guarded = reason.code === 'law.contraindicated' || reason.code === 'law.certificate_expired';
  return {
    ...{ code: 'visit_barred', effect: 'blocks', subject: reason.code, clientId: visit.clientId, words },
    field: guarded ? 'certificates' : field,
  };
}

/** Nobody who could come: no shift of the profession on the day, no such skill, no common language. */
function visitGaps({ staff, shifts, clients }: PlanningData): (visit: Visit) => readonly Gap[] {
  const people = new Map(staff.map((member) => [member.id, member]));
  const onDuty = new Set(
    shifts.flatMap(({ staffId, date }) => (people.get(staffId)?.professions ?? []).map((profession) => `${profession} ${date}`)),
  );
  const able = grouped(
    staff.flatMap((member) => member.professions.map((profession) => ({ profession, member }))),
    ({ profession }) => profession,
  );
  const spoken = new Map(clients.map(({ id, languages }) => [id, languages]));
  return ({ profession, date, skills, clientId }) => {
    const those = (able.get(profession) ?? []).map(({ member }) => member);
    const missing = skills.filter((skill) => !those.some((member) => member.skills.includes(skill)));
    const languages = spoken.get(clientId) ?? [];
    const understood = those.length === 0 || those.some((member) => member.languages.some((one) => languages.includes(one)));
    const none = { ...NOTHING, code: 'no_shift', effect: 'blocks', subject: profession, clientId: null, field: '' } as const;
    const strange = {
      ...NOTHING,
      code: 'no_language',
      effect: 'improves',
      subject: languages.join(', '),
      field: 'home',
    } as const;
    return [
      ...(onDuty.has(`${profession} ${date}`) ? [] : [none]),
      ...missing.map((subject): Gap => ({
        ...NOTHING,
        code: 'no_skill',
        effect: 'blocks',
        subject,
        clientId,
        field: 'patterns',
      })),
      ...(understood ? [] : [{ ...strange, clientId }]),
    ];
  };
}

/** Pairs of visits whose windows leave no start that keeps the rules. */
function orderGaps(visits: readonly Visit[], { clients, ruleChanges = [] }: PlanningData): { gap: Gap; visit: null }[] {
  const flags = new Map(clients.map((client) => [client.id, client.flags]));
  const { issues } = linksBetween(visits, (clientId) => flags.get(clientId) ?? [], ruleBooks(ruleChanges));
  return issues
    .filter(({ kind }) => kind === 'impossible' || kind === 'sameDay')
    .map(({ rule, clientId }) => ({
      gap: { ...NOTHING, code: 'no_order', effect: 'blocks', subject: rule, clientId, field: 'patterns' },
      visit: null,
    }));
}

function clientGaps({ clientId, hasPhone, floorKnown, samePosition, decisions }: ClientGaps): Gap[] {
  const gap = (code: Gap['code'], effect: Gap['effect'], field: string, subject = ''): Gap => ({
    ...NOTHING,
    ...{ code, effect, field, subject, clientId },
  });
  return [
    ...(samePosition ? [gap('no_position', 'blocks', 'home')] : []),
    ...decisions.filter(({ hasVisits }) => !hasVisits).map(({ number }) => gap('no_visits', 'blocks', 'decisions', number)),
    ...decisions.filter(({ hasLevel }) => !hasLevel).map(({ number }) => gap('no_level', 'improves', 'decisions', number)),
    ...(hasPhone ? [] : [gap('no_phone', 'improves', 'home')]),
    ...(floorKnown ? [] : [gap('no_floor', 'improves', 'home')]),
  ];
}

/** Each gap once, what blocks first, then what concerns most visits. */
function counted(
  found: readonly { readonly gap: Gap; readonly visit: Visit | null }[],
  clients: ReadonlyMap<string, ClientGaps>,
): DataIssueView[] {
  const issues = new Map<string, DataIssueView>();
  for (const { gap, visit } of found) {
    const { clientId, ...rest } = gap;
    const key = `${gap.code} ${clientId ?? ''} ${gap.subject}`;
    const client = clientId === null ? undefined : clients.get(clientId);
    const known = issues.get(key) ?? { ...rest, client: client ? { id: client.id, name: client.name } : null, visits: 0 };
    issues.set(key, { ...known, visits: known.visits + (visit === null ? 0 : 1) });
  }
  const rank = { blocks: 0, improves: 1 } as const;
  return [...issues.values()].sort(
    (a, b) => rank[a.effect] - rank[b.effect] || b.visits - a.visits || a.code.localeCompare(b.code),
  );
}
