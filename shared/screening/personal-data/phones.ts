import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Candidate } from './candidates.ts';
import type { Scan } from './scan.ts';

/** How people group the digits of a number that is written without its country, and where they do so. */
const habits: ReadonlyMap<string, readonly CountryCode[]> = new Map<string, readonly CountryCode[]>([
  ['3-3-4', ['US', 'MX', 'CO', 'TR', 'AR', 'VE', 'NG']],
  ['1-3-3-4', ['US', 'MX']],
  ['2-4-4', ['MX', 'BR', 'AU', 'AR', 'JP', 'KR', 'FR', 'IN']],
  ['2-5-4', ['BR']],
  ['3-4-4', ['GB', 'JP', 'KR', 'CN', 'PH', 'MY', 'PE']],
  ['4-3-4', ['NG', 'GB', 'PH', 'PK', 'VE', 'TR', 'EG', 'VN']],
  ['4-3-3', ['AU', 'KE', 'IN', 'VN', 'UA', 'GH', 'IT']],
  ['4-7', ['PK', 'PH', 'GB', 'VE']],
  ['4-6', ['IN', 'AR', 'IT', 'DE', 'ES']],
  ['5-5', ['IN', 'GB', 'MX']],
  ['5-6', ['GB', 'BD', 'IN']],
  ['3-3-3', ['ES', 'PE', 'PL', 'PT', 'CL']],
  ['3-2-2-2', ['ES']],
  ['3-6', ['ES']],
  ['2-3-2-2', ['ES', 'ZA', 'FR']],
  ['3-7', ['US', 'ZA', 'MX', 'IL', 'SA', 'IT', 'IR']],
  ['3-8', ['EG', 'BR', 'DE', 'NG']],
  ['3-3-2-2', ['TR', 'RU', 'UA', 'US']],
  ['1-4-4', ['CL', 'ES']],
  ['2-2-2-2-2', ['FR']],
  ['9', ['ES', 'PE', 'CL', 'PL', 'PT']],
  ['10', ['US', 'IN', 'MX', 'CO', 'FR', 'IT', 'ZA', 'AR', 'KE', 'TR', 'VN', 'AU', 'SA', 'EC']],
  ['11', ['US', 'GB', 'NG', 'CN', 'PK', 'BD', 'PH', 'EG', 'BR', 'JP', 'KR', 'VE', 'DE', 'TR']],
  ['4-4-4', ['DE', 'NG']],
  ['3-4-3', ['US', 'KE', 'IN']],
  ['2-3-4', ['CL', 'KE', 'EC']],
  ['4-2-2-2', ['FR', 'UA']],
]);

/** Where a number that begins with the 0 of a call within a country is looked for. */
const everywhere: readonly CountryCode[] = [
  'US',
  'MX',
  'ES',
  'GB',
  'IN',
  'CO',
  'AR',
  'CL',
  'PE',
  'EC',
  'VE',
  'BR',
  'FR',
  'DE',
  'IT',
  'NL',
  'BE',
  'CH',
  'AT',
  'PL',
  'RO',
  'UA',
  'TR',
  'IL',
  'EG',
  'MA',
  'SA',
  'AE',
  'NG',
  'GH',
  'KE',
  'ZA',
  'PK',
  'BD',
  'LK',
  'NP',
  'CN',
  'JP',
  'KR',
  'VN',
  'TH',
  'MY',
  'ID',
  'PH',
  'AU',
  'NZ',
  'IE',
  'PT',
  'SE',
];

/** Every digit group of a phone number is of one to eleven digits, and no letter is in it. */
export const isPhoneLike = ({ compact, digits }: Candidate): boolean => compact.length === digits;

/**
 * Whether a candidate with no word beside it is a phone number: with its country's code, possible (length); without, grouped as
 * people of a country group them, and valid there by libphonenumber's metadata.
 * @param mayAsk counts what is asked of libphonenumber
 */
export function isPhone({ text }: Scan, { shape, compact, digits, plus, start, end }: Candidate, mayAsk: () => boolean): boolean {
  if (digits > 15 || (plus && digits < 8)) return false;
  if (plus || (compact.startsWith('00') && digits >= 11)) {
    const written = plus ? `+${compact}` : `+${compact.slice(2)}`;
    return mayAsk() && (parsePhoneNumberFromString(written)?.isPossible() ?? false);
  }
  const own = text.slice(start, end);
  // An area code in brackets is a phone number's, whatever its digits.
  if (/^\(\d{2,5}\)/.test(own) && digits >= 8 && digits <= 11) return true;
  const trunk = compact.startsWith('0') && digits >= 9 && digits <= 11;
  const countries = trunk ? everywhere : habits.get(shape);
  if (!countries || own.includes('–') || !mayAsk()) return false;
  return countries.some((country) => parsePhoneNumberFromString(compact, country)?.isValid() ?? false) || isFictional(shape, compact);
}

/** 555-01xx, kept free for examples (NANPA): no number at all, and still written as one. */
const isFictional = (shape: string, compact: string) => shape.endsWith('3-3-4') && compact.slice(-7).startsWith('555');

const EXTENSIONS = new Set(['ext', 'x', 'extension', 'extn', 'anexo', 'int', 'interno']);

/** With the extension that is written after it. */
export function withExtension({ tokens }: Scan, candidate: Candidate): Candidate {
  let at = candidate.after;
  if (tokens[at]?.text === ',') at++;
  if (!EXTENSIONS.has(tokens[at]?.folded ?? '')) return candidate;
  at++;
  if (tokens[at]?.text === '.' || tokens[at]?.text === ':') at++;
  const number = tokens[at];
  return number?.type === 'number' && number.text.length <= 6 ? { ...candidate, end: number.end, after: at + 1 } : candidate;
}
