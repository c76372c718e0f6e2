// Loaded with --import into every process the launcher starts: asks the process to end, as Ctrl-C would, when the launcher
// is gone without having said so (kill -9, a closed terminal).
import { whenGone } from './parents.mjs';

whenGone([process.ppid], () => process.kill(process.pid, 'SIGTERM'));
