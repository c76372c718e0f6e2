import { grantTimeline, type Decision as DecisionFacts } from '#care';
import type { AccountLabel, LedgerAccount } from '#planning';
import { dayOfDate, openDay } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type { Prisma } from '../generated/client.js';
import { decisionChanges } from '../providers/decision-changes.js';

const WITH_GRANTS = {
  municipality: { select: { name: true } },
  informalCarers: true,
  decisions: {
    include: { municipality: { select: { name: true } }, changes: { orderBy: { externalId: 'asc' } } },
    orderBy: { validFrom: 'asc' },
  },
  referrals: { include: { episodes: true } },
} as const satisfies Prisma.ClientInclude;

type ClientRow = Prisma.ClientGetPayload<{ include: typeof WITH_GRANTS }>;
type DecisionRow = ClientRow['decisions'][number];

/** An account with what people call it, and the days on which its grant is suspended. */
export interface ReadAccount {
  readonly account: LedgerAccount;
  readonly label: AccountLabel;
  readonly suspended: readonly { readonly from: string; readonly to: string | null }[];
}

/** Every decision and episode of the provider, and every client for care paid alone; `only` narrows it to one account. */
export async function readAccounts(database: Transaction, providerId: string, only?: string): Promise<readonly ReadAccount[]> {
  const owner: Prisma.ClientWhereInput = only
    ? { OR: [{ id: only }, { decisions: { some: { id: only } } }, { referrals: { some: { episodes: { some: { id: only } } } } }] }
    : {};
  const clients = await database.client.findMany({
    where: { providerId, ...owner },
    include: WITH_GRANTS,
    orderBy: { externalId: 'asc' },
  });
  const accounts = clients.flatMap((client) => [...decisionAccounts(client), ...episodeAccounts(client), privateAccount(client)]);
  return accounts.filter(({ account }) => only === undefined || account.id === only);
}

function decisionAccounts(client: ClientRow): readonly ReadAccount[] {
  const timeline = grantTimeline(client.decisions.map(decisionFacts));
  return client.decisions.map((row) => {
    const stretches = timeline.filter(({ decisionId }) => decisionId === row.id);
    const granted = stretches.filter(({ state }) => state === 'granted');
    const paying = { ...payingOf(client), municipalityId: row.municipalityId, municipalityPercent: row.municipalityPercent };
    return {
      account: {
        id: row.id,
        kind: 'decision',
        clientId: client.id,
        municipalityId: row.municipalityId,
        grants: granted.map(({ from, to, grantedMinutes: minutes, grantedPer: per }) => ({ from, to, allows: { minutes, per } })),
        payers: [{ from: ALWAYS, to: null, paying: { ...paying, funding: { kind: 'decision', form: row.form } } }],
        informalMinutesPerWeek: row.form === 'informal_carer' ? null : paidRelatives(client),
      },
      label: { ...labelOf(client), number: row.number, municipality: row.municipality.name },
      suspended: stretches.filter(({ state }) => state === 'suspended').map(({ from, to }) => ({ from, to })),
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
      suspended: [],
    }));
}

function privateAccount(client: ClientRow): ReadAccount {
  const account = orderedAccount(client, 'private');
  return {
    account: { ...account, id: client.id, grants: [{ from: ALWAYS, to: null, allows: 'ordered' }] },
    label: { ...labelOf(client), number: client.externalId },
    suspended: [],
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
  };
}

/** Before any day that is kept. */
const ALWAYS = '0001-01-01';

function payingOf(client: ClientRow): Omit<LedgerAccount['payers'][number]['paying'], 'funding'> {
  return {
    municipalityId: client.municipalityId,
    ruleSet: null,
    municipalityPercent: null,
    means: null,
    needy: [],
    birthDate: openDay(client.birthDate),
    lone: client.livesAlone,
  };
}

/** Minutes a week that relatives give for the municipality's money (S129). */
function paidRelatives({ informalCarers }: ClientRow): number {
  return informalCarers
    .filter(({ paidByMunicipality }) => paidByMunicipality)
    .reduce((minutes, carer) => minutes + carer.minutesPerWeek, 0);
}

function labelOf({ givenName, familyName, externalId, municipality }: ClientRow): Omit<AccountLabel, 'number'> {
  return { client: `${givenName} ${familyName}`, clientNumber: externalId, municipality: municipality.name };
}

function decisionFacts(row: DecisionRow): DecisionFacts {
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
