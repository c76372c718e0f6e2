import type { PlanProgress } from '#contracts';
import { whole } from './words.js';

const WIDTH = 24;
const LINE_EVERY_MS = 5000;

/** Shows one plan's progress on a line of its own; outside a terminal a line every few seconds. */
export class ProgressBar {
  private lastLine = 0;

  constructor(
    private readonly out: NodeJS.WriteStream,
    private readonly label: string,
  ) {}

  show(progress: PlanProgress | null): void {
    const text = `  ${this.label}  ${line(progress)}`;
    if (this.out.isTTY) {
      this.out.write(`\r${text.slice(0, (this.out.columns || 120) - 1)}\u001b[K`);
      return;
    }
    const now = Date.now();
    if (now - this.lastLine < LINE_EVERY_MS) return;
    this.lastLine = now;
    this.out.write(`${text}\n`);
  }

  /** Takes the line away, or leaves some last words in its place. */
  end(words?: string): void {
    if (this.out.isTTY) this.out.write('\r\u001b[K');
    if (words !== undefined) this.out.write(`  ${this.label}: ${words}\n`);
  }
}

function line(progress: PlanProgress | null): string {
  if (!progress || progress.phase === 'waiting') return 'waiting for the worker';
  if (progress.phase === 'building') return 'gathering visits, shifts and travel times';
  if (progress.phase === 'storing' || progress.phase === 'done') return 'storing the plan';
  const done = Math.round(WIDTH * Math.min(1, progress.share));
  const bar = `${'█'.repeat(done)}${'░'.repeat(WIDTH - done)}`;
  return `${bar} ${progress.served}/${progress.visits} visits, cost ${whole(progress.cost)}, ${progress.seconds.toFixed(0)} s`;
}
