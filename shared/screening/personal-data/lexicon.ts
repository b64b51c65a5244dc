import { commonWords } from './common-words.ts';
import { givenNames, wordNames } from './given-names.ts';
import { diseaseWords, eponyms, hasTermEnding, terms } from './medical-words.ts';
import { phrases, wordSet } from './phrases.ts';
import { carePlaces, cities, countries, stateCodes, states } from './place-lists.ts';
import { surnames } from './surnames.ts';
import { fold, type Token } from './tokens.ts';

const words = wordSet(commonWords);
const given = wordSet(givenNames);
const alsoWords = wordSet(wordNames);
const family = wordSet(surnames);

export const knownPlaces = phrases({ city: cities, state: states, care: carePlaces, country: countries });
export const codes = wordSet(stateCodes.replaceAll(',', ' '));
const countryWords = wordSet(countries.replaceAll(',', ' '));

export const isCommon = ({ folded }: { folded: string }): boolean => words.has(folded);
export const isGiven = ({ folded }: Token): boolean => given.has(folded) || alsoWords.has(folded);
/** A given name that is nothing else. */
export const isOnlyGiven = ({ folded }: Token): boolean => given.has(folded) && !alsoWords.has(folded) && !words.has(folded);
export const isSurname = ({ folded }: Token): boolean => family.has(folded);
export const isListed = (token: Token): boolean => isGiven(token) || isSurname(token);
export const isEponym = ({ folded }: Token): boolean => eponyms.has(folded);

/** A word that no list has and that does not look like a term: what a name or a town that nobody listed looks like. */
export const isUnheard = (token: Token): boolean =>
  token.type === 'word' &&
  token.text.length >= 2 &&
  !words.has(token.folded) &&
  !terms.has(token.folded) &&
  !diseaseWords.has(token.folded) &&
  !countryWords.has(token.folded) &&
  !hasTermEnding(token.folded);

/** A word of everyday, a country or a disease's, whatever its ending. */
export const isHeard = ({ folded }: Token): boolean =>
  words.has(folded) || terms.has(folded) || diseaseWords.has(folded) || countryWords.has(folded);

/**
 * Whether a capital at `index` is a disease's: `Crohn's disease`, `Guillain-Barré`, `síndrome de Down`.
 * @param after the index after the words that may be a name
 */
export function namesDisease(tokens: readonly Token[], index: number, after: number): boolean {
  for (let at = after; at < after + 3; at++) {
    const token = tokens[at];
    if (
      !token ||
      token.opensLine ||
      /^(?:[.,;:!?()]|has|had|have|is|was|with|and|in|for|to|at|on|from|tiene|es|y|en|por|para)$/.test(token.folded)
    )
      break;
    if (diseaseWords.has(token.folded)) return !/^(?:[:.+(#]|\d+)$/.test(tokens[at + 1]?.text ?? '');
  }
  let before = index - 1;
  if (tokens[before]?.folded === 'de' || tokens[before]?.folded === 'of') before--;
  const word = tokens[before];
  return before < index - 1 && word !== undefined && diseaseWords.has(word.folded);
}

/** Whether a name is in one of the lists: for measuring, which needs names that are not. */
export const isListedName = (name: string): boolean => {
  const folded = fold(name);
  return given.has(folded) || alsoWords.has(folded) || family.has(folded);
};
