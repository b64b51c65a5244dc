import * as z from 'zod/mini';
import type { SessionId } from '@bedside/shared/ids.ts';
import { normaliseText } from '@bedside/shared/text.ts';

/** What is being written, before it is sent. */
export type Draft = { text: string; named: boolean; name: string };

export const emptyDraft: Draft = { text: '', named: false, name: '' };

/** What is left of a draft once `sent` is durable: what was written meanwhile, and the chosen name for the next one. */
export function afterSending(now: Draft, sent: Draft): Draft {
  return normaliseText(now.text) === normaliseText(sent.text) ? { ...now, text: '' } : now;
}

const Kept = z.object({ text: z.string(), named: z.boolean(), name: z.string() });
const key = (sessionId: SessionId) => `bedside draft ${sessionId}`;

/** The draft of this tab; a browser that keeps nothing starts with an empty one. */
export function readDraft(sessionId: SessionId): Draft {
  try {
    const kept = Kept.safeParse(JSON.parse(sessionStorage.getItem(key(sessionId)) ?? 'null'));
    return kept.success ? kept.data : emptyDraft;
  } catch {
    return emptyDraft;
  }
}

export function keepDraft(sessionId: SessionId, draft: Draft): void {
  try {
    sessionStorage.setItem(key(sessionId), JSON.stringify(draft));
  } catch {
    // Private modes may forbid it: the draft then lives as long as the page.
  }
}
