import { isCommon, isEponym, isListed, isUnheard, knownPlaces, namesDisease } from './lexicon.ts';
import { nameEnd } from './name-runs.ts';
import { isCapital, type Scan } from './scan.ts';

type Range = { from: number; to: number };

/** Words that a text has before its signature, at least. */
const BEFORE_MIN = 10;
const AT_END = 9;

/** Names that stand alone: a line of their own in the second half of a text, or the very end of it after a full stop. */
export function signatures({ tokens }: Scan): Range[] {
  const found: Range[] = [];
  const half = Math.max(BEFORE_MIN, tokens.length / 2);
  for (let index = BEFORE_MIN; index < tokens.length; index++) {
    const [token, before] = [tokens[index], tokens[index - 1]];
    if (!token || token.type !== 'word' || !before) continue;
    const ownLine = token.opensLine || (/^[*~_/.-]$/.test(before.text) && before.opensLine);
    const atEnd = (index >= tokens.length - AT_END || contactFollows({ tokens, text: '' }, index)) && /^[.!?,;\-–—)]$/.test(before.text);
    if (!ownLine && !atEnd) continue;
    const to = nameEnd(tokens, index, 'capital');
    // One word alone may be anything's, where the text goes on for long.
    if (to === index + 1 && !atEnd && index < half) continue;
    if (to > index && fills({ tokens, text: '' }, index, to, ownLine)) found.push({ from: index, to });
  }
  return found;
}

/** Whether a phone number or an e-mail address stands within a few words. */
function contactFollows({ tokens }: Scan, from: number): boolean {
  for (let at = from + 1; at < from + AT_END; at++) {
    const token = tokens[at];
    if (!token || (token.opensLine && at > from + 5)) return false;
    if (
      (token.text === '+' && tokens[at + 1]?.type === 'number') ||
      (token.text === '@' && token.glued) ||
      (token.type === 'number' && token.text.length >= 7)
    )
      return true;
  }
  return false;
}

function fills({ tokens }: Scan, from: number, to: number, ownLine: boolean): boolean {
  const first = tokens[from];
  if (!first || (isEponym(first) && to === from + 1) || !isCapital(first) || namesDisease(tokens, from, to)) return false;
  const words = tokens.slice(from, to).filter(({ type }) => type === 'word');
  if (!words.every((word) => isListed(word) || (isUnheard(word) && word.text.length > 1) || word.text.length === 1 || !isCommon(word)))
    return false;
  if (knownPlaces.at(tokens, from) && !isListed(first)) return false;
  const next = tokens[to];
  const after = tokens[to + 1];
  if (!next || next.opensLine) return ownLine || tokens[from - 1]?.text !== ',' || words.every(isListed);
  if ((ownLine && /^[,*~_(/@+<-]$/.test(next.text)) || next.text === '+' || next.type === 'number') return true;
  if (contactFollows({ tokens, text: '' }, to - 1)) return true;
  return /^[.!)]$/.test(next.text) && (!after || after.opensLine) && (tokens[from - 1]?.text !== ',' || words.every(isListed));
}
