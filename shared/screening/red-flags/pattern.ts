import { plain } from './words.ts';

/**
 * The language of a pack's phrases:
 *
 *   chest pain        these words, one after the other, within a sentence; capitals, accents and apostrophes count for nothing
 *   bleed*            a word that begins so
 *   (a|b c)           one of these
 *   very?  (of a)?    or not
 *   {3}               up to three words of any kind, within a sentence
 *   $pain             one of the pack's list of that name
 *   <38-42.9>  <8+>   a number, in digits or words
 *   !for              the word before is not this one
 *   a & b             both, in any order, in the same sentence or its neighbour, at most 25 words apart
 */
export type Node =
  | { kind: 'word'; words: readonly string[] }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'gap'; max: number }
  | { kind: 'all'; nodes: readonly Node[] }
  | { kind: 'any'; nodes: readonly Node[] }
  | { kind: 'maybe'; node: Node }
  | { kind: 'not-after'; words: readonly string[] };

/** The parts that a phrase wants, joined by `&`. */
export type Phrase = readonly Node[];

type Lists = Readonly<Record<string, readonly string[]>>;

/** What was read, by how it is written: most words, lists and brackets are in many phrases, and each is compiled once. */
const known = new WeakMap<Lists, Map<string, Node>>();

/** Words of any kind in a gap: more would say that two things belong together which don't. */
const WIDEST_GAP = 8;

const TOKEN = /[\p{L}\p{N}*]+|\$[a-z0-9-]+|[{<][\d.+-]+|[>}()|?&!]| +/gu;

function tokensOf(source: string): string[] {
  const written = plain(source);
  const tokens = written.match(TOKEN) ?? [];
  if (tokens.join('') !== written) throw new Error(`“${source}”: a sign that has no meaning in a phrase`);
  return tokens.filter((token) => token.trim() !== '' && token !== '}' && token !== '>');
}

function beginsFirmly(node: Node): boolean {
  switch (node.kind) {
    case 'word':
    case 'number':
      return true;
    case 'gap':
    case 'maybe':
    case 'not-after':
      return false;
    case 'all':
      return beginsFirmly(node.nodes.find(({ kind }) => kind !== 'maybe' && kind !== 'not-after') ?? { kind: 'gap', max: 1 });
    case 'any':
      return node.nodes.every(beginsFirmly);
  }
}

/** Whether nothing at all would do: as one of several, that would make the others count for nothing. */
function isNothing(node: Node): boolean {
  switch (node.kind) {
    case 'word':
    case 'number':
      return false;
    case 'gap':
    case 'maybe':
    case 'not-after':
      return true;
    case 'all':
      return node.nodes.every(isNothing);
    case 'any':
      return node.nodes.some(isNothing);
  }
}

/** Alternatives of single words become one node, which costs as much as one word. */
function anyOf(nodes: readonly Node[]): Node {
  const flat = nodes.flatMap((node) => (node.kind === 'any' ? node.nodes : [node]));
  const words = flat.flatMap((node) => (node.kind === 'word' ? node.words : []));
  const rest = flat.filter((node) => node.kind !== 'word');
  const all: Node[] = words.length > 0 ? [{ kind: 'word', words }, ...rest] : rest;
  const [only] = all;
  return all.length === 1 && only ? only : { kind: 'any', nodes: all };
}

/**
 * Reads one phrase. Throws `Error` that quotes it, when it is not of the language, names a list that there is not, or one
 * that leads to itself.
 */
export function parsePhrase(source: string, lists: Lists, within: readonly string[] = []): Phrase {
  const tokens = tokensOf(source);
  let at = 0;
  const wrong = (why: string) => new Error(`“${source}”: ${why}`);

  function remember(name: string, node: Node): Node {
    known.set(lists, (known.get(lists) ?? new Map<string, Node>()).set(name, node));
    return node;
  }

  function bracket(): Node {
    let end = at;
    for (let depth = 1; end < tokens.length && depth > 0; end++) depth += tokens[end] === '(' ? 1 : tokens[end] === ')' ? -1 : 0;
    const written = `(${tokens.slice(at, end).join(' ')}`;
    const before = known.get(lists)?.get(written);
    if (before) {
      at = end;
      return before;
    }
    const inner = either();
    if (tokens[at++] !== ')') throw wrong('a bracket is not closed');
    return remember(written, inner);
  }

  function listed(name: string): Node {
    const lines = Object.hasOwn(lists, name) ? lists[name] : undefined;
    if (!lines) throw wrong(`there is no list ${name}`);
    if (within.includes(name)) throw wrong(`the list ${name} leads to itself`);
    return anyOf(
      lines.map((line) => {
        const [only, ...more] = parsePhrase(line, lists, [...within, name]);
        if (!only || more.length > 0) throw wrong(`the list ${name} has a line with &`);
        if (isNothing(only)) throw wrong(`the list ${name} has “${line}”, for which no word is needed`);
        return only;
      }),
    );
  }

  function one(): Node {
    const token = tokens[at++] ?? '';
    if (token === '(') return bracket();
    return known.get(lists)?.get(token) ?? (token === '!' ? notAfter() : remember(token, simple(token)));
  }

  function notAfter(): Node {
    const not = one();
    if (not.kind !== 'word') throw wrong('after ! comes a word, or words in brackets');
    return { kind: 'not-after', words: not.words };
  }

  function simple(token: string): Node {
    if (token.startsWith('$')) return listed(token.slice(1));
    if (token.startsWith('{')) {
      const max = Number(token.slice(1));
      if (!Number.isInteger(max) || max < 1 || max > WIDEST_GAP) throw wrong(`a gap is of 1 to ${WIDEST_GAP} words`);
      return { kind: 'gap', max };
    }
    if (token.startsWith('<')) {
      const [min = Number.NaN, max = token.endsWith('+') ? Infinity : Number.NaN] = token
        .slice(1)
        .split(/[-+]/)
        .filter(Boolean)
        .map(Number);
      if (!(min <= max)) throw wrong('a number is written as <38-42.9> or <8+>');
      return { kind: 'number', min, max };
    }
    if (/^[)|?&]$/.test(token)) throw wrong(`${token} is out of place`);
    if (token.slice(0, -1).includes('*') || token === '*') throw wrong('a star stands at the end of a word');
    return { kind: 'word', words: [token] };
  }

  function sequence(): Node {
    const nodes: Node[] = [];
    while (at < tokens.length && !/^[)|&]$/.test(tokens[at] ?? '')) {
      const node = one();
      if (tokens[at] === '?') {
        at++;
        nodes.push({ kind: 'maybe', node });
      } else nodes.push(node);
    }
    if (nodes.length === 0) throw wrong('something is empty');
    const [only] = nodes;
    return nodes.length === 1 && only ? only : { kind: 'all', nodes };
  }

  function either(): Node {
    const nodes = [sequence()];
    while (tokens[at] === '|') {
      at++;
      nodes.push(sequence());
    }
    if (nodes.length > 1 && nodes.some(isNothing)) throw wrong('one of its alternatives needs no word');
    return anyOf(nodes);
  }

  const parts = [either()];
  while (tokens[at] === '&') {
    at++;
    parts.push(either());
  }
  if (at < tokens.length) throw wrong(`${tokens[at]} is out of place`);
  for (const part of within.length === 0 ? parts : []) {
    if (!beginsFirmly(part)) throw wrong('a phrase begins with a word that must be there');
  }
  return parts;
}
