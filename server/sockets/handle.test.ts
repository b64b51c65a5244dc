import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { Refusal } from '@bedside/shared/errors.ts';
import { PersonId } from '@bedside/shared/ids.ts';
import { rateLimits } from '@bedside/shared/limits.ts';
import { createMemoryLimiter, unlimited } from '../auth/limiter.ts';
import { createLog } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { StoreUnavailable } from '../store/store.ts';
import { createWrap } from './handle.ts';

const who = (name = 'person-1', address = '203.0.113.9') => ({ person: PersonId.parse(name), address });

function setUp(run: (text: string) => object = () => ({}), limiter = unlimited) {
  const lines: string[] = [];
  const runs: string[] = [];
  const log = createLog({ logLevel: 'trace' }, { write: (line) => void lines.push(line) });
  const wrap = createWrap({ limiter, log, metrics: createMetrics({ process: false }) });
  const call = (role: 'viewer' | 'moderator') =>
    wrap({
      name: 'test',
      input: z.strictObject({ text: z.string() }),
      action: () => 'approve-question',
      actor: () => role,
      limit: () => 'ask',
      run({ text }) {
        runs.push(text);
        return run(text);
      },
    });
  return { lines, runs, asModerator: call('moderator'), asViewer: call('viewer') };
}

/** A viewer's command within the product's own limits, which may be sent again under its name. */
function limitedAct<R extends object>(run: () => R | Promise<R>, waiting?: number) {
  const log = createLog({ logLevel: 'silent' });
  const metrics = createMetrics({ process: false });
  const wrap = createWrap({ limiter: createMemoryLimiter(), log, metrics, ...(waiting === undefined ? {} : { waiting }) });
  return wrap<{ commandId: string; vote?: boolean | undefined }, R, ReturnType<typeof who>>({
    name: 'test',
    input: z.strictObject({ commandId: z.string(), vote: z.optional(z.boolean()) }),
    action: ({ vote }) => (vote ? 'cast-vote' : 'submit-question'),
    actor: () => 'viewer',
    limit: ({ vote }) => (vote ? 'vote' : 'ask'),
    act: ({ commandId }, { person }) => `${person} ${commandId}`,
    again: async () => null,
    run,
  });
}

