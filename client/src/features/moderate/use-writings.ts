import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { useKept } from './use-kept.ts';

export type WritingKind = 'reply' | 'answer' | 'note';

type Begun = ReadonlyMap<WritingKind, string>;

/** What is being written to askers and about questions: a form that closes, by whatever, loses nothing. */
export function useWritings(questions: readonly QuestionView[]) {
  const { kept, setKept } = useKept<Begun>(questions);
  const set = (id: QuestionId, next: (was: Begun) => Begun) =>
    setKept((now) => {
      const begun = next(now.get(id) ?? new Map());
      return begun.size > 0 ? new Map(now).set(id, begun) : new Map([...now].filter(([each]) => each !== id));
    });
  return {
    of: (kind: WritingKind, id: QuestionId) => kept.get(id)?.get(kind) ?? null,
    has: (id: QuestionId) => kept.has(id),
    any: kept.size > 0,
    keep: (kind: WritingKind, id: QuestionId, text: string) => set(id, (was) => new Map(was).set(kind, text)),
    drop: (kind: WritingKind, id: QuestionId) => set(id, (was) => new Map([...was].filter(([each]) => each !== kind))),
  };
}

export type Writings = ReturnType<typeof useWritings>;
