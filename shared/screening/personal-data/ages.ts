import { phrases, wordSet } from './phrases.ts';
import { type Scan, spanOf } from './scan.ts';
import type { PersonalSpan } from './span.ts';
import type { Token } from './tokens.ts';

const YEARS = wordSet(`year years yr yrs yo y old ano anos anitos aged`);
const before = phrases({
  age: `age, aged, age is, ages, edad, edad de, edad es, turned, turning, turns, cumplio, cumple, cumplira, cumplido, she's, he's, she is,
    he is, shes, hes, i am, i'm, im, i m, who is, is now, is almost, is nearly, she was, he was, will be, tiene, tengo, tenia, father
    is, mother is, mom is, dad is, grandmother is, grandfather is, grandma is, grandpa is, aunt is, uncle is, wife is, husband is, mum
    is, nana is, granny is, gran is, neighbor is, neighbour is, at age, at the age of, age of, a los, years of age`,
});
/** Measured in something else: `she is 95 lbs`. */
const otherUnits = wordSet(`
    % / bpm c cm day days degrees dias f feet ft g grams horas hours hr inches kg kilos lb lbs libras mcg meses mg min minutes
    minutos ml mm month months over percent points por pounds puntos semanas st times units week weeks`);
const TENS: ReadonlyMap<string, number> = new Map([
  ['ninety', 90],
  ['noventa', 90],
  ['hundred', 100],
  ['cien', 100],
  ['ciento', 100],
]);
const ones = wordSet('one two three four five six seven eight nine uno un dos tres cuatro cinco seis siete ocho nueve');
const kin = wordSet(`
    abuela abuelo aunt dad father gran grandad granddad grandfather grandma grandmother grandpa granny he husband madre mama mom mother mum nan nana
    neighbor neighbour paciente padre papa patient she tia tio uncle wife`);

const OLDEST = 120;
/** Ages over 89 are few enough to tell who somebody is (45 CFR 164.514(b)(2)(i)(C)). */
const isOld = (years: number) => years > 89 && years <= OLDEST;

export function findAges(scan: Scan): PersonalSpan[] {
  const { tokens } = scan;
  const found: PersonalSpan[] = [];
  tokens.forEach((token, index) => {
    const years = token.type === 'number' && token.text.length <= 3 ? Number(token.text) : TENS.get(token.folded);
    if (years === undefined || !isOld(years) || isPart(tokens, index)) return;
    const after = numberEnd(tokens, index);
    const end = yearsEnd(tokens, index, after) ?? (isSaidAge(tokens, index, after) ? after : index);
    found.push(...spanOf('age', scan, index, end));
  });
  return found;
}

/** Of a longer number, a fraction or a sum of money. */
function isPart(tokens: readonly Token[], index: number): boolean {
  const [prior, next, second] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]];
  if (tokens[index]?.glued && (prior?.type === 'number' || /^[/.,$]$/.test(prior?.text ?? ''))) return true;
  return next?.glued === true && (next.text === '%' || (/^[/.,]$/.test(next.text) && second?.glued === true && second.type === 'number'));
}

/** The index after the age, with the ones that follow the tens: `ninety-two`, `noventa y dos`. */
function numberEnd(tokens: readonly Token[], index: number): number {
  if (tokens[index]?.type === 'number') return index + 1;
  const joined = /^(?:-|y|and)$/.test(tokens[index + 1]?.folded ?? '') ? index + 2 : index + 1;
  return ones.has(tokens[joined]?.folded ?? '') ? joined + 1 : index + 1;
}

/** The index after `92 years old`, `93 años`, `91yo`; not after `90 years ago`, nor `for 90 years`. */
function yearsEnd(tokens: readonly Token[], index: number, after: number): number | undefined {
  let unit = after;
  while (/^[-+]$/.test(tokens[unit]?.text ?? '')) unit++;
  const word = tokens[unit]?.folded ?? '';
  if (!YEARS.has(word)) return undefined;
  const next = tokens[unit + 1]?.folded ?? '';
  if (
    /^(?:ago|later|atras|despues|earlier|from)$/.test(next) ||
    /^(?:for|hace|durante|over|within|past|last|after)$/.test(tokens[index - 1]?.folded ?? '')
  )
    return undefined;
  if (word === 'y' && !/^[./o]$/.test(next) && next !== '') return undefined;
  let end = unit + 1;
  while (end < unit + 5 && /^(?:-|old|of|age|o|\/|\.|de|edad)$/.test(tokens[end]?.folded ?? '')) end++;
  while (end > unit + 1 && /^(?:[-/.]|of|de)$/.test(tokens[end - 1]?.folded ?? '')) end--;
  return end;
}

/** Whether `95` alone is said of somebody's age: `she's 95`, `aged 95`, `grandma (95)`. */
function isSaidAge(tokens: readonly Token[], index: number, after: number): boolean {
  const next = tokens[after];
  if (next && (otherUnits.has(next.folded) || next.type === 'number')) return false;
  if (tokens[index - 1]?.text === '(' || tokens[index - 1]?.text === ',')
    return kin.has(tokens[index - 2]?.folded ?? '') && /^[),]$/.test(next?.text ?? '');
  // `At 92 should dad`: of somebody, and no measure.
  if (tokens[index - 1]?.folded === 'at' && tokens.slice(after, after + 4).some(({ folded }) => kin.has(folded))) return true;
  for (let from = Math.max(0, index - 6); from < index; from++) {
    const cue = before.at(tokens, from);
    let at = cue?.after ?? 0;
    while (at < index && /^(?:[:=]|a|almost|nearly|already|now|about|is|was|casi|ya|es|de|over|just|los)$/.test(tokens[at]?.folded ?? ''))
      at++;
    if (cue && at === index) return true;
  }
  return false;
}
