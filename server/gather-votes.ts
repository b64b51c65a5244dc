import type { CastVote } from '@bedside/shared/commands.ts';
import { refuse } from '@bedside/shared/errors.ts';
import type { CommandId } from '@bedside/shared/ids.ts';
import type * as z from 'zod';
import { type Answer, firstAnswer, recordOf, type Tools, TRIES } from './carry-out.ts';
import type { LiveSession } from './live-session.ts';
import { decideVotes, type Vote } from './session/votes.ts';
import type { By } from './session/policy.ts';
import { type Store, StoreUnavailable } from './store/store.ts';

type Gathered = Vote & { commandId: CommandId; settle: (answer: Answer) => void; fail: (error: unknown) => void };

/** Votes in one event: bounds the size of a row and the time of its fold. */
const MOST = 2000;

/**
 * Gathers one session's votes for a few milliseconds, and for as long as the append before takes, into one event
 * with one wait for the disk; each voter is answered when it is durable (rule V4).
 */
export class VoteGatherer {
  readonly #session: LiveSession;
  readonly #store: Store;
  readonly #now: () => number;
  readonly #forMs: number;
  readonly #refused: (error: StoreUnavailable) => void;
  readonly #inFlight = new Map<string, Promise<Answer>>();
  #votes: Gathered[] = [];
  #timer: NodeJS.Timeout | null = null;

  /** `refused` is told whenever the store was the reason. */
  constructor(
    session: LiveSession,
    { store, now }: Pick<Tools, 'store' | 'now'>,
    forMs: number,
    refused: (error: StoreUnavailable) => void,
  ) {
    this.#session = session;
    this.#store = store;
    this.#now = now;
    this.#forMs = forMs;
    this.#refused = refused;
  }

  get idle(): boolean {
    return this.#inFlight.size === 0;
  }

  /** Rejects only for what is no fault of the store. */
  add(by: By, commandId: CommandId, { questionId, on }: z.infer<typeof CastVote>): Promise<Answer> {
    const key = `${by.person} ${commandId}`;
    const same = this.#inFlight.get(key);
    if (same) return same;
    const answer = new Promise<Answer>((settle, fail) => this.#votes.push({ by, questionId, on, commandId, settle, fail })).finally(() =>
      this.#inFlight.delete(key),
    );
    this.#inFlight.set(key, answer);
    this.#timer ??= setTimeout(() => this.flush(), this.#forMs);
    return answer;
  }

  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    void this.#session.exclusive(async () => {
      // Taken only now, so that a slow disk makes larger batches and not more of them.
      this.#timer = null;
      const gathered = this.#votes;
      this.#votes = [];
      for (let at = 0; at < gathered.length; at += MOST) await this.#cast(gathered.slice(at, at + MOST));
    });
  }

  async #cast(votes: readonly Gathered[]): Promise<void> {
    try {
      await this.#carryOut(votes);
    } catch (error) {
      if (error instanceof StoreUnavailable) this.#refused(error);
      for (const vote of votes) {
        if (error instanceof StoreUnavailable) vote.settle(refuse('unavailable', 'the store refused'));
        else vote.fail(error);
      }
    }
  }

  async #carryOut(votes: readonly Gathered[]): Promise<void> {
    const session = this.#session;
    let open = votes;
    for (let tries = 0; tries < TRIES && open.length > 0; tries++) {
      const { facts, accepted, refused } = decideVotes(session.state, open, this.#now());
      if (accepted.length === 0) {
        // As for any command: a refusal holds only once there is nothing more to read.
        if (await session.catchUp()) continue;
        for (const { vote, error } of refused) {
          vote.settle((await firstAnswer(session, this.#store, vote.by, vote.commandId)) ?? { ok: false, error });
        }
        return;
      }
      const answer = { seq: session.state.seq + facts.length };
      const commands = accepted.flatMap((vote) => recordOf(vote.by, vote.commandId, answer));
      const result = await session.append({ role: 'system', person: null }, facts, [], commands);
      if (result.ok) {
        for (const vote of accepted) vote.settle({ ok: true, ...answer });
        open = refused.map(({ vote }) => vote);
        continue;
      }
      await session.catchUp();
      if (result.conflict === 'seq') continue;
      const first = new Map(result.recorded.map((record) => [`${record.person} ${record.commandId}`, record.answer]));
      open = open.filter((vote) => {
        const recorded = first.get(`${vote.by.person} ${vote.commandId}`);
        if (recorded) vote.settle({ ok: true, ...recorded });
        return !recorded;
      });
    }
    for (const vote of open) vote.settle(refuse('unavailable', 'too many others write to this session'));
  }
}
