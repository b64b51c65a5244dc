import type { ContextKind, Rule } from './compile.ts';
import { createFinder, type Read, type Span } from './find.ts';

/** Words between a “not” and what is not so; the same in a list, as in “no fever, pain or cough”. */
const NOT_REACHES = 2;
const NOT_REACHES_IN_LIST = 12;
/** Words between what is listed and the “or” after it. */
const OR_REACHES = 6;
/** Words between a question and what it is about. */
const ASKED_REACHES = 12;
/** Words between “I have” and what somebody has. */
const OWN_REACHES = 4;

/** What the words around a place say of it. */
export type Said = { not: boolean; past: boolean; asked: boolean };

/**
 * Reads the sentence around a place of a text, in the manner of ConText (Harkema et al., 2009): triggers of each kind, each with
 * a side and a reach, ended by “but”.
 */
export function createContext(rules: readonly Rule<ContextKind>[]) {
  const find = createFinder(rules);

  return (read: Read) => {
    const bySentence = new Map<number, { kind: ContextKind; span: Span }[]>();
    const sentenceOf = (at: number) => read.words[at]?.sentence ?? -1;
    for (const { what: kind, parts } of find(read, () => true)) {
      for (const span of parts) {
        const sentence = sentenceOf(span.from);
        const triggers = bySentence.get(sentence) ?? [];
        triggers.push({ kind, span });
        bySentence.set(sentence, triggers);
      }
    }

    return ({ from, to }: Span): Said => {
      const triggers = bySentence.get(sentenceOf(from)) ?? [];
      const of = (kind: ContextKind) => triggers.flatMap((trigger) => (trigger.kind === kind ? [trigger.span] : []));
      const buts = of('but');
      /** Nothing between two places ends what the first of them says. */
      const joined = (end: number, start: number) => !buts.some((but) => but.to > end && but.from < start);
      const paused = (end: number) => read.words.slice(end, from + 1).some((word) => word.paused);
      const denies = (span: Span) => {
        const words = from - span.to;
        if (words < 0 || words > NOT_REACHES_IN_LIST || !joined(span.to, from)) return false;
        return (words <= NOT_REACHES && !paused(span.to)) || of('or').some((or) => or.from >= span.to && or.from - to <= OR_REACHES);
      };
      const owns = of('own').filter((own) => own.to <= from + 1 && from - own.to <= OWN_REACHES);
      const now = of('now').some((span) => (span.to <= from ? joined(span.to, from) : joined(to, span.from)));
      return {
        not: of('not').some(denies),
        past: !now && of('past').some((span) => (span.to <= from ? joined(span.to, from) : joined(to, span.from))),
        asked:
          !now &&
          (of('asked').some(
            (span) =>
              span.from < from && from - span.to <= ASKED_REACHES && joined(span.to, from) && !owns.some((own) => own.from >= span.to),
          ) ||
            (owns.length === 0 &&
              of('askedAfter').some((span) => span.from >= from && span.from - to <= ASKED_REACHES && joined(to, span.from)))),
      };
    };
  };
}
