import { codes, isCommon, isEponym, isGiven, isOnlyGiven, isSurname, isUnheard, knownPlaces, namesDisease } from './lexicon.ts';
import { phrases, wordSet } from './phrases.ts';
import { isCapital, opensSentence, type Scan, spanOf } from './scan.ts';
import type { PersonalSpan } from './span.ts';
import type { Token } from './tokens.ts';

/** What says that a place of living or care follows: `sure` after any word that is none of the common, `likely` after a capital. */
const cues = phrases<'sure' | 'firm' | 'likely'>({
  sure: `live in, lives in, lived in, living in, lives alone in, live alone in, live near, lives near, reside in, resides in, residing in,
    resident of, resident in, residents of, born in, city of, town of, village of, suburb of, raised in, grew up in, i am from, i'm
    from, im from, i m from, we are from, he is from, she is from, am from, come from, comes from, came from, writing from, mail from,
    stay in, stays in, staying in, my location is, my city is, hometown is, vivo en, vive en, vivimos en, viviendo en, viven en,
    resido en, reside en, residente en, residente de, soy de, somos de, radico en, radica en, ciudad de, municipio de, pueblo de,
    provincia de, localidad de, nacido en, nacida en, naci en, nacio en, escribo desde, mudamos a, me mude a, trasladamos a, domicilio
    en, vivo cerca de, vive cerca de`,
  firm: `located in, based in, moved to, moving to, relocated to, move to, county of, state of, district of, my address is, address,
    location, city, town, outside of, suburbs of, outskirts of, es de, estado de, departamento de, colonia, barrio, barrio de, vecino
    de, vecina de, ubicado en, ubicada en, direccion, ciudad, afueras de, cerca de, vicinity of, admitted to, admitted at, referred
    to, transferred to, transferred from, treated at, treated in, seen at, a patient at, patient at, patient in, student at, come to, go to, went to,
    travel to, travelled to, traveled to, fly to, drive to, report from, visit to, hospital in, clinic in, doctor in, specialist in,
    doctors in, specialists in, office in, hospitals in, somebody in, someone in, place in, anyone in, nobody in, anybody in, hospital
    en, medico en, especialista en, clinica en, hospital de, followed by, operated at, operated in, operada en, operado en, ingresada
    en, ingresado en, atendido en, atendida en, cuenta en, llevaron a, viajar a, ir a`,
  likely: `in,near,from,at,around,outside,en,desde,to,a,hacia,visiting,of,de,here in,aqui en`,
});

/** Said after, or before, the name of a place where people are cared for, or learn. */
const kindsAfter = phrases({
  care: `hospital, hospitals, clinic, clinics, medical center, medical centre, medical centers, medical college, medical school, health
    center, health centre, health system, health services, healthcare, infirmary, hospice, nursing home, care home, cancer center,
    cancer centre, cancer institute, heart institute, institute, rehab center, rehabilitation center, rehabilitation centre, eye
    center, surgery center, university, college, high school, middle school, elementary school, primary school, school of medicine,
    school of nursing, school, academy, pharmacy, medical group, family practice, family medicine, polyclinic, county,
    area, general hospital, memorial hospital, children's hospital, childrens hospital, university hospital, district hospital, regional
    hospital, community hospital, teaching hospital, clinica, medical, health`,
});
const kindsBefore = phrases({
  care: `hospital, hospital general, hospital universitario, hospital clinico, hospital regional, hospital nacional, hospital infantil,
    hospital de, hospital del, hospital civil, hospital central, clinica, clinica de, centro medico, centro de salud, centro de
    especialidades, policlinico, policlinica, sanatorio, consultorio, instituto nacional de, instituto, universidad, universidad de,
    universidad nacional de, university of, college of, institute of, university hospital of, unidad medica, ambulatorio, residencia,
    colegio, escuela, imss, issste, hopital, ospedale, krankenhaus, klinikum`,
});
const generic = wordSet(
  `the a an my our your his her their this that local general state public private children's childrens university medical
    memorial community county city national nearest big large mental rehab teaching government govt govt. any some every each in
    at from to near of and health psychiatric women's veterans va el la los las un una mi su del privado publico general cancer
    heart eye nursing high middle elementary primary high medicine law middle grade med dental nurse new same other another
    different old emergency hospital clinic doctor`,
);
const linking = wordSet('of and the de del la los las y el for & san santa st saint our lady nuestra senora virgen');
const WORDS_MAX = 6;

