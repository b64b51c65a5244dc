export type Spelling = {
  knows(word: string): boolean;
  /** The right spelling of a word that is one letter off; null where it is further off, or may be two. */
  nearTo(word: string): string | null;
};

/** Letters: shorter words are too near to others. */
const SHORTEST = 6;

/**
 * One letter missing, too many, wrong or exchanged with the next: two such words are the same once one letter is left out of each.
 * A word with the same letters left out as two of the right ones is left as it is.
 */
export function createSpelling(right: readonly string[]): Spelling {
  const known = new Set(right);
  const near = new Map<string, string | null>();
  for (const word of known) {
    if (word.length < SHORTEST) continue;
    for (const form of [word, ...shorter(word)]) near.set(form, near.has(form) && near.get(form) !== word ? null : word);
  }
  return {
    knows: (word) => known.has(word),
    nearTo(word) {
      if (word.length < SHORTEST - 1) return null;
      for (const form of [word, ...shorter(word)]) {
        const found = near.get(form);
        // The first letter is seldom wrong.
        if (found !== undefined) return found?.startsWith(word.slice(0, 1)) ? found : null;
      }
      return null;
    },
  };
}

function* shorter(word: string): Generator<string> {
  for (let at = 0; at < word.length; at++) yield word.slice(0, at) + word.slice(at + 1);
}
