import type { QuestionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { isWaiting } from '@bedside/shared/ordering.ts';
import type { QuestionView } from '@bedside/shared/view.ts';

/** Milliseconds on the same question after which somebody reads it, rather than passes it by. */
export const CLAIM_AFTER_MS = 1000;

/** Whether a colleague has it open (rule M8). `now` is the server's. */
export function isTaken({ claim }: Pick<QuestionView, 'claim'>, { me, now }: { me: number | undefined; now: number }): boolean {
  return claim !== undefined && claim.by !== me && claim.until > now;
}

/** What is on this page's mind: which question, since when, and what it has told the others. Times in milliseconds of one clock. */
export type Claiming = { on: QuestionId | null; since: number; held: { id: QuestionId; at: number } | null };

export const noClaim: Claiming = { on: null, since: 0, held: null };

export type Attention = {
  /** The question that is looked at, null where there is none that could be claimed. */
  id: QuestionId | null;
  /** Something is being written about it: no need to wait. */
  engaged: boolean;
  /** Somebody sees the page; one that nobody sees renews nothing. */
  visible: boolean;
};

export type ClaimStep = { next: Claiming; claim: QuestionId | null; release: QuestionId | null; wakeInMs: number | null };

/** What to tell the others now, and when to ask again. Claiming one question lets go of the one before by itself. */
export function claimStep(state: Claiming, { id, engaged, visible }: Attention, now: number): ClaimStep {
  const since = id === state.on ? state.since : now;
  const { held } = state;
  const still = { on: id, since, held };
  const dueAt = id === null || !visible ? null : held?.id === id ? held.at + limits.claimRenewMs : engaged ? now : since + CLAIM_AFTER_MS;
  if (id !== null && dueAt !== null && dueAt <= now) {
    return { next: { ...still, held: { id, at: now } }, claim: id, release: null, wakeInMs: limits.claimRenewMs };
  }
  const left = held && held.id !== id ? held : null;
  return {
    next: left ? { ...still, held: null } : still,
    claim: null,
    release: left && now < left.at + limits.claimMs ? left.id : null,
    wakeInMs: dueAt === null ? null : dueAt - now,
  };
}

/** The question of `attention` if a claim of it can hold: it waits, and no colleague has it. */
export function claimable(question: QuestionView | null, sight: { me: number | undefined; now: number }): QuestionId | null {
  return question && isWaiting(question) && !isTaken(question, sight) ? question.id : null;
}
