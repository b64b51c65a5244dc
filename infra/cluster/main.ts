import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { type LocalCluster, startCluster } from './cluster.ts';

const HELP = `A hospital's set-up on one machine: several nodes, one Postgres, one Redis, nginx in front.

  npm run cluster                  three nodes at http://localhost:8080
  npm run cluster -- --nodes 5     more or fewer of them
  npm run cluster -- --port 8081   nginx on another port

It forgets everything when it ends. While it runs, type a node's number and Enter to restart that node: its pages move to
the others, and come back to it later.`;

function options(): { nodes: number; port: number; help: boolean } {
  const { values } = parseArgs({
    options: {
      nodes: { type: 'string', default: '3' },
      port: { type: 'string', default: '8080' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [nodes, port] = [Number(values.nodes), Number(values.port)];
  if (!Number.isInteger(nodes) || nodes < 1 || nodes > 16) throw new Error('--nodes takes a number from 1 to 16.');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port takes a port.');
  return { nodes, port, help: values.help };
}

function announce({ url, nodes, links }: LocalCluster): void {
  console.log(
    [
      '',
      `Bedside is running on ${nodes.length} nodes behind ${url}. Ctrl-C stops it.`,
      '',
      `  Doctor      ${links.doctor}`,
      `  Moderator   ${links.moderator}`,
      `  Patient     ${links.patient}`,
      '',
      `  Schedule another session   ${links.organiser}`,
      '',
      ...nodes.map(({ port }, index) => `  Node ${index + 1}      http://127.0.0.1:${port}/metrics`),
      '',
      '  The doctor’s and the moderator’s links work once. Open them in windows of their own: nginx leads them to different nodes.',
      '  Type a node’s number and Enter to restart it, and watch its pages move to the others.',
      '',
    ].join('\n'),
  );
}

/** A rolling restart by hand: one node after the other. */
function restartOnInput({ nodes }: LocalCluster): void {
  let turn: Promise<unknown> = Promise.resolve();
  process.stdin.setEncoding('utf8').on('data', (typed: string) => {
    const number = Number(typed.trim());
    const node = nodes[number - 1];
    if (!node) return console.log(`There are nodes 1 to ${nodes.length}.`);
    turn = turn
      .then(async () => {
        console.log(`Node ${number} drains…`);
        await node.drain();
        await node.start();
        console.log(`Node ${number} is back.`);
      })
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) complain(error);
      });
  });
}

const complain = (error: unknown) => console.error(error instanceof Error ? error.message : error);

/** From the first moment on: what is only half started must be closed too. */
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) return;
    console.log('\nStopping…');
    stopping.abort();
  });
}

async function run(wanted: { nodes: number; port: number }): Promise<void> {
  const { signal } = stopping;
  const starting = startCluster({ ...wanted, signal, tell: (step) => console.log(`Starting ${step}…`) });
  const cluster = await starting.catch((error: unknown) => {
    // Given up, and closed again.
    if (signal.aborted) return null;
    throw error;
  });
  if (!cluster) return;
  announce(cluster);
  if (process.stdin.isTTY) restartOnInput(cluster);
  if (!signal.aborted) await once(signal, 'abort');
  await cluster.close();
}

try {
  const { help, ...wanted } = options();
  if (help) console.log(HELP);
  else {
    await run(wanted);
    process.exit(0);
  }
} catch (error) {
  complain(error);
  process.exit(1);
}
