import { phrases, wordSet } from './phrases.ts';
import { isCapital, type Scan, spanOf } from './scan.ts';
import type { PersonalSpan } from './span.ts';
import { codes, knownPlaces } from './lexicon.ts';

const streets = wordSet(`
    allee alley ave avenue blvd boulevard chowk cir circle close colony court crescent crossing ct dr drive gardens gasse gate
    grove heights highway hill hwy laan lane layout ln loop marg mews nagar park parkway pkwy pl place platz quay rd road row sq
    square st str straat strasse street ter terrace trail trl view walk way weg`);
/** Streets that are words too: only with a capital. */
const wordStreets = wordSet(`
    circle close colony court crossing dr drive gardens gate grove heights hill lane loop park place quay row square st ter view
    walk way weg`);
/** And without one, where it is said before that an address comes: `at 14 church lane`. */
const plainStreets = wordSet('close court crescent drive gardens grove heights lane place square terrace');
const directions = wordSet('n s e w north south east west ne nw se sw');
const vias = phrases({
  street: `
    calle, c/, c /, avenida, av, avda, paseo, p.o de, plaza, pza, carrera, cra, kra, kr, cl, diagonal, transversal, jiron, jr,
    pasaje, camino, carretera, autopista, ronda, rambla, travesia, calzada, boulevard, blvd, bulevar, callejon, privada, cerrada,
    prolongacion, andador, urbanizacion, urb, manzana, mz, rua, rue, via, viale, piazza, jalan, jl, jln, ul, ulica`,
});
const units = phrases({
  unit: `
    apt, apartment, apto, apartamento, suite, ste, unit, flat, floor, fl, room, rm, piso, dpto, depto, departamento, interior,
    int, bloque, portal, puerta, casa, lote, lt, no, house no, house number, plot no, plot, door no, h no, block, bldg, building,
    edificio, torre, sector, phase, ward, col, colonia, cp, c p, po box, p o box, zip, zip code, postcode, pin, pin code, pincode,
    barrio, esquina`,
});
const boxes = phrases({
  box: `
    po box, p o box, post office box, post box, apartado postal, apartado de correos, apartado, apdo, apdo postal, casilla,
    casilla postal, postfach`,
});
const codesSaid = phrases({ code: `zip,zip code,zipcode,postal code,postcode,post code,pin code,pincode,codigo postal,cp,c p,plz` });
const homes = phrases({ home: `flat,flat no,house no,house number,plot no,plot,door no,h no,apt,apartment,unit` });
const saidAddresses = phrases({
  said: `
    my address is, address is, address, mailing address, my mailing address is, home address, postal address, direccion, mi
    direccion es, domicilio, mi domicilio es, direccion es, vivo en la calle, i live at, lives at, living at, vive en la calle, send
    it to, mail it to, ship to, mailed to`,
});

const FOLLOWING_MAX = 24;

/** Postal addresses: a house and its street, a box, a postal code, and what follows them on the line. */
export function findAddresses(scan: Scan): PersonalSpan[] {
  const { tokens } = scan;
  const found: PersonalSpan[] = [];
  for (let index = 0; index < tokens.length;) {
    const end =
      said(scan, index) ?? numbered(scan, index) ?? street(scan, index) ?? box(scan, index) ?? home(scan, index) ?? postal(scan, index);
    if (end) {
      const [from, to] = end;
      const whole = following(scan, to);
      found.push(...spanOf('address', scan, from, whole));
      index = whole;
    } else index++;
  }
  return found;
}

type Range = [from: number, to: number];

