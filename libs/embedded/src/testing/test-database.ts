import { BROKER } from './broker.js';

export interface TestDatabaseSettings {
  /** True for a database without any table, for tests of the migrations themselves; false unless given. */
  readonly empty?: boolean;
}

/** The address of a PostgreSQL database of the calling spec file's own, with every migration applied. */
export function testDatabase(settings: TestDatabaseSettings = {}): Promise<string> {
  return askBroker(settings.empty === true ? '/database/empty' : '/database/migrated');
}

/** The address of an empty Redis database of the calling spec file's own. */
export function testRedis(): Promise<string> {
  return askBroker('/redis');
}

async function askBroker(path: string): Promise<string> {
  const broker = process.env[BROKER];
  if (broker === undefined) throw new Error(`${BROKER} is not set: run the tests with npm test, or jest with jest.config.mjs.`);
  const answer = (await (await fetch(`${broker}${path}`)).json()) as { url?: string; error?: string };
  if (answer.url === undefined) throw new Error(`no test server: ${answer.error}`);
  return answer.url;
}
