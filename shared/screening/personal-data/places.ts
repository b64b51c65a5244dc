import { codes, isCommon, isEponym, isGiven, isOnlyGiven, isSurname, isUnheard, knownPlaces, namesDisease } from './lexicon.ts';
import { phrases, wordSet } from './phrases.ts';
import { isCapital, type Scan, spanOf } from './scan.ts';
import type { PersonalSpan } from './span.ts';
import type { Token } from './tokens.ts';

/** What says that a place of living or care follows: `sure` after any word that is none of the common, `likely` after a capital. */
const cues = phrases<'sure' | 'likely'>({
  sure: `live in,lives in,lived in,living in,i live at,reside in,resides in,residing in,resident of,residents of,located in,based in,moved to,move to,moving to,relocated to,born in,city of,town of,village of,county of,state of,district of,suburb of,raised in,hometown is,
    grew up in,i am from,i'm from,im from,we are from,he is from,she is from,writing from,mail from,stay in,stays in,staying in,my address is,address,my location is,location,my city is,city,town,settled in,outside of,suburbs of,outskirts of,
    vivo en,vive en,vivimos en,viviendo en,viven en,resido en,reside en,residente en,residente de,soy de,somos de,es de,radico en,radica en,ciudad de,municipio de,pueblo de,provincia de,estado de,departamento de,colonia,barrio,barrio de,localidad de,vecino de,vecina de,nacido en,nacida en,naci en,
    escribo desde,mudamos a,me mude a,trasladamos a,domicilio en,ubicado en,ubicada en,direccion,ciudad,afueras de,cerca de,area of,region of,vicinity of`,
  likely: `in,near,from,at,around,outside,en,desde,to,a,hacia,visiting,of,de,here in,aqui en,hospital in,clinic in,doctor in,specialist in,hospital en,medico en,especialista en,treated at,treated in,admitted to,admitted at,seen at,referred to`,
});

/** Said after, or before, the name of a place where people are cared for, or learn. */
const kindsAfter = phrases({
  care: `hospital,hospitals,clinic,clinics,medical center,medical centre,medical centers,medical college,medical school,health center,health centre,health system,health services,healthcare,infirmary,hospice,nursing home,care home,cancer center,cancer centre,
    cancer institute,heart institute,institute,rehab center,rehabilitation center,rehabilitation centre,eye center,surgery center,university,college,high school,middle school,elementary school,primary school,school of medicine,school of nursing,school,academy,pharmacy,surgery,medical group,family practice,family medicine,polyclinic,county,
    general hospital,memorial hospital,children's hospital,childrens hospital,university hospital,district hospital,regional hospital,community hospital,teaching hospital,clinica,medical,health`,
});
const kindsBefore = phrases({
  care: `hospital,hospital general,hospital universitario,hospital clinico,hospital regional,hospital nacional,hospital infantil,hospital de,hospital del,hospital civil,hospital central,clinica,clinica de,centro medico,centro de salud,centro de especialidades,policlinico,policlinica,sanatorio,consultorio,instituto nacional de,
    instituto,universidad,universidad de,universidad nacional de,university of,college of,institute of,university hospital of,unidad medica,ambulatorio,residencia,colegio,escuela,imss,issste,hopital,ospedale,krankenhaus,klinikum`,
});
const generic =
  wordSet(`the a an my our your his her their this that local general state public private children's childrens university medical memorial community county city national nearest big large mental rehab teaching government govt govt. any some every each in at from to near of and
  health psychiatric women's veterans va el la los las un una mi su del privado publico general cancer heart eye nursing high middle elementary primary high medicine law middle grade med dental nurse new same other another different old emergency hospital clinic doctor`);
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
  token !== undefined && isCapital(scan, token) && !generic.has(token.folded);

