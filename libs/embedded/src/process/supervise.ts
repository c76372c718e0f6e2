import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddedServer } from '../postgres/postgres.js';
import { logTail } from './kept-process.js';
import { Restarts } from './restarts.js';

/** Whom to tell of a server that ended by itself. */
export interface ServerWatch {
  /** It is started again. */
  readonly onRestart: (message: string) => void;
  /** It keeps ending, or does not come up again. */
  readonly onGiveUp: (message: string) => void;
}

/** How a server is started: at the address of the one before, where there was one. */
export interface Supervised {
  readonly name: string;
  /** Where its `server.log` is. */
  readonly folder: string;
  readonly start: (before: EmbeddedServer | undefined) => Promise<EmbeddedServer>;
}

const RESTART_AFTER_MS = 200;

/** Starts a server and, until it is stopped, starts it again at the same address whenever it ends by itself. */
export async function supervise({ name, folder, start }: Supervised, watch: ServerWatch): Promise<EmbeddedServer> {
  const restarts = new Restarts();
  let current = await start(undefined);
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  const restart = async (): Promise<void> => {
    const words = logTail(folder);
    if (!restarts.allow()) return watch.onGiveUp(`${name} keeps ending. Its last words:\n${words}`);
    watch.onRestart(`${name} ended by itself and is started again. Its last words:\n${words}`);
    await sleep(RESTART_AFTER_MS);
    if (stopping) return;
    try {
      current = await start(current);
      follow();
    } catch (error) {
      watch.onGiveUp(`${name} does not come up again: ${(error as Error).message}`);
    }
  };
  const follow = (): void => {
    void current.exited.then(() => {
      if (!stopping) restarting = restart();
    });
  };
  follow();
  return {
    ...{ url: current.url, label: current.label, exited: new Promise(() => undefined) },
    stop: async () => {
      stopping = true;
      await restarting;
      await current.stop();
    },
  };
}
