import { randomBytes } from 'node:crypto';
import type { SessionCommand, SystemCommand } from '@bedside/shared/commands.ts';
import { type Ack, refuse } from '@bedside/shared/errors.ts';
import { type CommandId, HandId, QuestionId, ReplyId, TargetId, TextId } from '@bedside/shared/ids.ts';
import { Role } from '@bedside/shared/roles.ts';
import type { LiveSession } from './live-session.ts';
import type { Mark } from './marks.ts';
import { type Context, decide } from './session/decide.ts';
import type { By } from './session/policy.ts';
import type { CommandAnswer, CommandRecord, Store, Text } from './store/store.ts';
import { textDigest } from './store/texts.ts';

export type Answer = Ack<CommandAnswer>;

/** What a command is carried out with. */
export type Tools = {
  store: Store;
  /** Milliseconds since 1970. */
  now: () => number;
  newId: () => string;
  mark: Mark;
  /** Makes a secret unreadable but for who has the installation's keys. */
  seal: (body: string) => string;
};

/** Every lost race means that another node's append went through, so that this many in a row is no accident. */
export const TRIES = 50;

/**
 * Decides, appends, folds in; whoever loses the race for a `seq` catches up and decides again (rule R7). The state
 * may be behind the log: a success is proved by the append, a refusal only once there is nothing more to read.
 * Runs within the session's `exclusive`; rejects with `StoreUnavailable`.
 */
export async function carryOut(
  session: LiveSession,
  tools: Tools,
  by: By,
  commandId: CommandId,
  command: SessionCommand | SystemCommand,
): Promise<Answer> {
  const { store } = tools;
  for (let tries = 0; tries < TRIES; tries++) {
    const hasRole = command.type === 'restrict-asker' && (await askerHasRole(session, store, command.questionId));
    const { context, texts } = contextOf(session, tools, hasRole);
    const decision = decide(session.state, by, command, context);
    if (!decision.ok) {
      if (await session.catchUp()) continue;
      return (await firstAnswer(session, store, by, commandId)) ?? decision;
    }
    const { facts, questionId } = decision;
    const answer = { seq: session.state.seq + facts.length, ...(questionId === undefined ? {} : { questionId }) };
    const commands = recordOf(by, commandId, answer);
    if (facts.length === 0 && commands.length === 0) {
      if (await session.catchUp()) continue;
      return { ok: true, ...answer };
    }
    const result = await session.append(by, facts, texts, commands);
    if (result.ok) return { ok: true, ...answer };
    await session.catchUp();
    const first = result.conflict === 'command' ? result.recorded[0] : undefined;
    if (first) return { ok: true, ...first.answer };
  }
  return refuse('unavailable', 'too many others write to this session');
}

/** The answer a command had when it was carried out, null if it never was (rule R5). */
export async function firstAnswer(session: LiveSession, store: Store, by: By, commandId: CommandId): Promise<Answer | null> {
  const answer = by.person === null ? null : await store.commandAnswer(session.id, by.person, commandId);
  return answer && { ok: true, ...answer };
}

/** The server's own commands are never sent again, so that nothing of them is kept. */
export function recordOf(by: By, commandId: CommandId, answer: CommandAnswer): CommandRecord[] {
  return by.person === null ? [] : [{ person: by.person, commandId, answer }];
}

/** Rule H7: the log does not know who has a role. */
async function askerHasRole(session: LiveSession, store: Store, questionId: QuestionId): Promise<boolean> {
  const author = session.state.questions.get(questionId)?.author;
  if (author === undefined) return false;
  const roles = Role.options.filter((role) => role !== 'viewer');
  return (await Promise.all(roles.map((role) => store.hasRole(session.id, author, role)))).includes(true);
}

function contextOf(session: LiveSession, { now, newId, mark, seal }: Tools, hasRole: boolean): { context: Context; texts: Text[] } {
  const texts: Text[] = [];
  const newText: Context['newText'] = (body) => {
    const text = { id: TextId.parse(newId()), salt: randomBytes(16).toString('base64url'), body };
    texts.push(text);
    return { id: text.id, digest: textDigest(text) };
  };
  const context: Context = {
    now: now(),
    newQuestionId: () => QuestionId.parse(newId()),
    newReplyId: () => ReplyId.parse(newId()),
    newTargetId: () => TargetId.parse(newId()),
    newHandId: () => HandId.parse(newId()),
    newText,
    newSecret: (body) => newText(seal(body)),
    isText: (id, body) => session.texts.get(id) === body,
    textOf: (id) => session.texts.get(id),
    mark,
    hasRole: () => hasRole,
  };
  return { context, texts };
}
