import { grantTimeline, ruleSetOn, type Decision as DecisionFacts, type MunicipalRuleSet } from '#care';
import type { AccountLabel, LedgerAccount, PayerSpan, RelativeAsking } from '#planning';
import { addDays } from '#time';
import { dayOfDate, openDay } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type * as Rows from '../generated/client.js';
import type { Prisma } from '../generated/client.js';
import { decisionChanges } from '../providers/decision-changes.js';
import { readRuleSets } from '../providers/read-rule-sets.js';

const WITH_GRANTS = {
  municipality: { select: { name: true } },
  informalCarers: { orderBy: { externalId: 'asc' } },
  means: { orderBy: { validFrom: 'asc' } },
  needyStatuses: { orderBy: { validFrom: 'asc' } },
  decisions: {
    include: { municipality: { select: { name: true, rules: true } }, changes: { orderBy: { externalId: 'asc' } } },
    orderBy: { validFrom: 'asc' },
  },
  referrals: { include: { episodes: true } },
} as const satisfies Prisma.ClientInclude;

type ClientRow = Prisma.ClientGetPayload<{ include: typeof WITH_GRANTS }>;
type DecisionRow = ClientRow['decisions'][number];

/** An account with what people call it, and the days on which its grant is suspended. */
export interface ReadAccount {
  readonly account: LedgerAccount;
  /** Relatives of the client who ask for support, and under a decision the rules they ask by. */
  readonly relatives: readonly RelativeAsking[];
  readonly label: AccountLabel;
  readonly suspended: readonly { readonly from: string; readonly to: string | null }[];
}

/** Every decision and episode of the provider, and every client for care paid alone; `only` narrows it to one account. */
export async function readAccounts(database: Transaction, providerId: string, only?: string): Promise<readonly ReadAccount[]> {
  const owner: Prisma.ClientWhereInput = only
    ? { OR: [{ id: only }, { decisions: { some: { id: only } } }, { referrals: { some: { episodes: { some: { id: only } } } } }] }
    : {};
  const accounts = await accountsOf(database, providerId, owner);
  return accounts.filter(({ account }) => only === undefined || account.id === only);
}

/** Every account of one client, by the provider's own id; empty when there is no such client. */
export function readClientAccounts(
  database: Transaction,
  providerId: string,
  externalId: string,
): Promise<readonly ReadAccount[]> {
  return accountsOf(database, providerId, { externalId });
}

async function accountsOf(
  database: Transaction,
  providerId: string,
  owner: Prisma.ClientWhereInput,
): Promise<readonly ReadAccount[]> {
  const clients = await database.client.findMany({
    where: { providerId, ...owner },
    include: WITH_GRANTS,
    orderBy: { externalId: 'asc' },
  });
  const ruleSets = await readRuleSets(database, providerId);
  return clients.flatMap((client) => [...decisionAccounts(client, ruleSets), ...episodeAccounts(client), privateAccount(client)]);
}

function decisionAccounts(client: ClientRow, ruleSets: readonly MunicipalRuleSet[]): readonly ReadAccount[] {
  const timeline = grantTimeline(client.decisions.map(decisionFacts));
  return client.decisions.map((row) => {
    const stretches = timeline.filter(({ decisionId }) => decisionId === row.id);
    const granted = stretches.filter(({ state }) => state === 'granted');
    const ruleSet = rulesOf(row, ruleSets);
    const paying = {
      ...{ ...payingOf(client), municipalityId: row.municipalityId, municipalityPercent: row.municipalityPercent, ruleSet },
      funding: { kind: 'decision', form: row.form },
    } as const;
    return {
      account: {
        id: row.id,
        kind: 'decision',
        clientId: client.id,
        municipalityId: row.municipalityId,
        grants: granted.map(({ from, to, grantedMinutes: minutes, grantedPer: per }) => ({ from, to, allows: { minutes, per } })),
        payers: withMeans(paying, client.means),
        informalMinutesPerWeek: row.form === 'informal_carer' ? null : paidRelatives(client),
        shortestVisitMinutes: ruleSet?.shortestVisitMinutes ?? SHORTEST_VISIT_MINUTES,
      },
      label: { ...labelOf(client), number: row.number, municipality: row.municipality.name },
      suspended: stretches.filter(({ state }) => state === 'suspended').map(({ from, to }) => ({ from, to })),
      relatives: client.informalCarers.filter(({ paidByMunicipality }) => paidByMunicipality).map(relativeAsking),
    };
  });
}

function episodeAccounts(client: ClientRow): readonly ReadAccount[] {
  return client.referrals
    .flatMap(({ episodes }) => episodes)
    .map((episode) => ({
      account: {
        ...orderedAccount(client, 'episode'),
        id: episode.id,
        grants: [{ from: dayOfDate(episode.startedOn), to: openDay(episode.endedOn), allows: 'ordered' }],
      },
      label: { ...labelOf(client), number: episode.externalId },
      ...ORDERED,
    }));
}

