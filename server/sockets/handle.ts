import type * as z from 'zod/mini';
import { type Ack, Refusal, refuse } from '@bedside/shared/errors.ts';
import { limits, type RateLimit } from '@bedside/shared/limits.ts';
import { type Action, type Actor, can } from '@bedside/shared/roles.ts';
import type { Caller, Limiter } from '../auth/limiter.ts';
import { errorFields, type Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { StoreUnavailable } from '../store/store.ts';

/** One call or route: what it takes, who may make it, how often, and what it does. */
export type Call<I, R extends object, W extends Caller> = {
  name: string;
  input: z.ZodMiniType<I>;
  /** What `can` is asked. */
  action: (input: I) => Action;
  /** Who is asking, here; throws `Refusal` where that can't be said. */
  actor: (who: W, input: I) => Actor | Promise<Actor>;
  limit: (input: I) => RateLimit;
  /** Names the act, where a call may be sent again: while the first is under way, a retry gets its answer (rule R5). */
  act?: (input: I, who: W) => string;
  /** What the same call was answered before, null if it never was: a retry is no second act, and over no limit (rule R5). */
  again?: (input: I, who: W) => Promise<R | null>;
  run: (input: I, who: W) => R | Promise<R>;
};

/** A call ready for raw input. Never rejects. */
export type Answer<W extends Caller> = (raw: unknown, who: W) => Promise<Ack>;

/**
 * Acts that are remembered as counted while the store refuses; each has spent a point of its person's. For so many
 * milliseconds after they were refused last: longer than a page waits before it sends again, no longer than a limit's window.
 */
const COUNTED = 10_000;
const COUNTED_MS = 30_000;
const PATH_PARTS = 8;
const PATH_CHARS = 64;

/**
 * The one way in, for socket calls and HTTP routes alike: parse, who, can, rate-limit, run, ack (rules A4, A7, A8).
 * Whoever keeps sending what is refused is answered `rate-limited` before anything is parsed.
 */
export function createWrap(options: { limiter: Limiter; log: Log; metrics: Metrics; waiting?: number }) {
  const { limiter, log, metrics, waiting = limits.commandsWaiting } = options;

  async function attempt<I, R extends object, W extends Caller>(
    call: Call<I, R, W>,
    { underWay, counted }: Acts<R>,
    raw: unknown,
    who: W,
  ): Promise<Ack<R>> {
    const blocked = await limiter.waitOf('refused', who);
    if (blocked > 0) return tooMany(blocked);
    const parsed = call.input.safeParse(raw);
    if (!parsed.success) return badRequest(parsed.error);
    const input = parsed.data;
    const actor = await call.actor(who, input);
    if (!can(actor, call.action(input))) return refuse('forbidden', 'not in this role');
    const act = call.act?.(input, who);
    if (act === undefined) return carryOut(call, input, who, await limiter.take(call.limit(input), who));
    const first = underWay.get(act);
    if (first) return first;
    if (underWay.size >= waiting) return refuse('unavailable', 'too many wait for the database; send it again');
    // It settles after its answer is durable, so that from then on `again` finds it.
    const answer = carryOutAct(act).finally(() => underWay.delete(act));
    underWay.set(act, answer);
    return answer;

    async function carryOutAct(name: string): Promise<Ack<R>> {
      const limit = call.limit(input);
      // Counted when it was sent first (rule A13).
      const isAgain = takeCounted(counted, name, limit);
      if (isAgain) {
        const rest = await limiter.take('again', who);
        if (rest > 0) {
          remember(counted, name, limit);
          return refuse('unavailable', 'sent again too often', { retryAfterMs: Math.ceil(rest) });
        }
      }
      const wait = isAgain ? 0 : await limiter.take(limit, who);
      try {
        return await carryOut(call, input, who, wait);
      } catch (error) {
        if (wait === 0 && cameToNothing(error)) remember(counted, name, limit);
        throw error;
      }
    }
  }

  async function carryOut<I, R extends object, W extends Caller>(call: Call<I, R, W>, input: I, who: W, wait: number): Promise<Ack<R>> {
    const result = wait === 0 ? await call.run(input, who) : await firstResult(call, input, who);
    return result ? { ok: true, ...result } : tooMany(wait);
  }

  async function firstResult<I, R extends object, W extends Caller>({ again }: Call<I, R, W>, input: I, who: W): Promise<R | null> {
    // Looking it up costs a read: that has its own limit.
    return again && (await limiter.take('read', who)) === 0 ? again(input, who) : null;
  }

  return function wrap<I, R extends object, W extends Caller>(call: Call<I, R, W>): (raw: unknown, who: W) => Promise<Ack<R>> {
    const acts: Acts<R> = { underWay: new Map(), counted: new Map() };
    return async (raw, who) => {
      const begun = performance.now();
      const answer = await attempt(call, acts, raw, who).catch((error: unknown) => failed(call.name, error));
      const outcome = answer.ok ? 'ok' : answer.error.code;
      if (outcome === 'bad-request' || outcome === 'forbidden') await limiter.take('refused', who).catch(() => 0);
      metrics.call(call.name, outcome, performance.now() - begun);
      return answer;
    };
  };

  function failed(name: string, error: unknown) {
    if (error instanceof Refusal) return { ok: false as const, error: error.failure };
    if (error instanceof StoreUnavailable) {
      log.error({ call: name, ...errorFields(error) }, 'the database refused');
      return refuse('unavailable', 'nothing was done; send it again');
    }
    log.error({ call: name, ...errorFields(error) }, 'a call failed');
    return refuse('internal', 'something went wrong here');
  }
}
export type Wrap = ReturnType<typeof createWrap>;

/** Of one call, by the names of acts: answers that are on their way, and what was counted and came to nothing. */
type Acts<R extends object> = { underWay: Map<string, Promise<Ack<R>>>; counted: Counted };

/** Which limit has counted an act, and when it came to nothing last (`performance.now()`). The oldest first. */
type Counted = Map<string, { limit: RateLimit; at: number }>;

const cameToNothing = (error: unknown) =>
  error instanceof StoreUnavailable || (error instanceof Refusal && error.failure.code === 'unavailable');

function remember(counted: Counted, act: string, limit: RateLimit): void {
  const [oldest] = counted.keys();
  if (counted.size >= COUNTED && oldest !== undefined) counted.delete(oldest);
  counted.set(act, { limit, at: performance.now() });
}

/** Whether this act has its point of this limit already: one that was paid for a vote is no question's. */
function takeCounted(counted: Counted, act: string, limit: RateLimit): boolean {
  const found = counted.get(act);
  counted.delete(act);
  return found?.limit === limit && performance.now() - found.at < COUNTED_MS;
}

/** What an answer of the core holds; its refusal is the call's. */
export function granted<T extends object>(answer: Ack<T>): T {
  if (!answer.ok) throw new Refusal(answer.error.code, answer.error.message, answer.error);
  return answer;
}

const tooMany = (wait: number) => refuse('rate-limited', 'too many of these', { retryAfterMs: Math.ceil(wait) });

function badRequest(error: z.core.$ZodError): ReturnType<typeof refuse> {
  const issue = error.issues[0];
  // Keys of a path may be the caller's own, as long as the message allows.
  const path = (issue?.path ?? [])
    .slice(0, PATH_PARTS)
    .map((part) => (typeof part === 'number' ? part : String(part).slice(0, PATH_CHARS)));
  return refuse('bad-request', (issue?.message ?? 'does not parse').slice(0, 200), { path });
}
