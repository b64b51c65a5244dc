import * as z from 'zod';
import { QuestionId, SessionId } from '@bedside/shared/ids.ts';

/** What is measured runs in a process of its own, so that what it uses is all that is counted. */
export const bedsideAsks = {
  /** A live session with so many approved questions. */
  begin: {
    input: z.object({ questions: z.int().positive() }),
    result: z.object({ url: z.string(), secretsFile: z.string(), sessionId: SessionId, questionIds: z.array(QuestionId) }),
  },
  /** So many patches to everybody, one every `everyMs`; the last one as it went out. */
  broadcast: {
    input: z.object({ count: z.int().positive(), everyMs: z.number() }),
    result: z.object({ frame: z.string() }),
  },
  /** So many votes that each change something, by as many people at once, straight into the core: until all are durable. */
  castVotes: {
    input: z.object({ count: z.int().positive(), atOnce: z.int().positive() }),
    result: z.object({ ms: z.number(), appends: z.int() }),
  },
  /** Milliseconds of processor time, user and system, since asked last; and bytes held, after a collection. */
  usage: { input: z.object({}), result: z.object({ cpuMs: z.number(), rss: z.number() }) },
} as const;

export const bareAsks = {
  begin: { input: z.object({}), result: z.object({ url: z.string() }) },
  broadcast: { input: z.object({ count: z.int().positive(), everyMs: z.number(), frame: z.string() }), result: z.object({}) },
  /** The same rows into SQLite, so many votes a transaction. */
  insertVotes: { input: z.object({ count: z.int().positive(), batch: z.int().positive() }), result: z.object({ ms: z.number() }) },
  usage: bedsideAsks.usage,
} as const;
