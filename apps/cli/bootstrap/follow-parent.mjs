// Loaded with --import into every process the launcher starts: asks the process to end, as Ctrl-C would, when the launcher
// is gone without having said so (kill -9, a closed terminal).
import { whenParentGone } from './processes.mjs';

whenParentGone(() => process.kill(process.pid, 'SIGTERM'));
