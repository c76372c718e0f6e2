import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/** What was measured, and on what. */
export interface Circumstances {
  /** Git commit; a plus where the working tree differs from it. */
  readonly version: string;
  readonly machine: string;
  /** Day of the measurement, YYYY-MM-DD, UTC. */
  readonly date: string;
}

/** The version, machine and day of a measurement that begins now; `root` is the project's folder. */
export function circumstances(root: string): Circumstances {
  const [first] = cpus();
  const model = (first?.model ?? 'unknown processor').replace(/\s+/g, ' ').trim();
  return {
    version: versionOf(root),
    machine: `${model}, ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
    date: new Date().toISOString().slice(0, 10),
  };
}

function versionOf(root: string): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--', 'apps', 'libs') === '' ? '' : '+'}`;
  } catch {
    return 'unknown';
  }
}
