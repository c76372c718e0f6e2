import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hash } from 'argon2';
import { z } from 'zod';
import { demoProvider, type DemoName } from '#demo';
import type { Persistence } from '#persistence';
import { importProvider } from '#planning';

const logIns = z.array(
  z.object({ email: z.email(), password: z.string(), role: z.enum(['coordinator', 'manager', 'administrator']) }),
);

/** Somebody of the demo provider and how they log in. */
export type DemoLogIn = z.infer<typeof logIns>[number];

/** File of the demo log-ins in the data folder: synthetic people only, readable by its owner. */
const FILE = 'demo-logins.json';

/**
 * Loads the demo provider around `today` and gives it log-ins with fresh
 * passwords, which are kept in the data folder.
 */
export async function loadDemo(
  persistence: Persistence,
  { name, today, dataDir }: { readonly name: DemoName; readonly today: string; readonly dataDir: string },
): Promise<readonly DemoLogIn[]> {
  const outcome = await importProvider(persistence.providers, demoProvider(name, { today }), { dryRun: false });
  if (!outcome.ok) throw new Error(`the demo provider is refused: ${outcome.issues[0]?.path} ${outcome.issues[0]?.message}`);
  const people = (['coordinator', 'manager', 'administrator'] as const).map((role) => ({
    email: `${role}@demo.example`,
    password: randomBytes(9).toString('base64url'),
    role,
  }));
  await writeFile(join(dataDir, FILE), `${JSON.stringify(people, null, 2)}\n`, { mode: 0o600 });
  const providerId = await idOf(persistence, name);
  for (const { email, role, password } of people) {
    await persistence.accounts.create({ providerId, email, role, language: 'lv', passwordHash: await hash(password) });
  }
  return people;
}

async function idOf(persistence: Persistence, code: string): Promise<string> {
  const found = (await persistence.providers.list()).find((provider) => provider.code === code);
  if (!found) throw new Error('the demo provider was written but is not there');
  return found.id;
}

/** The log-ins an earlier start wrote; none when there is no such file. */
export async function knownLogIns(dataDir: string): Promise<readonly DemoLogIn[]> {
  try {
    return logIns.parse(JSON.parse(await readFile(join(dataDir, FILE), 'utf8')));
  } catch {
    return [];
  }
}
