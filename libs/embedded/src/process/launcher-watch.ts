/**
 * Calls `stop` once, when this process is told to end or when the process that started it is gone. The launcher holds
 * the other end of standard input and never writes to it.
 */
export function whenLauncherGone(stop: () => void): void {
  let stopping = false;
  const once = () => {
    if (stopping) return;
    stopping = true;
    stop();
  };
  process.stdin.resume();
  process.stdin.once('end', once);
  process.stdin.once('error', once);
  process.once('SIGTERM', once);
  process.once('SIGINT', once);
  process.once('SIGHUP', once);
}
