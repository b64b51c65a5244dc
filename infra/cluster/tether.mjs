// Ends a node when whoever started it is gone, however that went: its standard input ends then. A terminal's signals do not
// reach a node, and SIGKILL is handed on to nobody.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.stdin.on('end', () => process.kill(process.pid, 'SIGINT')).resume();
  process.stdin.unref();
}
