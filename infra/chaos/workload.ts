import { setTimeout as sleep } from 'node:timers/promises';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { limits, rateLimits } from '@bedside/shared/limits.ts';
import { openPage, type Page } from './page.ts';
import { until } from './within.ts';
import type { World } from './world.ts';

/** People at work: patients who ask and vote, two moderators, a clinician who reviews, a doctor. */
export type Workload = {
  pages: readonly Page[];
  /** How many commands were acked until now. */
  acked(): number;
  /** How often a code came back. */
  answered(code: string): number;
  /** Nobody begins anything new until the returned function is called; resolves when everything sent has its answer. */
  rest(): Promise<() => void>;
  /** Nobody begins anything more; resolves when everything sent has its answer. */
  stop(): Promise<void>;
  close(): void;
};

/** Seconds in which a patient asks once: they may ask five times a minute, and some of it is sent again. */
const ASK_EVERY_MS = (rateLimits.ask.person.seconds * 1000) / (rateLimits.ask.person.points - 1);
const VOTE_EVERY_MS = 1200;
const REVIEW_EVERY_MS = 120;
/** Several moderators send to one. */
const CLINICIAN_EVERY_MS = 300;
const ANSWER_EVERY_MS = 700;

/** Between so much less and so much more than what is given. */
const about = (ms: number) => ms * (0.5 + Math.random());
/** Holds up the end of nothing: whoever pauses when all is over never goes on. */
const pause = (ms: number) => sleep(ms, undefined, { ref: false });
const anyOf = <T>(from: readonly T[]): T | undefined => from[Math.floor(Math.random() * from.length)];

/** Starts work on all nodes; resolves once something of every kind was acked, so that what breaks then breaks work. */
export async function startWorkload(world: World, patients: number): Promise<Workload> {
  const { nodes } = world;
  const at = (index: number) => nodes[index % nodes.length] ?? nodes[0];
  const roles = ['host', 'moderator', 'moderator', 'reviewer', ...Array.from({ length: patients }, () => 'viewer' as const)] as const;
  const pages = await Promise.all(
    roles.map((role, index) => {
      const home = at(index);
      if (!home) throw new Error('there is no node');
      return openPage(world, role, home);
    }),
  );
  const [host, ...others] = pages;
  if (!host) throw new Error('there is no host');
  let working = true;
  let resting = false;
  /** Pieces of work that were begun: some send twice, with a pause between, in which nothing of theirs is unanswered. */
  let underWay = 0;
  let acked = 0;
  let asked = 0;
  let edited = 0;
  const broken: unknown[] = [];

  async function send(page: Page, command: Parameters<Page['send']>[0]) {
    const answer = await page.send(command);
    if (!answer?.ok) return answer;
    acked++;
    return answer;
  }

  /** One thing after the other, with pauses, for as long as there is work. */
  function keepDoing(everyMs: number, work: () => Promise<unknown>): void {
    const run = async () => {
      await pause(Math.random() * Math.min(everyMs, VOTE_EVERY_MS));
      for (; working; await pause(about(everyMs))) {
        if (resting) continue;
        underWay++;
        await work().finally(() => underWay--);
      }
    };
    run().catch((error: unknown) => void broken.push(error));
  }
  const idsOf = (page: Page, ...statuses: string[]): QuestionId[] =>
    page.client.view().questions.flatMap(({ id, status }) => (statuses.includes(status) ? [id] : []));

  /** On what they see, and only if nobody else has changed that meanwhile (rule M17). */
  function decide(page: Page, questionId: QuestionId) {
    const { seq: seen } = page.client.view();
    if (Math.random() < 0.8) return send(page, { type: 'approve-question', questionId, seen });
    const note = Math.random() < 0.5 ? { note: 'Thank you all the same.' } : {};
    return send(page, { type: 'decline-question', questionId, reason: 'off-topic', seen, ...note });
  }

  await send(host, { type: 'go-live' });
  keepDoing(ANSWER_EVERY_MS, async () => {
    const [answering] = idsOf(host, 'answering');
    const next = anyOf(idsOf(host, 'approved', 'skipped'));
    if (answering && Math.random() < 0.3) return send(host, { type: 'skip-question', questionId: answering });
    if (answering && Math.random() < 0.5) return send(host, { type: 'finish-answer', questionId: answering });
    if (!next) return;
    await send(host, { type: 'start-answer', questionId: next });
    await send(host, { type: 'pin-question', questionId: next });
  });
  for (const page of others) {
    if (page.role === 'moderator') {
      keepDoing(REVIEW_EVERY_MS, async () => {
        const { seq: seen } = page.client.view();
        const questionId = anyOf(idsOf(page, 'pending'));
        const again = Math.random() < 0.03 ? anyOf(idsOf(page, 'approved', 'declined', 'in-review')) : undefined;
        if (again) return send(page, { type: 'undo-review', questionId: again, seen });
        if (!questionId) return;
        const chance = Math.random();
        if (chance < 0.05) return send(page, { type: 'claim-question', questionId });
        if (chance < 0.1) return send(page, { type: 'reply-to-asker', questionId, text: `Looked at by ${page.name}.`, seen });
        if (chance < 0.15) {
          const text = `Question as ${page.name} has it, ${++edited}?`;
          return send(page, { type: 'edit-question', questionId, text, showName: chance < 0.12, seen });
        }
        if (chance < 0.25) return send(page, { type: 'send-to-clinician', questionId, seen });
        return decide(page, questionId);
      });
      continue;
    }
    if (page.role === 'reviewer') {
      keepDoing(CLINICIAN_EVERY_MS, async () => {
        const questionId = anyOf(idsOf(page, 'in-review'));
        if (questionId) return decide(page, questionId);
      });
      continue;
    }
    keepDoing(ASK_EVERY_MS, async () => {
      const name = Math.random() < 0.5 ? { name: `Somebody at ${page.name}` } : {};
      const answer = await send(page, { type: 'submit-question', text: `Question ${++asked} of ${page.name}?`, ...name });
      if (answer?.ok && answer.questionId && Math.random() < 0.1) {
        await pause(about(500));
        await send(page, { type: 'withdraw-question', questionId: answer.questionId });
      }
    });
    keepDoing(VOTE_EVERY_MS, async () => {
      const questionId = anyOf(idsOf(page, 'approved', 'answering'));
      if (questionId) await send(page, { type: 'cast-vote', questionId, on: !page.client.own().votes.includes(questionId) });
    });
  }

  const done = (type: string) =>
    world.recorder.operations.some(({ command, answers }) => command.type === type && answers.some(({ ok }) => ok));
  await until(
    () => ['submit-question', 'approve-question', 'cast-vote', 'start-answer', 'send-to-clinician'].every(done),
    'work of every kind',
  );

  // The longest is an ack that never comes, and the same command sent again.
  const allAnswered = () =>
    until(
      () => underWay === 0 && pages.every((page) => page.unanswered() + page.repeating() === 0),
      'every command acked or refused',
      30_000 + 3 * limits.ackTimeoutMs,
    );

  return {
    pages,
    acked: () => acked,
    async rest() {
      resting = true;
      await allAnswered();
      return () => void (resting = false);
    },
    answered: (code) => pages.reduce((sum, { answers }) => sum + (answers.get(code) ?? 0), 0),
    async stop() {
      working = false;
      await allAnswered();
      const [first] = broken;
      if (first !== undefined) throw new Error('somebody could not work', { cause: first });
    },
    close() {
      working = false;
      for (const page of pages) page.close();
    },
  };
}
