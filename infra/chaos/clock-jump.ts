import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPage } from './page.ts';
import type { Fault } from './fault.ts';
import { underWork } from './under-work.ts';
import { until } from './within.ts';

const HOUR_MS = 3_600_000;
const clockModule = new URL('./shift-clock.mjs', import.meta.url).href;

/** Between two jumps: long enough that a node which told nothing meanwhile would be given up (rule C3). */
const BETWEEN_MS = { short: 1500, full: 10_000 };

/** By how much the clock of each of two nodes is off, one after the other, against the true one. */
const jumps = {
  short: [[5, -3]],
  full: [
    [5, -3],
    [-26, 0],
    [0, 49],
    [0, 0],
  ],
} as const;

export const clockJump: Fault = {
  name: 'clock-jump',
  title: 'clocks of nodes are set by hours: nobody loses a page or a node, and the log keeps its order',
  async run({ scale, say }) {
    const directory = await mkdtemp(join(tmpdir(), 'bedside-clocks-'));
    const files = ['first', 'second'].map((name) => join(directory, name));
    try {
      return await underWork({
        scale,
        say,
        world: {
          nodes: 2,
          node: (index) => ({ imports: [clockModule], settings: { CHAOS_CLOCK_FILE: files[index] ?? '' } }),
        },
        async fault(world, workload) {
          const { nodes, store, sessionId } = world;
          const sockets = workload.pages.map(({ client }) => client.socket.id);
          for (const offsets of jumps[scale]) {
            for (const [index, hours] of offsets.entries()) {
              await writeFile(files[index] ?? '', String(hours * HOUR_MS));
              process.kill(nodes[index]?.pid() ?? 0, 'SIGUSR2');
            }
            say(`clocks are off by ${offsets.join(' and ')} hours`);
            const before = workload.acked();
            await sleep(BETWEEN_MS[scale]);
            await until(() => workload.acked() > before, 'acks after the clocks were set');
            // Identities, invites and roles of one clock are good by the other.
            for (const [index, node] of nodes.entries()) {
              const other = nodes[1 - index];
              const moderator = await openPage(world, 'moderator', node);
              const visitor = await openPage(world, 'viewer', other ?? node);
              const asked = await visitor.send({ type: 'submit-question', text: `What is the time at ${index} ${offsets.join(' ')}?` });
              if (!asked?.ok || !asked.questionId) throw new Error('a new visitor could not ask');
              const { questionId } = asked;
              await until(() => moderator.client.view().questions.some(({ id }) => id === questionId), 'the question at the other node');
              await moderator.send({ type: 'approve-question', questionId });
              moderator.close();
              visitor.close();
            }
          }
          const [widest] = (await store.events(sessionId, 0))
            .map(({ at }, index, all) => Math.abs(at - (all[index - 1]?.at ?? at)))
            .toSorted((a, b) => b - a);
          if ((widest ?? 0) < HOUR_MS) throw new Error('no clock was set');
          const lost = workload.pages.filter(({ client }, index) => client.socket.id !== sockets[index]);
          if (lost.length > 0) throw new Error(`lost their node: ${lost.map(({ name }) => name).join(', ')}`);
          for (const [index, node] of nodes.entries()) {
            const known = await node.metric('bedside_nodes');
            if (known !== nodes.length) throw new Error(`node ${index + 1} knows ${known} nodes`);
          }
          return [{ name: 'the log steps at most by', value: (widest ?? 0) / 1000, unit: 's' }];
        },
      });
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  },
};
