import { listedEnd } from './gazetteer.ts';
import { isCommon, isEponym, isGiven, isHeard, isSurname, isUnheard, namesDisease } from './lexicon.ts';
import {
  agesEnd,
  divisions,
  going,
  linking,
  noTowns,
  ofThings,
  ofTowns,
  placing,
  plainCodes,
  townBegins,
  townEnds,
  townsToo,
} from './place-cues.ts';
import { isCapital, opensSentence, type Scan } from './scan.ts';
import type { Token } from './tokens.ts';

const LOWER_MIN = 4;
/** Endings of words that are derived from others, and of few towns: `in fundal position`. */
const derived = ['al', 'ar', 'ary', 'ed', 'ic', 'ing', 'ism', 'ive', 'ly', 'ment', 'ness', 'ous', 'ion'];

/**
 * A town or region of the gazetteer. Its names are also words, drugs and people, so that one of a single word has to have a capital or
 * stand where places stand.
 * @param hasRegion whether a state or country follows at an index
 */
export function listedTown(scan: Scan, index: number, hasRegion: (at: number) => boolean): [number, number] | undefined {
  const { tokens } = scan;
  const first = tokens[index];
  if (first?.type !== 'word' || noTowns.has(first.folded) || /^(?:of|and|the|de|del|y|for|our|lady|&)$/.test(first.folded))
    return undefined;
  if (first.glued && /^[@./_-]$/.test(tokens[index - 1]?.text ?? '')) return undefined;
  const to = listedEnd(tokens, index);
  if (to === index || namesDisease(tokens, index, to)) return undefined;
  const words = tokens.slice(index, to).filter(({ type }) => type === 'word');
  const regional = hasRegion(to);
  const tells = words.length > 1 ? ofSeveral(scan, index, words, regional || isTold(tokens[to])) : ofOne(scan, index, to, regional);
  return tells ? [index, to] : undefined;
}

/** `from NJ`, in a text that has small letters, too. */
export function codedState({ tokens }: Scan, index: number): [number, number] | undefined {
  const token = tokens[index];
  const tells = token !== undefined && !token.opensLine && token.shape === 'upper' && isCapital(token) && plainCodes.has(token.folded);
  return tells && /^(?:in|from|near|to|en|desde)$/.test(tokens[index - 1]?.folded ?? '') ? [index, index + 1] : undefined;
}

/** `Stow-on-the-Wold`, `san pedro de macoris`, `Blue Earth`. */
function ofSeveral(scan: Scan, index: number, words: readonly Token[], regional: boolean): boolean {
  const placed = regional || isPlaced(scan, index);
  if (
    words.every((word) => isTitle(word) || linking.has(word.folded) || word.text.length < LOWER_MIN) &&
    isTitle(words[0]) &&
    isTitle(words.at(-1))
  ) {
    const heading = !isCapital(words.at(-1));
    return (
      placed ||
      scan.tokens[index - 1]?.text === ',' ||
      (!heading && (!opensSentence(scan, index) || words.every((word) => !isCommon(word))))
    );
  }
  return (
    placed &&
    (regional || words.every((word) => isUnheard(word) || isOfTown(word.folded))) &&
    words.some((word) => isUnheard(word) && word.text.length >= LOWER_MIN)
  );
}

const isOfTown = (folded: string) => linking.has(folded) || townBegins.has(folded) || townEnds.has(folded);
const isTitle = (token: Token | undefined) => token?.shape === 'title' && token.text.length > 1;

function ofOne(scan: Scan, index: number, to: number, regional: boolean): boolean {
  const [token, next] = [scan.tokens[index], scan.tokens[to]];
  if (!token || token.text.length < 3 || isEponym(token) || isHeard(token)) return false;
  const placed = regional || isPlaced(scan, index);
  const alsoPerson = isGiven(token) || isSurname(token);
  const told = isTold(next);
  if (isCapital(token)) {
    if (token.shape === 'upper') return placed && token.text.length >= LOWER_MIN;
    if (alsoPerson) return placed;
    if (placed || told) return true;
    if (!next || next.opensLine) return true;
    // Not `Cypress Pharmaceuticals`, nor `taking Norco`.
    return !opensSentence(scan, index) && !isCapital(next) && !ofThings.has(scan.tokens[index - 1]?.folded ?? '');
  }
  if (token.text.length < LOWER_MIN) return false;
  if (!regional && (derived.some((ending) => token.folded.endsWith(ending)) || townsToo.has(token.folded))) return false;
  return alsoPerson
    ? divisions.has(next?.folded ?? '')
    : isUnheard(token) && (placed || told || (token.opensLine && (!next || next.opensLine)));
}

/** `the omagh doctors`. */
const isTold = (next: Token | undefined) => next !== undefined && !next.opensLine && ofTowns.has(next.folded);

/** Whether what is said before is said before places: `in`, `near`, `desde`. */
function isPlaced({ tokens }: Scan, index: number): boolean {
  const [before, second] = [tokens[index - 1], tokens[index - 2]];
  if (!before || tokens[index]?.opensLine) return false;
  if (before.text === ',' && second && agesEnd.has(second.folded)) return true;
  return placing.has(before.folded) || (before.folded === 'to' && going.has(second?.folded ?? '')) || isTitlePlaced(tokens[index], before);
}

/** `to chew`, but `to Chew`. */
const isTitlePlaced = (token: Token | undefined, before: Token) => before.folded === 'to' && isTitle(token);
