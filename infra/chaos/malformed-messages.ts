import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import { openClient, visit } from '../../server/testing/client.ts';
import { spawnServer } from '../../server/testing/process.ts';
import { percentile } from '../bench/figures.ts';
import type { Fault } from './fault.ts';
import { Tally } from './malformed-tally.ts';
import { done, type OneSession, openSession, publicQuestion } from './one-session.ts';
import { scrape, settledBytes, total } from './scrape.ts';

const MB = 1024 * 1024;
/** Bytes that may stay behind; and what only a leak explains: a hundredth of what was sent, at 300 bytes a message. */
const GROWN_AIM = 50 * MB;
const GROWN_MOST = 4 * GROWN_AIM;
const SEED = 20_261_124;
const Progress = z.intersection(Tally, z.object({ done: z.optional(z.literal(true)) }));

export const malformedMessages: Fault = {
  name: 'malformed-messages',
  title: 'over many sockets and HTTP comes what does not parse, and an honest page is served all the time',
  async run({ scale, say }) {
    const messages = scale === 'full' ? 1_000_000 : 20_000;
    const server = await spawnServer({ env: { LIMITS_FOR_TESTS: '1' } });
    const { pid } = server;
    let session: OneSession | null = null;
    try {
      session = await openSession(server);
      // What the first of everything costs stays, and is no leak.
      await attack(server.url, session, Math.min(messages, 20_000) / 4, SEED - 1);
      const before = await settledBytes(server);
      say(`seed ${SEED}`);
      const { tally, delays } = await attack(server.url, session, messages, SEED, (sofar) => {
        if (scale === 'full') say(`${sofar.messages} messages over ${sofar.connections} connections`);
      });
      const grown = (await settledBytes(server)) - before;
      const metrics = await scrape(server.url);
      if (server.pid !== pid) throw new Error('the node is another one');
      const internal = total(metrics, 'bedside_calls_total', 'outcome="internal"');
      if (internal > 0) throw new Error(`${internal} calls met what nobody foresaw`);
      if (grown > GROWN_MOST) throw new Error(`the node kept ${(grown / MB).toFixed(0)} MB`);
      return [
        { name: 'malformed messages', value: tally.messages, unit: '' },
        { name: 'connections that brought them', value: tally.connections, unit: '' },
        { name: 'answered', value: tally.answered, unit: '' },
        { name: 'memory that the node kept', value: grown / MB, unit: 'MB', aim: { atMost: GROWN_AIM / MB } },
        { name: "p99 of an honest moderator's act, to a page", value: percentile(delays, 0.99), unit: 'ms' },
      ];
    } finally {
      session?.close();
      await server.close();
    }
  },
};

/** Attacks from a thread, and acts honestly meanwhile: how long each act took to an honest page, in ms. Rejects where one is not served. */
async function attack(url: string, session: OneSession, messages: number, seed: number, tell: (tally: Tally) => void = () => {}) {
  const viewer = await openClient(await visit(url), session.sessionId, 'viewer');
  const worker = new Worker(new URL('./malformed-attacker.ts', import.meta.url), {
    workerData: { url, sessionId: session.sessionId, messages, seed },
  });
  const ended = once(worker, 'exit');
  try {
    const questionId = await publicQuestion(session, viewer, 'Am I still heard?');
    const told = setEvery(10_000);
    let tally: Tally | null = null;
    let failure: Error | null = null;
    let over = false;
    worker.on('error', (error) => (failure = error instanceof Error ? error : new Error(String(error))));
    worker.on('message', (message: unknown) => {
      const progress = Progress.parse(message);
      tally = progress;
      over ||= progress.done === true;
      if (told()) tell(progress);
    });
    const delays: number[] = [];
    while (!over && !failure) {
      const pinned = delays.length % 2 === 0;
      const begun = performance.now();
      await done(session.moderator, { type: pinned ? 'pin-question' : 'unpin-question', questionId });
      await viewer.until((page) => (page.view().session.pinnedId === questionId) === pinned, 'the pin');
      delays.push(performance.now() - begun);
      // A moderator may act ten times a second for long.
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    await ended;
    if (failure) throw failure;
    if (!tally) throw new Error('the attacker said nothing');
    if (viewer.joins.view !== 1 || viewer.joins.patch > 0) throw new Error('the honest page lost its connection');
    return { tally: Tally.parse(tally), delays };
  } finally {
    viewer.close();
    await worker.terminate();
  }
}

/** True at most once in so many milliseconds. */
function setEvery(ms: number): () => boolean {
  let last = performance.now();
  return () => {
    if (performance.now() - last < ms) return false;
    last = performance.now();
    return true;
  };
}
