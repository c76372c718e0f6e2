import { hash } from 'argon2';
import { providerFile, type ProviderFile } from '#contracts';
import type { Persistence } from '#persistence';
import { demandedVisits, linkVisits } from '#planning';
import { byHand, planByHand, route, stop } from './plan-by-hand.js';
import { DAY, smallProvider } from './small-provider.js';

export const PASSWORD = 'the same for everybody';

/** A published day of the small provider and who works on it. */
export interface FieldDay {
  readonly providerId: string;
  readonly plan: string;
  /** Keys of visits. */
  readonly bath: string;
  readonly lift: string;
  readonly wound: string;
  /** Ids of staff by the provider's own ids. */
  readonly staff: Readonly<Record<'S1' | 'S2' | 'N1', string>>;
  /** E-mails; everybody has the same password. */
  readonly emails: Readonly<Record<'S1' | 'S2' | 'N1' | 'office' | 'manager', string>>;
}

/** The small provider with doors, flags, a diagnosis and, unless `silent`, consent in both directions. */
function fileOf(code: string, silent: boolean): ProviderFile {
  const small = smallProvider(code);
  const [first, second, third] = small.clients;
  const consent = (direction: 'social_to_health' | 'health_to_social') => ({
    ...{ id: direction, client: 'C1', direction, scope: 'care', givenOn: '2026-01-05' },
  });
  const referral = {
    id: 'F1',
    client: 'C1',
    kind: 'chronic_mobility',
    issuedOn: '2026-11-02',
    issuerRole: 'gp',
    issuer: 'Dr. Kalns',
  };
  return providerFile.parse({
    ...small,
    provider: { ...small.provider, phone: '+371 20000000' },
    clients: [
      {
        ...first,
        floor: 4,
        lift: false,
        doorCode: '1234',
        keyNote: 'under the mat',
        flags: ['pets', 'diabetes'],
        phone: '+371 21111111',
      },
      second,
      third,
    ],
    consents: silent ? [] : [consent('social_to_health'), consent('health_to_social')],
    referrals: [{ ...referral, careDiagnosis: 'I83.0', mobilityDiagnosis: 'Z74.0', orders: 'dressing daily' }],
    episodes: [{ id: 'H1', referral: 'F1', startedOn: '2026-11-02', mainTasks: ['WOUND'] }],
    terms: [{ id: 'T1', episode: 'H1', startsOn: '2026-11-02', endsOn: '2026-12-01' }],
    patterns: small.patterns.map((pattern) => (pattern.id === 'WOUND' ? { ...pattern, episode: 'H1' } : pattern)),
  });
}

/**
 * Publishes the day: S1 baths at 08:30, has a break at 09:30 and lifts with S2 at 11:00; N1 dresses the wound of the
 * bathed client at 09:30.
 */
export async function settleFieldDay(persistence: Persistence, code: string, { silent = false } = {}): Promise<FieldDay> {
  const { providerId } = await persistence.providers.write(fileOf(code, silent));
  const data = await persistence.providers.planningData(providerId, DAY, DAY);
  const { visits, links } = linkVisits(data, demandedVisits(data, DAY, DAY).visits);
  const keyOf = (task: string): string => visits.find(({ tasks }) => tasks.includes(task))?.key ?? '';
  const [bath, lift, wound] = [keyOf('BATH'), keyOf('TRANSFER'), keyOf('WOUND')];
  const staff = await staffOf(persistence, providerId);
  const shiftOf = (id: keyof typeof staff) =>
    data.shifts.find(({ staffId }) => staffId === staff[id]) as (typeof data.shifts)[number];
  const routes = [
    route(
      shiftOf('S1'),
      480,
      [stop(bath, '1', [500, 510, 555]), stop('pause', '', [555, 570, 600]), stop(lift, '1', [640, 660, 705])],
      720,
    ),
    route(shiftOf('S2'), 630, [stop(lift, '2', [660, 660, 705])], 735),
    route(shiftOf('N1'), 540, [stop(wound, '1', [565, 570, 615])], 645),
  ];
  const { id: plan } = await persistence.plans.request(providerId, byHand(DAY), null);
  await persistence.plans.finish(plan, planByHand(DAY, visits, routes, links));
  await persistence.plans.publish(providerId, plan, 'test');
  return {
    ...{ providerId, plan, bath, lift, wound, staff },
    emails: await accountsOf(persistence, providerId, { code, staff }),
  };
}

async function staffOf({ accounts }: Persistence, providerId: string): Promise<FieldDay['staff']> {
  const idOf = async (id: string): Promise<string> => (await accounts.findStaff(providerId, id)) ?? '';
  return { S1: await idOf('S1'), S2: await idOf('S2'), N1: await idOf('N1') };
}

async function accountsOf(
  { accounts }: Persistence,
  providerId: string,
  { code, staff }: { readonly code: string; readonly staff: FieldDay['staff'] },
): Promise<FieldDay['emails']> {
  const passwordHash = await hash(PASSWORD, { memoryCost: 1024, timeCost: 2, parallelism: 1 });
  const emailOf = (who: string): string => `${who.toLowerCase()}@${code.toLowerCase()}.example`;
  for (const id of ['S1', 'S2', 'N1'] as const) {
    await accounts.create({ providerId, email: emailOf(id), role: 'staff', language: 'lv', passwordHash, staffId: staff[id] });
  }
  await accounts.create({ providerId, email: emailOf('office'), role: 'coordinator', language: 'en', passwordHash });
  await accounts.create({ providerId, email: emailOf('manager'), role: 'manager', language: 'en', passwordHash });
  return { S1: emailOf('S1'), S2: emailOf('S2'), N1: emailOf('N1'), office: emailOf('office'), manager: emailOf('manager') };
}
