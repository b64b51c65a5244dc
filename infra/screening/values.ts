import type { PersonalKind } from '../../shared/marks.ts';
import type { Random } from '../chaos/random.ts';
import { digits, nationalIds, phone, recordNumbers } from './values-numbers.ts';
import { careEnglish, careSpanish, employers, family, given, regions, towns } from './values-people.ts';

/** Which half of the values may be used: those a rule was written on, or those it never met. */
export type Half = 'written on' | 'held out';

/** FNV-1a, 32 bits: which half a row, a value or a sentence belongs to. */
export function halfOf(text: string): Half {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) & 1) === 0 ? 'written on' : 'held out';
}

const ofHalf = (values: readonly string[], half: Half) => values.filter((value) => halfOf(value) === half);

/** A value that was made up, and the part of it that ought to be marked. */
export type Value = { kind: PersonalKind; text: string; start: number };

const whole = (kind: PersonalKind, text: string): Value => ({ kind, text, start: 0 });
/** Of `MRN 0012`, the number. */
const numeric = (kind: PersonalKind, text: string): Value => ({ kind, text, start: text.search(/(?:^|(?<=\s))\S*\d/) });
const pad = (number: number) => String(number).padStart(2, '0');

export type Style = { half: Half; language: 'en' | 'es'; lower: boolean };

export function name(random: Random, { half, lower }: Style, full = random.next() < 0.55): Value {
  const first = random.pick(ofHalf(given, half));
  const last = random.pick(ofHalf(family, half)).replaceAll('-', random.next() < 0.5 ? '-' : ' ');
  const initial = random.pick('ABCDEGHJKLMNPRSTVW'.split(''));
  const text = full
    ? random.pick([
        `${first} ${last}`,
        `${first} ${last}`,
        `${first} ${last}`,
        `${first} ${initial}. ${last}`,
        `${initial}. ${last}`,
        `${first} ${last}-${random.pick(ofHalf(family, half))}`,
      ])
    : first;
  return whole('name', lower ? text.toLowerCase() : random.next() < 0.04 ? text.toUpperCase() : text);
}

export const surname = (random: Random, { half, lower }: Style): Value => {
  const last = random.pick(ofHalf(family, half));
  return whole('name', lower ? last.toLowerCase() : last);
};

export function town(random: Random, { half, lower }: Style): Value {
  const own = random.pick(ofHalf(towns, half));
  const text = random.next() < 0.35 ? `${own}, ${random.pick(regions)}` : own;
  return whole('place', lower ? text.toLowerCase() : text);
}

export const care = (random: Random, { half, language }: Style): Value =>
  whole('place', random.pick(ofHalf(language === 'es' ? careSpanish : careEnglish, half)));

const hosts = [
  'gmail.com',
  'yahoo.com',
  'hotmail.com',
  'hotmail.es',
  'outlook.com',
  'icloud.com',
  'yahoo.co.in',
  'uni-koeln.de',
  'stjohns.ac.uk',
  'empresa.com.mx',
  'clinic-care.org',
  'mail.ru',
  'qq.com',
  'protonmail.com',
  'rediffmail.com',
];
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[^a-z]/gi, '')
    .toLowerCase();

export function email(random: Random, { half }: Style): Value {
  const [first, last] = [plain(random.pick(ofHalf(given, half))), plain(random.pick(ofHalf(family, half)))];
  const local = random.pick([
    `${first}.${last}`,
    `${first}${digits(random, '##')}`,
    `${first.slice(0, 1)}${last}`,
    `${first}_${last}`,
    `${last}+med`,
    `dr.${last}`,
  ]);
  const host = random.pick(hosts);
  return whole(
    'email',
    random.next() < 0.06
      ? `${first} at ${host.replaceAll('.', ' dot ')}`
      : random.next() < 0.1
        ? `${local}@${host}`.toUpperCase()
        : `${local}@${host}`,
  );
}

const englishStreets = [
  'Elm Street',
  'Maple Ave',
  'Old Mill Road',
  'Birchwood Lane',
  'N. Lincoln Blvd',
  'Kingsway Drive',
  'Sunset Court',
  'SW 4th Ave',
  'County Road 12',
  'Highfield Terrace',
  'Martin Luther King Jr. Blvd',
  'MG Road',
  'Churchill Way',
  'E 23rd St',
];
const spanishStreets = [
  'Calle Mayor',
  'Calle de la Rosa',
  'Av. Insurgentes Sur',
  'Avenida 9 de Julio',
  'Carrera 15',
  'Paseo del Prado',
  'C/ Gran Vía',
  'Jr. Huancavelica',
  'Calle Hidalgo',
  'Blvd. Díaz Ordaz',
  'Avda. de la Constitución',
];

