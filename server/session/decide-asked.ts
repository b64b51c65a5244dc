import type { SessionCommand, SystemCommand } from '@bedside/shared/commands.ts';
import { refuse } from '@bedside/shared/errors.ts';
import { accept, acceptIf, type CommandOf, type Context, type Decision, giveBack, kept, publicly, untilEnd, waiting } from './deciding.ts';
import type { FactOf } from './events.ts';
import { type By, find, findOwn, waitUntil } from './policy.ts';
import { restrictionOf, type State } from './state.ts';

const types = ['submit-question', 'withdraw-question', 'object-to-edit', 'confirm-emergency', 'report-question'] as const;
type Asked = CommandOf<(typeof types)[number]>;

/** What the audience does, but for votes. */
export const isAsked = (command: SessionCommand | SystemCommand): command is Asked => types.some((type) => type === command.type);

export function decideAsked(state: State, by: By, command: Asked, context: Context): Decision {
  switch (command.type) {
    case 'submit-question':
      return submit(state, by, command, context);
    case 'withdraw-question': {
      const { questionId } = command;
      const found = findOwn(state, by, questionId, [...waiting, 'approved', 'declined', 'skipped', 'merged']);
      return found.ok ? accept([...giveBack(state, found.question), { type: 'question-withdrawn', questionId }]) : found;
    }
    case 'object-to-edit':
      return object(state, by, command);
    case 'confirm-emergency': {
      const { questionId } = command;
      const found = findOwn(state, by, questionId, kept);
      if (!found.ok) return found;
      const { marks, emergencyRead } = found.question;
      if (marks.redFlags.length === 0) return refuse('wrong-state', 'nothing was marked in it');
      return acceptIf(!emergencyRead, { type: 'emergency-confirmed', questionId });
    }
    case 'report-question':
      return untilEnd(state, () => report(state, by, command));
  }
}

function submit(state: State, by: By, command: CommandOf<'submit-question'>, context: Context): Decision {
  if (state.phase === 'scheduled') return refuse('session-not-open', 'questions are not taken yet');
  const author = by.person;
  if (author === null) return refuse('no-identity', 'a question needs a person');
  return untilEnd(state, () => {
    const { now } = context;
    // Others than mutes never come as far as this; nobody with another role is held to one (rule H7).
    const muted = by.role === 'viewer' ? restrictionOf(state, author, now) : null;
    if (muted) return refuse('muted', 'moderators do not let this person ask', waitUntil(muted.until, now));
    if (state.queueLocked) return refuse('queue-locked', 'no questions are taken now');
    const last = state.people.get(author)?.asked.at(-1);
    const next = last === undefined ? now : (state.questions.get(last)?.askedAt ?? 0) + state.slowSeconds * 1000;
    if (next > now && state.slowSeconds > 0) return refuse('slow-mode', 'not yet', { retryAfterMs: next - now });
    const questionId = context.newQuestionId();
    const text = context.newText(command.text);
    const name = command.name === undefined ? null : context.newText(command.name);
    const marks = context.mark(command.text, command.name ?? null);
    const found = marks.redFlags.length + marks.personal.length + marks.abuse.length > 0;
    const fact: FactOf<'question-submitted'> = {
      type: 'question-submitted',
      questionId,
      author,
      text,
      name,
      ...(found ? { marks } : {}),
    };
    return { ok: true, facts: [fact], questionId };
  });
}

/** Rule M12. */
function object(state: State, by: By, { questionId }: CommandOf<'object-to-edit'>): Decision {
  const found = findOwn(state, by, questionId, [...waiting, ...publicly]);
  if (!found.ok) return found;
  const { edit, objected, status } = found.question;
  if (!edit) return refuse('wrong-state', 'nobody has edited it');
  return acceptIf(!objected || status === 'approved' || status === 'skipped', { type: 'edit-objected', questionId });
}

/** Rule H3. */
function report(state: State, by: By, { questionId, reason }: CommandOf<'report-question'>): Decision {
  const { person } = by;
  if (person === null) return refuse('no-identity', 'a report needs a person');
  if (state.closed) return refuse('wrong-state', 'the session is closed');
  const found = find(state, by, questionId, publicly);
  return found.ok ? acceptIf(!found.question.reporters.has(person), { type: 'question-reported', questionId, reason }) : found;
}
