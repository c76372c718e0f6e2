import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { hash } from 'argon2';
import { z } from 'zod';
import { demoProvider, type DemoName } from '#demo';
import type { Persistence } from '#persistence';

const logIns = z.object({
  providerId: z.string(),
  people: z.array(
    z.object({
      email: z.email(),
      password: z.string(),
      role: z.enum(['coordinator', 'manager', 'administrator', 'staff']),
      /** The staff member's own id. */
      staff: z.string().optional(),
    }),
  ),
});

/** Somebody of the demo provider and how they log in. */
export type DemoLogIn = z.infer<typeof logIns>['people'][number];

/** The people of a demo provider who can log in. */
export interface DemoPeople {
  readonly people: readonly DemoLogIn[];
  /** Their passwords were made just now. */
  readonly fresh: boolean;
}

export const NOBODY: DemoPeople = { people: [], fresh: false };

/** Where the passwords of the demo are kept: synthetic people only, readable by the folder's owner. */
export const logInFile = (dataDir: string): string => join(dataDir, 'demo-logins.json');

/** A demo provider in the database. */
export interface DemoOf {
  readonly providerId: string;
  readonly name: DemoName;
  /** Day the demo turns on. */
  readonly today: string;
}

/**
 * Sees to it that a coordinator, a manager, an administrator, a carer and a nurse of the demo provider can log in, also
 * after a start that was killed before it had made them all. Nobody where they can, but the data folder does not know how.
 */
export async function demoPeople(persistence: Persistence, demo: DemoOf, dataDir: string): Promise<DemoPeople> {
  const { accounts } = persistence;
  const { providerId } = demo;
  const known = await keptPeople(providerId, dataDir);
  if (!known && (await accounts.count(providerId)) > 0) return NOBODY;
  const people = known ?? newPeople(demo);
  if (!known) await writeFile(logInFile(dataDir), `${JSON.stringify({ providerId, people }, null, 2)}\n`, { mode: 0o600 });
  for (const { email, role, password, staff } of people) {
    if (await accounts.findByEmail(email)) continue;
    const staffId = staff === undefined ? null : await accounts.findStaff(providerId, staff);
    await accounts.create({ providerId, email, role, language: 'lv', passwordHash: await hash(password), staffId });
  }
  return { people, fresh: !known };
}

function newPeople({ name, today }: DemoOf): readonly DemoLogIn[] {
  const { staff, shifts } = demoProvider(name, { today });
  const begins = (id: string): string =>
    shifts.reduce(
      (first, shift) => (shift.staff === id && shift.date >= today && shift.date < first ? shift.date : first),
      '9999',
    );
  /** Whoever of the profession works next. */
  const next = (profession: string) =>
    staff
      .filter(({ professions }) => professions[0] === profession)
      .reduce((best, one) => (begins(one.id) < begins(best.id) ? one : best)).id;
  const office = (['coordinator', 'manager', 'administrator'] as const).map((role) => ({
    address: role,
    role,
    staff: undefined,
  }));
  const visiting = (['carer', 'nurse'] as const).map((of) => ({ address: of, role: 'staff' as const, staff: next(of) }));
  return [...office, ...visiting].map(({ address, role, staff: of }) => ({
    email: `${address}@demo.example`,
    password: randomBytes(9).toString('base64url'),
    role,
    ...(of !== undefined && { staff: of }),
  }));
}

/** Those an earlier start wrote down for this very provider. */
async function keptPeople(providerId: string, dataDir: string): Promise<readonly DemoLogIn[] | undefined> {
  try {
    const kept = logIns.parse(JSON.parse(await readFile(logInFile(dataDir), 'utf8')));
    return kept.providerId === providerId ? kept.people : undefined;
  } catch {
    return undefined;
  }
}
