import * as z from 'zod/mini';
import { QuestionId, SessionId } from './ids.ts';

/** One event of a session's log as staff may read it: who did what when, in codes (rule U1). */
export const AuditRow = z.object({
  seq: z.int(),
  /** Milliseconds since 1970. */
  at: z.number(),
  role: z.string(),
  /** `moderator 2`: staff by the order in which they first did something; of viewers and the server the role alone. */
  actor: z.string(),
  /** The fact's type, as `question-approved`. */
  act: z.string(),
  questionId: z.optional(QuestionId),
  /** Codes and numbers, as a decline's reason: nothing that anybody wrote. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** The log's chain after this event: SHA-256, base64url. */
  hash: z.string(),
});
export type AuditRow = z.infer<typeof AuditRow>;

/** GET, with this as its query: answered with the file itself as an attachment, refused as other routes are. */
export const auditFile = {
  path: '/api/audit/file',
  input: z.strictObject({ sessionId: SessionId, as: z.enum(['json', 'csv']) }),
} as const;

/** A whole log as staff may take it away. `npm run verify -- --against` compares its rows, hashes included, with the database's. */
export const AuditFile = z.object({
  format: z.literal('bedside-audit-1'),
  sessionId: SessionId,
  /** Milliseconds since 1970. */
  exportedAt: z.number(),
  rows: z.array(AuditRow),
});
export type AuditFile = z.infer<typeof AuditFile>;
