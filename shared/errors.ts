import * as z from 'zod/mini';

/**
 * Stable codes; the words a person reads are the client's, in its locale files.
 * A code is never reused for another meaning.
 */
export const ErrorCode = z.enum([
  'bad-request',
  'protocol-mismatch',
  'no-identity',
  'forbidden',
  'not-found',
  'rate-limited',
  'too-large',
  'not-joined',
  /** The question or session is no longer in a state in which this is possible; the view says which. */
  'wrong-state',
  'session-not-open',
  'session-ended',
  /** A clinician reviewer has to approve it. */
  'needs-clinician',
  /** Moderators have closed the queue for new questions. */
  'queue-locked',
  /** Slow mode: `retryAfterMs` says when the next question may be sent. */
  'slow-mode',
  /** Moderators don't let this person ask. */
  'muted',
  /** Moderators have taken this person out; `retryAfterMs` says for how long, where not for good. */
  'removed',
  /** A caption with a higher number has come already, which is in the message; nothing was done. */
  'out-of-order',
  'invite-invalid',
  'invite-used',
  'invite-expired',
  'media-unavailable',
  'no-stream',
  /** The server is stopping or its disk refused: nothing was done, the same command may be sent again. */
  'unavailable',
  'internal',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

export const Failure = z.object({
  code: ErrorCode,
  /** For developers, in English: never shown as is. */
  message: z.string(),
  /** Where in the input, as a path, for `bad-request`. */
  path: z.optional(z.array(z.union([z.string(), z.number()]))),
  /** Milliseconds after which to try again, for `rate-limited`. */
  retryAfterMs: z.optional(z.number()),
});
export type Failure = z.infer<typeof Failure>;

/** The answer to every call: the result's own members beside `ok: true`, or one error. */
export type Ack<T extends object = object> = ({ ok: true } & T) | { ok: false; error: Failure };

export function refuse(code: ErrorCode, message: string, more: Omit<Failure, 'code' | 'message'> = {}): { ok: false; error: Failure } {
  return { ok: false, error: { code, message, ...more } };
}

/** Thrown inside a call's `run`, turned into a refusal by the one wrapper. */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(code: ErrorCode, message: string, more: Omit<Failure, 'code' | 'message'> = {}) {
    super(message);
    this.failure = { code, message, ...more };
  }
}
