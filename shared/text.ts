import * as z from 'zod/mini';
import { limits } from './limits.ts';

// C0 and C1 controls but tab and newline, bidi embeddings, overrides and isolates (UAX #9 section 2),
// zero-width space, word joiner, BOM, soft hyphen, fillers that show as nothing, annotation and tag characters:
// invisible, and able to make a moderator read another text than the audience. ZWJ, ZWNJ and variation selectors
// stay: emoji and several scripts need them.
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e007f}]/gu;

// Half a surrogate pair is no character: UTF-8 has no bytes for it, so that it would come back changed from any store.
const LONE_SURROGATE = /\p{Cs}/gu;

/** NFC, without invisible controls, white space folded (at most one blank line in a row), trimmed. Twice is as once. */
export function normaliseText(raw: string): string {
  return (
    raw
      .replace(/\r\n?/g, '\n')
      .replace(LONE_SURROGATE, '\ufffd')
      .replace(INVISIBLE, '')
      // After the removal, which may bring a letter and its accent together.
      .normalize('NFC')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

/** Unicode code points, so that one letter of any script or one simple emoji counts once. */
export function textLength(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** Raw input longer than this is refused before any work is spent on it. */
const RAW_FACTOR = 4;

function plainText(min: number, max: number, fold: (text: string) => string) {
  return z.pipe(
    z.pipe(
      z.string().check(z.maxLength(max * RAW_FACTOR)),
      z.transform((raw: string) => fold(normaliseText(raw))),
    ),
    z
      .string()
      .check(z.refine((text) => textLength(text) >= min && textLength(text) <= max, { error: `must be ${min} to ${max} characters` })),
  );
}

const oneLine = (text: string) => text.replace(/\n+/g, ' ');

/** Plain text of one or more lines, parsed to its normal form. */
export const multiline = (min: number, max: number) => plainText(min, max, (text) => text);

/** Plain text of one line, parsed to its normal form. */
export const singleLine = (min: number, max: number) => plainText(min, max, oneLine);

export const QuestionText = multiline(limits.questionMin, limits.questionMax);
export const DisplayName = singleLine(1, limits.displayNameMax);
export const NoteText = multiline(1, limits.noteMax);
export const ReplyText = multiline(1, limits.replyMax);
export const AnswerText = multiline(1, limits.answerMax);
export const CaptionText = singleLine(1, limits.captionMax);
export const TermText = singleLine(1, limits.termMax);
export const ReplacementText = singleLine(1, limits.replacementMax);
