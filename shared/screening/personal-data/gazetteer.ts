import { BITS, COUNT, TOWNS } from './gazetteer-data.ts';
import { hashOf, keyOf, short } from './gazetteer-key.ts';
import type { Token } from './tokens.ts';

/** Words of the longest name that is looked up: `San Cristóbal de las Casas`. */
const WORDS_MAX = 5;
/**
 * The hashes, sorted, of a list that is written as the steps between them: how often a step has `2 ** bits` in it as ones and a nought,
 * then what is left in `bits` bits (a Rice code, which takes less than a Bloom filter as sure).
 */
export function unpacked(packed: string, count: number, bits: number): Uint32Array {
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  const hashes = new Uint32Array(count);
  let at = 0;
  const bit = () => ((bytes[at >> 3] ?? 0) >> (7 - (at++ & 7))) & 1;
  for (let index = 0, last = 0; index < count; index++) {
    let step = 0;
    while (bit() === 1) step += 2 ** bits;
    let rest = 0;
    for (let left = 0; left < bits; left++) rest = rest * 2 + bit();
    last += step + rest;
    hashes[index] = last;
  }
  return hashes;
}

let towns: Uint32Array | undefined;

/** Whether a name may be a town's or region's; of names that are none, one in `2 ** BITS` is taken for one. */
function isListed(key: string): boolean {
  towns ??= unpacked(TOWNS, COUNT, BITS);
  const hash = hashOf(key, COUNT, BITS);
  let [low, high] = [0, towns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((towns[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  return towns[low] === hash;
}

/** The index after the longest listed name of a town or region that begins at `from`; where there is none, `from`. */
export function listedEnd(tokens: readonly Token[], from: number): number {
  const words: string[] = [];
  let end = from;
  for (let at = from; words.length < WORDS_MAX; at++) {
    const token = tokens[at];
    if (!token || (at > from && token.opensLine)) break;
    if (token.type === 'word') {
      words.push(token.folded);
      if (isListed(keyOf(words))) end = at + 1;
    } else if (at === from || !token.glued || !joins(token, tokens[at - 1])) break;
  }
  return end;
}

/** The full stop of `St. Paul`, but not that of a sentence. */
const joins = ({ text }: Token, before: Token | undefined) =>
  /^['’-]$/.test(text) || (text === '.' && before !== undefined && short.has(before.folded));
