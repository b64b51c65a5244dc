import { useEffect, useMemo, useState } from 'react';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';

export type WritingKind = 'reply' | 'answer' | 'note';

const keyOf = (kind: WritingKind, id: QuestionId) => `${kind} ${id}`;

/**
 * What is being written to askers and about questions, for as long as the page is open: a form that closes, by whatever, loses
 * nothing. What is about a question that is in nobody's sight any more is forgotten with it (rule Q6).
 */
export function useWritings(questions: readonly QuestionView[]) {
  const [kept, setKept] = useState<ReadonlyMap<string, { id: QuestionId; text: string }>>(new Map());
  const present = useMemo(() => new Set(questions.map(({ id }) => id)), [questions]);
  useEffect(() => {
    if ([...kept.values()].some(({ id }) => !present.has(id))) setKept(new Map([...kept].filter(([, { id }]) => present.has(id))));
  }, [kept, present]);
  return {
    of: (kind: WritingKind, id: QuestionId) => kept.get(keyOf(kind, id))?.text ?? null,
    has: (id: QuestionId) => [...kept.values()].some((each) => each.id === id),
    any: kept.size > 0,
    keep: (kind: WritingKind, id: QuestionId, text: string) => setKept((now) => new Map(now).set(keyOf(kind, id), { id, text })),
    drop: (kind: WritingKind, id: QuestionId) => setKept((now) => new Map([...now].filter(([key]) => key !== keyOf(kind, id)))),
  };
}

export type Writings = ReturnType<typeof useWritings>;
