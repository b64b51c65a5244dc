import { useEffect, useState } from 'react';
import { SubmitQuestion } from '@bedside/shared/commands.ts';
import type { Failure } from '@bedside/shared/errors.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import { normaliseText } from '@bedside/shared/text.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { useSend } from '../../net/session-context.tsx';
import { type Complaint, complaintOf } from './check.ts';
import { type Draft, emptyDraft, keepDraft, readDraft } from './draft.ts';

export type Asking = {
  draft: Draft;
  change(part: Partial<Draft>): void;
  sending: boolean;
  complaint: Complaint | null;
  failure: Failure | null;
  /** True once the question is durable. */
  submit(): Promise<boolean>;
};

/** The state of the one composer of the page. */
export function useAsk(sessionId: SessionId, own: readonly QuestionView[]): Asking {
  const send = useSend();
  const [draft, setDraft] = useState(() => freshDraft(sessionId, own));
  const [sending, setSending] = useState(false);
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => keepDraft(sessionId, draft), [sessionId, draft]);

  const change = (part: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...part }));
    setComplaint(null);
    setFailure(null);
  };

  const submit = async () => {
    const found = complaintOf(draft);
    setComplaint(found);
    setFailure(null);
    if (found || sending) return false;
    setSending(true);
    const answer = await send(
      SubmitQuestion.parse({ type: 'submit-question', text: draft.text, ...(draft.named && { name: draft.name }) }),
    );
    setSending(false);
    if (!answer.ok) {
      setFailure(answer.error);
      return false;
    }
    // The chosen name stays for the next question.
    setDraft((now) => ({ ...now, text: '' }));
    return true;
  };

  return { draft, change, sending, complaint, failure, submit };
}

// A page that was reloaded between sending and the ack comes back with the draft of what was in fact asked.
function freshDraft(sessionId: SessionId, own: readonly QuestionView[]): Draft {
  const kept = readDraft(sessionId);
  const text = normaliseText(kept.text);
  return own.some((question) => question.text === text) ? { ...kept, text: emptyDraft.text } : kept;
}
