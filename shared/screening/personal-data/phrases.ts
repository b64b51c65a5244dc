import type { Token } from './tokens.ts';

type Node<T> = { next: Map<string, Node<T>>; value?: T };

/** Finds phrases of folded words in tokens. */
export type Phrases<T> = {
  /** The longest phrase that begins at a token: what it means, and the index of the token after it. */
  at(tokens: readonly Token[], index: number): { value: T; after: number } | undefined;
};

/** @param table for each meaning its phrases, with commas between them; a full stop after a short word may be there or not */
export function phrases<T extends string>(table: Readonly<Record<T, string>>): Phrases<T> {
  const root: Node<T> = { next: new Map() };
  for (const value of keys(table)) {
    for (const phrase of table[value].split(',')) {
      let node = root;
      for (const word of phrase.trim().split(/\s+/)) {
        const known = node.next.get(word);
        const child = known ?? { next: new Map() };
        if (!known) node.next.set(word, child);
        node = child;
      }
      node.value = value;
    }
  }
  return {
    at(tokens, index) {
      let node = root;
      let found: { value: T; after: number } | undefined;
      for (let i = index; i < tokens.length; i++) {
        const token = tokens[i];
        if (!token) break;
        const child = node.next.get(token.text === '’' ? "'" : token.folded);
        if (child) {
          node = child;
          if (node.value !== undefined) found = { value: node.value, after: i + 1 };
        } else if (i === index || !(token.text === '.' && token.glued)) break;
      }
      return found;
    },
  };
}

function keys<T extends string>(table: Readonly<Record<T, string>>): T[] {
  const found: T[] = [];
  for (const key in table) found.push(key);
  return found;
}

/** The words of a list that is written as lines of text. */
export const wordSet = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(/\s+/)).filter((word) => word !== ''));