export function address(random: Random, style: Style): Value {
  const number = 1 + random.below(9000);
  const city = random.pick(ofHalf(towns, style.half));
  const spanish = random.pick(ofHalf(spanishStreets, style.half));
  const english = random.pick(ofHalf(englishStreets, style.half));
  const text =
    style.language === 'es'
      ? random.pick([
          `${spanish} ${number}, ${city}`,
          `${spanish} #${number}, col. Centro, ${digits(random, '#####')} ${city}`,
          `${spanish} ${number % 90}, 3º B, ${digits(random, '28###')} ${city}`,
          `Carrera 7 # ${10 + random.below(80)}-${10 + random.below(80)}, ${city}`,
        ])
      : random.pick([
          `${number} ${english}`,
          `${number} ${english}, ${city}, TX ${digits(random, '75###')}`,
          `${number} ${english}, Apt ${random.below(30) + 1}, ${city}, OH ${digits(random, '44###')}`,
          `P.O. Box ${number}, ${city}`,
          `Flat ${random.below(20) + 1}, ${number % 200} ${english}, ${city}`,
          `${number} ${english} ${city} CA ${digits(random, '9####')}`,
        ]);
  return whole('address', text);
}

export function url(random: Random, { half }: Style): Value {
  const last = plain(random.pick(ofHalf(family, half)));
  return whole(
    'url',
    random.pick([
      `https://www.${last}clinic.com/patients`,
      `www.${last}.org`,
      `http://${last}.net/blog?id=${digits(random, '###')}`,
      `facebook.com/${last}${digits(random, '##')}`,
      `${last}family.com`,
      `https://youtu.be/${digits(random, '@#@@##@')}`,
    ]),
  );
}

export function handle(random: Random, { half }: Style): Value {
  const [first, last] = [plain(random.pick(ofHalf(given, half))), plain(random.pick(ofHalf(family, half)))];
  return whole(
    'handle',
    random.pick([`@${first}${digits(random, '##')}`, `@${first}_${last}`, `@${first}.${last}`, `@${last}${digits(random, '####')}`]),
  );
}

const monthsEnglish = ['January', 'February', 'Mar', 'April', 'May', 'June', 'July', 'Aug', 'September', 'Oct', 'November', 'Dec'];
const monthsSpanish = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];

export function date(random: Random, { language }: Style): Value {
  const [day, month, year] = [1 + random.below(28), random.below(12), 1925 + random.below(95)];
  const figures = [
    `${pad(month + 1)}/${pad(day)}/${year}`,
    `${day}/${month + 1}/${year}`,
    `${year}-${pad(month + 1)}-${pad(day)}`,
    `${pad(day)}.${pad(month + 1)}.${year}`,
    `${pad(day)}-${pad(month + 1)}-${year}`,
    `${month + 1}/${day}/${pad(year % 100)}`,
  ];
  const said =
    language === 'es'
      ? [
          `${day} de ${monthsSpanish[month]} de ${year}`,
          `${day} ${monthsSpanish[month]} ${year}`,
          `${day} de ${monthsSpanish[month]} del ${year}`,
        ]
      : [
          `${monthsEnglish[month]} ${day}, ${year}`,
          `${day} ${monthsEnglish[month]} ${year}`,
          `${monthsEnglish[month]} ${day}th ${year}`,
          `the ${day}th of ${monthsEnglish[month]} ${year}`,
        ];
  const text = random.pick([...figures, ...said, ...said]);
  return { kind: 'birth-date', text, start: text.startsWith('the ') ? 4 : 0 };
}

export const age = (random: Random): Value => whole('age', String(90 + random.below(18)));
export const nationalId = (random: Random): Value => numeric('national-id', random.pick(nationalIds)(random));
export const recordNumber = (random: Random): Value => numeric('record-number', random.pick(recordNumbers)(random));
export const phoneNumber = (random: Random): Value => whole('phone', phone(random));
export const employer = (random: Random, { half }: Style): Value => {
  const text = random.pick(ofHalf(employers, half));
  return { kind: 'employer', text, start: text.startsWith('the ') ? 4 : 0 };
};
