import type { SessionCommand, SystemCommand } from '@bedside/shared/commands.ts';
import { type Ack, refuse } from '@bedside/shared/errors.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import type { QuestionStatus } from '@bedside/shared/view.ts';
import {
  accept,
  acceptIf,
  type CommandOf,
  type Context,
  type Decision,
  giveBack,
  kept,
  onQuestion,
  publicly,
  waiting,
} from './deciding.ts';
import type { Fact } from './events.ts';
import { type By, find, findSeen, needsClinician } from './policy.ts';
import type { Question, State } from './state.ts';

const types = [
  'approve-question',
  'decline-question',
  'undo-review',
  'review-questions',
  'send-to-clinician',
  'edit-question',
  'erase-original',
  'claim-question',
  'release-question',
  'reply-to-asker',
  'publish-answer',
  'save-reply',
  'delete-reply',
  'introduce-self',
  'merge-question',
  'unmerge-question',
] as const;
type Review = CommandOf<(typeof types)[number]>;
type Verdict = CommandOf<'review-questions'>['decision'];
type OfOne = CommandOf<'approve-question'> | CommandOf<'decline-question'> | CommandOf<'undo-review'> | CommandOf<'send-to-clinician'>;
type NewNote = (() => ReturnType<Context['newText']>) | null;

/** What moderators do with questions (rules M and D). */
export const isReview = (command: SessionCommand | SystemCommand): command is Review => types.some((type) => type === command.type);

export function decideReview(state: State, by: By, command: Review, context: Context): Decision {
  switch (command.type) {
    case 'approve-question':
      return one(state, by, command, { kind: 'approve' }, null);
    case 'send-to-clinician':
      return one(state, by, command, { kind: 'send-to-clinician' }, null);
    case 'undo-review':
      return one(state, by, command, { kind: 'undo' }, null);
    case 'decline-question': {
      const { reason, note } = command;
      return one(state, by, command, { kind: 'decline', reason }, note === undefined ? null : () => context.newText(note));
    }
    case 'review-questions':
      return many(state, by, command);
    case 'edit-question':
      return edit(state, by, command, context);
    case 'erase-original':
      return eraseOriginal(state, by, command);
    case 'claim-question':
      return claim(state, by, command, context);
    case 'release-question':
      return onQuestion(state, by, command, kept, (questionId, question) =>
        question.claim?.by === by.person ? [{ type: 'question-released', questionId }] : [],
      );
    case 'reply-to-asker':
      return write(state, by, command, context, kept, 'replied');
    case 'publish-answer':
      return write(state, by, command, context, publicly, 'answered');
    case 'save-reply':
      if (state.savedReplies.size >= limits.savedRepliesMax) return refuse('wrong-state', 'there are as many as there may be');
      return accept([{ type: 'reply-saved', replyId: context.newReplyId(), text: context.newText(command.text) }]);
    case 'delete-reply':
      if (!state.savedReplies.has(command.replyId)) return refuse('not-found', 'no such reply');
      return accept([{ type: 'reply-deleted', replyId: command.replyId }]);
    case 'introduce-self':
      if (by.person === null) return refuse('no-identity', 'a name needs a person');
      return accept([{ type: 'staff-introduced', name: context.newText(command.name) }]);
    case 'merge-question':
      return merge(state, by, command);
    case 'unmerge-question':
      return unmerge(state, by, command);
  }
}

/** In which statuses a verdict is possible (rules M2, M4, M7). */
const statuses: Record<Verdict['kind'], readonly QuestionStatus[]> = {
  approve: waiting,
  decline: waiting,
  'send-to-clinician': ['pending'],
  undo: ['approved', 'skipped', 'declined', 'in-review'],
};

function one(state: State, by: By, { questionId, seen }: OfOne, verdict: Verdict, newNote: NewNote): Decision {
  const found = judge(state, by, questionId, verdict, seen);
  return found.ok ? accept(facts(state, found.question, verdict, newNote)) : found;
}

/** Rule M9: each is judged as it is before the command. */
function many(state: State, by: By, { questionIds, decision, seen }: CommandOf<'review-questions'>): Decision {
  const able = [...new Set(questionIds)].flatMap((id) => {
    const found = judge(state, by, id, decision, seen);
    return found.ok && !(decision.kind === 'approve' && needsALook(found.question)) ? [found.question] : [];
  });
  if (able.length === 0) return refuse('wrong-state', 'none of them can take it');
  return accept(able.flatMap((question) => facts(state, question, decision, null)));
}

