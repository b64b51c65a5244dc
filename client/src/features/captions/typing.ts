/** When what is typed is sent by itself; Enter sends always. */
export const sendOns = ['enter', 'punctuation', 'pause'] as const;
export type SendOn = (typeof sendOns)[number];

/** Milliseconds without a key after which a phrase is sent, where that is wished. */
export const PAUSE_MS = 1500;

const SENTENCE = /[.?!…]["'”’)\]]{0,3}\s$/u;
const WORD_END = /[\s.,;:?!…]$/u;

/** Whether a phrase is whole with the key that was just pressed. */
export const isWhole = (text: string, on: SendOn): boolean => on !== 'enter' && SENTENCE.test(text) && text.trim() !== '';

/** Whether a word has just ended, so that abbreviations in it may be expanded. */
export const endsWord = (text: string): boolean => WORD_END.test(text);

/** What was sent, when, for how fast somebody types. */
export type Sent = { at: number; length: number };

const WINDOW_MS = 30_000;
/** What counts as a word where typing is measured. */
const CHARACTERS_A_WORD = 5;

/** Words a minute over the last half minute; null where nothing was sent in it. */
export function paceOf(sent: readonly Sent[], now: number): number | null {
  const recent = sent.filter(({ at }) => at > now - WINDOW_MS);
  const first = recent[0];
  if (!first) return null;
  const characters = recent.reduce((sum, { length }) => sum + length, 0);
  // One line alone says nothing of the time that it took.
  const milliseconds = Math.max(now - first.at, 10_000);
  return Math.round(characters / CHARACTERS_A_WORD / (milliseconds / 60_000));
}

/** Lines on their way, then what is in the input. */
export const typedOf = (waiting: readonly string[], text: string): string =>
  [...waiting, text].filter((each) => each.trim() !== '').join(' ');
