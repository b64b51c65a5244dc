/** Shorter words may have two letters swapped: too many of them are one letter apart. */
const SHORTEST = 5;
const SHORTEST_FOR_TWO = 10;

/** How many slips of the pen a word of this length may have and still be read as another. */
const slipsFor = (length: number) => (length < SHORTEST ? 0 : length < SHORTEST_FOR_TWO ? 1 : 2);

/**
 * Whether a becomes b by at most `most` letters left out, added, changed or swapped with their neighbour
 * (optimal string alignment distance). The words are short: the table is a row of their length at a time.
 */
function isNear(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return false;
    [older, old] = [old, row];
  }
  return (old[b.length] ?? Infinity) <= most;
}

/** Whether a word may be another one, mistyped. */
export function isSlip(word: string, meant: string): boolean {
  if (word.length === 4 && meant.length === 4) return word.charAt(0) + word.charAt(2) + word.charAt(1) + word.charAt(3) === meant;
  const most = Math.min(slipsFor(word.length), slipsFor(meant.length));
  return most > 0 && isNear(word, meant, most);
}

/** “heeeelp” as it may have been meant: letters written three times and more, once and twice. Empty when there are none. */
export function withoutStretching(word: string): string[] {
  if (!/(.)\1\1/.test(word)) return [];
  const once = word.replace(/(.)\1{2,40}/g, '$1');
  return [once, word.replace(/(.)\1{2,40}/g, '$1$1')];
}
