import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { normaliseText, textLength } from '@bedside/shared/text.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { useSend } from '../../net/session-context.tsx';
import { showToast } from '../../ui/toasts.ts';

/** One answer in writing at a time, and what was begun of others. */
export type Writing = {
  isOpen: boolean;
  /** Null while it is not in the view any more: what was written stays, and can be copied. */
  question: QuestionView | null;
  text: string;
  sending: boolean;
  problem: string | null;
  /** The same function on every render. */
  begin(id: QuestionId): void;
  change(text: string): void;
  close(): void;
  publish(): void;
};

/** What is wrong with an answer, by the same rule as the server's. */
export function problemOf(text: string): 'missing' | 'tooLong' | null {
  const length = textLength(normaliseText(text));
  if (length === 0) return 'missing';
  return length > limits.answerMax ? 'tooLong' : null;
}

export function useWriting(questions: readonly QuestionView[]): Writing {
  const { t } = useTranslation(['host', 'common']);
  const send = useSend();
  const [id, setId] = useState<QuestionId | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [begun, setBegun] = useState<ReadonlyMap<QuestionId, string>>(new Map());
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [begin] = useState(() => (next: QuestionId) => {
    setId(next);
    setProblem(null);
    setOpen(true);
  });
  const question = questions.find((each) => each.id === id) ?? null;
  const text = (id && begun.get(id)) ?? question?.answer ?? '';

  const publish = async () => {
    const wrong = problemOf(text);
    if (wrong) return setProblem(t(`common:field.${wrong}`, { count: limits.answerMax }));
    if (!id || sending) return;
    setSending(true);
    const answer = await send({ type: 'publish-answer', questionId: id, text });
    setSending(false);
    if (!answer.ok) return setProblem(t(`common:error.${answer.error.code}`));
    setBegun((now) => new Map([...now].filter(([other]) => other !== id)));
    setOpen(false);
    showToast({ text: t('write.published') });
  };

  return {
    isOpen,
    question,
    text,
    sending,
    problem,
    begin,
    change(next) {
      setProblem(null);
      if (id) setBegun((now) => new Map(now).set(id, next));
    },
    close: () => setOpen(false),
    publish: () => void publish(),
  };
}
