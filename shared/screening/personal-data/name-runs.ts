import { isCommon, isGiven, isHeard, isListed, isSurname, isUnheard } from './lexicon.ts';
import { wordSet } from './phrases.ts';
import { isCapital } from './scan.ts';
import type { Token } from './tokens.ts';

/** `said`: something before it says that it is a name. `capital`: words with a capital. `listed`: names of the lists, however written. */
export type Mode = 'said' | 'capital' | 'listed';

export const particles = wordSet(`
    abd abu al ben bin bint binti d da das de del den der di do dos du e el ibn la las le los mac mc o st ten ter van von y zu zum`);
export const credentials = wordSet('md m.d rn phd ph.d dds do np pa lpn esq jr sr bsc msc mba msn ii iii mph facs');
/** Words that are names in some language, and in English or Spanish what most sentences are made of. */
const never = wordSet(`
    a all also am an and any are as at baby be best brother by can could de dear del do doctor dr dra el en father for friend from
    good ha had has have he hello her here hey hi his how i if in is it job la las le les lo long los maam madam man may me mi
    miss mother mr mrs ms my new no not now o old on or our please se see she should si sir sister so some sr sra srta su sus team
    thank thanks that the their there these this those to too tu un una up us was we what when where who why with would y you your`);
const NAME_WORDS_MAX = 5;
const JOINERS = new Set(['-', '‑', '.', "'", '’']);

/** The index after the name that begins at `from`, or `from` where none does. */
export function nameEnd(tokens: readonly Token[], from: number, mode: Mode): number {
  let end = from;
  let words = 0;
  for (let at = from; at < tokens.length && words < NAME_WORDS_MAX; at++) {
    const token = tokens[at];
    if (!token || (at > from && token.opensLine) || token.type === 'number' || (tokens[at + 1]?.type === 'number' && tokens[at + 1]?.glued))
      break;
    if (token.type === 'mark') {
      if (!joins(tokens, at, from)) break;
      continue;
    }
    if (words === 0 && at > from) break;
    if (
      isInitial(token, mode === 'said' && tokens[at + 1]?.text === '.') &&
      (words > 0 || (tokens[at + 1]?.text === '.' && tokens[at + 1]?.glued))
    ) {
      words++;
      const pointed = tokens[at + 1]?.text === '.' && tokens[at + 1]?.glued;
      if (words > 1) end = pointed && mode !== 'listed' && isNameWord(tokens[at + 2], mode, 1) ? at + 2 : at + 1;
    } else if (isNameWord(token, mode, words, words > 0 && token.shape === 'lower' && tokens[from]?.shape !== 'lower')) {
      words++;
      end = at + 1;
    } else if (particles.has(token.folded) && followedByName(tokens, at, mode)) {
      if (words === 0) words++;
    } else break;
  }
  return end;
}

/** A hyphen between names, a point after an initial. */
function joins(tokens: readonly Token[], at: number, from: number): boolean {
  const [token, before, next] = [tokens[at], tokens[at - 1], tokens[at + 1]];
  if (!token || !before || !JOINERS.has(token.text) || !token.glued || at === from) return false;
  if (token.text === '.') return before.text.length === 1 || particles.has(before.folded);
  return next?.glued === true && next.type === 'word';
}

/** @param small whether a letter that is no capital may be one */
export const isInitial = ({ type, text, shape, folded }: Token, small = false): boolean =>
  type === 'word' && text.length === 1 && (shape !== 'lower' || small) && folded !== 'i';

function followedByName(tokens: readonly Token[], at: number, mode: Mode): boolean {
  for (let next = at + 1; next <= at + 4; next++) {
    const token = tokens[next];
    if (!token || token.opensLine) return false;
    if (particles.has(token.folded) || (/^[-'’]$/.test(token.text) && token.glued)) continue;
    return token.type === 'word' && (isCapital(token) || isSurname(token)) && isNameWord(token, mode, 1);
  }
  return false;
}

/** @param afterCapital whether the name's first word has one: what follows without one is no name then, unless it is listed */
function isNameWord(token: Token | undefined, mode: Mode, words: number, afterCapital = false): boolean {
  if (!token || token.type !== 'word' || token.text.length < 2 || credentials.has(token.folded) || never.has(token.folded)) return false;
  const capital = isCapital(token) || (mode === 'said' && token.shape === 'title');
  if (isListed(token))
    return !isCommon(token) || (capital && (mode !== 'listed' || words > 0)) || (mode === 'said' && words === 0 && isGiven(token));
  if (mode === 'listed') return false;
  if (capital) return mode === 'said' ? isHeard(token) === false : isUnheard(token);
  return mode === 'said' && isUnheard(token) && !afterCapital;
}
