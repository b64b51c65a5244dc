import type { PersonalKind } from '../../shared/marks.ts';
import type { Random } from '../chaos/random.ts';
import { english, spanish } from './sentences.ts';
import {
  address,
  age,
  care,
  date,
  email,
  employer,
  type Half,
  halfOf,
  handle,
  name,
  nationalId,
  phoneNumber,
  recordNumber,
  type Style,
  surname,
  town,
  url,
  type Value,
} from './values.ts';

export type Expected = { kind: PersonalKind; start: number; end: number };
/** A text with values that were made up, and where they stand. */
export type Filled = { text: string; expected: Expected[] };

const BIRTH = /\b(?:born|birth|dob)\b.{0,25}$/i;
const isLower = (text: string) => !/[A-Z]/.test(text.replaceAll(/\[[A-Z]+\]|SUBJECT|MESSAGE/g, ''));

/** A question of the data set with its blanks filled: the same name in no two places, as the blanks do not say who is who. */
export function filled(question: string, half: Half, random: Random): Filled {
  const style: Style = { half, language: 'en', lower: isLower(question) || random.next() < 0.1 };
  const result: Filled = { text: '', expected: [] };
  let at = 0;
  for (const match of question.matchAll(/\[([A-Z]+)\]/g)) {
    result.text += question.slice(at, match.index);
    const after = question.slice(match.index + match[0].length);
    put(result, blank(match[1] ?? '', result.text, after, style, random));
    at = match.index + match[0].length;
  }
  result.text += question.slice(at);
  return result;
}

/** A value for a blank, by what stands around it; plain text where nothing personal that is marked belongs there. */
function blank(kind: string, before: string, after: string, style: Style, random: Random): Value | string {
  const near = before.slice(-40).toLowerCase();
  switch (kind) {
    case 'NAME':
      return /\bdr\.?\s*$/.test(near) ? surname(random, style) : name(random, style);
    case 'LOCATION':
      if (/address/.test(near)) return address(random, style);
      if (/\b(?:at|by|patient at|hospital)\s*$/.test(near)) return care(random, style);
      return /\b(?:in|from|to|near)\s*$/.test(near) || random.next() < 0.7 ? town(random, style) : care(random, style);
    case 'EMAIL':
      return email(random, style);
    case 'CONTACT':
      if (/e-?mail/.test(near)) return email(random, style);
      if (/address/.test(near)) return address(random, style);
      if (/link|web|site/.test(near)) return url(random, style);
      if (/call|cell|phone|tel|mobile|fax|text|contact|no:/.test(near)) return phoneNumber(random);
      return random.next() < 0.5 ? phoneNumber(random) : random.next() < 0.8 ? email(random, style) : url(random, style);
    case 'DATE': {
      const value = date(random, style);
      return BIRTH.test(before) ? value : value.text;
    }
    case 'AGE':
      return String(30 + random.below(50));
    case 'PROFESSION':
      return 'a paramedic';
    default:
      return after.startsWith(' person') ? 'a' : 'Biology II';
  }
}

/** A clean question with one sentence of ours in it: before, after, or between its own. */
export function withSentence(question: string, half: Half, random: Random): Filled {
  const language = random.next() < 0.35 ? 'es' : 'en';
  const sentences = (language === 'es' ? spanish : english).filter((sentence) => halfOf(sentence) === half);
  const sentence = random.pick(sentences);
  const style: Style = { half, language, lower: random.next() < 0.2 };
  const isEnd = /(?:Thanks|Thank you very much|regards|Sincerely|Gracias|gracias|Saludos|Atentamente)[,.] /.test(sentence);
  const where = isEnd ? 'after' : random.pick(['before', 'after', 'after']);
  const result: Filled = { text: where === 'after' ? `${question}${random.pick([' ', '\n'])}` : '', expected: [] };
  let at = 0;
  for (const match of sentence.matchAll(/\{([a-z]+)\}/g)) {
    const own = sentence.slice(at, match.index);
    result.text += style.lower ? own.toLowerCase() : own;
    put(result, slot(match[1] ?? '', style, random));
    at = match.index + match[0].length;
  }
  result.text += sentence.slice(at);
  if (where === 'before') result.text += ` ${question}`;
  return result;
}

function slot(kind: string, style: Style, random: Random): Value | string {
  switch (kind) {
    case 'name':
      return name(random, style, true);
    case 'given':
      return name(random, style, false);
    case 'surname':
      return surname(random, style);
    case 'town':
      return town(random, style);
    case 'care':
      return care(random, style);
    case 'phone':
      return phoneNumber(random);
    case 'email':
      return email(random, style);
    case 'address':
      return address(random, style);
    case 'url':
      return url(random, style);
    case 'handle':
      return handle(random, style);
    case 'date':
      return date(random, style);
    case 'age':
      return age(random);
    case 'record':
      return recordNumber(random);
    case 'id':
      return nationalId(random);
    case 'employer':
      return employer(random, style);
    default:
      throw new Error(`no value for {${kind}}`);
  }
}

function put(result: Filled, value: Value | string): void {
  const text = typeof value === 'string' ? value : value.text;
  if (typeof value !== 'string')
    result.expected.push({ kind: value.kind, start: result.text.length + value.start, end: result.text.length + text.length });
  result.text += text;
}
