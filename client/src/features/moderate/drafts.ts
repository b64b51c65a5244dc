import type { PersonalKind } from '@bedside/shared/marks.ts';
import { QuestionText } from '@bedside/shared/text.ts';
import type { QuestionView } from '@bedside/shared/view.ts';

export type Span = { kind: PersonalKind; start: number; end: number };

/** A place that was redacted: what stands there since, where, and what stood there. */
type Redaction = { at: number; words: string; was: string };

/** What the public reads of a question. */
type Shown = { text: string; showName: boolean };

/** What the public is to read instead, before it is sent. */
export type Draft = Shown & {
  /** What the question showed when this was begun. */
  base: Shown;
  /** Its redactions, the last at the end, each with the text that it led to. */
  before: readonly { text: string; redactions: readonly Redaction[] }[];
};

type Subject = Pick<QuestionView, 'text' | 'name' | 'nameHidden'>;

/** Staff see a name that an edit has taken away as well (rule M10): nothing but a person's choice brings it back. */
const shownOf = ({ text, name, nameHidden }: Subject): Shown => ({ text: text ?? '', showName: name !== null && nameHidden !== true });
const isSame = (one: Shown, other: Shown) => one.text === other.text && one.showName === other.showName;

/** A draft that changes nothing yet. */
export function beginDraft(question: Subject): Draft {
  const base = shownOf(question);
  return { ...base, base, before: [] };
}

/** Whether sending it would change anything. */
export const changes = (draft: Draft, question: Subject): boolean => !isSame(draft, shownOf(question));

/** Whether the question was changed by somebody else since it was begun: sent like that, it would take their change back. */
export const isStale = (draft: Draft, question: Subject): boolean => changes(draft, question) && !isSame(draft.base, shownOf(question));

/** The same draft, begun on what the question shows now. */
export const rebase = (draft: Draft, question: Subject): Draft => ({ ...draft, base: shownOf(question) });

/** The text to send, in its normal form; null where it is too short or too long. */
export function sendable(draft: Pick<Draft, 'text'>): string | null {
  const parsed = QuestionText.safeParse(draft.text);
  return parsed.success ? parsed.data : null;
}

/** Puts `words` in the place of each span. Spans are in order and don't overlap. */
export function replaceSpans(draft: Draft, spans: readonly Span[], words: (kind: PersonalKind) => string): Draft {
  if (spans.length === 0) return draft;
  let at = 0;
  let text = '';
  const redactions: Redaction[] = [];
  for (const { kind, start, end } of spans) {
    text += draft.text.slice(at, start);
    redactions.push({ at: text.length, words: words(kind), was: draft.text.slice(start, end) });
    text += words(kind);
    at = end;
  }
  text += draft.text.slice(at);
  return { ...draft, text, before: [...draft.before, { text, redactions }] };
}

/**
 * Takes the last redaction back, and leaves what was written since where it is: a place that was written over stays as it is.
 * The same draft where there is none.
 */
export function stepBack(draft: Draft): Draft {
  const last = draft.before.at(-1);
  if (!last) return draft;
  const [head, tail] = untouched(last.text, draft.text);
  const moved = draft.text.length - last.text.length;
  let text = draft.text;
  for (const { at, words, was } of last.redactions.toReversed()) {
    const end = at + words.length;
    const place = end <= head ? at : at >= last.text.length - tail ? at + moved : null;
    if (place !== null) text = text.slice(0, place) + was + text.slice(place + words.length);
  }
  return { ...draft, text, before: draft.before.slice(0, -1) };
}

/** The spans of `before` that what was written since left alone, where they stand in `now`. */
export function moveSpans(before: string, now: string, spans: readonly Span[]): Span[] {
  const [head, tail] = untouched(before, now);
  const moved = now.length - before.length;
  return spans.flatMap((span) => {
    if (span.end <= head) return [span];
    return span.start >= before.length - tail ? [{ ...span, start: span.start + moved, end: span.end + moved }] : [];
  });
}

/** How many characters at the beginning and at the end are the same, without overlap. */
function untouched(before: string, now: string): [number, number] {
  const most = Math.min(before.length, now.length);
  let head = 0;
  while (head < most && before[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return [head, tail];
}
