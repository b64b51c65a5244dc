import { useEffect, useMemo, useState } from 'react';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';

/**
 * What this page keeps by question, for as long as it is open and the question is in sight: what its asker takes back is nowhere
 * any more (rule Q6). `present` holds the ids of those in sight.
 */
export function useKept<Value>(questions: readonly QuestionView[]) {
  const [kept, setKept] = useState<ReadonlyMap<QuestionId, Value>>(new Map());
  const present = useMemo(() => new Set(questions.map(({ id }) => id)), [questions]);
  useEffect(() => {
    if ([...kept.keys()].some((id) => !present.has(id))) setKept(new Map([...kept].filter(([id]) => present.has(id))));
  }, [kept, present]);
  return { kept, setKept, present };
}
