// Loaded with --import into every process the launcher starts: asks the process to end, as Ctrl-C would, when the launcher
// is gone without having said so (kill -9, a closed terminal).
import { whenGone } from './parents.mjs';

// A launcher killed while this process begins is not its parent any more: it says who it is where it can.
const launcher = Number(process.env.APGAITA_LAUNCHER) || process.ppid;
whenGone([launcher], () => process.kill(process.pid, 'SIGTERM'));
