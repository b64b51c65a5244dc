import type { SessionCommand } from '@bedside/shared/commands.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionStatus, View } from '@bedside/shared/view.ts';

/** What the doctor did to a question, as far as undoing it needs to know. */
export type Step = {
  did: 'answer' | 'finish' | 'skip' | 'requeue';
  questionId: QuestionId;
  /** Its status before. */
  was: QuestionStatus;
  /** With `answer`: the question that this finished. */
  finished?: QuestionId | null;
};

/**
 * The commands that take a step back, given what became of the session since. Empty when there is nothing left to
 * undo. A question being answered by then is never interrupted.
 */
export function undoOf(step: Step, view: View): SessionCommand[] {
  const found = (id: QuestionId) => view.questions.find((question) => question.id === id);
  const status = (id: QuestionId) => found(id)?.status ?? null;
  // Taking it back would erase what was written meanwhile (rule M14).
  const written = (id: QuestionId) => found(id)?.answer !== undefined;
  const canAnswer = view.session.phase === 'live' || view.session.phase === 'paused';
  const { did, questionId } = step;

  if (did === 'answer') {
    const commands: SessionCommand[] = [];
    const stillAnswering = status(questionId) === 'answering';
    if (stillAnswering) commands.push({ type: 'requeue-question', questionId });
    if (step.finished && status(step.finished) === 'answered' && !written(step.finished)) {
      commands.push({ type: 'requeue-question', questionId: step.finished });
      if (canAnswer && stillAnswering) commands.push({ type: 'start-answer', questionId: step.finished });
    }
    return commands;
  }

  if (did === 'requeue') {
    if (status(questionId) !== 'approved' || view.session.phase === 'ended') return [];
    if (step.was === 'skipped') return [{ type: 'skip-question', questionId }];
    // Its time of answering would be another one, so going back to "answered" is no undoing.
    return step.was === 'answering' && canAnswer && view.session.answeringId === null ? [{ type: 'start-answer', questionId }] : [];
  }

  const expected = did === 'finish' ? 'answered' : 'skipped';
  if (status(questionId) !== expected || written(questionId)) return [];
  const back: SessionCommand[] = [{ type: 'requeue-question', questionId }];
  if (step.was === 'answering' && canAnswer && view.session.answeringId === null) back.push({ type: 'start-answer', questionId });
  return back;
}
