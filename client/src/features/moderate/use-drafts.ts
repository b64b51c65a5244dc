import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import type { Draft } from './drafts.ts';
import { useKept } from './use-kept.ts';

type Kept = { draft: Draft; isRefused: boolean };

/** Edits that are not sent yet. One that was refused is kept, and said to be. */
export function useDrafts(questions: readonly QuestionView[]) {
  const { kept, setKept, present } = useKept<Kept>(questions);
  const change = (id: QuestionId, next: (was: Kept) => Kept) =>
    setKept((now) => {
      const was = now.get(id);
      return was ? new Map(now).set(id, next(was)) : now;
    });
  return {
    of: (id: QuestionId | undefined) => (id !== undefined && present.has(id) ? (kept.get(id)?.draft ?? null) : null),
    any: kept.size > 0,
    refused: [...kept].flatMap(([id, { isRefused }]) => (isRefused && present.has(id) ? [id] : [])),
    keep: (id: QuestionId, draft: Draft) => setKept((now) => new Map(now).set(id, { draft, isRefused: false })),
    drop: (id: QuestionId) => setKept((now) => new Map([...now].filter(([each]) => each !== id))),
    refuse: (id: QuestionId) => change(id, (was) => ({ ...was, isRefused: true })),
  };
}

export type Drafts = ReturnType<typeof useDrafts>;
