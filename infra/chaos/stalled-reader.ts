import { isDeepStrictEqual } from 'node:util';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { applyPatch } from '@bedside/shared/patch.ts';
import { type CallResult, calls, parseAnswer } from '@bedside/shared/rpc.ts';
import type { View } from '@bedside/shared/view.ts';
import { type Client, openClient, visit, granted } from '../../server/testing/client.ts';
import { spawnServer } from '../../server/testing/process.ts';
import { percentile } from '../bench/figures.ts';
import { scrape, total } from '../../server/testing/scrape.ts';
import type { Fault } from './fault.ts';
import { done, type OneSession, openSession, publicQuestion } from './one-session.ts';
import { openRaw, type RawPage } from './raw-page.ts';
import { within } from './within.ts';

const MB = 1024 * 1024;
/** Four bytes each in UTF-8, so that a few questions make a whole view of over 100 kB. */
const LONG = '\u{1f9e1}'.repeat(limits.questionMax - 10);
const QUESTIONS = 60;
/** How many of them are taken back and approved again in every tick: some 17 kB of patch, since votes alone are numbers. */
const CHANGED = 8;
const PATIENCE_MS = 60_000;

export const stalledReader: Fault = {
  name: 'stalled-reader',
  title: 'a page stops reading while a busy session is broadcast: it is cut and comes back by `since`, and nobody else waits for that',
  async run({ scale, say }) {
    const [rounds, readers, quietMs] = scale === 'full' ? [4, 100, 15_000] : [1, 20, 2500];
    const server = await spawnServer();
    const ends: (() => void)[] = [];
    try {
      const session = await openSession(server);
      ends.push(session.close);
      const crowd = await openCrowd(server.url, session, readers);
      ends.push(crowd.close);
      const [without, beside]: [number[], number[]] = [[], []];
      let most = 0;
      for (let round = 1; round <= rounds; round++) {
        without.push(...(await crowd.busyUntil(elapsed(server.url, quietMs))));
        const stalled = await openStalled(server.url, session);
        ends.push(stalled.close);
        const before = await cutsOf(server.url);
        const begun = performance.now();
        let filled = false;
        beside.push(
          ...(await crowd.busyUntil(async () => {
            filled ||= await stalled.fill();
            if (performance.now() - begun > PATIENCE_MS) throw new Error('a page that does not read was not cut');
            const metrics = await scrape(server.url);
            most = Math.max(most, total(metrics, 'bedside_sockets_unsent_bytes'));
            return total(metrics, 'bedside_sockets_cut_total') > before;
          })),
        );
        await stalled.comesBack(crowd.viewer);
        say(`round ${round}: cut, and back`);
      }
      // Until it is cut nothing may leave it for so long: whoever was sent to after it would wait as long.
      const longest = Math.max(...beside);
      if (longest >= limits.backlogStalledMs) throw new Error(`another page waited ${longest.toFixed(0)} ms`);
      const [p99, p99Beside] = [percentile(without, 0.99), percentile(beside, 0.99)];
      return [
        { name: 'memory that waits for who does not read', value: most / MB, unit: 'MB', aim: { atMost: 1 } },
        { name: "p99 to others' pages without it", value: p99, unit: 'ms' },
        { name: "p99 to others' pages beside it", value: p99Beside, unit: 'ms' },
        { name: 'longest to any of them beside it', value: longest, unit: 'ms' },
        { name: 'others wait longer by', value: (p99Beside / p99 - 1) * 100, unit: '%', aim: { atMost: 10 } },
      ];
    } finally {
      for (const end of ends) end();
      await server.close();
    }
  },
};

const cutsOf = async (url: string) => total(await scrape(url), 'bedside_sockets_cut_total');

/** With what the other measurement asks of the node too. */
function elapsed(url: string, ms: number): () => Promise<boolean> {
  const begun = performance.now();
  return async () => (await scrape(url)).size > 0 && performance.now() - begun > ms;
}

type Crowd = {
  /** Changes questions and pins one all the time until `over`; how long each pin took to each page, in ms. */
  busyUntil(over: () => Promise<boolean>): Promise<number[]>;
  /** A page that has seen everything. */
  viewer: Client;
  close(): void;
};

