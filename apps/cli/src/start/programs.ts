import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '#config';
import { Restarts } from '#embedded';

/** What a program of the app is started with. */
export interface ProgramSettings {
  readonly name: 'api' | 'worker';
  readonly environment: Readonly<Record<string, string>>;
  /** Folder for its log file. */
  readonly logFolder: string;
  /** Called when it ended by itself and is started again. */
  readonly onRestart: (message: string) => void;
  /** Called when it keeps ending by itself. */
  readonly onGiveUp: (message: string) => void;
}

const RESTART_AFTER_MS = 200;
/** A program that has not stopped by itself after so long is killed. */
const STOP_WITHIN_MS = 20_000;

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const follower = join(root, 'apps', 'cli', 'bootstrap', 'follow-parent.mjs');

/**
 * Runs one program of the app in a process of its own and starts it again when it ends by itself. It writes its log
 * straight into a file, so that the terminal stays readable and a killed launcher takes nothing away from it.
 */
export class Program {
  private child: ChildProcess | null = null;
  private gone: Promise<void> = Promise.resolve();
  private stopping = false;
  private readonly restarts = new Restarts();
  private readonly logFile: string;

  constructor(private readonly settings: ProgramSettings) {
    mkdirSync(settings.logFolder, { recursive: true });
    this.logFile = join(settings.logFolder, `${settings.name}.log`);
    // The last run's log is kept, older ones are not.
    if (existsSync(this.logFile)) renameSync(this.logFile, `${this.logFile}.1`);
  }

  start(): void {
    const { name, environment } = this.settings;
    const main = join(root, 'dist', 'apps', name, 'src', 'main.js');
    const log = openSync(this.logFile, 'a', 0o600);
    // A group of its own: Ctrl-C reaches it through us alone, once.
    const child = spawn(process.execPath, ['--import', follower, main], {
      stdio: ['ignore', log, log],
      detached: true,
      env: childEnvironment({ ...environment, APGAITA_LAUNCHER: String(process.pid) }),
    });
    closeSync(log);
    this.child = child;
    this.gone = new Promise((resolve) => {
      const end = (how: string): void => {
        if (this.child !== child) return;
        this.child = null;
        resolve();
        this.onEnd(how);
      };
      child.once('exit', (code, signal) => end(signal ?? `exit code ${code}`));
      child.once('error', (error) => end(error.message));
    });
  }

  private onEnd(how: string): void {
    if (this.stopping) return;
    const { name, onGiveUp, onRestart } = this.settings;
    if (!this.restarts.allow()) {
      onGiveUp(`The ${name} keeps ending (${how}). Its last words are in ${this.logFile}.`);
      return;
    }
    onRestart(`The ${name} ended by itself (${how}) and is started again. Its log: ${this.logFile}`);
    setTimeout(() => {
      if (!this.stopping) this.start();
    }, RESTART_AFTER_MS);
  }

  /** Asks the program to finish what it does and waits until it is gone. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.child?.kill('SIGTERM');
    const timer = setTimeout(() => this.kill(), STOP_WITHIN_MS);
    await this.gone;
    clearTimeout(timer);
  }

  /** Ends the program without asking; what it was doing is done again next time. */
  kill(): void {
    this.stopping = true;
    this.child?.kill('SIGKILL');
  }
}
