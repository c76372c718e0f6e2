import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { planSummary, type PlanSummary, type ProviderFile } from '#contracts';
import { startServers } from '#embedded';
import { applyMigrations, createPersistence, type Persistence } from '#persistence';
import { startApi, startWorker, type Program } from '../e2e/program.js';
import { settleTenant, type Tenant } from '../e2e/tenant.js';
import { Visitor } from '../e2e/visitor.js';

/** Everything running for a measurement: servers in a folder of their own, API, worker, and somebody logged in. */
export interface Running {
  readonly url: string;
  readonly tenant: Tenant;
  readonly visitor: Visitor;
  readonly persistence: Persistence;
  readonly worker: Program;
  /** Plans days and waits for the draft. */
  plan(from: string, to: string, seconds: number): Promise<PlanSummary>;
  close(): Promise<void>;
}

/** Starts the programs as processes of their own with this provider. */
export async function startRunning(file: ProviderFile): Promise<Running> {
  const dataDir = mkdtempSync(join(tmpdir(), 'apgaita-bench-'));
  const watch = { onRestart: console.error, onGiveUp: console.error };
  const servers = await startServers({ databaseUrl: undefined, redisUrl: undefined, dataDir }, watch);
  await applyMigrations(servers.databaseUrl);
  const persistence = createPersistence(servers);
  const tenant = await settleTenant(persistence, file);
  const [api, worker] = await Promise.all([startApi(servers), startWorker(servers)]);
  const visitor = new Visitor(api.url);
  await visitor.logIn(tenant.email, tenant.password);
  return {
    ...{ url: api.url, tenant, visitor, persistence, worker },
    plan: async (from, to, seconds) => {
      const { id } = await visitor.post('/api/v1/plans', { from, to, seconds, threads: 2 }, planSummary);
      for (;;) {
        const plan = await visitor.get(`/api/v1/plans/${id}`, planSummary);
        if (plan.status === 'failed') throw new Error(plan.failure ?? plan.status);
        if (plan.status === 'draft') return plan;
        await pause(200);
      }
    },
    close: async () => {
      await Promise.all([api.end('SIGTERM'), worker.end('SIGTERM'), persistence.close()]);
      await servers.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Load average of the last minute: others' work included. */
export function load(): string {
  return loadavg()[0].toFixed(1);
}

/** The value below which a share of the measured ones lies. */
export function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Prints a table; with `--write` among the arguments it takes the place of the one of this name in docs/benchmarks.md. */
export function report(name: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const machine = `${cpus().length} × ${(cpus()[0]?.model ?? '').trim()}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
  const table = [line(head), line(head.map((_, k) => (k === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
  const text = `Measured on ${machine}.\n\n${table}`;
  process.stdout.write(`${text}\n`);
  if (!process.argv.includes('--write')) return;
  const path = new URL('../../../docs/benchmarks.md', import.meta.url);
  const [begin, end] = [`<!-- ${name}: written by its command -->`, `<!-- ${name}: end -->`];
  const page = readFileSync(path, 'utf8');
  const [before, after] = [page.indexOf(begin), page.indexOf(end)];
  if (before === -1 || after === -1) throw new Error(`docs/benchmarks.md has no place for '${name}'`);
  writeFileSync(path, `${page.slice(0, before)}${begin}\n\n${text}\n\n${page.slice(after)}`);
}
