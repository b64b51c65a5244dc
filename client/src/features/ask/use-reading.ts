import { useEffect, useState } from 'react';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { FlagCode } from '@bedside/shared/marks.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { useSend } from '../../net/session-context.tsx';
import { confirmable, type HaveRead } from './confirming.ts';

/** What the writer says to have read before sending, of where to get help. */
export type Reading = {
  read: HaveRead;
  mark(flags: readonly FlagCode[]): void;
  /** What was read belongs to the question that was made of the draft. */
  sent(id: QuestionId | undefined): void;
};

const nothing: HaveRead = new Set();

/** Tells moderators that it was read, once the server has said which signs it found (rule F1). */
export function useReading(own: readonly QuestionView[]): Reading {
  const send = useSend();
  const [read, setRead] = useState(nothing);
  const [sent, setSent] = useState<ReadonlyMap<QuestionId, HaveRead>>(new Map());
  const due = confirmable(own, sent).join(' ');

  useEffect(() => {
    const ids = confirmable(own, sent);
    if (ids.length === 0) return;
    // Once each: where it is refused, the question's own card still asks.
    setSent((now) => new Map([...now].filter(([id]) => !ids.includes(id))));
    for (const questionId of ids) void send({ type: 'confirm-emergency', questionId });
    // oxlint-disable-next-line react/exhaustive-deps -- `due` says it of both
  }, [due, send]);

  return {
    read,
    mark: (flags) => setRead(new Set(flags)),
    sent(id) {
      if (id && read.size > 0) setSent((now) => new Map(now).set(id, read));
      setRead(nothing);
    },
  };
}
