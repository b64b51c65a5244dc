import { isCommon, isGiven, isSurname, isUnheard, knownPlaces, namesDisease } from './lexicon.ts';
import {
  generic,
  kindsAfter,
  kindsBefore,
  kindsLower,
  kindsSure,
  linking,
  noTowns,
  ofCare,
  specialities,
  townEnds,
  townsToo,
} from './place-cues.ts';
import { isCapital, type Scan } from './scan.ts';
import type { Token } from './tokens.ts';

const WORDS_MAX = 6;
const LOWER_WORDS_MAX = 3;
const LOWER_MIN = 4;

const named = (scan: Scan, token: Token | undefined): token is Token =>
  token !== undefined && isCapital(token) && !generic.has(token.folded);

/** `St. Mary's Hospital`, `Hospital General de Jerez`, `University of Iowa`. */
export function institution(scan: Scan, index: number): [number, number] | undefined {
  const { tokens } = scan;
  const before = kindsBefore.at(tokens, index);
  if (before && (isCapital(tokens[index]) || isCapital(tokens[before.after]))) {
    const to = capitals(scan, before.after, WORDS_MAX);
    if (to > before.after && tokens.slice(before.after, to).some((token) => named(scan, token) && !isCommon(token))) return [index, to];
  }
  const first = tokens[index];
  if (!named(scan, first) || first.text.length < 2) return undefined;
  const plain = isCommon(first) && !/^(?:st|new|mount)$/.test(first.folded);
  if (plain && (specialities.has(first.folded) || !isAt(scan, index))) return undefined;
  for (let at = index + 1; at <= index + WORDS_MAX; at++) {
    const token = tokens[at];
    if (!token || token.opensLine) return undefined;
    const kind = kindsAfter.at(tokens, at);
    if (kind && (isCapital(token) || (kindsSure.has(token.folded) && !plain)) && !namesDisease(tokens, index, at)) {
      return [index, kind.after];
    }
    const joins =
      token.type === 'mark'
        ? token.glued && (/^['’&-]$/.test(token.text) || (token.text === '.' && (tokens[at - 1]?.text.length ?? 0) <= 2))
        : isCapital(token) || linking.has(token.folded) || token.folded === 's';
    if (!joins) return undefined;
  }
  return undefined;
}

/** The index after the capitals from `from` on, with the small words that join them. */
export function capitals(scan: Scan, from: number, max: number): number {
  const { tokens } = scan;
  let end = from;
  for (let at = from; at < tokens.length && at - from < max; at++) {
    const token = tokens[at];
    if (!token || (at > from && token.opensLine)) break;
    if (isCapital(token)) end = at + 1;
    else if (
      !(
        linking.has(token.folded) ||
        (token.type === 'mark' &&
          token.glued &&
          (/^['’-]$/.test(token.text) || (token.text === '.' && (tokens[at - 1]?.text.length ?? 0) <= 2))) ||
        token.folded === 's'
      )
    )
      break;
  }
  return end;
}

/** Whether what is said before is said before a place where somebody is. */
const isAt = ({ tokens }: Scan, index: number) =>
  tokens[index]?.opensLine !== true && /^(?:in|at|from|to|near|by|en|del|al|el|la)$/.test(tokens[index - 1]?.folded ?? '');

/** `at manipal hospital`, `en el hospital ruber`, `at leeds general infirmary`. */
export function lowerInstitution(scan: Scan, index: number): [number, number] | undefined {
  const { tokens } = scan;
  const first = tokens[index];
  if (first?.type !== 'word' || isCapital(first) || !isAt(scan, index)) return undefined;
  const before = kindsLower.at(tokens, index);
  if (before) return lowerNameEnd(scan, before.after) > before.after ? [index, lowerNameEnd(scan, before.after)] : undefined;
  const known = knownPlaces.at(tokens, index);
  const after = known && known.value !== 'country' ? known.after : index + 1;
  const tells = after > index + 1 || known?.value === 'city' || isLowerName(first) || isGiven(first) || isSurname(first);
  if (!tells || isCommon(first) || noTowns.has(first.folded) || townsToo.has(first.folded)) return undefined;
  for (let at = after; at < after + LOWER_WORDS_MAX; at++) {
    const token = tokens[at];
    if (token?.type !== 'word' || token.opensLine) return undefined;
    const kind = kindsAfter.at(tokens, at);
    if (kind && (kind.after > at + 1 || (kindsSure.has(token.folded) && token.folded !== 'area'))) return [index, kind.after];
    if (!ofCare.has(token.folded) && !isLowerName(token)) return undefined;
  }
  return undefined;
}

const isLowerName = (token: Token) => isUnheard(token) && token.text.length >= LOWER_MIN && !isCapital(token);

/** The index after the name that follows `hospital`: `del mar`, `san pablo`. */
function lowerNameEnd({ tokens }: Scan, from: number): number {
  let end = from;
  for (let at = from; at < from + LOWER_WORDS_MAX + 1; at++) {
    const token = tokens[at];
    if (token?.type !== 'word' || token.opensLine) break;
    if (isUnheard(token) && !isCapital(token) && (token.text.length >= LOWER_MIN || at > from)) end = at + 1;
    else if (!/^(?:de|del|la|las|los|san|santa|santo)$/.test(token.folded)) break;
  }
  return end;
}

/** The index after what goes on from a town to what is there: `Seattle Children's`, `Bethesda North`, `mumbai hospital`. */
export function withKind({ tokens }: Scan, to: number): number {
  const last = tokens[to - 1];
  if (last?.type !== 'word') return to;
  let end = to;
  for (let at = to; at < to + LOWER_WORDS_MAX; at++) {
    const token = tokens[at];
    if (token?.type !== 'word' || token.opensLine) break;
    const kind = kindsAfter.at(tokens, at);
    if (kind && (isCapital(token) || kindsSure.has(token.folded))) return kind.after;
    if (!isCapital(token) || !(ofCare.has(token.folded) || townEnds.has(token.folded))) break;
    end = at + 1;
    if (/^['’]$/.test(tokens[end]?.text ?? '') && tokens[end + 1]?.folded === 's') end += 2;
  }
  return end;
}
