// Loaded with --import into every process the launcher starts: asks the process to end, as Ctrl-C would, when the launcher
// is gone without having said so (kill -9, a closed terminal).
import { whenGone } from './parents.mjs';

/** Milliseconds a program of the app then has: its servers are gone with the launcher, so it cannot hand anything back. */
const PATIENCE_MS = 3000;

// A launcher killed while this process begins is not its parent any more: it says who it is where it can.
const launcher = Number(process.env.APGAITA_LAUNCHER);

whenGone([launcher || process.ppid], () => {
  process.kill(process.pid, 'SIGTERM');
  if (launcher) setTimeout(() => process.kill(process.pid, 'SIGKILL'), PATIENCE_MS).unref();
});
