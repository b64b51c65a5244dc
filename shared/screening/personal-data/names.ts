import { isCommon, isEponym, isGiven, isListed, isOnlyGiven, isSurname, isUnheard, knownPlaces, namesDisease } from './lexicon.ts';
import { introducers, nameCues, type NameCue, personVerbs, placingWords, species, things, weakMentions } from './name-cues.ts';
import { credentials, isInitial, nameEnd, particles } from './name-runs.ts';
import { wordSet } from './phrases.ts';
import { isCapital, opensSentence, type Scan, spanOf } from './scan.ts';
import { signatures } from './signatures.ts';
import type { PersonalSpan } from './span.ts';
import type { Token } from './tokens.ts';

type Range = { from: number; to: number };

/** Names of people. */
export function findNames(scan: Scan): PersonalSpan[] {
  const { tokens } = scan;
  const found: PersonalSpan[] = [];
  const taken = new Set<number>();
  const told = new Set<string>();
  const add = ({ from, to }: Range, telling: boolean) => {
    found.push(...spanOf('name', scan, from, to));
    for (let at = from; at < to; at++) {
      taken.add(at);
      const token = tokens[at];
      if (telling && token?.type === 'word' && token.text.length > 2 && !isCommon(token) && !particles.has(token.folded))
        told.add(token.folded);
    }
  };
  for (let index = 0; index < tokens.length; index++) {
    const cue = nameCues.at(tokens, index);
    const cued = cue && cuedName(tokens, index, cue.after, cue.value);
    const own = cued ?? uncuedName(scan, index);
    if (!own) continue;
    add(own, cued !== undefined || own.to > index + 1);
    index = own.to - 1;
  }
  for (const range of signatures(scan)) if (!taken.has(range.from)) add(range, true);
  // Whoever was named once is named again without more ado.
  tokens.forEach((token, index) => {
    if (isEponym(token) || namesDisease(tokens, index, index + 1)) return;
    if (told.has(token.folded) && token.shape !== 'lower' && !taken.has(index)) add({ from: index, to: index + 1 }, false);
  });
  return found;
}

