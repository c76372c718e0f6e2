import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { commandOf, descendants } from './processes.js';

const program = fileURLToPath(new URL('../../apps/cli/src/main.js', import.meta.url));
/** Milliseconds a start may take to say something. */
const SAID_WITHIN_MS = 60_000;

/** The compiled `apgaita start` as a process of its own, on the data folder given. */
export class Launcher {
  private output = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;

  constructor(dataDir: string, ...args: readonly string[]) {
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', REDIS_URL: '', HOST: '' };
    this.child = spawn(process.execPath, [program, 'start', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk) => (this.output += String(chunk)));
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  /** Everything written so far. */
  get text(): string {
    return this.output;
  }

  /** Waits until it has said this; gives back the match. */
  async says(words: RegExp): Promise<RegExpExecArray> {
    const deadline = Date.now() + SAID_WITHIN_MS;
    for (;;) {
      const match = words.exec(this.output);
      if (match) return match;
      if (this.child.exitCode !== null || Date.now() > deadline) throw new Error(`never said ${words.source}:\n${this.output}`);
      await pause(50);
    }
  }

  /** Where the app is, once everything is done that comes before saying so. */
  async address(): Promise<string> {
    return (await this.says(/Apgaita is at (http:\/\/localhost:\d+) /))[1];
  }

  /** Ids of everything it has started: programs, keepers and servers. */
  processes(): number[] {
    return descendants(this.child.pid ?? 0);
  }

  /** The newest process it has started whose command line is such. */
  process(command: RegExp): number | undefined {
    return this.processes().findLast((pid) => command.test(commandOf(pid)));
  }

  /** Waits for the end, after a signal where one is given; the exit code, null when the signal ended it. */
  async end(signal?: NodeJS.Signals): Promise<number | null> {
    if (signal && this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    return this.ended;
  }
}