/** `12 Main Street`, `221B Baker St.`, `1600 N. Pennsylvania Ave NW`. */
function numbered(scan: Scan, index: number): Range | undefined {
  const { tokens } = scan;
  const number = tokens[index];
  if (number?.type !== 'number' || number.text.length > 6 || (number.glued && tokens[index - 1]?.type !== 'mark')) return undefined;
  let at = index + 1;
  while (
    tokens[at]?.glued &&
    (/^[A-Za-z]$/.test(tokens[at]?.text ?? '') || /^[-/]$/.test(tokens[at]?.text ?? '') || tokens[at]?.type === 'number')
  )
    at++;
  if (tokens[at]?.text === ',') at++;
  if (/^(?:hwy|highway|route|rte)$/.test(tokens[at]?.folded ?? '') && tokens[at + 1]?.type === 'number') return [index, at + 2];
  if (/^(?:rue|via|viale|piazza|jalan)$/.test(tokens[at]?.folded ?? '') && isCapitalSoon(scan, at + 1))
    return [index, capitalsEnd(scan, at + 1)];
  let capital = false;
  for (let words = 0; words < 6; at++, words++) {
    const token = tokens[at];
    if (!token || token.opensLine) return undefined;
    if (token.type === 'mark' && token.text !== '.' && token.text !== "'" && token.text !== '-') return undefined;
    const ordinal = token.type === 'number' && tokens[at + 1]?.glued === true;
    if (streets.has(token.folded) && words > 0) {
      const told = plainStreets.has(token.folded) && words <= 2 && /^(?:at|from)$/.test(tokens[index - 1]?.folded ?? '');
      if (told && !tokens[at + 1]?.glued) return [index, at + 1];
      const sure = isCapital(token) || !wordStreets.has(token.folded);
      if (sure && (capital || !wordStreets.has(token.folded))) {
        const dot = tokens[at + 1]?.text === '.' && tokens[at + 1]?.glued ? 2 : 1;
        return [index, at + dot];
      }
    }
    if (isCapital(token) || ordinal) capital = true;
    else if (
      token.type === 'word' &&
      !directions.has(token.folded) &&
      !/^(?:st|nd|rd|th|de|la|le|of|the|s)$/.test(token.folded) &&
      words > 2
    )
      return undefined;
  }
  return undefined;
}

const isCapitalSoon = (scan: Scan, at: number) => [0, 1, 2].some((step) => isCapital(scan.tokens[at + step]));

