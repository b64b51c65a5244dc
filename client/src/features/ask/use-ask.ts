import { useEffect, useRef, useState } from 'react';
import { SubmitQuestion } from '@bedside/shared/commands.ts';
import type { Failure } from '@bedside/shared/errors.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import { normaliseText } from '@bedside/shared/text.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { useSend, useSession } from '../../net/session-context.tsx';
import { type Complaint, complaintOf } from './check.ts';
import { afterSending, type Draft, emptyDraft, keepDraft, readDraft } from './draft.ts';
import { type BackFrom, createUndoOffers, type Said } from './undo-offers.ts';
import { type Reading, useReading } from './use-reading.ts';

export type Asking = {
  draft: Draft;
  change(part: Partial<Draft>): void;
  /** Says what was done to the text, and offers to take it back while that is possible. */
  offerUndo(said: Said, back: BackFrom): void;
  reading: Reading;
  sending: boolean;
  complaint: Complaint | null;
  failure: Refused | null;
  /** `sent` once the question is durable, `sent-and-more` if another was begun meanwhile. */
  submit(): Promise<'not-sent' | 'sent' | 'sent-and-more'>;
};

/** `at` on the server's clock, milliseconds. */
export type Refused = Failure & { at: number };

/** The state of the one composer of the page. */
export function useAsk(sessionId: SessionId, own: readonly QuestionView[]): Asking {
  const send = useSend();
  const { serverNow } = useSession();
  const reading = useReading(own);
  const [draft, setDraft] = useState(() => freshDraft(sessionId, own));
  // What is typed while a question is on its way is newer than the `draft` that its `submit` knows.
  const typed = useRef(draft);
  const [sending, setSending] = useState(false);
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  const [failure, setFailure] = useState<Refused | null>(null);
  useEffect(() => keepDraft(sessionId, draft), [sessionId, draft]);

  const [offers] = useState(() => createUndoOffers(draft.text));

  const put = (next: Draft) => {
    typed.current = next;
    setDraft(next);
    offers.changed(next.text);
  };

  const change = (part: Partial<Draft>) => {
    put({ ...typed.current, ...part });
    setComplaint(null);
    setFailure(null);
  };

  const offerUndo = (said: Said, back: BackFrom) => offers.offer(said, back, (text) => change({ text }));

  const submit = async () => {
    const found = complaintOf(draft);
    setComplaint(found);
    setFailure(null);
    if (found || sending) return 'not-sent';
    setSending(true);
    const answer = await send(
      SubmitQuestion.parse({ type: 'submit-question', text: draft.text, ...(draft.named && { name: draft.name }) }),
    );
    setSending(false);
    if (!answer.ok) {
      setFailure({ ...answer.error, at: serverNow() });
      return 'not-sent';
    }
    reading.sent(answer.questionId);
    put(afterSending(typed.current, draft));
    return typed.current.text === '' ? 'sent' : 'sent-and-more';
  };

  return { draft, change, offerUndo, reading, sending, complaint, failure, submit };
}

// A page that was reloaded between sending and the ack comes back with the draft of what was in fact asked.
function freshDraft(sessionId: SessionId, own: readonly QuestionView[]): Draft {
  const kept = readDraft(sessionId);
  const text = normaliseText(kept.text);
  return own.some((question) => question.text === text) ? { ...kept, text: emptyDraft.text } : kept;
}
