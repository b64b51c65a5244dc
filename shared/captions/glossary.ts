type Term = { from: string; to: string };

/** A word of a text, or what is between two: letters, marks and digits, with what joins them inside a word. */
const PIECE = /[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*|[^\p{L}\p{M}\p{N}]+/gu;
const LOWER = /\p{Ll}/u;
/** Fewer words than that in capitals may be abbreviations. */
const SHOUTED_WORDS = 3;

/** Of what is between two words. */
const SENTENCE_END = /[.!?…]/u;

type Node = { next: Map<string, Node>; term: Term | null };

const isWord = (piece: string) => /^[\p{L}\p{M}\p{N}]/u.test(piece);
const piecesOf = (text: string) => text.match(PIECE) ?? [];
/** Without what is before the first word and after the last one, which runs on into the text. */
function phraseOf(text: string): string[] {
  const pieces = piecesOf(text);
  const last = pieces.findLastIndex(isWord);
  return last === -1 ? [] : pieces.slice(pieces.findIndex(isWord), last + 1);
}
/** How a piece is compared: regardless of case, and of which space is between words. */
const keyOf = (piece: string) => (isWord(piece) ? piece.toLowerCase().replaceAll('’', "'") : piece.replace(/\s+/g, ' '));

/**
 * What a glossary makes of texts (rule L8): whole words, regardless of case, the longest term first, in one pass. What already reads as
 * a term's replacement is left as it is, though the term be in it. The work for a text is its words times those of the longest term.
 */
export function createGlossary(terms: readonly Term[]): (text: string) => string {
  const root: Node = { next: new Map(), term: null };
  // Of two that read alike the later one counts.
  for (const term of terms) plant(root, term.from, term);
  // A replacement that is found as it is replaces itself, and nothing within it.
  for (const term of terms) if (!find(root, term.to)?.term) plant(root, term.to, { from: term.to, to: term.to });

  return (text) => {
    const pieces = piecesOf(text);
    const shouting = !LOWER.test(text) && pieces.filter(isWord).length >= SHOUTED_WORDS;
    let written = '';
    for (let at = 0; at < pieces.length;) {
      const match = longest(root, pieces, at);
      const piece = pieces[at] ?? '';
      if (!match) {
        written += piece;
        at++;
        continue;
      }
      const said = pieces.slice(at, match.end).join('');
      const before = pieces.slice(Math.max(0, at - 1), at).join('');
      written += match.term.from === match.term.to ? said : inCaseOf(said, match.term, shouting, before);
      at = match.end;
    }
    return written;
  };
}

function plant(root: Node, text: string, term: Term): void {
  let node = root;
  for (const piece of phraseOf(text)) {
    const key = keyOf(piece);
    let next = node.next.get(key);
    if (!next) node.next.set(key, (next = { next: new Map(), term: null }));
    node = next;
  }
  if (node !== root) node.term = term;
}

function find(root: Node, text: string): Node | undefined {
  let node: Node | undefined = root;
  for (const piece of phraseOf(text)) node = node?.next.get(keyOf(piece));
  return node;
}

function longest(root: Node, pieces: readonly string[], from: number): { term: Term; end: number } | null {
  let found: { term: Term; end: number } | null = null;
  let node: Node | undefined = root;
  for (let at = from; at < pieces.length; at++) {
    node = node.next.get(keyOf(pieces[at] ?? ''));
    if (!node) break;
    if (node.term) found = { term: node.term, end: at + 1 };
  }
  return found;
}

/**
 * In capitals where all that was written is; with a capital where a term that has none was written with one, unless it is an abbreviation
 * within a sentence.
 */
function inCaseOf(said: string, { from, to }: Term, shouting: boolean, before: string): string {
  if (shouting && LOWER.test(from)) return to.toUpperCase();
  const [first = ''] = said;
  const [own = ''] = from;
  const isCapital = first !== first.toLowerCase() && own === own.toLowerCase();
  const capital = isCapital && (LOWER.test(said) || before === '' || SENTENCE_END.test(before));
  return capital ? to.charAt(0).toUpperCase() + to.slice(1) : to;
}