/** Places smaller than a country where somebody may live, or be cared for. */
export function findPlaces(scan: Scan): PersonalSpan[] {
  const { tokens } = scan;
  const found: PersonalSpan[] = [];
  for (let index = 0; index < tokens.length;) {
    const [from, to] = institution(scan, index) ?? known(scan, index) ?? cued(scan, index) ?? [index, index];
    if (to > from) {
      const end = withRegion(scan, to);
      found.push(...spanOf('place', scan, from, end));
      index = end;
    } else index++;
  }
  return found;
}

const named = (scan: Scan, token: Token | undefined): token is Token =>
  token !== undefined && isCapital(token) && !generic.has(token.folded);

/** `St. Mary's Hospital`, `Hospital General de Jerez`, `University of Iowa`. */
function institution(scan: Scan, index: number): [number, number] | undefined {
  const { tokens } = scan;
  const before = kindsBefore.at(tokens, index);
  if (before && (isCapital(tokens[index]) || isCapital(tokens[before.after]))) {
    const to = capitals(scan, before.after, WORDS_MAX);
    if (to > before.after && tokens.slice(before.after, to).some((token) => named(scan, token) && !isCommon(token))) return [index, to];
  }
  const first = tokens[index];
  if (!named(scan, first) || first.text.length < 2) return undefined;
  if (isCommon(first) && first.folded !== 'st' && first.folded !== 'new' && first.folded !== 'mount') return undefined;
  for (let at = index + 1; at <= index + WORDS_MAX; at++) {
    const token = tokens[at];
    if (!token || token.opensLine) return undefined;
    const kind = kindsAfter.at(tokens, at);
    if (kind && (isCapital(token) || kindsSure.has(token.folded)) && !namesDisease(tokens, index, at)) {
      return [index, kind.after];
    }
    const joins =
      token.type === 'mark'
        ? token.glued && (/^['’&-]$/.test(token.text) || (token.text === '.' && (tokens[at - 1]?.text.length ?? 0) <= 2))
        : isCapital(token) || linking.has(token.folded) || token.folded === 's';
    if (!joins) return undefined;
  }
  return undefined;
}
const kindsSure = wordSet('hospital clinic university infirmary hospice clinica county area');

/** The index after the capitals from `from` on, with the small words that join them. */
function capitals(scan: Scan, from: number, max: number): number {
  const { tokens } = scan;
  let end = from;
  for (let at = from; at < tokens.length && at - from < max; at++) {
    const token = tokens[at];
    if (!token || (at > from && token.opensLine)) break;
    if (isCapital(token)) end = at + 1;
    else if (
      !(
        linking.has(token.folded) ||
        (token.type === 'mark' &&
          token.glued &&
          (/^['’-]$/.test(token.text) || (token.text === '.' && (tokens[at - 1]?.text.length ?? 0) <= 2))) ||
        token.folded === 's'
      )
    )
      break;
  }
  return end;
}

const before = wordSet(
  `in at from to near en desde hacia around of de for visiting live lives city county outside a cerca area y and los las`,
);

function known(scan: Scan, index: number): [number, number] | undefined {
  const { tokens } = scan;
  const place = knownPlaces.at(tokens, index);
  const token = tokens[index];
  if (!place || !token || place.value === 'country') return undefined;
  if (token.glued && tokens[index - 1]?.type === 'word') return undefined;
  const words = tokens.slice(index, place.after);
  if (namesDisease(tokens, index, place.after) && place.value !== 'care') return undefined;
  const capital = words.some((word) => isCapital(word));
  const prior = tokens[index - 1];
  const placed = prior !== undefined && !token.opensLine && (before.has(prior.folded) || prior.text === ',');
  const alsoName = isGiven(token) || isSurname(token) || isCommon(token) || ambiguous.has(token.folded);
  if (place.value === 'care') return [index, place.after];
  if (words.length > 1 && (place.value === 'state' || !isCommon(token))) return capital || placed ? [index, place.after] : undefined;
  const regional = regionAfter(scan, place.after) > place.after;
  if (alsoName) return (capital && placed) || regional ? [index, place.after] : undefined;
  return [index, capital ? Math.max(place.after, joinedEnd(scan, place.after)) : place.after];
}

/** The index after what belongs to a town's name: `de la Frontera`. */
function joinedEnd(scan: Scan, from: number): number {
  const { tokens } = scan;
  return /^(?:de|del|upon|on)$/.test(tokens[from]?.folded ?? '') ? capitals(scan, from, 4) : from;
}

const ambiguous = wordSet(
  `nice reading mobile mesa orange split male bath hull cork essen kano fes suva aden derby surat cali porto bergen cary corona
    modesto aurora leon salta faro bari basel bern cebu davao lugo medina padua galle ponce toledo victoria salem buffalo
    rosario cordoba reno tyler nashik lima goa bali kota maine georgia concord dover pierre helena laredo midland odessa
    hollywood queens garland gilbert peoria chandler lexington phoenix providence independence normal kent devon tabasco sonora
    hamburg frankfurt sharjah oran ibiza lille turku riga trichy lyon erie kandy kashmir angora lancaster durham jersey burgos`,
);

function cued(scan: Scan, index: number): [number, number] | undefined {
  const { tokens } = scan;
  const first = tokens[index];
  // A town with its state or country needs nothing before it.
  if (first && isTown(first) && !opensSentence(scan, index)) {
    const to = townEnd(scan, index);
    if (regionAfter(scan, to) > to && tokens[to]?.text === ',') return [index, to];
    if (tokens[index - 1]?.text === ',' && endsSignature(scan, index, to)) return [index, to];
  }
  const cue = cues.at(tokens, index);
  // Not the `in` of `yahoo.co.in`.
  if (!cue || (first?.glued && tokens[index - 1]?.type === 'mark' && /^[.@/-]$/.test(tokens[index - 1]?.text ?? ''))) return undefined;
  let from = cue.after;
  while (/^[:=]$/.test(tokens[from]?.text ?? '') || /^(?:is|the|el|la|es)$/.test(tokens[from]?.folded ?? '')) from++;
  const place = tokens[from];
  if (!place || place.type !== 'word' || place.text.length < 3 || knownPlaces.at(tokens, from)?.value === 'country') return undefined;
  const care = institution(scan, from);
  if (care) return care;
  const to = isTown(place) ? townEnd(scan, from) : lowerEnd(scan, from, cue.value);
  if (to <= from || namesDisease(tokens, from, to)) return undefined;
  if (cue.value !== 'likely' || regionAfter(scan, to) > to) return [from, to];
  return isTown(place) && place.shape === 'title' && isPlacing(scan, index, cue.after - 1, from, to) ? [from, to] : undefined;
}

/** `Ana Ruiz, Calahorra`: a line of no more than capitals, with a comma between. */
function endsSignature({ tokens }: Scan, from: number, to: number): boolean {
  if (tokens[to] && tokens[to]?.opensLine !== true) return false;
  for (let at = from - 2; at > from - 8 && at > 0; at--) {
    const token = tokens[at];
    if (!token || !(isCapital(token) || token.text === '.' || token.text === '-')) return false;
    if (token.opensLine) return true;
  }
  return false;
}

const isTown = (token: Token): boolean => isCapital(token) && isUnheard(token) && !isEponym(token) && !isOnlyGiven(token);

/** The index after a town that is written with no capital, of one or two words. */
function lowerEnd(scan: Scan, from: number, cue: 'sure' | 'firm' | 'likely'): number {
  const { tokens } = scan;
  const [first, second] = [tokens[from], tokens[from + 1]];
  if (!first || isCapital(first) || !isUnheard(first) || isOnlyGiven(first) || first.text.length < 4) return from;
  const pair = second?.type === 'word' && !second.opensLine && isUnheard(second) && !isCapital(second) ? from + 2 : from + 1;
  if (cue === 'sure' || (tokens[from - 1]?.folded === 'from' && saysWho(scan, from))) return pair;
  return regionAfter(scan, pair) > pair ? pair : from;
}

/** `i am tumelo from kagoshima`. */
const saysWho = ({ tokens }: Scan, from: number) =>
  tokens.slice(Math.max(0, from - 8), from).some(({ folded }) => folded === 'am' || folded === "i'm" || folded === 'im');

/** Words that something is in, or from, which is no place: `the ingredients in X`. */
const contained = wordSet(
  `ingredient ingredients found contained contain used present content gluten alcohol lactose dye dyes contents active inactive
    difference withdrawal switch switched switching changed change made interested believe participate results`,
);
const fromPerson = wordSet(
  `am is i'm are come came comes writing written mail report hello hi us me people person somebody man woman doctor doctors
    back nurse student teacher girl boy lady guy patient patients mother father mom dad son daughter sister brother friend
    friends wife husband cousin uncle aunt family colleague hailing greetings`,
);

/** Whether `in X` or `from X` tells where: `in` by itself, `from` after a person. */
function isPlacing({ tokens }: Scan, cueAt: number, word: number, from: number, to: number): boolean {
  const [before, next] = [tokens[tokens[cueAt - 1]?.text === ',' ? cueAt - 2 : cueAt - 1], tokens[to]];
  if (tokens[from + 1]?.glued && tokens[from + 1]?.type === 'number') return false;
  if (next && next.type !== 'mark' && !next.opensLine && !isCommon(next)) return false;
  const said = tokens[word]?.folded ?? '';
  if (/^(?:from|desde)$/.test(said))
    return (
      before !== undefined &&
      (fromPerson.has(before.folded) ||
        (isCapital(before) && (isUnheard(before) || isGiven(before))) ||
        isGiven(before) ||
        isSurname(before))
    );
  return /^(?:in|near|en|outside|at)$/.test(said) && !(before !== undefined && contained.has(before.folded));
}

/** The index after a town of more than one word: `Bad Homburg`, `Villanueva de la Serena`. */
function townEnd(scan: Scan, from: number): number {
  const { tokens } = scan;
  const to = capitals(scan, from, 5);
  let end = from + 1;
  for (let at = from + 1; at < to; at++) {
    const token = tokens[at];
    if (token && (token.type === 'mark' || linking.has(token.folded) || token.folded === 's')) {
      if (token.text === '.' && tokens[at - 1]?.text.length !== 2) break;
      if (token.text === '-' && token.glued && tokens[at + 1]?.glued) end = at + 2;
      continue;
    }
    if (!token || isCommon(token)) break;
    end = at + 1;
  }
  return end;
}

/** The index after the state or country that follows a town at `at`, or `at`. */
function regionAfter({ tokens }: Scan, at: number): number {
  const comma = tokens[at]?.text === ',' ? at + 1 : at;
  const token = tokens[comma];
  if (!token || token.opensLine) return at;
  if (codes.has(token.folded) && token.shape === 'upper' && token.text.length <= 4) return comma + 1;
  const place = knownPlaces.at(tokens, comma);
  return place && place.value !== 'care' && (comma > at || place.value === 'state') ? place.after : at;
}

/** With the state, the country and the postal code after it. */
function withRegion(scan: Scan, to: number): number {
  let end = to;
  for (let more = regionAfter(scan, end), steps = 0; more > end && steps < 3; more = regionAfter(scan, end), steps++) end = more;
  const code = scan.tokens[end];
  return end > to && code?.type === 'number' && code.text.length === 5 ? end + 1 : end;
}
