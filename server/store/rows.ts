import type { CommandId, PersonId } from '@bedside/shared/ids.ts';
import { QuestionId, Seq, TextId } from '@bedside/shared/ids.ts';
import { GivenRole } from '@bedside/shared/roles.ts';
import { SessionSummary } from '@bedside/shared/view.ts';
import * as z from 'zod';
import { Event } from '../session/events.ts';
import { canonicalJson, chainNext } from './chain.ts';
import type { CommandAnswer, CommandRecord, ExchangeResult } from './store.ts';

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});
const Chain = z.instanceof(Uint8Array);
const Summary = json.pipe(SessionSummary);

/** What both databases give back. Parsed like any other input: it may be older than the program, or damaged. */
export const rows = {
  head: z.object({ seq: Seq, chain: Chain }),
  event: z.object({ event: json.pipe(Event) }),
  part: z.object({ part: z.int(), seq: z.int(), event: z.string(), chain: Chain }),
  link: z.object({ seq: z.int(), event: z.string(), chain: Chain }),
  command: z.object({ seq: Seq, question_id: z.nullable(QuestionId) }),
  text: z.object({ id: TextId, body: z.string() }),
  wholeText: z.object({ id: TextId, salt: z.string(), body: z.string() }),
  textId: z.object({ id: TextId }),
  snapshot: z.object({ seq: Seq, state: json }),
  summary: z.object({ id: z.string(), summary: z.string() }),
  invite: z.object({
    session_id: z.nullable(SessionSummary.shape.id),
    role: GivenRole,
    expires_at: z.int(),
    used_by: z.nullable(z.string()),
  }),
};

export const answerOf = ({ seq, question_id }: z.infer<typeof rows.command>): CommandAnswer => ({
  seq,
  ...(question_id === null ? {} : { questionId: question_id }),
});

export const recordOf = (person: PersonId, commandId: CommandId, row: z.infer<typeof rows.command>): CommandRecord => ({
  person,
  commandId,
  answer: answerOf(row),
});

export const bodiesOf = (texts: readonly z.infer<typeof rows.text>[]): Map<TextId, string> =>
  new Map(texts.map(({ id, body }) => [id, body]));

/** The events as they are stored, each with its link of the chain. Throws if they leave a gap after `after`. */
export function linked(before: Uint8Array, after: number, events: readonly Event[]): { seq: number; event: string; chain: Uint8Array }[] {
  if (events.some((event, index) => event.seq !== after + 1 + index)) throw new Error('events must follow the log without gaps');
  let chain = before;
  return events.map((event) => {
    const canonical = canonicalJson(event);
    chain = chainNext(chain, canonical);
    return { seq: event.seq, event: canonical, chain };
  });
}

/** Leaves out what does not parse, and tells of each such session once. */
export function summaryReader(tell: (sessionId: string) => void): (found: readonly z.infer<typeof rows.summary>[]) => SessionSummary[] {
  const told = new Set<string>();
  return (found) =>
    found.flatMap(({ id, summary }) => {
      const parsed = Summary.safeParse(summary);
      if (parsed.success) return [parsed.data];
      if (!told.has(id)) tell(id);
      told.add(id);
      return [];
    });
}

/** What presenting an invite comes to (rule A3); `first`: it is to be marked as this person's, who gets the role. */
export function exchange(
  invite: z.infer<typeof rows.invite> | null,
  person: PersonId,
  now: number,
): { result: ExchangeResult; first: boolean } {
  const refused = (why: 'unknown' | 'used' | 'expired') => ({ result: { ok: false, why }, first: false }) as const;
  if (!invite) return refused('unknown');
  if (invite.used_by !== null && invite.used_by !== person) return refused('used');
  const first = invite.used_by === null;
  if (first && now >= invite.expires_at) return refused('expired');
  return { result: { ok: true, sessionId: invite.session_id, role: invite.role }, first };
}

/** By default a session that lists leave out is a process warning. */
export const warnOfDamage = (sessionId: string) => process.emitWarning(`what is stored of session ${sessionId} can't be read`);