function privateAccount(client: ClientRow): ReadAccount {
  const account = orderedAccount(client, 'private');
  return {
    account: { ...account, id: client.id, grants: [{ from: ALWAYS, to: null, allows: 'ordered' }] },
    label: { ...labelOf(client), number: client.externalId },
    ...ORDERED,
  };
}

function orderedAccount(client: ClientRow, kind: 'episode' | 'private'): Omit<LedgerAccount, 'id' | 'grants'> {
  const paying = { ...payingOf(client), funding: { kind } };
  return {
    kind,
    clientId: client.id,
    municipalityId: client.municipalityId,
    payers: [{ from: ALWAYS, to: null, paying }],
    informalMinutesPerWeek: 0,
    shortestVisitMinutes: SHORTEST_VISIT_MINUTES,
  };
}

/** Nothing is suspended, shaped or supported where visits are ordered one by one. */
const ORDERED = { suspended: [], relatives: [] } as const;

/** Where the municipality's rules say nothing: no visit of the catalogue is shorter. */
const SHORTEST_VISIT_MINUTES = 15;

/** Before any day that is kept. */
const ALWAYS = '0001-01-01';

function payingOf(client: ClientRow): Omit<LedgerAccount['payers'][number]['paying'], 'funding'> {
  return {
    municipalityId: client.municipalityId,
    ruleSet: null,
    municipalityPercent: null,
    means: null,
    needy: client.needyStatuses.map(({ validFrom, validTo }) => ({ validFrom: dayOfDate(validFrom), validTo: openDay(validTo) })),
    birthDate: openDay(client.birthDate),
    lone: client.livesAlone,
  };
}

/** The version of the rules that the decision names, else the one in force when it was made. */
function rulesOf({ ruleSet, municipality, decidedOn }: DecisionRow, sets: readonly MunicipalRuleSet[]): MunicipalRuleSet | null {
  const named = sets.find(({ id }) => id === ruleSet);
  return named ?? (municipality.rules === null ? null : ruleSetOn(sets, municipality.rules, dayOfDate(decidedOn)));
}

/** The whole time, cut where what is known of the household's means changes; of two assessments the later one counts. */
function withMeans(paying: PayerSpan['paying'], means: ClientRow['means']): readonly PayerSpan[] {
  const known = means.map(({ validFrom, validTo, members, monthlyCents }) => ({
    ...{ from: dayOfDate(validFrom), to: openDay(validTo), means: { members, monthlyCents } },
  }));
  const cuts = new Set([ALWAYS, ...known.flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]))]);
  const starts = [...cuts].sort();
  return starts.map((from, i) => {
    const current = known.findLast((one) => one.from <= from && (one.to === null || from <= one.to));
    const to = starts[i + 1] === undefined ? null : addDays(starts[i + 1], -1);
    return { from, to, paying: { ...paying, means: current?.means ?? null } };
  });
}

function relativeAsking({
  name,
  relation,
  minutesPerWeek,
  accountNamed,
  signedBy,
}: ClientRow['informalCarers'][number]): RelativeAsking {
  const signs = signedBy as RelativeAsking['application']['signedBy'];
  return { name, relation, minutesPerWeek, application: { namesCarer: true, namesAccount: accountNamed, signedBy: signs } };
}

/** Minutes a week that relatives give for the municipality's money (S129). */
function paidRelatives({ informalCarers }: ClientRow): number {
  return informalCarers
    .filter(({ paidByMunicipality }) => paidByMunicipality)
    .reduce((minutes, carer) => minutes + carer.minutesPerWeek, 0);
}

function labelOf({ givenName, familyName, externalId, municipality, neighbourhood }: ClientRow): Omit<AccountLabel, 'number'> {
  const client = `${givenName} ${familyName}`;
  return { client, clientNumber: externalId, municipality: municipality.name, district: neighbourhood };
}

/** A decision with its changes as the domain sees it, as far as grants need it. */
export function decisionFacts(row: Rows.Decision & { readonly changes: readonly Rows.DecisionChange[] }): DecisionFacts {
  const { id, clientId, decidedBy, permanent, form, careLevel, grantedMinutes, grantedPer, tasks, municipalityPercent, ruleSet } =
    row;
  return {
    ...{ id, clientId, decidedBy, permanent, form, careLevel, grantedMinutes, grantedPer, tasks, municipalityPercent, ruleSet },
    decidedOn: dayOfDate(row.decidedOn),
    validFrom: dayOfDate(row.validFrom),
    validTo: openDay(row.validTo),
    rules: null,
    certificate: null,
    barthel: null,
    documentsOn: null,
    replaces: row.replacesId,
    changes: decisionChanges(row),
  };
}
