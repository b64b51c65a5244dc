import { spawn } from 'node:child_process';
import { once } from 'node:events';

// A shell that only waits for its standard input to end, which the kernel sees to however this program ends, and then removes
// what outlives every process: namespaces, by name up to `--`, then cables and bridges. Cables one by one: a namespace that a
// connection is still being closed in stays for minutes, and its end of the cable with it.
const KEEPER = `read -r _
space=$0
while [ "$space" != -- ]; do ip netns delete "$space"; space=$1; shift; done
for link; do ip link delete "$link"; done`;

/** Call it before they are made, and what it returns to remove them; they are removed all the same if this process is killed. */
export function removeLater(spaces: readonly string[], links: readonly string[]): () => Promise<void> {
  const keeper = spawn('/bin/sh', ['-c', KEEPER, ...spaces, '--', ...links], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = once(keeper, 'exit');
  return async () => {
    keeper.stdin.end();
    await ended;
  };
}
