import { useEffect, useState } from 'react';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { FlagCode } from '@bedside/shared/marks.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { useSend } from '../../net/session-context.tsx';
import { confirmable, type HaveRead, isRead, nothingRead, stillRead } from '../../help/confirming.ts';

/** What the writer says to have read before sending, of where to get help. */
export type Reading = {
  read: HaveRead;
  mark(flags: readonly FlagCode[]): void;
  /** The text is this one now, with these signs in it. */
  look(text: string, flags: readonly FlagCode[]): void;
  /** Whether all of a question's signs were read before it was sent, or is read while it is on its way. */
  covers(question: Pick<QuestionView, 'id' | 'redFlags'>): boolean;
  /** What was read belongs to the question that was made of the draft. */
  sent(id: QuestionId | undefined): void;
};

/** Tells moderators that it was read, once the server has said which signs it found (rule F1). */
export function useReading(own: readonly QuestionView[]): Reading {
  const send = useSend();
  const [read, setRead] = useState(nothingRead);
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
    look: (text, flags) => setRead((now) => stillRead(now, text, flags)),
    covers: ({ id, redFlags }) => isRead(redFlags ?? [], sent.get(id) ?? read),
    sent(id) {
      if (id && read.size > 0) setSent((now) => new Map(now).set(id, read));
      setRead(nothingRead);
    },
  };
}
