import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { moveSpans, type Span } from './drafts.ts';
import { finders, findSpans } from '../../screening/finders.ts';
import { createSimilarPool, type SimilarPool } from './similar-pool.ts';

// While J is held, nothing is looked up for what passes by.
const SPANS_AFTER_MS = 60;
const SIMILAR_AFTER_MS = 200;
const noSpans: readonly Span[] = [];
const noIds: readonly QuestionId[] = [];

/** What may be personal data in a text of this question; while it is being written, what is still there of that. */
export function useSpans(id: QuestionId | null, text: string | null): readonly Span[] {
  const [found, setFound] = useState<{ id: QuestionId; text: string; spans: readonly Span[] } | null>(null);
  useEffect(() => {
    if (id === null || !text) return;
    let left = false;
    const timer = setTimeout(() => {
      void findSpans(text).then((spans) => !left && setFound({ id, text, spans }));
    }, SPANS_AFTER_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [id, text]);
  return useMemo(() => (text !== null && found?.id === id ? moveSpans(found.text, text, found.spans) : noSpans), [id, text, found]);
}

/** Questions that read like `subject`, as ids, the likest first (rule D1); nothing until they are known. */
export function useSimilar(subject: QuestionView | null, questions: readonly QuestionView[]): readonly QuestionId[] {
  const [found, setFound] = useState<{ id: QuestionId; ids: readonly QuestionId[] } | null>(null);
  const pool = useRef<Promise<SimilarPool | null>>(undefined);
  const id = subject?.id ?? null;
  const text = subject?.text ?? null;

  const look = useEffectEvent(async (isLeft: () => boolean) => {
    pool.current ??= finders.similar().then(
      (create) => createSimilarPool(create()),
      () => null,
    );
    const open = await pool.current;
    if (!open || !subject || isLeft()) return;
    const ids = await open.find(subject, questions);
    if (!isLeft()) setFound({ id: subject.id, ids });
  });
  useEffect(() => {
    if (id === null || text === null) return;
    let left = false;
    const timer = setTimeout(() => void look(() => left), SIMILAR_AFTER_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [id, text]);
  return found && found.id === id ? found.ids : noIds;
}
