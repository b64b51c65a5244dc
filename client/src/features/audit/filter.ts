import type { AuditRow } from '@bedside/shared/audit.ts';
import { QuestionId } from '@bedside/shared/ids.ts';
import type { Order } from './audit-log.ts';

/** What of the log is looked at; null for whoever, whatever, all questions. */
export type AuditQuery = { order: Order; actor: string | null; act: string | null; questionId: QuestionId | null };

/** From an address's query, where anything may be written. */
export function readQuery(search: URLSearchParams): AuditQuery {
  const question = QuestionId.safeParse(search.get('question'));
  return {
    order: search.get('order') === 'oldest' ? 'oldest' : 'newest',
    actor: search.get('actor') || null,
    act: search.get('act') || null,
    questionId: question.success ? question.data : null,
  };
}

/** The other way round, without what is as it is at first: an empty text for none. */
export function writeQuery({ order, actor, act, questionId }: AuditQuery): string {
  const search = new URLSearchParams({
    ...(questionId !== null && { question: questionId }),
    ...(actor !== null && { actor }),
    ...(act !== null && { act }),
    ...(order === 'oldest' && { order }),
  });
  return search.size === 0 ? '' : `?${search.toString()}`;
}

/** Of a merge both questions are told of. */
const concerns = (row: AuditRow, id: QuestionId) => row.questionId === id || row.details.into === id;

export const aboutQuestion = (rows: readonly AuditRow[], id: QuestionId | null): readonly AuditRow[] =>
  id === null ? rows : rows.filter((row) => concerns(row, id));

/** Stands for every act but those of taking a question up and leaving it: much of a log is who looked at what (rule M8). */
export const BUT_CLAIMS = 'but-claims';

const claims: ReadonlySet<string> = new Set(['question-claimed', 'question-released']);
const isAct = (row: AuditRow, act: string | null) => act === null || (act === BUT_CLAIMS ? !claims.has(row.act) : row.act === act);

export const matching = (rows: readonly AuditRow[], { actor, act }: Pick<AuditQuery, 'actor' | 'act'>): readonly AuditRow[] =>
  actor === null && act === null ? rows : rows.filter((row) => (actor === null || row.actor === actor) && isAct(row, act));

/** Each value of `key` once, with how many rows have it. */
export function choices(rows: readonly AuditRow[], key: 'actor' | 'act'): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row[key], (counts.get(row[key]) ?? 0) + 1);
  return counts;
}

/** Enough of an id to tell it from the others by eye: as many characters as Git shows of a commit, and one more. */
const SHORT = 8;

export const shortId = (id: string): string => (id.length <= SHORT + 2 ? id : `${id.slice(0, SHORT)}…`);
