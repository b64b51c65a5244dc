import { en, es } from './chrono.ts';
import { phrases, wordSet } from './phrases.ts';
import { type Scan, spanOf } from './scan.ts';
import type { PersonalSpan } from './span.ts';

const cues = phrases({
  birth: `born,born on,date of birth,dob,d o b,birth date,birthdate,birthday,bday,b day,year of birth,place and date of birth,naci,nacio,nacido,nacida,nacimos,nacimiento,fecha de nacimiento,fecha nacimiento,fecha nac,f nac,fec nac,fdn,cumpleanos,cumplo anos,bdate,dated of birth`,
});

/** How far after its cue a date of birth begins at most, and how long it is: `fecha de nacimiento del paciente: 12 de septiembre de 1985`. */
const REACH = 45;
const LENGTH = 40;

const reads = (text: string) => [...en.parse(text), ...es.parse(text)];

/** Dates of birth: a day and a month, or a month and a year, near a word that says so. Years alone are left. */
export function findBirthDates(scan: Scan): PersonalSpan[] {
  const { text, tokens } = scan;
  const found: PersonalSpan[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const cue = cues.at(tokens, index);
    const first = cue && tokens[cue.after];
    if (!cue || !first) continue;
    const stop = Math.min(text.length, first.start + REACH + LENGTH);
    const near = text.slice(first.start, stop);
    if (!/\d/.test(near)) continue;
    const date = compactDate(near) ?? readDate(near);
    if (date && date.start <= REACH) {
      found.push({ kind: 'birth-date', start: first.start + date.start, end: first.start + date.end });
      while ((tokens[index + 1]?.start ?? Infinity) < first.start + date.end) index++;
    }
  }
  return found;
}

/** Chrono's reading that says most, without what stands after a point or from now, as `3 weeks ago`. */
function readDate(near: string) {
  let best: { start: number; end: number } | undefined;
  for (const { index, text, start } of reads(near)) {
    const said =
      start.isCertain('month') &&
      (start.isCertain('day') || start.isCertain('year')) &&
      /\d/.test(text) &&
      !/\b(?:ago|hace|last|this|next|in|at)\b/i.test(text);
    if (said && (!best || index < best.start || (index === best.start && index + text.length > best.end)))
      best = { start: index, end: index + text.length };
  }
  return best;
}

/** Dates in figures, of any order and separator: chrono reads most of them, not `12051985` or `13.05.85`. */
function compactDate(near: string) {
  const match = /\b\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}\b/.exec(near) ?? /\b(?:19|20)?\d{6}\b/.exec(near);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

const YEARS = wordSet(`year years yr yrs yo y old ano anos anitos aged jahre ans`);
const AGE_BEFORE = phrases({
  age: `age,aged,age is,ages,edad,edad de,edad es,turned,turning,turns,cumplio,cumple,cumplira,she's,he's,she is,he is,i am,i'm,im,who is,is now,is almost,is nearly,she was,he was,will be,tiene,tengo,tenia,de edad,father is,mother is,mom is,dad is,grandmother is,grandfather is,grandma is,grandpa is,aunt is,uncle is,wife is,husband is,mum is`,
});
const NOT_YEARS = wordSet(
  `% percent lbs lb pounds kg kilos mg mcg ml cm mm inches feet ft degrees over bpm day days week weeks month months hours minutes min times grams g units dias semanas meses horas minutos libras por / f c points puntos hr`,
);
const TENS: ReadonlyMap<string, number> = new Map([
  ['ninety', 90],
  ['noventa', 90],
  ['hundred', 100],
  ['cien', 100],
  ['ciento', 100],
]);

const OLDEST = 120;
/** Ages over 89 are few enough to tell who somebody is (45 CFR 164.514(b)(2)(i)(C)). */
const isOld = (years: number) => years > 89 && years <= OLDEST;

export function findAges(scan: Scan): PersonalSpan[] {
  const { tokens } = scan;
  const found: PersonalSpan[] = [];
  tokens.forEach((token, index) => {
    const years = token.type === 'number' && token.text.length <= 3 ? Number(token.text) : TENS.get(token.folded);
    if (years === undefined || !isOld(years) || (token.glued && tokens[index - 1]?.type === 'number')) return;
    let after = index + 1;
    if (
      token.type === 'word' &&
      /^(?:one|two|three|four|five|six|seven|eight|nine|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|un)$/.test(
        tokens[after + 1]?.folded ?? '',
      )
    )
      after += 2;
    else if (token.type === 'word' && tokens[after]?.glued === false && units.has(tokens[after]?.folded ?? '')) after++;
    let unit = after;
    while (tokens[unit]?.text === '-' || tokens[unit]?.text === '+') unit++;
    const word = tokens[unit];
    const before = tokens[index - 1];
    if (
      before?.text === '/' ||
      before?.text === '.' ||
      before?.text === '$' ||
      word?.text === '%' ||
      (word?.text === '/' && tokens[unit + 1]?.type === 'number')
    )
      return;
    if (YEARS.has(word?.folded ?? '') && isOfPerson(scan, index, unit)) {
      let end = unit + 1;
      while (/^(?:-|old|of|age|o|\/|\.|de|edad)$/.test(tokens[end]?.folded ?? '') && end < unit + 5) end++;
      while (end > unit + 1 && /^[-/.]$|^of$|^de$/.test(tokens[end - 1]?.folded ?? '')) end--;
      found.push(...spanOf('age', scan, index, end));
      return;
    }
    const next = word?.folded ?? '.';
    if (
      precededByAge(scan, index) &&
      !NOT_YEARS.has(next) &&
      !(word?.type === 'number') &&
      !(word?.text === '.' && tokens[unit + 1]?.glued)
    )
      found.push(...spanOf('age', scan, index, after));
  });
  return found;
}
const units = wordSet('one two three four five six seven eight nine uno dos tres cuatro cinco seis siete ocho nueve');

function precededByAge({ tokens }: Scan, index: number): boolean {
  for (let from = Math.max(0, index - 5); from < index; from++) {
    const cue = AGE_BEFORE.at(tokens, from);
    let after = cue?.after ?? 0;
    while (after < index && /^(?:[:=]|a|almost|nearly|already|now|about|is|was|casi|ya|es|de)$/.test(tokens[after]?.folded ?? '')) after++;
    if (cue && after === index) return true;
  }
  return false;
}

/** Not `90 years ago`, nor `for 90 years`. */
function isOfPerson({ tokens }: Scan, index: number, unit: number): boolean {
  const next = tokens[unit + 1]?.folded ?? '';
  const before = tokens[index - 1]?.folded ?? '';
  return (
    next !== 'ago' &&
    next !== 'later' &&
    next !== 'atras' &&
    !/^(?:for|hace|durante|over|within|past|last|after)$/.test(before) &&
    !(tokens[unit]?.folded === 'y' && !/^[./o]$/.test(next) && next !== '')
  );
}
