import { randomUUID } from 'node:crypto';
import { PROGRAM_SCOPES, providerFile, type ProviderFile } from '#contracts';
import { generateVisits, runBilling, recordEvents, type Account } from '#planning';
import type { Persistence } from '#persistence';
import { hash } from 'argon2';
import type { Role } from '../../../apps/api/src/access/roles.js';
import { newToken, tokenHash } from '../../../apps/api/src/session/session-cookie.js';
import { byHand, planByHand, route, stop } from '../plan-by-hand.js';
import { DAY, smallProvider } from '../small-provider.js';

/** When the requests of the test are made: two days after the day that was planned. */
export const NOW = new Date('2026-11-26T08:00:00+02:00');
export const PASSWORD = 'the same for everybody';

/** What a provider has that a route may name. */
export interface Objects {
  readonly code: string;
  readonly providerId: string;
  readonly file: ProviderFile;
  readonly plan: string;
  /** Key of the visit of the carer with an account. */
  readonly visit: string;
  readonly carer: string;
  readonly workItem: string;
  readonly ruleChange: string;
  readonly contraindication: number;
  readonly invoice: string;
  readonly line: string;
  readonly growth: string;
  /** An account nobody is logged in with. */
  readonly account: string;
  /** Access in an emergency that the carer has opened to the third client's data. */
  readonly emergency: string;
  /** Token of a program that may do all that programs may. */
  readonly token: string;
  readonly emails: Readonly<Record<Exclude<Role, 'integration'>, string>>;
}

const ACCOUNTS: readonly (readonly [Exclude<Role, 'integration'>, Account['role'], string | null])[] = [
  ['coordinator', 'coordinator', null],
  ['manager', 'manager', null],
  ['administrator', 'administrator', null],
  ['carer', 'staff', 'S1'],
  ['nurse', 'staff', 'N1'],
  ['health', 'staff', 'P1'],
];

/** The small provider with a physiotherapist and a price; every id and name says whose it is. */
function fileOf(code: string): ProviderFile {
  const small = smallProvider(code);
  const physio = { ...small.staff[0], id: 'P1', professions: ['physio' as const] };
  const price = { id: 'P1', municipality: 'RIGA', payer: 'municipality', centsPerHour: 444, validFrom: '2020-01-01' };
  const NAMES = ['id', 'client', 'staff', 'decision', 'municipality'];
  const marked = JSON.stringify({ ...small, staff: [...small.staff, physio], prices: [price] }, (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (NAMES.includes(key)) return `${value}-${code}`;
    return /Name$|Address$|^number$/.test(key) ? `${value} ${code}` : value;
  });
  return providerFile.parse(JSON.parse(marked));
}

/** A provider with one of everything, its day planned, published, reported and billed, and an account of every role. */
export async function settle(persistence: Persistence, code: string): Promise<Objects> {
  const file = fileOf(code);
  const { providerId } = await persistence.providers.write(file);
  const emails = await accountsOf(persistence, providerId, code);
  const carer = (await persistence.accounts.findByEmail(emails.carer))?.staffId ?? '';
  const by = { actor: randomUUID(), today: DAY };
  const data = await persistence.providers.planningData(providerId, DAY, DAY);
  const visits = generateVisits({ ...data, law: undefined } as never, DAY, DAY);
  const bath = visits.find(({ tasks }) => tasks.includes('BATH'));
  const shift = data.shifts.find(({ staffId }) => staffId === carer);
  if (!bath || !shift) throw new Error('the small provider has no bath');
  const { id: plan } = await persistence.plans.request(providerId, byHand(DAY), null);
  await persistence.plans.finish(plan, planByHand(DAY, visits, [route(shift, 490, [stop(bath.key, '1', [510, 510, 555])], 600)]));
  await persistence.plans.publish(providerId, plan, 'test');
  const office = { accountId: randomUUID(), staffId: null, office: true };
  const events = (['08:30', '09:15'] as const).map((clock, index) => ({
    ...{ id: randomUUID(), visit: bath.key, staff: carer, at: `${DAY}T${clock}:00+02:00` },
    kind: index === 0 ? ('checked_in' as const) : ('checked_out' as const),
  }));
  const bathed = { ...events[1], id: randomUUID(), kind: 'task_done' as const, task: 'BATH' };
  await recordEvents(persistence.events, { providerId, reporter: office, events: [...events, bathed], now: NOW });
  const billed = await runBilling(persistence.ledger, { providerId, issuedBy: office.accountId, from: DAY, to: DAY, now: NOW });
  const invoice = billed.ok ? billed.invoices[0].id : '';
  const lines = (await persistence.ledger.lines(providerId, invoice)) ?? [];
  const reported = {
    kind: 'contraindication_reported' as const,
    ...{ client: `C3-${code}`, on: DAY, contraindication: 'tuberculosis' as const },
  };
  const change = await persistence.changes.record(providerId, reported, by);
  const rule = {
    ...{ rule: 'BATH-WOUND-requires_after', client: `C2-${code}`, off: true, severity: null, gaps: null },
    reason: 'agreed',
  };
  return {
    ...{ code, providerId, file, plan, carer, emails, invoice, visit: bath.key, line: lines[0]?.id ?? '' },
    account: await spareAccount(persistence, providerId, code),
    emergency: await emergencyOf(persistence, providerId, emails.carer),
    token: await tokenOf(persistence, providerId),
    growth: await persistence.growth.request(
      providerId,
      { clients: 1, mix: 'all', from: DAY, seed: 1, draws: 1 },
      office.accountId,
    ),
    workItem: await workItemOf(persistence, providerId),
    ruleChange: idOf(await persistence.ruleChanges.set(providerId, rule, by)),
    contraindication: Number(idOf(change)),
  };
}

