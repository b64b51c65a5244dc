import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import { limits, rateLimits } from '@bedside/shared/limits.ts';
import { openClient, visit } from '../../server/testing/client.ts';
import { spawnServer } from '../../server/testing/process.ts';
import { percentile } from '../bench/figures.ts';
import { scrape, total } from '../../server/testing/scrape.ts';
import { heldBytes, settledBytes } from './memory.ts';
import type { Fault } from './fault.ts';
import { Tally } from './malformed-tally.ts';
import { done, type OneSession, openSession, publicQuestion } from './one-session.ts';

const MB = 1024 * 1024;
/** Bytes that may stay with the process; the allocator keeps some of what was free once, and more than this only after a leak. */
const GROWN_AIM = 50 * MB;
/** What fails a run is four times the aim: the aim is missed by what an allocator keeps, this by a leak. */
const GROWN_MOST = 4 * GROWN_AIM;
/** Bytes that may be in use afterwards, garbage collected: 50 of each message, in a full run. */
const HELD_MOST = 50 * MB;
/** Share of the messages that a call's schema must have read: the others are no calls, or too many of one person's. */
const PARSED_LEAST = 0.5;
const SEED = 20_261_124;
/**
 * In the short form within the product's limits, and below how much of one person's may be refused (`rateLimits.refused`):
 * beyond it nothing is even parsed. In the full one without limits, as fast as one connection may send.
 */
const sizes = {
  short: { messages: 6000, events: rateLimits.refused.person.points - 5, env: { LIMITS_FOR_TESTS: '1' } },
  full: { messages: 1_000_000, events: limits.packetBurst - 50, env: {} },
};
const Progress = z.object({ tally: Tally, done: z.optional(z.literal(true)) });
type Progress = z.infer<typeof Progress>;

export const malformedMessages: Fault = {
  name: 'malformed-messages',
  title: 'over many sockets and HTTP comes what does not parse, and an honest page is served all the time',
  async run({ scale, say }) {
    const { messages, events, env } = sizes[scale];
    const server = await spawnServer({ env });
    const { url, pid } = server;
    let session: OneSession | null = null;
    let attacker: Attacker | null = null;
    try {
      session = await openSession(server);
      attacker = startAttacker(url, session, events);
      say(`seed ${SEED}`);
      // What the first of everything costs stays, and is no leak.
      await attacker.attack(messages / 20);
      const [before, heldBefore] = [await settledBytes(server), await heldBytes(server)];
      const { tally, delays } = await attacker.attack(messages, (sofar) =>
        say(`${sofar.messages} messages over ${sofar.connections} connections`),
      );
      const grown = (await settledBytes(server)) - before;
      const held = (await heldBytes(server)) - heldBefore;
      const metrics = await scrape(url);
      if (server.pid !== pid) throw new Error('the node is another one');
      const internal = total(metrics, 'bedside_calls_total', 'outcome="internal"');
      if (internal > 0) throw new Error(`${internal} calls met what nobody foresaw`);
      // Else it was the limit for what is refused that was tried, and no schema.
      if (tally.parsed < messages * PARSED_LEAST) throw new Error(`only ${tally.parsed} of ${tally.messages} messages reached a schema`);
      if (held > HELD_MOST) throw new Error(`the node holds ${(held / MB).toFixed(0)} MB more`);
      if (grown > GROWN_MOST) throw new Error(`the node kept ${(grown / MB).toFixed(0)} MB`);
      return [
        { name: 'malformed messages', value: tally.messages, unit: '' },
        { name: 'connections that brought them', value: tally.connections, unit: '' },
        { name: 'answered', value: tally.answered, unit: '' },
        { name: 'of them after a schema had read them', value: tally.parsed, unit: '' },
        { name: 'memory that the node kept', value: grown / MB, unit: 'MB', aim: { atMost: GROWN_AIM / MB } },
        { name: 'of it in use', value: held / MB, unit: 'MB' },
        { name: "p99 of an honest moderator's act, to a page", value: percentile(delays, 0.99), unit: 'ms' },
      ];
    } finally {
      session?.close();
      await attacker?.close();
      await server.close();
    }
  },
};

type Attacker = {
  /**
   * Sends so many, and acts honestly meanwhile: how long each act took to an honest page, in ms. Rejects where one was not
   * served, or what was malformed not answered or cut.
   */
  attack(messages: number, tell?: (sofar: Tally) => void): Promise<{ tally: Tally; delays: number[] }>;
  close(): Promise<void>;
};

const TELL_MS = 10_000;

function startAttacker(url: string, session: OneSession, events: number): Attacker {
  const { sessionId, moderator } = session;
  const worker = new Worker(new URL('./malformed-attacker.ts', import.meta.url), { workerData: { url, sessionId, seed: SEED, events } });
  let failure: Error | null = null;
  let report: (progress: Progress) => void = () => {};
  worker.on('error', (error) => {
    failure = error instanceof Error ? error : new Error(String(error));
  });
  worker.on('message', (message: unknown) => report(Progress.parse(message)));

  return {
    async attack(messages, tell = () => {}) {
      const viewer = await openClient(await visit(url), sessionId, 'viewer');
      try {
        const questionId = await publicQuestion(session, viewer, 'Am I still heard?');
        const delays: number[] = [];
        let told = performance.now();
        let result: Tally | null = null;
        report = ({ tally, done: over }) => {
          if (over) result = tally;
          if (performance.now() - told < TELL_MS) return;
          told = performance.now();
          tell(tally);
        };
        worker.postMessage(messages);
        while (!result && !failure) {
          const pinned = delays.length % 2 === 0;
          const begun = performance.now();
          await done(moderator, { type: pinned ? 'pin-question' : 'unpin-question', questionId });
          await viewer.until((page) => (page.view().session.pinnedId === questionId) === pinned, 'the pin');
          delays.push(performance.now() - begun);
          // Below a moderator's own limit.
          await new Promise((resolve) => setTimeout(resolve, 150));
        }
        if (failure) throw failure;
        if (!result) throw new Error('the attacker said nothing');
        if (viewer.joins.view !== 1 || viewer.joins.patch > 0) throw new Error('the honest page lost its connection');
        return { tally: result, delays };
      } finally {
        viewer.close();
      }
    },
    async close() {
      await worker.terminate();
    },
  };
}