const skips: Readonly<Record<NameCue, RegExp>> = {
  said: /^[.,:="'“(-]$/,
  title: /^[.("“]$/,
  self: /^[("“]$/,
  kin: /^[,:("“-]$/,
  mention: /^["“]$/,
  greeting: /^["“,]$/,
  closing: /^[.,:;!\-–—/*~…]$/,
};

function cuedName(tokens: readonly Token[], cueAt: number, after: number, cue: NameCue): Range | undefined {
  let from = after;
  // A full stop after `doctor` ends a sentence; after `Dr` it does not.
  const ends = cue === 'title' && tokens[from]?.text === '.' && (tokens[from - 1]?.text.length ?? 0) > 4;
  for (let skipped = 0; !ends && skipped < 4 && skips[cue].test(tokens[from]?.text ?? ''); skipped++) from++;
  if (cue === 'said') {
    while (from < after + 5 && /^(?:is|was|are|es|era|me|of|mr|mrs|ms|dr|sr|sra|the|patient|:|\.)$/.test(tokens[from]?.folded ?? ''))
      from++;
  }
  const first = tokens[from];
  if (first?.type !== 'word') return undefined;
  const to = cue === 'closing' ? closingEnd(tokens, cueAt, from) : { from, to: cuedEnd(tokens, cueAt, from, cue) };
  return to.to <= to.from || namesDisease(tokens, to.from, to.to) ? undefined : to;
}

function cuedEnd(tokens: readonly Token[], cueAt: number, from: number, cue: Exclude<NameCue, 'closing'>): number {
  const first = tokens[from];
  if (!first || (first.opensLine && cue !== 'said')) return from;
  const place = knownPlaces.at(tokens, from);
  const fresh = isCapital(first) && isUnheard(first) && !isEponym(first) && !place;
  switch (cue) {
    case 'said':
      // A drug named so is not a person.
      return nameEnd(tokens, from, isThingNamed(tokens, cueAt) ? 'listed' : 'said');
    case 'title':
      if (isCapital(first)) return nameEnd(tokens, from, 'said');
      if (isCommon(first)) return from;
      return nameEnd(tokens, from, tokens[from - 1]?.text === '.' && first.text.length > 3 ? 'said' : 'listed');
    case 'self':
      if (isOnlyGiven(first))
        return isCapital(first) ? nameEnd(tokens, from, 'capital') : withFamily(tokens, nameEnd(tokens, from, 'listed'));
      const shouted = first.text.length > 3 && isCapital(tokens[from + 1]) && isUnheard(tokens[from + 1] ?? first);
      if (fresh && (first.shape === 'title' || shouted) && introducers.has(tokens[from - 1]?.folded ?? ''))
        return nameEnd(tokens, from, 'capital');
      return isUnheard(first) && introducesByPlace(tokens, from) ? nameEnd(tokens, from, 'said') : isInitialed(tokens, from, true);
    case 'kin':
    case 'greeting':
      if (fresh || (isCapital(first) && isGiven(first))) return nameEnd(tokens, from, 'capital');
      if (isOnlyGiven(first)) return withFamily(tokens, nameEnd(tokens, from, 'listed'));
      return cue === 'kin' && doesLikeAPerson(tokens, cueAt, from) ? from + 1 : isInitialed(tokens, from);
    case 'mention':
      if (place || !isCapital(first)) return from;
      // Who writes, where it opens a line: a town otherwise.
      if (/^(?:from|desde)$/.test(tokens[cueAt]?.folded ?? '')) return opensAt(tokens, cueAt) && fresh ? lineName(tokens, from) : from;
      if (weakMentions.has(tokens[cueAt]?.folded ?? '')) return pairEnd(tokens, from, fresh) || isInitialed(tokens, from);
      return fresh && first.shape === 'title' ? nameEnd(tokens, from, 'capital') : from;
  }
}

const opensAt = (tokens: readonly Token[], at: number) => tokens[at]?.opensLine === true || /^[.!?]$/.test(tokens[at - 1]?.text ?? '');

/** The index after two words or three with a capital, one of them in the lists of names; 0 otherwise: firms have two as well. */
function pairEnd(tokens: readonly Token[], from: number, fresh: boolean): number {
  const to = nameEnd(tokens, from, 'capital');
  const words = tokens.slice(from, to).filter(({ type, text }) => type === 'word' && text.length > 1);
  const known = words.some(isListed);
  return fresh && known && words.length >= 2 && words.length <= 3 && words.every(({ shape }) => shape === 'title') ? to : 0;
}

/** `W. Cuauhtémoc`, `J. R. Patel`. */
function isInitialed(tokens: readonly Token[], from: number, small = false): number {
  const [first, point, next] = [tokens[from], tokens[from + 1], tokens[from + 2]];
  if (!first || !next || !isInitial(first, small) || point?.text !== '.' || !point.glued || next.type !== 'word' || next.opensLine)
    return from;
  let last = isInitial(next, small) ? tokens[from + 4] : next;
  if (last && particles.has(last.folded)) last = tokens[from + 4];
  const isName =
    last?.type === 'word' &&
    last.text.length > 2 &&
    (last.shape !== 'lower' || small) &&
    !species.has(last.folded) &&
    (isUnheard(last) || isListed(last));
  return isName ? Math.max(from, nameEnd(tokens, from, 'said')) : from;
}

/** `i am ruolan from mbarara`: nothing but a name stands between. */
const introducesByPlace = (tokens: readonly Token[], from: number) =>
  /^(?:from|desde)$/.test(tokens[from + 1]?.folded ?? '') ||
  (tokens[from + 2]?.text === '-' && /^(?:from|desde)$/.test(tokens[from + 4]?.folded ?? '')) ||
  (/^(?:from|de|desde)$/.test(tokens[from + 2]?.folded ?? '') &&
    tokens[from + 1]?.type === 'word' &&
    !isCommon(tokens[from + 1] ?? missing));
const missing = { folded: '' };

/** `my husband sukhwinder takes`: one word that no list has, between whose and what they do. */
function doesLikeAPerson(tokens: readonly Token[], cueAt: number, from: number): boolean {
  const [owner, word, next] = [tokens[cueAt - 1], tokens[from], tokens[from + 1]];
  return (
    word !== undefined &&
    from === cueAt + 1 &&
    /^(?:my|our|mi|his|her|nuestro|nuestra|su)$/.test(owner?.folded ?? '') &&
    isUnheard(word) &&
    word.text.length >= 4 &&
    !/(?:ly|ed|ys|rs|ts|es)$/.test(word.folded) &&
    personVerbs.has(next?.folded ?? '')
  );
}

/** With the family name that stands between a name of a list and a comma or the end: `juan zempoalteca,`. */
function withFamily(tokens: readonly Token[], to: number): number {
  let end = to;
  for (let at = to; at < to + 3; at++) {
    const token = tokens[at];
    if (token?.text === '-' && token.glued) continue;
    if (!token || token.opensLine || !isUnheard(token) || token.text.length < 3) break;
    end = at + 1;
    if (tokens[end]?.text !== '-') break;
  }
  const next = tokens[end];
  return !next || next.opensLine || /^(?:[,.;!?]|from|and|de|desde|y)$/.test(next.folded) ? end : to;
}

const isThingNamed = (tokens: readonly Token[], cueAt: number): boolean => {
  for (let at = cueAt - 1; at >= Math.max(0, cueAt - 2); at--) if (things.has(tokens[at]?.folded ?? '')) return true;
  return false;
};

const CLOSING_REACH = 14;

/** After a closing: the name that fills its line, or that ends it after what the thanks are for. */
const closingWords = wordSet('best love yours cheers regard att help');

function closingEnd(tokens: readonly Token[], cueAt: number, from: number): Range {
  const initialed = isInitialed(tokens, from, true);
  const whole = initialed > from ? initialed : lineName(tokens, from);
  // `best` and `love` are no closing in the middle of a sentence.
  if (closingWords.has(tokens[cueAt]?.folded ?? '') && !opensAt(tokens, cueAt)) return { from, to: from };
  if (whole > from || tokens[from]?.opensLine) return { from, to: whole };
  for (let at = from + 1; at < from + CLOSING_REACH && at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || (token.opensLine && at > from + 1) || token.type === 'number') break;
    if (token.type !== 'word' || (isCommon(token) && !isGiven(token))) continue;
    const to = lineName(tokens, at);
    const known = tokens.slice(at, to).some((word) => word.type === 'word' && (isCapital(word) || isListed(word)));
    if (to > at && (isOnlyGiven(token) || (isUnheard(token) && known))) return { from: at, to };
  }
  return { from, to: from };
}

/** The index after a name with nothing behind it but the end of the line, a comma or a contact. */
export function lineName(tokens: readonly Token[], from: number): number {
  const first = tokens[from];
  const to = nameEnd(tokens, from, 'said');
  if (to <= from || !first) return from;
  const next = tokens[to];
  const isEnd =
    !next ||
    next.opensLine ||
    next.start - (tokens[to - 1]?.end ?? 0) > 1 ||
    /^[.,!(\-–—/;:*@+<[]$/.test(next.text) ||
    next.type === 'number' ||
    credentials.has(next.folded) ||
    /^(?:from|cell|tel|phone|age|de|desde|mob|mobile|email|fax)$/.test(next.folded) ||
    tokens.slice(to, to + 6).some(({ text, glued }) => text === '@' && glued);
  if (!isEnd) return from;
  const words = tokens.slice(from, to).filter(({ type }) => type === 'word');
  if (words.every((word) => !isListed(word)) && words.some((word) => word.shape === 'lower' && word.text.length < 3)) return from;
  return knownPlaces.at(tokens, from) && !isGiven(first) && !isSurname(first) ? from : to;
}

/** Names that stand by themselves. */
function uncuedName({ tokens, ...scan }: Scan, index: number): Range | undefined {
  const [token, before] = [tokens[index], tokens[index - 1]];
  if (token?.type !== 'word' || (token.glued && before?.type === 'word')) return undefined;
  const initialed = isInitialed(tokens, index);
  if (initialed > index && !(before?.text === '.' && before.glued && tokens[index - 2]?.text.length === 1))
    return { from: index, to: initialed };
  if (token.text.length < 2 || isCommon(token)) return undefined;
  const placed = before !== undefined && placingWords.has(before.folded) && !token.opensLine;
  const whole = isCapital(token) && !isEponym(token) ? nameEnd(tokens, index, 'said') : index;
  if (whole > index && !knownPlaces.at(tokens, index) && isAPerson(tokens, whole)) return { from: index, to: whole };
  const place = knownPlaces.at(tokens, index);
  const inside = knownPlaces.at(tokens, index - 1);
  if ((placed && place) || (inside && inside.after > index && inside.value !== 'country')) return undefined;
  const capital = isCapital(token);
  const to = nameEnd(tokens, index, capital ? 'capital' : 'listed');
  if (to <= index || namesDisease(tokens, index, to)) return undefined;
  const second = tokens.slice(index + 1, to).find(({ type, text, folded }) => type === 'word' && text.length > 1 && !particles.has(folded));
  if (isOnlyGiven(token) && !isEponym(token) && capital && (token.shape === 'title' || second))
    return { from: index, to: beforePlace(tokens, index, to) };
  const opens = opensSentence({ tokens, ...scan }, index);
  // A name that is also a word, or one of a list, with a family name beside it.
  if (second && isListed(second) && !isEponym(second) && !isCommon(second) && !place) {
    if (isGiven(token) && capital === isCapital(second) && (capital || isSurname(second))) return { from: index, to };
    if (capital && isCapital(second) && isSurname(second) && isUnheard(token) && !opens) return { from: index, to };
  }
  if (capital && isGiven(token) && tokens[index + 1]?.text.length === 1 && tokens[index + 1]?.type === 'word' && second)
    return { from: index, to };
  if (capital && second && token.shape === 'title' && !place && isUnheard(token) && personVerbs.has(tokens[to]?.folded ?? '')) {
    if (pairEnd(tokens, index, !isEponym(token)) === to) return { from: index, to };
  }
  if (
    capital &&
    (token.shape === 'title' || token.text.length > 4) &&
    isUnheard(token) &&
    !isEponym(token) &&
    !place &&
    isAPerson(tokens, to)
  )
    return { from: index, to };
  const alone =
    capital && !opens && !isEponym(token) && token.shape === 'title' && isSurname(token) && !isGiven(token) && !place && !placed;
  return alone ? { from: index, to: index + 1 } : undefined;
}

/** After a name: `is 6 years old`, `, 52 years`, `is a Brazilian`, `(34)`: only people are so. */
function isAPerson(tokens: readonly Token[], at: number): boolean {
  const words = tokens.slice(at, at + 5).map(({ folded }) => folded);
  if (/^[,(]$/.test(words[0] ?? ''))
    return /^\d{1,3}$/.test(words[1] ?? '') && /^(?:years?|yrs?|yo|y|anos|months?|meses|,|\)|from)$/.test(words[2] ?? '');
  if (!/^(?:is|was|turned|es|tiene|cumplio|has|had)$/.test(words[0] ?? '')) return false;
  if (/^\d{1,3}$/.test(words[1] ?? '')) return /^(?:years?|yrs?|yo|y|anos|months?|weeks?|meses|-|now|and)$/.test(words[2] ?? '');
  return (
    /^(?:a|an|my|our|mi|un|una)$/.test(words[1] ?? '') &&
    /^(?:[a-z]{4,}(?:ian|ese|ish|an)|girl|boy|man|woman|baby|patient|student|son|daughter|sister|brother|friend|mother|father|husband|wife|nino|nina|hijo|hija|hermana|hermano)$/.test(
      words[2] ?? '',
    )
  );
}

/** A given name takes no town that stands behind it. */
function beforePlace(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < to; at++) {
    const place = knownPlaces.at(tokens, at);
    const token = tokens[at];
    if (place && token && !isSurname(token)) return at;
  }
  return to;
}
