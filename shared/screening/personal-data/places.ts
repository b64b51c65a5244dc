import { capitals, institution, lowerInstitution, withKind } from './institutions.ts';
import { codes, isCommon, isEponym, isGiven, isOnlyGiven, isSurname, isUnheard, knownPlaces, namesDisease } from './lexicon.ts';
import { codedState, listedTown } from './listed-towns.ts';
import {
  agesEnd,
  ambiguous,
  before,
  contained,
  cues,
  fromPerson,
  generic,
  linking,
  noTowns,
  townBegins,
  townEnds,
  ofTowns,
} from './place-cues.ts';
import { isCapital, opensSentence, type Scan, spanOf } from './scan.ts';
import type { PersonalSpan } from './span.ts';
import type { Token } from './tokens.ts';

const nobody = { folded: 'a' };

/** Places smaller than a country where somebody may live, or be cared for. */
export function findPlaces(scan: Scan): PersonalSpan[] {
  const { tokens } = scan;
  const found: PersonalSpan[] = [];
  for (let index = 0; index < tokens.length;) {
    const [from, to] = institution(scan, index) ??
      lowerInstitution(scan, index) ??
      known(scan, index) ??
      shaped(scan, index) ??
      cued(scan, index) ??
      listed(scan, index) ??
      codedState(scan, index) ?? [index, index];
    if (to > from) {
      const end = withRegion(scan, withKind(scan, to));
      found.push(...spanOf('place', scan, from, end));
      index = end;
    } else index++;
  }
  return found;
}

function known(scan: Scan, index: number): [number, number] | undefined {
  const { tokens } = scan;
  const place = knownPlaces.at(tokens, index);
  const token = tokens[index];
  if (!place || !token || place.value === 'country') return undefined;
  if (token.glued && tokens[index - 1]?.type === 'word') return undefined;
  const words = tokens.slice(index, place.after);
  if (namesDisease(tokens, index, place.after) && place.value !== 'care') return undefined;
  const capital = words.some((word) => isCapital(word));
  const prior = tokens[index - 1];
  const placed = prior !== undefined && !token.opensLine && (before.has(prior.folded) || prior.text === ',');
  const alsoName = isGiven(token) || isSurname(token) || isCommon(token) || ambiguous.has(token.folded);
  if (place.value === 'care') return [index, place.after];
  if (words.length > 1 && (place.value === 'state' || words.some((word) => !isCommon(word))))
    return capital || placed ? [index, place.after] : undefined;
  const regional = regionAfter(scan, place.after) > place.after;
  if (alsoName)
    return (placed && (capital || isUnheard(token))) || regional || (capital && ofTowns.has(tokens[place.after]?.folded ?? ''))
      ? [index, place.after]
      : undefined;
  return [index, capital ? Math.max(place.after, joinedEnd(scan, place.after)) : place.after];
}

const listed = (scan: Scan, index: number) => listedTown(scan, index, (at) => regionAfter(scan, at) > at);

/** A name that only places have: `Fort Yates`, `Klamath Falls`. */
function shaped(scan: Scan, index: number): [number, number] | undefined {
  const { tokens } = scan;
  const [first, second] = [tokens[index], tokens[index + 1]];
  if (!first || !second || second.opensLine || !isCapital(first) || !isCapital(second)) return undefined;
  if (first.shape !== 'title' || second.shape !== 'title' || namesDisease(tokens, index, index + 2)) return undefined;
  if (townBegins.has(first.folded) && !isCommon(second) && !isEponym(second)) return [index, townEnd(scan, index + 1)];
  const tells = !generic.has(first.folded) && !noTowns.has(first.folded) && !(isCommon(first) && opensSentence(scan, index));
  return tells && townEnds.has(second.folded) ? [index, index + 2] : undefined;
}

/** The index after what belongs to a town's name: `de la Frontera`. */
function joinedEnd(scan: Scan, from: number): number {
  const { tokens } = scan;
  return /^(?:de|del|upon|on)$/.test(tokens[from]?.folded ?? '') ? capitals(scan, from, 4) : from;
}

