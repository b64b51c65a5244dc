import { isWaiting, pendingQueue } from '@bedside/shared/ordering.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { isTaken } from './claiming.ts';
import { canDecide, type Reviewer } from './review-rules.ts';

export const deskFilters = ['todo', 'flags', 'clinician', 'objected', 'reported', 'personal', 'abuse', 'free', 'mine', 'all'] as const;
export type DeskFilter = (typeof deskFilters)[number];

export type Sight = Reviewer & {
  /** One's own number among those who moderate. */
  me: number | undefined;
  /** Milliseconds since 1970, by the server's clock. */
  now: number;
};

type Test = (question: QuestionView, sight: Sight) => boolean;

const tests: Record<DeskFilter, Test> = {
  /** What this person can decide on. */
  todo: canDecide,
  flags: ({ redFlags }) => Boolean(redFlags?.length),
  clinician: ({ status }) => status === 'in-review',
  objected: ({ objected }) => objected === true,
  reported: ({ reports }) => Boolean(reports?.length),
  personal: ({ personal }) => Boolean(personal?.length),
  abuse: ({ abuse }) => Boolean(abuse?.length),
  free: (question, sight) => canDecide(question, sight) && !isTaken(question, sight),
  mine: ({ claim }, { me, now }) => claim !== undefined && claim.by === me && claim.until > now,
  all: () => true,
};

export function filterTest(filter: DeskFilter, sight: Sight): (question: QuestionView) => boolean {
  return (question) => tests[filter](question, sight);
}

/** How many of those that wait each filter shows. */
export function filterCounts(questions: readonly QuestionView[], sight: Sight): Record<DeskFilter, number> {
  const waiting = questions.filter(isWaiting);
  const count = (filter: DeskFilter) => waiting.filter((question) => tests[filter](question, sight)).length;
  return {
    todo: count('todo'),
    flags: count('flags'),
    clinician: count('clinician'),
    objected: count('objected'),
    reported: count('reported'),
    personal: count('personal'),
    abuse: count('abuse'),
    free: count('free'),
    mine: count('mine'),
    all: waiting.length,
  };
}

/** Any number for an id, the same on every page (FNV-1a, 32 bits). */
function hash(id: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) value = Math.imul(value ^ id.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}

/**
 * The order of what waits with the work split among `count` people: of those that are equally urgent, a share of one's own
 * comes first and the others' after it, so that nothing is left because somebody went home. `number` counts from 1.
 */
export function splitQueue(number: number, count: number): (rows: readonly QuestionView[]) => QuestionView[] {
  if (count < 2) return pendingQueue;
  const isOwn = ({ id }: QuestionView) => hash(id) % count === (number - 1) % count;
  const isUrgent = ({ redFlags, objected }: QuestionView) => Boolean(redFlags?.length) || objected === true;
  return (rows) => {
    const queue = pendingQueue(rows);
    const first = queue.filter(isUrgent);
    const rest = queue.filter((question) => !isUrgent(question));
    return [...first, ...rest.filter(isOwn), ...rest.filter((question) => !isOwn(question))];
  };
}
