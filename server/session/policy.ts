import { type Ack, refuse } from '@bedside/shared/errors.ts';
import type { PersonId, QuestionId } from '@bedside/shared/ids.ts';
import type { Actor } from '@bedside/shared/roles.ts';
import type { QuestionStatus } from '@bedside/shared/view.ts';
import { isPublic, type Question, type State } from './state.ts';

/** Who commands: `person` is null for the server itself. */
export type By = { role: Actor; person: PersonId | null };

/** The question a command names, if the actor may know of it and it is in one of the statuses. */
export function find(state: State, by: By, id: QuestionId, statuses: readonly QuestionStatus[]): Ack<{ question: Question }> {
  const question = state.questions.get(id);
  // Not even a refusal tells of a question that the actor never could see (rule M1).
  if (!question || !knows(by, question)) return refuse('not-found', 'no such question');
  if (statuses.includes(question.status)) return { ok: true, question };
  return refuse('wrong-state', seesStatus(by, question) ? `the question is ${question.status}` : 'not possible now');
}

/** That there is such a question: of one that once was public everybody knows. */
const knows = (by: By, question: Question) => seesStatus(by, question) || question.leftPublic > 0;

const seesStatus = (by: By, question: Question) =>
  by.role === 'moderator' || isPublic(question.status) || (by.person !== null && question.author === by.person);