function idOf(outcome: unknown): string {
  const { id } = (typeof outcome === 'object' && outcome !== null ? outcome : { id: outcome }) as { readonly id: unknown };
  return String(id);
}

async function accountsOf(
  { accounts }: Persistence,
  providerId: string,
  code: string,
): Promise<Record<Exclude<Role, 'integration'>, string>> {
  const passwordHash = await hash(PASSWORD, { memoryCost: 1024, timeCost: 2, parallelism: 1 });
  const emails = {} as Record<Exclude<Role, 'integration'>, string>;
  for (const [name, role, staff] of ACCOUNTS) {
    const staffId = staff === null ? null : await accounts.findStaff(providerId, `${staff}-${code}`);
    emails[name] = `${name}@${code.toLowerCase()}.example`;
    await accounts.create({ providerId, email: emails[name], role, language: 'en', passwordHash, staffId });
  }
  return emails;
}

/** Made through the store, so that it is known here; programs come with it. */
async function tokenOf({ programTokens }: Persistence, providerId: string): Promise<string> {
  const token = newToken();
  const made = { name: 'program', tokenHash: tokenHash(token), createdBy: randomUUID(), expiresAt: addDays(NOW, 30) };
  await programTokens.make(providerId, { ...made, scopes: PROGRAM_SCOPES });
  return token;
}

async function emergencyOf(
  { accounts, emergencies, providers }: Persistence,
  providerId: string,
  email: string,
): Promise<string> {
  const accountId = (await accounts.findByEmail(email))?.id ?? '';
  const code = (await providers.overview(providerId))?.code ?? '';
  const opening = { givenName: `GivenC3 ${code}`, familyName: `FamilyC3 ${code}`, reason: 'lies on the floor' };
  const opened = await emergencies.open({ providerId, accountId }, { ...opening, now: NOW, endsAt: addDays(NOW, 1) });
  if (typeof opened === 'string') throw new Error(`nobody to open: ${opened}`);
  return opened.id;
}

function addDays(from: Date, days: number): Date {
  return new Date(from.getTime() + days * 24 * 3600_000);
}

async function workItemOf({ schedules, workItems }: Persistence, providerId: string): Promise<string> {
  const item = {
    ...{ key: 'cover', kind: 'find_cover' as const, subjectKind: 'plan', subjectId: providerId, clientId: null, staffId: null },
    ...{ about: DAY, dueAt: NOW.getTime() / 1000 },
  };
  const writes = { workItems: [item], replaces: [], changes: [], plans: [] };
  await schedules.commit(providerId, { name: 'expiries', date: DAY }, writes);
  return (await workItems.list(providerId, 'open', NOW))[0].id;
}

async function spareAccount({ accounts }: Persistence, providerId: string, code: string): Promise<string> {
  const passwordHash = await hash(PASSWORD, { memoryCost: 1024, timeCost: 2, parallelism: 1 });
  const account = {
    providerId,
    email: `spare@${code.toLowerCase()}.example`,
    role: 'coordinator',
    language: 'en',
    passwordHash,
  } as const;
  return (await accounts.create(account)).id;
}