/** `St. Mary's Hospital`, `Hospital General de Jerez`, `University of Iowa`. */
function institution(scan: Scan, index: number): [number, number] | undefined {
  const { tokens } = scan;
  const before = kindsBefore.at(tokens, index);
  if (before && (isCapital(scan, tokens[index]) || isCapital(scan, tokens[before.after]))) {
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
    if (kind && (token.shape !== 'lower' || kindsSure.has(token.folded)) && !namesDisease(tokens, index, at)) {
      return [index, kind.after];
    }
    const joins =
      token.type === 'mark'
        ? token.glued && /^['’.&-]$/.test(token.text)
        : isCapital(scan, token) || linking.has(token.folded) || token.folded === 's';
    if (!joins) return undefined;
  }
  return undefined;
}
const kindsSure = wordSet('hospital clinic university infirmary hospice clinica county');

/** The index after the capitals from `from` on, with the small words that join them. */
function capitals(scan: Scan, from: number, max: number): number {
  const { tokens } = scan;
  let end = from;
  for (let at = from; at < tokens.length && at - from < max; at++) {
    const token = tokens[at];
    if (!token || (at > from && token.opensLine)) break;
    if (isCapital(scan, token)) end = at + 1;
    else if (!(linking.has(token.folded) || (token.type === 'mark' && token.glued && /^['’.-]$/.test(token.text)) || token.folded === 's'))
      break;
  }
  return end;
}

const before = wordSet(
  'in at from to near en desde hacia around of de for visiting live lives city county outside a cerca area y and los las',
);

function known(scan: Scan, index: number): [number, number] | undefined {
  const { tokens } = scan;
  const place = knownPlaces.at(tokens, index);
  const token = tokens[index];
  if (!place || !token || place.value === 'country') return undefined;
  if (token.glued && tokens[index - 1]?.type === 'word') return undefined;
  const words = tokens.slice(index, place.after);
  if (namesDisease(tokens, index, place.after) && place.value !== 'care') return undefined;
  const capital = words.some((word) => isCapital(scan, word));
  const prior = tokens[index - 1];
  const placed = prior !== undefined && !token.opensLine && (before.has(prior.folded) || prior.text === ',');
  const alsoName = isGiven(token) || isSurname(token) || isCommon(token) || ambiguous.has(token.folded);
  if (place.value === 'care') return [index, place.after];
  if (words.length > 1 && !isCommon(token)) return capital || placed ? [index, place.after] : undefined;
  const regional = regionAfter(scan, place.after) > place.after;
  if (alsoName) return (capital && placed) || regional ? [index, place.after] : undefined;
  return [index, place.after];
}
const ambiguous =
  wordSet(`nice reading mobile mesa orange split male bath hull cork essen kano fes suva aden derby surat cali porto bergen cary corona modesto aurora leon salta faro bari basel bern cebu davao lugo medina padua galle ponce toledo victoria salem buffalo rosario cordoba reno tyler nashik lima goa bali
  kota maine georgia concord dover pierre helena laredo midland odessa hollywood queens garland gilbert peoria chandler lexington phoenix providence independence normal kent devon tabasco sonora hamburg frankfurt sharjah oran ibiza lille turku riga trichy lyon erie kandy kashmir angora lancaster durham jersey burgos`);

function cued(scan: Scan, index: number): [number, number] | undefined {
  const { tokens } = scan;
  const cue = cues.at(tokens, index);
  if (!cue) return undefined;
  let from = cue.after;
  while (/^[:=]$/.test(tokens[from]?.text ?? '') || /^(?:is|the|el|la|es)$/.test(tokens[from]?.folded ?? '')) from++;
  const first = tokens[from];
  if (!first || first.type !== 'word' || first.text.length < 3) return undefined;
  const country = knownPlaces.at(tokens, from);
  if (country) return undefined;
  const isName = isCapital(scan, first) && isUnheard(first) && !isEponym(first);
  if (cue.value === 'sure') {
    if (!isUnheard(first) || isOnlyGiven(first)) return undefined;
    const to = isName ? townEnd(scan, from) : from + 1;
    return namesDisease(tokens, from, to) ? undefined : [from, to];
  }
  if (!isName || first.shape !== 'title' || isOnlyGiven(first)) return undefined;
  const to = townEnd(scan, from);
  const region = regionAfter(scan, to);
  const [next] = [tokens[to]];
  if (region > to) return [from, to];
  const placing = /^(?:in|near|en|desde|outside)$/.test(tokens[cue.after - 1]?.folded ?? '');
  return placing && !tokens[from + 1]?.glued && !namesDisease(tokens, from, to) && (!next || next.type === 'mark' || isCommon(next))
    ? [from, to]
    : undefined;
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
