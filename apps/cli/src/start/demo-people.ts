import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { hash } from 'argon2';
import { z } from 'zod';
import type { Persistence } from '#persistence';

const logIns = z.object({
  providerId: z.string(),
  people: z.array(
    z.object({ email: z.email(), password: z.string(), role: z.enum(['coordinator', 'manager', 'administrator']) }),
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

/**
 * Sees to it that a coordinator, a manager and an administrator of the demo provider can log in, also after a start
 * that was killed before it had made them all. Nobody where they can, but the data folder does not know how.
 */
export async function demoPeople(persistence: Persistence, providerId: string, dataDir: string): Promise<DemoPeople> {
  const known = await keptPeople(providerId, dataDir);
  if (!known && (await persistence.accounts.count(providerId)) > 0) return NOBODY;
  const people = known ?? newPeople();
  if (!known) await writeFile(logInFile(dataDir), `${JSON.stringify({ providerId, people }, null, 2)}\n`, { mode: 0o600 });
  for (const { email, role, password } of people) {
    if (await persistence.accounts.findByEmail(email)) continue;
    await persistence.accounts.create({ providerId, email, role, language: 'lv', passwordHash: await hash(password) });
  }
  return { people, fresh: !known };
}

function newPeople(): readonly DemoLogIn[] {
  return (['coordinator', 'manager', 'administrator'] as const).map((role) => ({
    email: `${role}@demo.example`,
    password: randomBytes(9).toString('base64url'),
    role,
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
