import { type Node, parsePhrase } from './pattern.ts';
import { FlagCode } from '../../marks.ts';
import type { Pack } from './schema.ts';
import { isSlip, withoutStretching } from './typos.ts';
import { plain, type Word } from './words.ts';

/** A pattern node whose words are one number: texts are compared by those. */
export type Step =
  | { kind: 'group'; group: number }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'gap'; max: number }
  | { kind: 'all'; steps: readonly Step[] }
  | { kind: 'any'; steps: readonly Step[] }
  | { kind: 'maybe'; step: Step }
  | { kind: 'not-after'; group: number };

export type Part = { step: Step; groups: readonly number[]; numeric: boolean };
/** What a phrase wants, and what it is for. */
export type Rule<What> = { what: What; parts: readonly Part[] };

export type ContextKind = keyof Pack['context'];
export type Compiled = {
  flags: readonly Rule<{ flag: FlagCode; always: boolean }>[];
  unless: readonly Rule<FlagCode>[];
  context: readonly Rule<ContextKind>[];
  /** A word's groups and, if it is one, the number that it stands for. */
  read(word: Word): Reading;
};
export type Reading = { groups: ReadonlySet<number>; number: number | undefined };

/** Words that a text's words are compared with, of all phrases of a pack. */
function createVocabulary(notTypos: readonly string[], typos: boolean) {
  const groupIds = new WeakMap<readonly string[], number>();
  let groupCount = 0;
  const exact = new Map<string, Set<number>>();
  const prefixes = new Map<string, Set<number>>();
  /** By first letter: slips there are rare, and without them a tenth is left to compare. */
  const byLetter = new Map<string, string[]>();
  const correct = new Set(notTypos.map(plain));
  const known = new Map<string, ReadonlySet<number>>();

  function learn(words: readonly string[]): number {
    const before = groupIds.get(words);
    if (before !== undefined) return before;
    const id = groupCount++;
    groupIds.set(words, id);
    for (const word of words) {
      const isPrefix = word.endsWith('*');
      const [stem, map] = isPrefix ? [word.slice(0, -1), prefixes] : [word, exact];
      const groups = map.get(stem);
      if (groups) groups.add(id);
      else map.set(stem, new Set([id]));
      const letter = stem.charAt(0);
      const near = byLetter.get(letter) ?? [];
      byLetter.set(letter, near);
      if (!groups) near.push(word);
    }
    return id;
  }

  function asWritten(word: string, into: Set<number>): void {
    for (const id of exact.get(word) ?? []) into.add(id);
    for (let length = 2; length <= word.length; length++) for (const id of prefixes.get(word.slice(0, length)) ?? []) into.add(id);
  }

  function misspelt(word: string, into: Set<number>): void {
    for (const other of byLetter.get(word.charAt(0)) ?? []) {
      const isPrefix = other.endsWith('*');
      const stem = isPrefix ? other.slice(0, -1) : other;
      // A beginning of few letters is near to too much.
      if (isPrefix && stem.length < 6) continue;
      if (!isSlip(isPrefix ? word.slice(0, stem.length) : word, stem)) continue;
      for (const id of (isPrefix ? prefixes : exact).get(stem) ?? []) into.add(id);
    }
  }

  function groupsOf(word: string): ReadonlySet<number> {
    const before = known.get(word);
    if (before) return before;
    const groups = new Set<number>();
    asWritten(word, groups);
    if (groups.size === 0) for (const variant of withoutStretching(word)) asWritten(variant, groups);
    if (groups.size === 0 && typos && !correct.has(word)) misspelt(word, groups);
    // Bounded, as anybody's words end up here.
    if (known.size > 5000) known.clear();
    known.set(word, groups);
    return groups;
  }

  /** Every word that is known; of an open one the beginning. */
  const all = () => [
    ...[...exact.keys()].map((stem) => ({ stem, open: false })),
    ...[...prefixes.keys()].map((stem) => ({ stem, open: true })),
  ];

  return { learn, groupsOf, all };
}

type Words = {
  lists: Readonly<Record<string, readonly string[]>>;
  numbers?: Readonly<Record<string, number>>;
  /** Whether a word may be misspelt, and which never are. */
  typos: boolean;
  notTypos?: readonly string[];
};

/** Compiles phrases, and reads words for them: all of one compiler belong together. */
export function createCompiler({ lists, numbers = {}, typos, notTypos = [] }: Words) {
  const vocabulary = createVocabulary(notTypos, typos);
  const numberOf = new Map(Object.entries(numbers).map(([word, number]) => [plain(word), number]));

  // A list is one node, however often it is used.
  const steps = new WeakMap<Node, Step>();
  function step(node: Node): Step {
    const made = steps.get(node) ?? newStep(node);
    steps.set(node, made);
    return made;
  }

  function newStep(node: Node): Step {
    switch (node.kind) {
      case 'word':
        return { kind: 'group', group: vocabulary.learn(node.words) };
      case 'not-after':
        return { kind: 'not-after', group: vocabulary.learn(node.words) };
      case 'all':
      case 'any':
        return { kind: node.kind, steps: node.nodes.map(step) };
      case 'maybe':
        return { kind: 'maybe', step: step(node.node) };
      case 'number':
      case 'gap':
        return node;
    }
  }

  /** What a text's word must be for the step to begin there. */
  const firstsOf = (from: Step): Step[] => {
    if (from.kind === 'any') return from.steps.flatMap(firstsOf);
    if (from.kind === 'maybe') return firstsOf(from.step);
    if (from.kind === 'not-after') return [];
    if (from.kind !== 'all') return [from];
    const firm = from.steps.findIndex(({ kind }) => kind !== 'maybe' && kind !== 'not-after');
    return from.steps.slice(0, firm + 1).flatMap(firstsOf);
  };

  /** Throws `Error` that quotes a phrase which is not of the language. */
  function rule<What>(what: What, phrase: string): Rule<What> {
    const parts = parsePhrase(phrase, lists).map((node): Part => {
      const compiled = step(node);
      const firsts = firstsOf(compiled);
      return {
        step: compiled,
        groups: firsts.flatMap((first) => (first.kind === 'group' ? [first.group] : [])),
        numeric: firsts.some((first) => first.kind === 'number'),
      };
    });
    return { what, parts };
  }

  const read = (text: string): Reading => ({
    groups: vocabulary.groupsOf(text),
    number: /^\d/.test(text) ? Number(text) : numberOf.get(text),
  });
  return { rule, read, words: vocabulary.all };
}

/** Throws `Error` that quotes a phrase which is not of the language. */
export function compilePack(pack: Pack): Compiled {
  const { rule, read } = createCompiler({ ...pack, typos: true });
  const { not, or, past, asked, askedAfter, now, own, but } = pack.context;
  const context = (what: ContextKind, phrases: readonly string[]) => phrases.map((phrase) => rule(what, phrase));
  return {
    flags: FlagCode.options.flatMap((flag) => [
      ...(pack.flags[flag]?.phrases ?? []).map((phrase) => rule({ flag, always: false }, phrase)),
      ...(pack.flags[flag]?.always ?? []).map((phrase) => rule({ flag, always: true }, phrase)),
    ]),
    unless: FlagCode.options.flatMap((flag) => (pack.flags[flag]?.unless ?? []).map((phrase) => rule(flag, phrase))),
    context: [
      ...context('not', not),
      ...context('or', or),
      ...context('past', past),
      ...context('asked', asked),
      ...context('askedAfter', askedAfter),
      ...context('now', now),
      ...context('own', own),
      ...context('but', but),
    ],
    read: ({ text }) => read(text),
  };
}
