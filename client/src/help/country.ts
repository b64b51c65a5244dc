import { keep, readKept } from '../ui/remembered.ts';

const KEY = 'bedside.country';

/** Zones of the IANA time zone database by country, where a name alone does not tell: https://www.iana.org/time-zones, zone1970.tab. */
const zones: Readonly<Record<string, string>> = {
  US: 'New_York Chicago Denver Los_Angeles Phoenix Anchorage Detroit Boise Juneau Honolulu Indiana Kentucky North_Dakota',
  CA: 'Toronto Vancouver Montreal Edmonton Winnipeg Halifax Regina St_Johns Moncton Whitehorse Yellowknife Iqaluit Glace_Bay',
  MX: 'Mexico_City Tijuana Monterrey Cancun Merida Chihuahua Hermosillo Mazatlan Ciudad_Juarez Matamoros Ojinaga Bahia_Banderas',
  BR: 'Sao_Paulo Manaus Bahia Fortaleza Recife Belem Cuiaba Campo_Grande Porto_Velho Rio_Branco Boa_Vista Maceio Araguaina Santarem Noronha',
  AR: 'Buenos_Aires Argentina Cordoba Mendoza Salta Tucuman Jujuy Catamarca San_Juan San_Luis Ushuaia Rio_Gallegos La_Rioja',
  CL: 'Santiago Punta_Arenas Coyhaique Easter',
  CO: 'Bogota',
  PE: 'Lima',
  EC: 'Guayaquil Galapagos',
  VE: 'Caracas',
  BO: 'La_Paz',
  PY: 'Asuncion',
  UY: 'Montevideo',
  CR: 'Costa_Rica',
  PA: 'Panama',
  GT: 'Guatemala',
  HN: 'Tegucigalpa',
  SV: 'El_Salvador',
  NI: 'Managua',
  DO: 'Santo_Domingo',
  PR: 'Puerto_Rico',
  CU: 'Havana',
  JM: 'Jamaica',
  GB: 'London Belfast',
  IE: 'Dublin',
  ES: 'Madrid Canary Ceuta',
  PT: 'Lisbon Madeira Azores',
  FR: 'Paris',
  DE: 'Berlin Busingen',
  AT: 'Vienna',
  CH: 'Zurich',
  IT: 'Rome',
  NL: 'Amsterdam',
  BE: 'Brussels',
  LU: 'Luxembourg',
  DK: 'Copenhagen',
  SE: 'Stockholm',
  NO: 'Oslo',
  FI: 'Helsinki',
  IS: 'Reykjavik',
  PL: 'Warsaw',
  CZ: 'Prague',
  SK: 'Bratislava',
  HU: 'Budapest',
  RO: 'Bucharest',
  BG: 'Sofia',
  GR: 'Athens',
  HR: 'Zagreb',
  SI: 'Ljubljana',
  RS: 'Belgrade',
  EE: 'Tallinn',
  LV: 'Riga',
  LT: 'Vilnius',
  UA: 'Kyiv Kiev',
  RU: 'Moscow Samara Yekaterinburg Omsk Novosibirsk Krasnoyarsk Irkutsk Vladivostok Kaliningrad',
  TR: 'Istanbul',
  IL: 'Jerusalem Tel_Aviv',
  EG: 'Cairo',
  MA: 'Casablanca',
  ZA: 'Johannesburg',
  NG: 'Lagos',
  KE: 'Nairobi',
  GH: 'Accra',
  AE: 'Dubai',
  SA: 'Riyadh',
  IN: 'Kolkata Calcutta',
  PK: 'Karachi',
  BD: 'Dhaka',
  LK: 'Colombo',
  NP: 'Kathmandu Katmandu',
  CN: 'Shanghai Urumqi',
  HK: 'Hong_Kong',
  TW: 'Taipei',
  JP: 'Tokyo',
  KR: 'Seoul',
  SG: 'Singapore',
  MY: 'Kuala_Lumpur Kuching',
  ID: 'Jakarta Makassar Jayapura Pontianak',
  PH: 'Manila',
  TH: 'Bangkok',
  VN: 'Ho_Chi_Minh Saigon',
  AU: 'Sydney Melbourne Brisbane Perth Adelaide Hobart Darwin Broken_Hill Lindeman Eucla Lord_Howe',
  NZ: 'Auckland Chatham',
};

const countryOfPlace = new Map(
  Object.entries(zones).flatMap(([country, places]) => places.split(' ').map((place) => [place, country] as const)),
);

/**
 * A country by what a browser says of itself, as ISO 3166-1 alpha-2; null where it tells nothing. The time zone comes first:
 * many a browser speaks American English outside of America.
 */
export function guessCountry(timeZone: string | undefined, languages: readonly string[]): string | null {
  for (const part of timeZone?.split('/').toReversed() ?? []) {
    const country = countryOfPlace.get(part);
    if (country) return country;
  }
  for (const language of languages) {
    const region = regionOf(language);
    if (region) return region;
  }
  return null;
}

function regionOf(language: string): string | null {
  try {
    return new Intl.Locale(language).region ?? null;
  } catch {
    return null;
  }
}

/** The country whose numbers are shown: the one that was chosen here before, else a guess. It never leaves the browser. */
export function readCountry(): string | null {
  return readKept(() => localStorage, KEY) || guessCountry(Intl.DateTimeFormat().resolvedOptions().timeZone, navigator.languages);
}

export const keepCountry = (country: string): void => keep(() => localStorage, KEY, country);
