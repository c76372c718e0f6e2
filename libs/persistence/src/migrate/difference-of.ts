import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PROGRAM = fileURLToPath(new URL('./schema-difference.js', import.meta.url));

/** The SQL that would bring a database to prisma/schema.prisma; empty when they agree. Runs Prisma's engine in a process of its own. */
export async function differenceOf(databaseUrl: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, databaseUrl]);
  return stdout;
}