function cued(scan: Scan, index: number): [number, number] | undefined {
  const { tokens } = scan;
  const first = tokens[index];
  // A town with its state or country needs nothing before it.
  if (first && isTown(first) && !opensSentence(scan, index)) {
    const to = townEnd(scan, index);
    if (regionAfter(scan, to) > to && tokens[to]?.text === ',') return [index, to];
    if (tokens[index - 1]?.text === ',' && (endsSignature(scan, index, to) || followsAge(scan, index, to))) return [index, to];
    if (first.shape === 'title' && ofTowns.has(tokens[to]?.folded ?? '') && !tokens[to]?.opensLine) return [index, to];
  }
  const coded = townOfState(scan, index);
  if (coded > index) return [index, coded];
  const cue = cues.at(tokens, index);
  // Not the `in` of `yahoo.co.in`.
  if (!cue || (first?.glued && tokens[index - 1]?.type === 'mark' && /^[.@/-]$/.test(tokens[index - 1]?.text ?? ''))) return undefined;
  let from = cue.after;
  while (/^[:=]$/.test(tokens[from]?.text ?? '') || /^(?:is|the|el|la|es)$/.test(tokens[from]?.folded ?? '')) from++;
  const place = tokens[from];
  if (!place || place.type !== 'word' || place.text.length < 3 || knownPlaces.at(tokens, from)?.value === 'country') return undefined;
  const care = institution(scan, from);
  if (care) return care;
  const lower = lowerEnd(scan, from, cue.value);
  const listedTo = Math.max(listed(scan, from)?.[1] ?? from, known(scan, from)?.[1] ?? from);
  const to = isTown(place)
    ? Math.max(townEnd(scan, from), listedTo)
    : Math.max(lower, listedTo, cue.value === 'sure' ? capitalEnd(scan, from) : from);
  if (to <= from || namesDisease(tokens, from, to)) return undefined;
  if (cue.value !== 'likely' || regionAfter(scan, to) > to || (lower === to && !isTown(place))) return [from, to];
  return isTown(place) && place.shape === 'title' && isPlacing(scan, index, cue.after - 1, from, to) ? [from, to] : undefined;
}

/** `Ana Ruiz, Calahorra`: a line of no more than capitals, with a comma between. */
function endsSignature({ tokens }: Scan, from: number, to: number): boolean {
  if (tokens[to] && tokens[to]?.opensLine !== true) return false;
  for (let at = from - 2; at > from - 8 && at > 0; at--) {
    const token = tokens[at];
    if (!token || !(isCapital(token) || token.text === '.' || token.text === '-')) return false;
    if (token.opensLine) return true;
  }
  return false;
}

/** `Ana, 52 years, Omagh, has`. */
function followsAge({ tokens }: Scan, index: number, to: number): boolean {
  const [age, next] = [tokens[index - 2], tokens[to]];
  const isAge = age !== undefined && (agesEnd.has(age.folded) || (age.type === 'number' && age.text.length <= 3));
  return isAge && (!next || next.opensLine || next.type === 'mark');
}

/** The index after a town of common words before the code of its state, `Show Low, AZ`; where there is none, `from`. */
function townOfState({ tokens }: Scan, from: number): number {
  for (let at = from; at < from + 3; at++) {
    const token = tokens[at];
    if (!isCapital(token) || token?.shape !== 'title' || (at > from && token.opensLine)) return from;
    const [comma, code] = [tokens[at + 1], tokens[at + 2]];
    if (comma?.text !== ',' || !code || code.opensLine || code.shape !== 'upper' || !isCapital(code)) continue;
    return codes.has(code.folded) && !/^(?:ok|or|in|me|hi|oh|ma|pa|la|al|id|de|co|mo|pr|md)$/.test(code.folded) ? at + 1 : from;
  }
  return from;
}

/** The index after a town of common words with capitals, where a cue is sure: `Bowling Green`, `Hickory`. */
function capitalEnd({ tokens }: Scan, from: number): number {
  let end = from;
  for (let at = from; at < from + 3; at++) {
    const token = tokens[at];
    if (!isCapital(token) || token?.shape !== 'title' || (at > from && token.opensLine)) break;
    if (noTowns.has(token.folded) || isEponym(token)) return from;
    end = at + 1;
  }
  return end;
}

const isTown = (token: Token): boolean => isCapital(token) && isUnheard(token) && !isEponym(token) && !isOnlyGiven(token);

/** The index after a town that is written with no capital, of one or two words. */
function lowerEnd(scan: Scan, from: number, cue: 'sure' | 'firm' | 'likely'): number {
  const { tokens } = scan;
  const [first, second] = [tokens[from], tokens[from + 1]];
  const regional = lowerWithRegion(scan, from);
  if (regional > from) return regional;
  if (!first || isCapital(first) || noTowns.has(first.folded) || !isUnheard(first) || isOnlyGiven(first) || first.text.length < 4)
    return from;
  const pair = lowerPair(scan, from, second);
  if (cue === 'sure' || (tokens[from - 1]?.folded === 'from' && saysWho(scan, from))) return pair;
  return regionAfter(scan, pair) > pair ? pair : from;
}