/** What nobody approves among others (rule M9). */
const needsALook = ({ marks: { redFlags, abuse }, objected }: Question) => redFlags.length + abuse.length > 0 || objected;

/** Whether this person may decide so on a question (rules M7, M17). */
function judge(state: State, by: By, id: QuestionId, { kind }: Verdict, seen: OfOne['seen']): Ack<{ question: Question }> {
  const found = findSeen(state, by, id, statuses[kind], 'judged', seen);
  if (!found.ok || by.role === 'reviewer') return found;
  const { question } = found;
  const barred = kind === 'approve' ? needsClinician(state, question) : kind === 'decline' && question.status === 'in-review';
  return barred ? refuse('needs-clinician', 'a clinician reviewer decides on it') : found;
}

function facts(state: State, question: Question, verdict: Verdict, newNote: NewNote): Fact[] {
  const { id: questionId } = question;
  switch (verdict.kind) {
    case 'approve':
      return [{ type: 'question-approved', questionId }];
    case 'send-to-clinician':
      return [{ type: 'question-sent-to-clinician', questionId }];
    case 'undo':
      return [{ type: 'review-undone', questionId }];
    case 'decline':
      return [...giveBack(state, question), { type: 'question-declined', questionId, reason: verdict.reason, note: newNote?.() ?? null }];
  }
}

/** Rule M10. What a clinician has to approve, nobody else changes once it is public (rule M7). */
function edit(state: State, by: By, { questionId, text, showName, seen }: CommandOf<'edit-question'>, context: Context): Decision {
  const found = findSeen(state, by, questionId, [...waiting, ...publicly], 'judged', seen);
  if (!found.ok) return found;
  const { question } = found;
  if (by.role !== 'reviewer' && publicly.includes(question.status) && needsClinician(state, question))
    return refuse('needs-clinician', 'a clinician reviewer edits it');
  const before = question.edit;
  const shown = showName || question.name === null;
  const original = !question.originalErased && context.isText(question.text, text);
  const same = shown === (before?.showName ?? true) && (before?.text ? context.isText(before.text, text) : original);
  if (same && !question.objected) return accept([]);
  return accept([{ type: 'question-edited', questionId, text: original ? null : context.newText(text), showName: shown }]);
}

/** Rule M11. */
function eraseOriginal(state: State, by: By, { questionId }: CommandOf<'erase-original'>): Decision {
  const found = find(state, by, questionId, kept);
  if (!found.ok) return found;
  const { edit: edited, originalErased, name } = found.question;
  if (!edited) return refuse('wrong-state', 'nobody has edited it');
  const news = (edited.text !== null && !originalErased) || (!edited.showName && name !== null);
  return acceptIf(news, { type: 'original-erased', questionId });
}

/** Rule M8: one that holds is not taken over. */
function claim(state: State, by: By, command: CommandOf<'claim-question'>, { now }: Context): Decision {
  const { person } = by;
  if (person === null) return refuse('no-identity', 'a claim needs a person');
  return onQuestion(state, by, command, waiting, (questionId, question) => {
    const held = question.claim !== null && question.claim.by !== person && question.claim.until > now;
    return held ? [] : [{ type: 'question-claimed', questionId, until: now + limits.claimMs }];
  });
}

/** Rules M13 and M14. */
function write(
  state: State,
  by: By,
  { type, questionId, text, seen }: CommandOf<'reply-to-asker' | 'publish-answer'>,
  context: Context,
  statuses: readonly QuestionStatus[],
  part: 'replied' | 'answered',
): Decision {
  const found = findSeen(state, by, questionId, statuses, part, seen);
  if (!found.ok) return found;
  return accept([{ type: type === 'reply-to-asker' ? 'asker-replied' : 'answer-published', questionId, text: context.newText(text) }]);
}

/** Rule D2. */
function merge(state: State, by: By, { questionId, into, seen }: CommandOf<'merge-question'>): Decision {
  const found = findSeen(state, by, questionId, [...waiting, 'approved', 'skipped'], 'judged', seen);
  if (!found.ok) return found;
  const target = findSeen(state, by, into, [...waiting, ...publicly], 'judged', seen);
  if (!target.ok) return target;
  if (questionId === into) return refuse('wrong-state', 'a question is not merged into itself');
  return accept([{ type: 'question-merged', questionId, into }]);
}

/** Rule D3. */
function unmerge(state: State, by: By, { questionId, seen }: CommandOf<'unmerge-question'>): Decision {
  const found = findSeen(state, by, questionId, ['merged'], 'judged', seen);
  return found.ok ? accept([{ type: 'question-unmerged', questionId }]) : found;
}
