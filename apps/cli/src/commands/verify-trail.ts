import type { Command } from 'commander';
import { readConfig } from '#config';
import type { TrailVerdict } from '#planning';
import { databaseFailure, openStores } from '../stores.js';

/**
 * Adds `verify-trail`: computes the chains of the audit trail again. Exits 0 when every chain holds, 1 when one is broken or
 * the database fails, 2 for settings that cannot be used.
 */
export function addVerifyTrailCommand(program: Command): void {
  program
    .command('verify-trail')
    .summary('check that nobody has changed the audit trail')
    .description(
      'Computes the chain of hashes of each provider again and prints its length and head. Keep a head elsewhere: a trail\nthat no longer has it was cut off or written anew. Works on DATABASE_URL, or on the embedded server of DATA_DIR.',
    )
    .action(async () => {
      process.exitCode = await verify();
    });
}

async function verify(): Promise<0 | 1 | 2> {
  const config = readConfig();
  if (!config.ok) {
    for (const issue of config.issues) process.stderr.write(`${issue.message}\n`);
    return 2;
  }
  try {
    const stores = await openStores(config.value);
    const { providers, trail } = stores.persistence;
    try {
      let whole = true;
      for (const { id, code } of await providers.list()) {
        const verdict = await trail.verify(id);
        whole &&= verdict.broken === null;
        process.stdout.write(`${code}: ${verdictText(verdict)}\n`);
      }
      return whole ? 0 : 1;
    } finally {
      await stores.close();
    }
  } catch (error) {
    const failure = databaseFailure(error);
    if (failure === undefined) throw error;
    process.stderr.write(`${failure}\n`);
    return 1;
  }
}

function verdictText({ entries, head, broken }: TrailVerdict): string {
  if (broken !== null) return `BROKEN at entry ${broken}; the ${entries} entries before it hold`;
  return entries === 0 ? 'no entries' : `${entries} entries hold, head ${head}`;
}