async function openCrowd(url: string, session: OneSession, readers: number): Promise<Crowd> {
  const viewer = await openClient(await visit(url), session.sessionId, 'viewer');
  const asker = await openClient(await visit(url), session.sessionId, 'viewer');
  const questions: QuestionId[] = [];
  for (let number = 0; number < QUESTIONS; number++) questions.push(await publicQuestion(session, asker, `${LONG}${number}`));

  let pinned: ((at: number) => void) | null = null;
  const pages: RawPage[] = [];
  for (let number = 0; number < readers; number++) {
    const onText = (packet: string) => {
      if (packet.startsWith('42["session:patch"') && packet.includes('"pinnedId":')) pinned?.(performance.now());
    };
    pages.push(await joinedRaw(url, session, onText).then(({ page }) => page));
  }

  /** Resolves with how long it took to each. */
  async function pin(questionId: QuestionId, on: boolean): Promise<number[]> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const delays: number[] = [];
    const begun = performance.now();
    pinned = (at) => {
      delays.push(at - begun);
      if (delays.length === pages.length) resolve();
    };
    await done(session.moderator, { type: on ? 'pin-question' : 'unpin-question', questionId });
    await within(PATIENCE_MS, 'every page to see a pin', promise);
    return delays;
  }

  /** All but the first, which is pinned: one that is taken back would not be. */
  async function changeAll(): Promise<void> {
    const change = async (questionId: QuestionId) => {
      await done(session.moderator, { type: 'undo-review', questionId });
      await done(session.moderator, { type: 'approve-question', questionId });
    };
    await Promise.all(questions.slice(1, 1 + CHANGED).map(change));
  }

  return {
    viewer,
    async busyUntil(over) {
      const delays: number[] = [];
      const [first] = questions;
      if (first === undefined) throw new Error('no question');
      let working = true;
      const changing = (async () => {
        while (working) await Promise.all([changeAll(), pause(limits.tickMs)]);
      })();
      try {
        for (let number = 0; !(await over()); number++) delays.push(...(await pin(first, number % 2 === 0)));
        await done(session.moderator, { type: 'unpin-question', questionId: first }).catch(() => {});
      } finally {
        working = false;
        await changing;
      }
      return delays;
    },
    close() {
      for (const page of pages) page.end();
      viewer.close();
      asker.close();
    },
  };
}

async function joinedRaw(url: string, { sessionId }: OneSession, onText: (packet: string) => void = () => {}, since?: View) {
  const page = await openRaw({ url, cookie: (await visit(url)).cookie(), onText });
  const place = since ? { since: { audience: since.audience, seq: since.seq, own: since.seq } } : {};
  const answer = granted(joinAnswer(await page.ask('session:join', { sessionId, as: 'viewer', ...place })));
  return { page, answer };
}

function joinAnswer(text: string | null) {
  const args: unknown = text === null ? [] : JSON.parse(text);
  return parseAnswer(calls['session:join'].result, Array.isArray(args) ? args[0] : null);
}

async function openStalled(url: string, session: OneSession) {
  const { page, answer } = await joinedRaw(url, session);
  const view = wholeView(answer);
  page.socket.pause();
  let asked = 0;
  return {
    /** Asks for whole views that it does not read, until the kernel holds no more of them. True once that is so. */
    async fill(): Promise<boolean> {
      if (total(await scrape(url), 'bedside_sockets_unsent_bytes') > 0) return true;
      for (let many = asked === 0 ? 12 : 1; many > 0; many--, asked++) page.send(join(session));
      return false;
    },
    /** Reads again: finds that it was cut, comes back by where it was, and sees what everybody sees. */
    async comesBack(viewer: Client): Promise<void> {
      page.socket.resume();
      await within(PATIENCE_MS, 'a page that was cut to see it', page.closed);
      const back = await joinedRaw(url, session, () => {}, view);
      try {
        if (back.answer.main.kind !== 'patch') throw new Error('it got a whole view and no patch');
        const now = applyPatch(view, back.answer.main.patch);
        if (now === null || now === 'gap') throw new Error('the patch does not fit');
        await viewer.until((other) => isDeepStrictEqual(sorted(other.view()), sorted(now)), 'others see what it sees');
      } finally {
        back.page.end();
      }
    },
    close: () => page.end(),
  };
}

let joins = 0;
const join = ({ sessionId }: OneSession) => `42${900_000 + ++joins}${JSON.stringify(['session:join', { sessionId, as: 'viewer' }])}`;

function wholeView({ main }: CallResult<'session:join'>): View {
  if (main.kind !== 'view') throw new Error('the first join got no view');
  return main.view;
}

/** Views as sets: patches put questions in the order of their change. A quiet session's `seq` is that of the last patch, or later. */
const sorted = ({ seq: _seq, questions, ...rest }: View) => ({ ...rest, questions: questions.toSorted((a, b) => (a.id < b.id ? -1 : 1)) });

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