describe('the wrapper', () => {
  it('answers with the result beside ok', async () => {
    const { asModerator } = setUp((text) => ({ said: text }));
    expect(await asModerator({ text: 'hello' }, who())).toEqual({ ok: true, said: 'hello' });
  });

  it('[A7] refuses what does not parse and says where', async () => {
    const { asModerator, runs } = setUp();
    expect(await asModerator({ text: 5 }, who())).toMatchObject({ ok: false, error: { code: 'bad-request', path: ['text'] } });
    expect(runs).toEqual([]);
  });

  it('[A4] asks the table before anything runs', async () => {
    const { asViewer, runs } = setUp();
    expect(await asViewer({ text: 'hello' }, who())).toMatchObject({ error: { code: 'forbidden' } });
    expect(runs).toEqual([]);
  });

  it('[A10] turns what was not foreseen into `internal` and logs it without what it was about', async () => {
    const { asModerator, lines } = setUp((text) => {
      throw new SyntaxError(`Unexpected token in ${text}`);
    });
    expect(await asModerator({ text: 'my lump' }, who())).toEqual({
      ok: false,
      error: { code: 'internal', message: 'something went wrong here' },
    });
    expect(lines).toHaveLength(1);
    expect(lines.join()).toContain('SyntaxError');
    expect(lines.join()).not.toMatch(/lump|person-1|203\.0/);
  });

  it('passes refusals on, and tells a disk that refused as `unavailable`', async () => {
    const { asModerator } = setUp((text) => {
      throw text === 'disk' ? new StoreUnavailable('full') : new Refusal('wrong-state', 'too late');
    });
    expect(await asModerator({ text: 'x' }, who())).toEqual({ ok: false, error: { code: 'wrong-state', message: 'too late' } });
    expect(await asModerator({ text: 'disk' }, who())).toMatchObject({ error: { code: 'unavailable' } });
  });

  it('[A8] limits a person, with a time to wait, and not their neighbour', async () => {
    const { asModerator, runs } = setUp(undefined, createMemoryLimiter());
    const { points } = rateLimits.ask.person;
    for (let i = 0; i < points; i++) expect(await asModerator({ text: 'x' }, who())).toEqual({ ok: true });
    const over = await asModerator({ text: 'x' }, who());
    expect(over).toMatchObject({ error: { code: 'rate-limited' } });
    expect(over.ok ? 0 : over.error.retryAfterMs).toBeGreaterThan(0);
    expect(runs).toHaveLength(points);
    expect(await asModerator({ text: 'x' }, who('person-2'))).toEqual({ ok: true });
  });

  it('[R5] a retry while the first is under way gets its answer, beside the limit, and is no second act', async () => {
    const { promise: stored, resolve: store } = Promise.withResolvers<void>();
    let runs = 0;
    const answer = limitedAct(async () => {
      runs++;
      await stored;
      return { seq: runs };
    });
    const { points } = rateLimits.ask.person;
    const first = answer({ commandId: 'command-1' }, who());
    const retries = Array.from({ length: points * 2 }, () => answer({ commandId: 'command-1' }, who()));
    const others = Array.from({ length: points }, (_, i) => answer({ commandId: `other-${i}` }, who()));
    store();
    expect(await first).toEqual({ ok: true, seq: expect.any(Number) });
    expect(new Set((await Promise.all(retries)).map((each) => JSON.stringify(each)))).toEqual(new Set([JSON.stringify(await first)]));
    expect((await Promise.all(others)).filter(({ ok }) => ok)).toHaveLength(points - 1);
    expect(runs).toBe(points);
    // Another person's act of that name is another act, and nothing of the first is kept.
    expect(await answer({ commandId: 'command-1' }, who('person-2'))).toMatchObject({ ok: true });
    expect(await answer({ commandId: 'command-1' }, who())).toMatchObject({ error: { code: 'rate-limited' } });
  });

  it.each([new StoreUnavailable('gone'), new Refusal('unavailable', 'the store refused')])(
    '[A13] what came to nothing (%s) counts once, however often it is sent again, and then as any other',
    async (refusal) => {
      let stored = false;
      const answer = limitedAct(() => {
        if (!stored) throw refusal;
        return {};
      });
      const { points } = rateLimits.ask.person;
      const send = (commandId: string) => answer({ commandId }, who());
      for (let i = 0; i < points * 3; i++) expect(await send('command-1')).toMatchObject({ error: { code: 'unavailable' } });
      for (let i = 2; i <= points; i++) expect(await send(`command-${i}`)).toMatchObject({ error: { code: 'unavailable' } });
      expect(await send('one-too-many')).toMatchObject({ error: { code: 'rate-limited' } });
      stored = true;
      for (let i = 1; i <= points; i++) expect(await send(`command-${i}`)).toEqual({ ok: true });
      expect(await send('command-1')).toMatchObject({ error: { code: 'rate-limited' } });
    },
  );

  it('[A13] what was paid for as a vote is not paid for as a question', async () => {
    let stored = false;
    const answer = limitedAct(() => {
      if (!stored) throw new StoreUnavailable('gone');
      return {};
    });
    const { points } = rateLimits.ask.person;
    for (let i = 0; i < points * 4; i++) await answer({ commandId: `command-${i}`, vote: true }, who());
    stored = true;
    const questions = [];
    for (let i = 0; i < points * 4; i++) questions.push(await answer({ commandId: `command-${i}` }, who()));
    expect(questions.filter(({ ok }) => ok)).toHaveLength(points);
  });

  it('[A13] what is sent again reaches the store so often, and is then told to wait, with nothing lost', async () => {
    let tries = 0;
    const answer = limitedAct(() => {
      tries++;
      throw new StoreUnavailable('gone');
    });
    const { points } = rateLimits.again.person;
    for (let i = 0; i < points * 2; i++)
      expect(await answer({ commandId: 'command-1' }, who())).toMatchObject({ error: { code: 'unavailable' } });
    expect(tries).toBe(points + 1);
    expect(await answer({ commandId: 'command-1' }, who())).toMatchObject({ error: { retryAfterMs: expect.any(Number) } });
    expect(await answer({ commandId: 'command-2' }, who())).toMatchObject({ error: { code: 'unavailable' } });
    expect(tries).toBe(points + 2);
  });

  it('[A14] holds so many that wait, and no more: the rest is sent again, and then counts once', async () => {
    const { promise: stored, resolve: store } = Promise.withResolvers<void>();
    const answer = limitedAct(async () => {
      await stored;
      return {};
    }, 2);
    const { points } = rateLimits.ask.person;
    const held = [answer({ commandId: 'command-1' }, who()), answer({ commandId: 'command-2' }, who())];
    for (let i = 0; i < points * 3; i++)
      expect(await answer({ commandId: 'command-3' }, who())).toMatchObject({ error: { code: 'unavailable' } });
    const retry = answer({ commandId: 'command-1' }, who());
    store();
    expect(await Promise.all([...held, retry])).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    for (let i = 3; i <= points; i++) expect(await answer({ commandId: `command-${i}` }, who())).toEqual({ ok: true });
    expect(await answer({ commandId: 'one-too-many' }, who())).toMatchObject({ error: { code: 'rate-limited' } });
  });

  it('[A8] limits an address, whoever its people say they are', async () => {
    const { asModerator } = setUp(undefined, createMemoryLimiter());
    const codes = new Set<string>();
    for (let i = 0; i < rateLimits.ask.address.points + 1; i++) {
      const answer = await asModerator({ text: 'x' }, who(`person-${i}`));
      codes.add(answer.ok ? 'ok' : answer.error.code);
    }
    expect([...codes]).toEqual(['ok', 'rate-limited']);
    expect(await asModerator({ text: 'x' }, who('person-x', '203.0.113.10'))).toEqual({ ok: true });
  });

  it('[A8] stops parsing for whoever sends nothing but what is refused', async () => {
    const { asModerator } = setUp(undefined, createMemoryLimiter());
    for (let i = 0; i <= rateLimits.refused.person.points; i++) await asModerator('garbage', who());
    expect(await asModerator('garbage', who())).toMatchObject({ error: { code: 'rate-limited' } });
    expect(await asModerator({ text: 'x' }, who())).toMatchObject({ error: { code: 'rate-limited' } });
    expect(await asModerator({ text: 'x' }, who('person-2'))).toEqual({ ok: true });
  });
});
