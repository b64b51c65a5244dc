import * as z from 'zod';
import { QuestionId, SessionId } from '@bedside/shared/ids.ts';
import type { AskResult } from './asked.ts';

const count = z.int().nonnegative();
const ms = z.array(z.number());

/** What a fleet is asked. */
export const asks = {
  /** Opens one more viewer per cookie, at most `atOnce` of them under way, and answers when all have joined. */
  open: {
    input: z.object({
      /** Of nodes, taken in turn; after a lost connection each viewer goes on with the next. */
      urls: z.array(z.string()).min(1),
      /** Null: bare WebSockets that say nothing and hear everything, for a server that knows no sessions. */
      sessionId: z.nullable(SessionId),
      cookies: z.array(z.string()),
      /** What a proxy would say of the first one's address; the next ones get the next ones. */
      firstAddress: count,
      atOnce: z.int().positive(),
    }),
    result: z.object({}),
  },
  /** Answers when every viewer has joined, and been told of `seq`. */
  settled: { input: z.object({ seq: count }), result: z.object({}) },
  /** `perSecond` votes for `seconds`, evenly; answers when all are acked or refused. Viewers and questions take turns. */
  vote: {
    input: z.object({ questionIds: z.array(QuestionId).min(1), perSecond: z.number().positive(), seconds: z.number().positive() }),
    result: z.object({}),
  },
  /** What happened since the figures were asked for last. */
  figures: {
    input: z.object({}),
    result: z.object({
      viewers: count,
      joined: count,
      frames: count,
      bytes: count,
      patches: count,
      /** Of this process, user and system. */
      cpuMs: z.number(),
      /** Of each round of patches that came close together: how many, and milliseconds from the first to the last. */
      rounds: z.array(z.object({ patches: count, ms: z.number() })),
      /** From when a viewer was lost, or began to open, to when it had joined. */
      backMs: ms,
      ackMs: ms,
      /** From when a vote was sent to when its voter was told a tally with it. */
      talliedMs: ms,
      /** How often: codes of refused connections and joins, and answers to votes (`ok` or a code). */
      refused: z.record(z.string(), count),
      answers: z.record(z.string(), count),
    }),
  },
} as const;

export type Figures = AskResult<typeof asks, 'figures'>;
