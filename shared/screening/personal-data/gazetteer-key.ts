/** Words that are written short before a full stop, or without one. */
export const short: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['ft', 'fort'],
  ['mt', 'mount'],
]);

/** A name as it is looked up: folded words with a space between, whatever stands between them in the text. */
export const keyOf = (words: readonly string[]): string => words.map((word) => short.get(word) ?? word).join(' ');

/** FNV-1a with the last mix of MurmurHash3, as a number below `count << bits`: the same when the list is written and when it is read. */
export function hashOf(key: string, count: number, bits: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return Math.floor((((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32) * count * 2 ** bits);
}
