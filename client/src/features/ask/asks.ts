import type { OwnView, SessionView } from '@bedside/shared/view.ts';

/** Whether a question may be sent now, and if not, why, as far as the views tell before it is tried. Times in server milliseconds. */
export type Asks =
  | { kind: 'open' }
  | { kind: 'not-yet' | 'ended' | 'closed' | 'locked' }
  /** `until` is null for the rest of the session. */
  | { kind: 'muted'; until: number | null }
  | { kind: 'slow'; until: number };

type Session = Pick<SessionView, 'phase' | 'closed' | 'queueLocked' | 'slowSeconds'>;
type Own = { questions: readonly Pick<OwnView['questions'][number], 'askedAt'>[]; mutedUntil?: number | null | undefined };

/** Rules Q1, H2, H4, H5 and H6. */
export function asksOf(session: Session, own: Own | null, now: number): Asks {
  if (session.phase === 'scheduled') return { kind: 'not-yet' };
  if (session.phase === 'ended') return { kind: 'ended' };
  if (session.closed) return { kind: 'closed' };
  const mutedUntil = own?.mutedUntil;
  if (mutedUntil === null || (mutedUntil !== undefined && mutedUntil > now)) return { kind: 'muted', until: mutedUntil };
  if (session.queueLocked) return { kind: 'locked' };
  const until = slowUntil(session, own);
  return until > now ? { kind: 'slow', until } : { kind: 'open' };
}

/** When the next question may be sent in slow mode; 0 where at once. */
function slowUntil({ slowSeconds }: Session, own: Own | null): number {
  if (slowSeconds === 0 || !own || own.questions.length === 0) return 0;
  return Math.max(...own.questions.map(({ askedAt }) => askedAt)) + slowSeconds * 1000;
}

/** The next moment at which `asksOf` may say something else by itself; null for never. */
export function nextChange(asks: Asks): number | null {
  return asks.kind === 'slow' || asks.kind === 'muted' ? asks.until : null;
}

/** A length of time in the largest unit that reads naturally, rounded up, so that nobody comes too early. */
export function waitOf(ms: number): { unit: 'second' | 'minute'; count: number } {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  return seconds < 90 ? { unit: 'second', count: seconds } : { unit: 'minute', count: Math.ceil(seconds / 60) };
}
