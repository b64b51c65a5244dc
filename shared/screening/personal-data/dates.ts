import { phrases, wordSet } from './phrases.ts';
import type { Scan } from './scan.ts';
import type { PersonalSpan } from './span.ts';
import type { Token } from './tokens.ts';

const cues = phrases({
  birth: `born, born on, date of birth, dob, d o b, birth date, birthdate, birthday, bday, b day, naci, nacio, nacido, nacida, nacimos,
    nacimiento, fecha de nacimiento, fecha nacimiento, fecha nac, f nac, fec nac, f de nac, fdn, cumpleanos, bdate, birthdate of, born
    in, natalicio`,
});

// Months as both languages name and shorten them.
const MONTHS = wordSet(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept
    oct nov dec enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago
    set dic`,
);
/** Words within a date: `the 12th of May, 1985`, `12 de mayo del 85`. */
const WITHIN = wordSet('the of de del st nd rd th , . - / el º o ero');

/** How many tokens after its cue a date of birth begins at most: `fecha de nacimiento del paciente según su DNI: 12/09/1985`. */
const REACH = 9;
const DATE_TOKENS_MAX = 9;

/**
 * Dates of birth near a word that says so: a day and a month, or a month and a year, of any order, in figures or words. Years alone are
 * left, as are days from now (`born 3 weeks ago`). By hand and not by a library of dates: what is wanted is where a date stands, not
 * which one it is, and chrono-node would be a fifth of what the browser loads for all of this.
 */
export function findBirthDates({ tokens }: Scan): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const cue = cues.at(tokens, index);
    if (!cue) continue;
    for (let at = cue.after; at < cue.after + REACH && at < tokens.length; at++) {
      const after = dateEnd(tokens, at);
      const [first, last] = [tokens[at], tokens[after - 1]];
      if (after <= at || !first || !last) continue;
      found.push({ kind: 'birth-date', start: first.start, end: last.end });
      index = after - 1;
      break;
    }
  }
  return found;
}

/** The index after the date that begins at `from`, or `from`. */
export function dateEnd(tokens: readonly Token[], from: number): number {
  const first = tokens[from];
  if (
    !first ||
    (first.type !== 'number' && !MONTHS.has(first.folded)) ||
    (first.type === 'number' && first.text.length > 4 && first.text.length !== 8 && first.text.length !== 6)
  )
    return from;
  // `19850512`, `120585`.
  if (first.type === 'number' && (first.text.length === 8 || first.text.length === 6)) return from + 1;
  let [numbers, months, end] = [0, 0, from];
  for (let at = from; at < from + DATE_TOKENS_MAX; at++) {
    const token = tokens[at];
    if (!token || (at > from && token.opensLine)) break;
    const isNumber = token.type === 'number' && token.text.length <= 4;
    if (isNumber && numbers < (months > 0 ? 2 : 3)) numbers++;
    else if (MONTHS.has(token.folded) && months === 0) months++;
    else if (token.text === '.' && !token.glued) break;
    else if (WITHIN.has(token.folded)) continue;
    else break;
    end = at + 1;
  }
  if (months > 0 && numbers > 0) return end;
  return numbers === 3 && isInFigures(tokens, from, end) ? end : from;
}

/** Three numbers with one mark between each, and a year among them or none longer than two digits. */
function isInFigures(tokens: readonly Token[], from: number, end: number): boolean {
  const own = tokens.slice(from, end);
  const lengths = own.filter(({ type }) => type === 'number').map(({ text }) => text.length);
  return (
    own.length === 5 &&
    own.every(({ type, text }, at) => at % 2 === 0 || (type === 'mark' && /^[-/.]$/.test(text))) &&
    lengths.filter((length) => length > 2).length <= 1 &&
    !lengths.includes(3)
  );
}
