import { type CountryCode, getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { validate as cuit } from 'stdnum/lib/cjs/ar/cuit.js';
import { validate as cpf } from 'stdnum/lib/cjs/br/cpf.js';
import { validate as sin } from 'stdnum/lib/cjs/ca/sin.js';
import { validate as rut } from 'stdnum/lib/cjs/cl/rut.js';
import { validate as dni } from 'stdnum/lib/cjs/es/dni.js';
import { validate as nie } from 'stdnum/lib/cjs/es/nie.js';
import { validate as aadhaar } from 'stdnum/lib/cjs/in/aadhaar.js';
import { validate as curp } from 'stdnum/lib/cjs/mx/curp.js';
import { validate as ssn } from 'stdnum/lib/cjs/us/ssn.js';
import type { Random } from '../chaos/random.ts';

export const digits = (random: Random, pattern: string) =>
  pattern.replace(/[#@]/g, (char) => (char === '#' ? String(random.below(10)) : random.pick('ABCDEFGHJKLMNPQRSTUVWXYZ'.split(''))));

/** A value of a pattern that a checksum holds for, found by trying. */
function holding(random: Random, valid: (value: string) => { isValid: boolean }, pattern: string): string {
  for (let tries = 0; tries < 20_000; tries++) {
    const value = digits(random, pattern);
    if (valid(value.replaceAll(/[-. ]/g, '')).isValid) return value;
  }
  throw new Error(`no value holds for ${pattern}`);
}

const countries: readonly CountryCode[] = [
  'US',
  'US',
  'US',
  'CA',
  'GB',
  'MX',
  'MX',
  'ES',
  'ES',
  'CO',
  'AR',
  'CL',
  'PE',
  'EC',
  'VE',
  'IN',
  'IN',
  'PK',
  'BD',
  'LK',
  'NG',
  'KE',
  'GH',
  'ZA',
  'EG',
  'MA',
  'SA',
  'TR',
  'DE',
  'FR',
  'IT',
  'PL',
  'UA',
  'CN',
  'JP',
  'KR',
  'VN',
  'PH',
  'AU',
  'BR',
];

export function phone(random: Random): string {
  const country = random.pick(countries);
  const example = getExampleNumber(country, examples);
  if (!example) return digits(random, '555-01##');
  // The last digits are chosen; an example's first ones say where it is.
  const number = Object.assign(example, { nationalNumber: example.nationalNumber.slice(0, -4) + digits(random, '####') });
  if (country === 'US' || country === 'CA') {
    const [area, office] = [
      random.pick(['212', '415', '713', '305', '404', '616', '503', '901', '617', '416']),
      `${2 + random.below(8)}${digits(random, '##')}`,
    ];
    const line = digits(random, '####');
    return random.pick([
      `${area}-${office}-${line}`,
      `(${area}) ${office}-${line}`,
      `${area}.${office}.${line}`,
      `${area} ${office} ${line}`,
      `+1 ${area} ${office} ${line}`,
      `1-${area}-${office}-${line}`,
      `${area}${office}${line}`,
      `(${area})${office}-${line}`,
      `+1${area}${office}${line}`,
    ]);
  }
  return random.pick([
    number.formatInternational(),
    number.formatNational(),
    number.format('E.164'),
    number.formatInternational().replaceAll(' ', '-'),
    number.nationalNumber,
    `00${number.countryCallingCode} ${number.nationalNumber}`,
  ]);
}

export const nationalIds: readonly ((random: Random) => string)[] = [
  (random) => holding(random, ssn, '###-##-####'),
  (random) => `SSN ${holding(random, ssn, '#########')}`,
  (random) => holding(random, dni, '########@'),
  (random) => holding(random, dni, '########-@'),
  (random) => holding(random, nie, `${random.pick(['X', 'Y', 'Z'])}#######@`),
  (random) =>
    holding(
      random,
      curp,
      `${random.pick(['GOML', 'PERJ', 'SALA'])}85${random.pick(['01', '07', '11'])}${random.pick(['12', '23'])}${random.pick(['H', 'M'])}${random.pick(['DF', 'JC', 'NL'])}${random.pick(['RPN', 'MRS', 'LVR'])}0#`,
    ),
  (random) => holding(random, aadhaar, '#### #### ####'),
  (random) => holding(random, cpf, '###.###.###-##'),
  (random) => holding(random, sin, '### ### ###'),
  (random) => holding(random, rut, '##.###.###-#'),
  (random) => holding(random, cuit, '20-########-#'),
  (random) => `NHS number ${digits(random, '### ### ####')}`,
  (random) => `cédula ${digits(random, '1.0##.###.###')}`,
  (random) => `passport ${digits(random, '@#######')}`,
  (random) => `DNI: ${digits(random, '########')}`,
  (random) => `driver's license ${digits(random, '@#######')}`,
];

export const recordNumbers: readonly ((random: Random) => string)[] = [
  (random) => `MRN ${digits(random, '########')}`,
  (random) => `MRN: ${digits(random, '##-##-##')}`,
  (random) => `medical record number ${digits(random, '#######')}`,
  (random) => `member ID ${digits(random, '@@@#########')}`,
  (random) => `policy number ${digits(random, '@@-######-##')}`,
  (random) => `patient no. ${digits(random, '######')}`,
  (random) => `Medicare number is ${digits(random, '1@#3-@@5-@@##')}`,
  (random) => `chart # ${digits(random, '######')}`,
  (random) => `hospital number ${digits(random, '@######')}`,
  (random) => `UHID ${digits(random, '##########')}`,
  (random) => `group number ${digits(random, '#####')}`,
  (random) => `número de historia ${digits(random, '#######')}`,
  (random) => `NHC ${digits(random, '######')}`,
  (random) => `póliza ${digits(random, '@@#######')}`,
  (random) => `expediente ${digits(random, '####/####')}`,
  (random) => `número de afiliado ${digits(random, '###########')}`,
  (random) => `claim number ${digits(random, '@###-######')}`,
  (random) => `case no ${digits(random, '##-#####')}`,
];
