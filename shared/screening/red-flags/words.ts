/** One word or number of a text. */
export type Word = {
  /** UTF-16 offsets in the text as given. */
  start: number;
  end: number;
  /** Lower case, without accents and apostrophes: “Can’t” is “cant”. */
  text: string;
  /** Which sentence it is in, from 0. A line break ends one too. */
  sentence: number;
  /** After a comma, colon, dash, slash or bracket. */
  paused: boolean;
};

/**
 * Words after which a sentence ends by itself: more than a question has, so that nothing has to be read against all of a text that
 * never ends one.
 */
const LONGEST_SENTENCE = 120;

/** Words longer than this are no words that we know, and accents in them are not put in order: that is quadratic. */
const LONGEST = 40;

const RUN = /[\p{L}\p{M}\p{N}'’ʼ`´]+/gu;
const SENTENCE_END = /[.!?;…\n¿¡]/u;
const PAUSE = /[,:/()\u2013\u2014]| -/u;
const NUMBER = /^\p{N}/u;
const MARKS = /[\p{M}'’ʼ`´]/gu;

/** Lower case, without accents and apostrophes. */
export function plain(raw: string): string {
  return raw.normalize('NFD').replace(MARKS, '').toLowerCase();
}

/** Where digits meet letters inside one run: “3wk” is two words. Offsets in the run, the last being its length. */
function cuts(run: string): number[] {
  const found: number[] = [];
  for (let at = 1; at < run.length; at++) {
    if (NUMBER.test(run.charAt(at)) !== NUMBER.test(run.charAt(at - 1))) found.push(at);
  }
  return [...found, run.length];
}

const isDigits = (word: Word | undefined): word is Word => word !== undefined && NUMBER.test(word.text);

/** The words of a text, in order; time is linear in its length. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let begin = 0;
  let last = 0;
  for (const run of text.matchAll(RUN)) {
    const [found] = run;
    const between = text.slice(last, run.index);
    let from = 0;
    for (const to of cuts(found)) {
      const start = run.index + from;
      const previous = words.at(-1);
      const piece = plain(found.slice(from, Math.min(to, from + LONGEST)));
      // “38,5” and “38.5” are one number.
      const decimal =
        from === 0 && (between === '.' || between === ',') && NUMBER.test(piece) && isDigits(previous) && previous.end === last;
      if (decimal) {
        previous.text = `${previous.text}.${piece}`;
        previous.end = run.index + to;
      } else if (piece !== '') {
        if (words.length > 0 && ((from === 0 && SENTENCE_END.test(between)) || words.length - begin >= LONGEST_SENTENCE)) {
          sentence++;
          begin = words.length;
        }
        words.push({ start, end: run.index + to, text: piece, sentence, paused: from === 0 && PAUSE.test(between) });
      }
      from = to;
    }
    last = run.index + found.length;
  }
  return words;
}
