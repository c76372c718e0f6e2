/**
 * The program that stands between the launcher and one database server. A native server cannot notice that the process
 * that wanted it is gone, so this one does: its standard input is a pipe held by the launcher, and the system closes
 * that pipe however the launcher ends, kill -9 included.
 */
import { spawn } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STATE_FILE, type KeeperOrder, type KeeperState } from './keeper-order.js';
import { whenLauncherGone } from './launcher-watch.js';

const PATIENCE_MS = 10_000;

const order = JSON.parse(process.argv[2] ?? '') as KeeperOrder;
const server = spawn(order.command, order.args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: order.env,
  ...order.owner,
});
const stateFile = join(order.folder, STATE_FILE);

server.once('error', (error) => {
  console.error(`could not run ${order.command}: ${error.message}`);
  process.exit(1);
});
server.once('exit', (code, signal) => {
  rmSync(stateFile, { force: true });
  process.exit(signal === null ? (code ?? 1) : 1);
});

if (server.pid !== undefined) {
  const state: KeeperState = { keeper: process.pid, server: server.pid };
  writeFileSync(`${stateFile}.${process.pid}`, JSON.stringify(state));
  renameSync(`${stateFile}.${process.pid}`, stateFile);
}

whenLauncherGone(() => {
  server.kill(order.stopSignal);
  setTimeout(() => server.kill(order.killSignal), PATIENCE_MS).unref();
});
