import { DEMO_NAMES, demoProvider, type DemoName } from '#demo';
import type { Persistence } from '#persistence';
import { importProvider } from '#planning';
import { demoPeople, NOBODY, type DemoPeople } from './demo-people.js';
import { seconds } from './words.js';

/** Which provider was asked for, and what a demo needs. */
export interface SettleOrder {
  /** Absent: the large one. */
  readonly demo: DemoName | undefined;
  readonly empty: boolean;
  readonly dataDir: string;
  /** Day the demo turns on. */
  readonly today: string;
  /** What to do to begin with nothing. */
  readonly afresh: string;
}

/** Who is there once everybody asked for is. */
export interface Settled extends DemoPeople {
  /** Providers there are. */
  readonly providers: number;
}

/**
 * Loads the demo provider where there is no provider yet, leaves every other as it is, and says which.
 */
export async function settleProvider(
  persistence: Persistence,
  { demo, empty, dataDir, today, afresh }: SettleOrder,
  say: (text: string) => void,
): Promise<Settled> {
  const providers = await persistence.providers.list();
  const codes = providers.map(({ code }) => code);
  if (codes.length > 0) {
    const another = demo !== undefined && !codes.includes(demo);
    const asked = empty ? '--empty changes nothing' : `${demo} is not loaded`;
    if (empty || another) {
      say(`The provider ${codes.join(', ')} is here already: ${asked}.`);
      say(`To start afresh, stop this and ${afresh}.`);
    }
    const found = providers.find(({ code }) => (DEMO_NAMES as readonly string[]).includes(code));
    const people = found
      ? await demoPeople(persistence, { providerId: found.id, name: found.code as DemoName, today }, dataDir)
      : NOBODY;
    for (const { id, code } of providers) {
      if ((await persistence.accounts.count(id)) > 0) continue;
      say(`Nobody can log in for ${code} yet; in another terminal:`);
      say(`  npm run --silent apgaita -- account add --provider ${code} --email you@example.org`);
    }
    return { ...people, providers: codes.length };
  }
  if (empty) return { ...NOBODY, providers: 0 };
  const name = demo ?? DEMO_NAMES[0];
  const begun = Date.now();
  const providerId = await loadDemo(persistence, name, today);
  say(`demo provider ${name} loaded in ${seconds(Date.now() - begun)}`);
  return { ...(await demoPeople(persistence, { providerId, name, today }, dataDir)), providers: 1 };
}

async function loadDemo(persistence: Persistence, name: DemoName, today: string): Promise<string> {
  const outcome = await importProvider(persistence.providers, demoProvider(name, { today }));
  if (!outcome.ok) throw new Error(`the demo provider is refused: ${outcome.issues[0]?.path} ${outcome.issues[0]?.message}`);
  return outcome.providerId;
}