function capitalsEnd(scan: Scan, from: number): number {
  let at = from;
  while (
    at < from + 6 &&
    (isCapital(scan.tokens[at]) || /^(?:de|la|del|des|du|le|los|las|d|di|dei|y|['’.-])$/.test(scan.tokens[at]?.folded ?? ''))
  )
    at++;
  return at;
}

/** `Calle de Alcalá 45, 3º B`, `Av. Insurgentes Sur #1602`, `Hauptstraße 12`, `Carrera 15 # 93-60`. */
function street(scan: Scan, index: number): Range | undefined {
  const { tokens } = scan;
  const own = tokens[index];
  const via = vias.at(tokens, index);
  if (via) {
    for (let at = via.after; at < via.after + 9; at++) {
      const token = tokens[at];
      if (!token || token.opensLine) return undefined;
      if (token.type === 'number' && at === via.after && tokens[at + 1]?.folded === 'de') continue;
      if (token.type === 'number')
        return at === via.after &&
          !/^[#-]$/.test(tokens[at + 1]?.text ?? '') &&
          !/^(?:no|n|num|con|sur|norte|bis)$/.test(tokens[at + 1]?.folded ?? '')
          ? undefined
          : [index, numberEnd(scan, at)];
      if (token.type === 'mark' && !/^[.,#ºª°’'/-]$/.test(token.text)) return undefined;
    }
    return undefined;
  }
  const german = own?.type === 'word' && own.text.length > 7 && /(?:strasse|gasse|straat|allee|platz|weg)$/.test(own.folded);
  const abbreviated = own?.type === 'word' && own.text.length > 5 && own.folded.endsWith('str') && tokens[index + 1]?.text === '.';
  const number = tokens[index + (abbreviated ? 2 : 1)];
  return (german || abbreviated) && number?.type === 'number' && isCapital(own) ? [index, index + (abbreviated ? 3 : 2)] : undefined;
}

function numberEnd({ tokens }: Scan, from: number): number {
  let at = from + 1;
  while (
    at < from + 8 &&
    (/^[#ºª°-]$/.test(tokens[at]?.text ?? '') ||
      tokens[at]?.type === 'number' ||
      (tokens[at]?.glued && tokens[at]?.type === 'word') ||
      /^(?:no|n|num|bis|sur|norte)$/.test(tokens[at]?.folded ?? ''))
  )
    at++;
  return at;
}

function box({ tokens }: Scan, index: number): Range | undefined {
  const phrase = boxes.at(tokens, index);
  let at = phrase?.after ?? 0;
  if (/^[.#:]$/.test(tokens[at]?.text ?? '')) at++;
  return phrase && tokens[at]?.type === 'number' ? [index, at + 1] : undefined;
}

/** `Flat 4B, 22 Carlton Road`, `House no. 12, Sector 4`: with a comma and more after it. */
function home(scan: Scan, index: number): Range | undefined {
  const { tokens } = scan;
  const phrase = homes.at(tokens, index);
  let at = phrase?.after ?? 0;
  while (/^[.#:-]$/.test(tokens[at]?.text ?? '')) at++;
  if (!phrase || tokens[at]?.type !== 'number') return undefined;
  while (tokens[at + 1]?.glued && (tokens[at + 1]?.type !== 'mark' || /^[-/]$/.test(tokens[at + 1]?.text ?? ''))) at++;
  return tokens[at + 1]?.text === ',' && isCapital(tokens[at + 2]) ? [index, at + 1] : undefined;
}

/** Postal codes by a word, or by their own shape: `TX 75201`, `SW1A 1AA`, `K1A 0B1`. */
function postal({ text, tokens }: Scan, index: number): Range | undefined {
  const token = tokens[index];
  const phrase = codesSaid.at(tokens, index);
  if (phrase) {
    let at = phrase.after;
    while (/^[:.#-]$|^(?:is|es)$/.test(tokens[at]?.folded ?? '')) at++;
    if (tokens[at]?.type === 'number' && (tokens[at]?.text.length ?? 0) >= 4) return [index, at + 1];
  }
  if (token?.type !== 'word' || token.glued || token.text.length > 2 || token.shape === 'lower') return undefined;
  const next = tokens[index + 1];
  if (codes.has(token.folded) && token.text.length === 2 && next?.type === 'number' && next.text.length === 5 && !next.glued)
    return [index, index + 2];
  const match = /^(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)\b/.exec(text.slice(token.start, token.start + 9));
  if (!match) return undefined;
  let to = index + 1;
  while ((tokens[to]?.end ?? Infinity) <= token.start + match[0].length) to++;
  return [index, to];
}

/** What somebody calls an address, to the end of the sentence or line: where it has a number or a capital. */
function said(scan: Scan, index: number): Range | undefined {
  const { tokens } = scan;
  const phrase = saidAddresses.at(tokens, index);
  if (!phrase) return undefined;
  let from = phrase.after;
  while (/^[:=-]$|^(?:is|es|number|no)$/.test(tokens[from]?.folded ?? '')) from++;
  let to = from;
  let number = false;
  while (to < tokens.length && to < from + FOLLOWING_MAX) {
    const token = tokens[to];
    if (!token || (token.opensLine && to > from) || /^[!?;@]$/.test(token.text)) break;
    if (token.text === '.' && (tokens[to - 1]?.text.length ?? 0) > 4) break;
    if (/^(?:and|phone|tel|email|mobile|cell|thanks|thank|please|y|i|my|contact|because|but)$/.test(token.folded) && to > from) break;
    if (token.type === 'number') number = true;
    to++;
  }
  while (to > from && tokens[to - 1]?.type === 'mark') to--;
  return number && to > from + 1 ? [from, to] : undefined;
}

/** The index after the flat, the town, the state and the code that follow an address, each after a comma or by itself. */
function following(scan: Scan, from: number): number {
  const { tokens } = scan;
  let end = from;
  for (let at = from; at < from + FOLLOWING_MAX;) {
    const comma = /^[,.#-]$/.test(tokens[at]?.text ?? '');
    const start = comma ? at + 1 : at;
    const token = tokens[start];
    if (!token || (token.opensLine && !/^\d/.test(token.text) && tokens[at]?.text !== ',')) break;
    const unit = units.at(tokens, start);
    const place = knownPlaces.at(tokens, start);
    if (unit) {
      let to = unit.after;
      while (/^[.#:-]$/.test(tokens[to]?.text ?? '')) to++;
      if (!tokens[to] || tokens[to]?.type === 'mark') break;
      end = at = to + 1;
      while (tokens[end]?.glued && tokens[end]?.type !== 'mark') end = at = end + 1;
    } else if (place) end = at = place.after;
    else if (
      (codes.has(token.folded) && token.shape === 'upper') ||
      (token.type === 'number' && (comma || token.text.length >= 4) && tokens[start + 1]?.text !== '%')
    )
      end = at = start + 1;
    else if (directions.has(token.folded) && token.shape === 'upper') end = at = start + 1;
    else if (tokens[at]?.text === ',' && isCapital(token)) end = at = Math.max(capitalsEnd(scan, start), start + 1);
    else if (token.glued && token.type !== 'mark') end = at = start + 1;
    else if (/^[ºª°]$/.test(token.text) || (/^[A-Z]$/.test(token.text) && tokens[start - 1]?.text !== '.')) end = at = start + 1;
    else break;
  }
  return end;
}
