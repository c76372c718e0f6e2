import { mkdir, writeFile } from 'node:fs/promises';
import { Client } from 'pg';
import { applyMigrations, MIGRATIONS } from './apply-migrations.js';
import { differenceOf } from './difference-of.js';

/*
 * A program for developers: `npm run migration -- name postgres://...` writes prisma/migrations/<time>_<name>/migration.sql
 * with what schema.prisma has and the migrations so far do not. The address is of any Postgres where a scratch database may
 * be made (that of a running `npm start`, say). Read the file, and add by hand what Prisma cannot say, before applying it.
 */
const [name, serverUrl] = process.argv.slice(2);
if (!/^[a-z][a-z0-9_]{2,60}$/.test(name ?? '') || !serverUrl) {
  process.stderr.write('usage: npm run migration -- name_in_snake_case postgres://user@host:port/database\n');
  process.exit(2);
}

const scratch = `migration_${process.pid}`;
const scratchUrl = new URL(serverUrl);
scratchUrl.pathname = `/${scratch}`;
const server = new Client({ connectionString: serverUrl });
await server.connect();
try {
  await server.query(`CREATE DATABASE ${scratch} TEMPLATE template0`);
  await applyMigrations(scratchUrl.href);
  const sql = await differenceOf(scratchUrl.href);
  process.stdout.write(sql === '' ? 'schema.prisma and the migrations agree; nothing written\n' : `${await store(sql)}\n`);
} finally {
  await server.query(`DROP DATABASE IF EXISTS ${scratch} WITH (FORCE)`);
  await server.end();
}

async function store(sql: string): Promise<string> {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = `${MIGRATIONS}${time}_${name}`;
  await mkdir(folder);
  await writeFile(`${folder}/migration.sql`, sql);
  return `${folder}/migration.sql`;
}
