import { describe, expect, it, vi } from 'vitest';
import { refuse } from '@bedside/shared/errors.ts';
import { QuestionId } from '@bedside/shared/ids.ts';
import { createOutbox, type Transmit } from './outbox.ts';

const question = QuestionId.parse('question-1');

function setUp() {
  const sent: { commandId: string; type: string; on?: boolean; answer: (value: Awaited<ReturnType<Transmit>>) => void }[] = [];
  const retries: (() => void)[] = [];
  let ready = true;
  const outbox = createOutbox({
    ready: () => ready,
    onChange: () => {},
    retryAfter: (run) => retries.push(run),
    transmit: ({ commandId, command }) => {
      const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<Transmit>>>();
      sent.push({ commandId, type: command.type, ...(command.type === 'cast-vote' ? { on: command.on } : {}), answer: resolve });
      return promise;
    },
  });
  return { outbox, sent, retries, setReady: (value: boolean) => (ready = value) };
}

describe('outbox', () => {
  it('[R8] sends an unanswered command again under the same commandId', async () => {
    const { outbox, sent, retries } = setUp();
    const answer = outbox.send({ type: 'submit-question', text: 'Is it safe?' });
    sent[0]?.answer(null);
    await vi.waitFor(() => expect(retries).toHaveLength(1));
    retries[0]?.();
    expect(sent).toHaveLength(2);
    expect(sent[1]?.commandId).toBe(sent[0]?.commandId);
    sent[1]?.answer({ ok: true, seq: 7 });
    expect(await answer).toEqual({ ok: true, seq: 7 });
    expect(outbox.size()).toBe(0);
  });

  it('[R8] keeps commands until there is a connection', async () => {
    const { outbox, sent, setReady } = setUp();
    setReady(false);
    void outbox.send({ type: 'go-live' });
    expect(sent).toHaveLength(0);
    setReady(true);
    outbox.flush();
    outbox.flush();
    expect(sent).toHaveLength(1);
  });

  it('[R8] a refusal is the answer, but for one that says nothing was done', async () => {
    const { outbox, sent, retries } = setUp();
    const answer = outbox.send({ type: 'go-live' });
    sent[0]?.answer(refuse('unavailable', 'stopping'));
    await vi.waitFor(() => expect(retries).toHaveLength(1));
    retries[0]?.();
    sent[1]?.answer(refuse('wrong-state', 'live already'));
    expect(await answer).toMatchObject({ ok: false, error: { code: 'wrong-state' } });
  });

  it('[V2] votes on one question go one after the other, and the newest intent shows', async () => {
    const { outbox, sent } = setUp();
    const first = outbox.send({ type: 'cast-vote', questionId: question, on: true });
    void outbox.send({ type: 'cast-vote', questionId: question, on: false });
    expect(sent).toHaveLength(1);
    expect(outbox.votes().get(question)).toBe(false);
    sent[0]?.answer({ ok: true, seq: 1 });
    await first;
    expect(sent[1]?.on).toBe(false);
  });
});