/** `bad kreuznach, spain`: some words, one of them unheard, before a comma and a region. */
function lowerWithRegion(scan: Scan, from: number): number {
  const { tokens } = scan;
  for (let at = from; at < from + 3; at++) {
    const token = tokens[at];
    if (token?.type !== 'word' || (at > from && token.opensLine) || noTowns.has(token.folded) || generic.has(token.folded)) return from;
    if (tokens[at + 1]?.text === ',' && regionAfter(scan, at + 1) > at + 1)
      return tokens.slice(from, at + 1).some((word) => isUnheard(word)) ? at + 1 : from;
  }
  return from;
}

/** `can tho`, `linares de maule`. */
function lowerPair({ tokens }: Scan, from: number, second: Token | undefined): number {
  const joined = /^(?:de|del)$/.test(second?.folded ?? '') ? from + 2 : from + 1;
  const last = tokens[joined];
  const isPair = last?.type === 'word' && !last.opensLine && isUnheard(last) && !isCapital(last);
  return isPair ? joined + 1 : from + 1;
}

/** `i am tumelo from kagoshima`, but not `i am suffering from`. */
const saysWho = ({ tokens }: Scan, from: number) =>
  !isCommon(tokens[from - 2] ?? nobody) &&
  !/(?:ing|ed)$/.test(tokens[from - 2]?.folded ?? '') &&
  tokens.slice(Math.max(0, from - 8), from).some(({ folded }) => folded === 'am' || folded === "i'm" || folded === 'im');

/** Whether `in X` or `from X` tells where: `in` by itself, `from` after a person. */
function isPlacing({ tokens }: Scan, cueAt: number, word: number, from: number, to: number): boolean {
  const [before, next] = [tokens[tokens[cueAt - 1]?.text === ',' ? cueAt - 2 : cueAt - 1], tokens[to]];
  if (tokens[from + 1]?.glued && tokens[from + 1]?.type === 'number') return false;
  if (next && next.type !== 'mark' && !next.opensLine && !isCommon(next)) return false;
  const said = tokens[word]?.folded ?? '';
  if (/^(?:from|desde)$/.test(said))
    return (
      before !== undefined &&
      (fromPerson.has(before.folded) ||
        (isCapital(before) && (isUnheard(before) || isGiven(before))) ||
        isGiven(before) ||
        isSurname(before))
    );
  return /^(?:in|near|en|outside|at)$/.test(said) && !(before !== undefined && contained.has(before.folded));
}

/** The index after a town of more than one word: `Bad Homburg`, `Villanueva de la Serena`. */
function townEnd(scan: Scan, from: number): number {
  const { tokens } = scan;
  const to = capitals(scan, from, 5);
  // `Balsall Common, OR`.
  if (scan.tokens[to]?.text === ',' && regionAfter(scan, to) > to) return to;
  let end = from + 1;
  for (let at = from + 1; at < to; at++) {
    const token = tokens[at];
    if (token && (token.type === 'mark' || linking.has(token.folded) || token.folded === 's')) {
      if (token.text === '.' && tokens[at - 1]?.text.length !== 2) break;
      if (token.text === '-' && token.glued && tokens[at + 1]?.glued) end = at + 2;
      continue;
    }
    if (!token || isCommon(token)) break;
    end = at + 1;
  }
  return end;
}

/** The index after the state or country that follows a town at `at`, or `at`. */
function regionAfter({ tokens }: Scan, at: number): number {
  const comma = tokens[at]?.text === ',' ? at + 1 : at;
  const token = tokens[comma];
  if (!token || token.opensLine) return at;
  if (codes.has(token.folded) && token.shape === 'upper' && token.text.length <= 4) return comma + 1;
  const place = knownPlaces.at(tokens, comma);
  return place && place.value !== 'care' && (comma > at || place.value === 'state') ? place.after : at;
}

/** With the state, the country and the postal code after it. */
function withRegion(scan: Scan, to: number): number {
  let end = to;
  for (let more = regionAfter(scan, end), steps = 0; more > end && steps < 3; more = regionAfter(scan, end), steps++) end = more;
  const code = scan.tokens[end];
  return end > to && code?.type === 'number' && code.text.length === 5 ? end + 1 : end;
}
