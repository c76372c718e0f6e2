import type { PlanProgress } from '#contracts';

const WIDTH = 28;

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
      this.out.write(`\r${text.slice(0, (this.out.columns ?? 120) - 1)}\u001b[K`);
      return;
    }
    const now = Date.now();
    if (now - this.lastLine < 5000) return;
    this.lastLine = now;
    this.out.write(`${text}\n`);
  }

  end(text: string): void {
    this.out.write(this.out.isTTY ? `\r  ${this.label}  ${text}\u001b[K\n` : `  ${this.label}  ${text}\n`);
  }
}

function line(progress: PlanProgress | null): string {
  if (!progress || progress.phase === 'waiting') return 'waiting for the worker';
  if (progress.phase === 'building') return 'gathering visits, shifts and travel times';
  const done = Math.round(WIDTH * Math.min(1, progress.share));
  const bar = `${'█'.repeat(done)}${'░'.repeat(WIDTH - done)}`;
  const served = `${progress.served}/${progress.visits} visits`;
  return `${bar} ${served}  cost ${Math.round(progress.cost).toLocaleString('en')}  ${progress.seconds.toFixed(0)} s`;
}
