import { startTestBroker, type TestBroker } from '#embedded';

declare global {
  var testBroker: TestBroker | undefined;
}

/** Spec files that ask for a database or a Redis get one; a run in which none asks starts no server. */
export default async function globalSetup(): Promise<void> {
  globalThis.testBroker = await startTestBroker(async (databaseUrl) => {
    const { applyMigrations } = await import('#persistence');
    await applyMigrations(databaseUrl);
  });
}
