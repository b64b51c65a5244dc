import type { PersonalKind } from '@bedside/shared/marks.ts';
import { QuestionText } from '@bedside/shared/text.ts';
import type { QuestionView } from '@bedside/shared/view.ts';

/** What the public is to read instead, before it is sent. `before` are its steps back, the last one at the end. */
export type Draft = { text: string; showName: boolean; before: readonly string[] };

export type Span = { kind: PersonalKind; start: number; end: number };

type Subject = Pick<QuestionView, 'text' | 'name' | 'edited' | 'original'>;

/** A draft that changes nothing yet. A name that an edit before has taken away is not in the view: it stays away. */
export function beginDraft(question: Subject): Draft {
  return { text: question.text ?? '', showName: question.name !== null, before: [] };
}

/** Whether sending it would change anything. */
export function changes(draft: Draft, question: Subject): boolean {
  return draft.text !== question.text || draft.showName !== (question.name !== null);
}

/** The text to send, in its normal form; null where it is too short or too long. */
export function sendable(draft: Draft): string | null {
  const parsed = QuestionText.safeParse(draft.text);
  return parsed.success ? parsed.data : null;
}

/** Puts `words` in the place of each span. Spans are in order and don't overlap. */
export function replaceSpans(draft: Draft, spans: readonly Span[], words: (kind: PersonalKind) => string): Draft {
  if (spans.length === 0) return draft;
  const { text } = draft;
  let at = 0;
  let result = '';
  for (const { kind, start, end } of spans) {
    result += text.slice(at, start) + words(kind);
    at = end;
  }
  return { ...draft, text: result + text.slice(at), before: [...draft.before, text] };
}

/** One step back; the same draft where there is none. */
export function stepBack(draft: Draft): Draft {
  const text = draft.before.at(-1);
  return text === undefined ? draft : { ...draft, text, before: draft.before.slice(0, -1) };
}
