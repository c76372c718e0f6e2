import { hash } from 'argon2';
import { planSummary, type ProviderFile } from '#contracts';
import type { Persistence } from '#persistence';
import { addDays } from '#time';
import { client, decision, member, pattern, shifts, storyProvider } from '../e2e/story-provider.js';
import { Visitor } from '../e2e/visitor.js';
import type { LogIn } from './person.js';

const PASSWORD = 'the same for everybody';
const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const PLANNED_WITHIN_MS = 180_000;

/** A provider whose carers are on their way today, and one whose office plans the next days. */
export interface Town {
  readonly today: string;
  /** Days that the office plans. */
  readonly first: string;
  readonly last: string;
  readonly street: House;
  readonly office: House;
}

export interface House {
  readonly providerId: string;
  readonly carers: readonly LogIn[];
  readonly coordinators: readonly LogIn[];
  readonly manager: LogIn;
  readonly file: ProviderFile;
}

export interface TownSize {
  readonly phones: number;
  readonly coordinators: number;
  /** Carers of the provider that plans; each has three clients. */
  readonly planned: number;
}

/** Writes both providers and their accounts. */
export async function settleTown(persistence: Persistence, today: string, size: TownSize): Promise<Town> {
  const [first, last] = [addDays(today, 1), addDays(today, 2)];
  const street = providerOf('STREET', size.phones, [today]);
  const office = providerOf('OFFICE', size.planned, [first, last]);
  return {
    ...{ today, first, last },
    street: await settleHouse(persistence, street, { phones: size.phones, coordinators: 1 }),
    office: await settleHouse(persistence, office, { phones: 0, coordinators: size.coordinators }),
  };
}

/** Three clients a carer, visited every day under a decision of the municipality's. */
function providerOf(code: string, carers: number, days: readonly string[]): ProviderFile {
  const staff = Array.from({ length: carers }, (_, n) => member(`S${n + 1}`));
  const clients = Array.from({ length: carers * 3 }, (_, n) => {
    // Too far from each other to walk.
    const at = { latitude: 56.9 + (n % 30) / 300, longitude: 24.05 + Math.floor(n / 30) / 100 };
    return client(n + 1, { ...at, id: `C${n + 1}` });
  });
  return storyProvider(code, {
    ...{ clients, staff },
    shifts: shifts(
      staff.map(({ id }) => id),
      days,
    ),
    decisions: clients.map(({ id }) => decision(`D-${id}`, id, ['CLEAN'])),
    patterns: clients.map(({ id }) => pattern(`P-${id}`, id, ['CLEAN'], { weekdays: [...WEEK], decision: `D-${id}` })),
    prices: [{ id: 'HOUR', payer: 'municipality', centsPerHour: 1500, validFrom: '2026-01-01' }],
  });
}

async function settleHouse(
  { providers, accounts }: Persistence,
  file: ProviderFile,
  { phones, coordinators }: { readonly phones: number; readonly coordinators: number },
): Promise<House> {
  const { providerId } = await providers.write(file);
  const passwordHash = await hash(PASSWORD, { memoryCost: 1024, timeCost: 2, parallelism: 1 });
  const code = file.provider.code.toLowerCase();
  const open = async (name: string, role: 'staff' | 'coordinator' | 'manager', staff?: string): Promise<LogIn> => {
    const email = `${name.toLowerCase()}@${code}.example`;
    const staffId = staff === undefined ? null : await accounts.findStaff(providerId, staff);
    await accounts.create({ providerId, email, role, language: 'lv', passwordHash, ...(staffId !== null && { staffId }) });
    return { email, password: PASSWORD };
  };
  return {
    ...{ providerId, file },
    carers: await Promise.all(file.staff.slice(0, phones).map(({ id }) => open(id, 'staff', id))),
    coordinators: await Promise.all(Array.from({ length: coordinators }, (_, n) => open(`office${n}`, 'coordinator'))),
    manager: await open('manager', 'manager'),
  };
}

/** Plans days through the API and publishes the plan. */
export async function publishDays(url: string, { coordinators }: House, [from, to]: readonly [string, string]): Promise<string> {
  const visitor = new Visitor(url);
  await visitor.logIn(coordinators[0].email, coordinators[0].password);
  const { id } = await visitor.post('/api/v1/plans', { from, to, seconds: 5, threads: 1 }, planSummary);
  const deadline = Date.now() + PLANNED_WITHIN_MS;
  for (;;) {
    const { status, failure } = await visitor.get(`/api/v1/plans/${id}`, planSummary);
    if (status === 'draft') break;
    if (status === 'failed' || Date.now() > deadline) throw new Error(`the plan is ${status}: ${failure}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await visitor.post(`/api/v1/plans/${id}/publish`, undefined, planSummary);
  return id;
}
