import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '#config';

/** What a program of the app is started with. */
export interface ProgramSettings {
  readonly name: 'api' | 'worker';
  readonly environment: Readonly<Record<string, string>>;
  /** Folder for its log file. */
  readonly logFolder: string;
  /** Called when it keeps ending by itself. */
  readonly onGiveUp: (message: string) => void;
}

/** Times a program may end by itself within a minute before we stop trying. */
const MOST_RESTARTS = 4;
const RESTART_AFTER_MS = 1000;
/** A program that has not stopped by itself after so long is killed. */
const STOP_WITHIN_MS = 20_000;

/**
 * Runs one program of the app in a process of its own and starts it again
 * when it ends by itself. Its log goes to a file, so that the terminal stays
 * readable.
 */
export class Program {
  private child: ChildProcess | null = null;
  private stopping = false;
  private readonly ended: number[] = [];
  readonly logFile: string;

  constructor(private readonly settings: ProgramSettings) {
    mkdirSync(settings.logFolder, { recursive: true });
    this.logFile = join(settings.logFolder, `${settings.name}.log`);
  }

  start(): void {
    const { name, environment } = this.settings;
    const log = createWriteStream(this.logFile, { flags: 'a' });
    const root = fileURLToPath(new URL('../../../../../', import.meta.url));
    const follower = join(root, 'apps', 'cli', 'bootstrap', 'follow-parent.mjs');
    // A group of its own: Ctrl-C reaches it through us alone, once.
    const child = spawn(process.execPath, ['--import', follower, join(root, 'dist', 'apps', name, 'src', 'main.js')], {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: childEnvironment(environment),
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.once('exit', () => {
      log.end();
      this.onExit();
    });
    this.child = child;
  }

  private onExit(): void {
    this.child = null;
    if (this.stopping) return;
    const now = Date.now();
    this.ended.push(now);
    const recent = this.ended.filter((at) => at > now - 60_000).length;
    if (recent > MOST_RESTARTS) {
      this.settings.onGiveUp(`The ${this.settings.name} keeps ending. Its last words are in ${this.logFile}.`);
      return;
    }
    setTimeout(() => {
      if (!this.stopping) this.start();
    }, RESTART_AFTER_MS);
  }

  /** Asks the program to finish what it does and waits until it is gone. */
  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await gone;
    clearTimeout(timer);
  }
}
