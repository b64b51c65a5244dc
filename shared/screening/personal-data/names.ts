import { isCommon, isEponym, isGiven, isListed, isOnlyGiven, isSurname, isUnheard, knownPlaces, namesDisease } from './lexicon.ts';
import { phrases, wordSet } from './phrases.ts';
import { isCapital, opensSentence, type Scan, spanOf } from './scan.ts';
import type { PersonalSpan } from './span.ts';
import type { Token } from './tokens.ts';

/**
 * What says that a name follows. `said`: nothing else can follow. `title`: a capital, or a name of a list. `self`, `kin`, `greeting`:
 * a capital that is no word, or a name of a list. `closing`: to the end of the line.
 */
type Cue = 'said' | 'title' | 'self' | 'kin' | 'greeting' | 'closing';

const relations = `son,daughter,husband,wife,friend,mother,father,mom,mum,mam,dad,brother,sister,baby,uncle,aunt,auntie,grandmother,grandfather,grandma,grandpa,nana,granny,grandson,granddaughter,niece,nephew,cousin,partner,boyfriend,girlfriend,
  fiance,fiancee,patient,client,boy,girl,neighbor,neighbour,colleague,coworker,roommate,stepson,stepdaughter,twins,caregiver,carer,therapist,surgeon,oncologist,nurse,neurologist,cardiologist,gp,hijo,hija,esposo,esposa,marido,mujer,
  amigo,amiga,madre,padre,mama,papa,hermano,hermana,bebe,tio,tia,abuelo,abuela,abuelita,nieto,nieta,sobrino,sobrina,primo,prima,pareja,novio,novia,paciente,nino,nina,suegra,suegro,cunada,cunado,vecina,vecino,companera,companero`;

const cues = phrases<Cue>({
  said: `my name is,my names,my name's,name is,name's,name,names,full name,first name,last name,surname,patient name,name of patient,name of the patient,patient's name,i am called,i'm called,is called,was called,called me,named,is named,call me,known as,signed,signed by,signature,goes by,nee,
    me llamo,mi nombre es,mi nombre,se llama,se llamaba,nombre,nombres,apellido,apellidos,nombre del paciente,nombre completo,nombre y apellidos,llamado,llamada,de nombre,a nombre de,firma,firmado,firmado por,le dicen,me dicen,llamame,my son's name is,ask for,spoke to,spoke with,pregunte por`,
  title: `dr,drs,doctor,mr,mrs,ms,miss,mister,mx,prof,professor,nurse,rev,reverend,capt,sgt,lt,col,sir,sr,sra,srta,senor,senora,senorita,don,dona,dra,doctora,doctor,profesor,profesora,lic,licenciada,ing,enfermera,enfermero,md,herr,frau,mme,monsieur,madame,shri,smt,uncle,aunt,auntie,tia,tio,sister,brother,father`,
  self: `i am,i'm,im,this is,it's,its,here is,soy,habla,aqui,le habla,les habla,te habla,les escribe,le escribe,yo soy,i,yo,from,by,de parte de,on behalf of,de,attn,c/o,fao,cc,met,his name,sincerely from,para,for,with,con`,
  kin: relations,
  greeting: `dear,hi,hello,hey,estimado,estimada,querido,querida,hola,dearest,greetings,good morning,good evening,good afternoon,buenas,buenos dias,buenas tardes,attention,a la atencion de`,
  closing: `thanks,thank you,thank u,thankyou,thank you so much,thank you very much,thank you very,thanks a lot,many thanks,thanks so much,thanks in advance,thank you in advance,thanking you,thx,thnx,thanx,tks,thankz,tnx,ty,regards,regard,kind regards,best regards,warm regards,warmest regards,with regards,rgds,sincerely,yours sincerely,sincerely yours,
    yours truly,yours faithfully,yours,faithfully,cheers,best,all the best,best wishes,love,with love,respectfully,cordially,blessings,god bless,god bless you,take care,gracias,muchas gracias,mil gracias,gracias de antemano,de antemano gracias,saludos,saludos cordiales,un saludo,un cordial saludo,cordial saludo,atentamente,atte,att,un abrazo,abrazos,
    besos,cordialmente,bendiciones,dios los bendiga,dios le bendiga,quedo atenta,quedo atento,hasta pronto,please help,pls help,plz help,your help is appreciated,looking forward`,
});

const particles = wordSet(
  'de del la las los da das do dos di du le van der den von zu zum bin ibn ben binti bint al el abu abd st mac mc ter ten y e o san santa',
);
const credentials = wordSet('md m.d rn phd ph.d dds do np pa lpn esq jr sr bsc msc mba msn ii iii mph facs');
const NAME_WORDS_MAX = 5;
const JOINERS = new Set(['-', '‑', '.', "'", '’']);

type Mode = 'said' | 'capital' | 'listed';

/** The index after the name that begins at `from`, or `from` where none does. */
function nameEnd(scan: Scan, from: number, mode: Mode): number {
  const { tokens } = scan;
  let end = from;
  let words = 0;
  for (let at = from; at < tokens.length && words < NAME_WORDS_MAX; at++) {
    const token = tokens[at];
    if (!token || (at > from && token.opensLine)) break;
    if (token.type === 'number' || (tokens[at + 1]?.type === 'number' && tokens[at + 1]?.glued)) break;
    if (token.type === 'mark') {
      // A hyphen between names, a point after an initial.
      if (!JOINERS.has(token.text) || !token.glued || at === from) break;
      const before = tokens[at - 1];
      const glues = token.text !== '.' && tokens[at + 1]?.glued === true;
      if (!glues && !(token.text === '.' && before && (before.text.length === 1 || particles.has(before.folded)))) break;
      continue;
    }
    if (words === 0 && at > from) break;
    if (isNameWord(scan, token, mode, words)) {
      words++;
      end = at + 1;
    } else if (isInitial(scan, token) && (words > 0 || tokens[at + 1]?.text === '.')) {
      words++;
      end = tokens[at + 1]?.text === '.' && tokens[at + 1]?.glued ? at + 2 : at + 1;
    } else if (!(particles.has(token.folded) && followedByName(scan, at, mode))) break;
    else if (words === 0) words++;
  }
  return end;
}

const isInitial = ({ capitalsTellNothing }: Scan, { text, shape, folded }: Token) =>
  text.length === 1 && shape !== 'lower' && !capitalsTellNothing && folded !== 'i';

function followedByName(scan: Scan, at: number, mode: Mode): boolean {
  for (let next = at + 1; next <= at + 3; next++) {
    const token = scan.tokens[next];
    if (!token || token.opensLine) return false;
    if (particles.has(token.folded) || (token.text === '-' && token.glued)) continue;
    return token.type === 'word' && (isCapital(scan, token) || isSurname(token)) && isNameWord(scan, token, mode, 1);
  }
  return false;
}

function isNameWord(scan: Scan, token: Token, mode: Mode, words: number): boolean {
  if (token.text.length < 2 || credentials.has(token.folded)) return false;
  const capital = isCapital(scan, token);
  if (isListed(token)) return capital || !isCommon(token) || (mode === 'said' && words === 0 && isGiven(token) && !isPlainWord(token));
  if (!isUnheard(token)) return false;
  if (mode === 'listed') return false;
  return mode === 'said' ? capital || words === 0 || scan.capitalsTellNothing || scan.tokens[0]?.shape === 'lower' : capital;
}

/** Of the names that are words, those that end most of what people say before a name: `I am so glad`. */
const plainWords = wordSet('an to do in on so may will can job baby see the de la son for man long');
const isPlainWord = ({ folded }: Token) => plainWords.has(folded);

/** Names of people. */
export function findNames(scan: Scan): PersonalSpan[] {
  const { tokens } = scan;
  const found: PersonalSpan[] = [];
  const told = new Set<string>();
  const add = (from: number, to: number, telling: boolean) => {
    if (to <= from) return from;
    found.push(...spanOf('name', scan, from, to));
    for (const token of tokens.slice(from, to)) {
      if (telling && token.type === 'word' && token.text.length > 2 && !isCommon(token) && !particles.has(token.folded))
        told.add(token.folded);
    }
    return to;
  };
  for (let index = 0; index < tokens.length; index++) {
    const cue = cues.at(tokens, index);
    const end = cue && cuedName(scan, index, cue.after, cue.value);
    if (end) index = add(end.from, end.to, true) - 1;
    else {
      const [to, telling] = uncuedName(scan, index);
      if (to > index) index = add(index, to, telling) - 1;
    }
  }
  add(...closingName(scan), true);
  // Whoever was named once is named again without more ado.
  tokens.forEach((token, index) => {
    if (told.has(token.folded) && token.shape !== 'lower' && !found.some(({ start, end }) => start <= token.start && token.end <= end))
      add(index, index + 1, false);
  });
  return found;
}

function cuedName(scan: Scan, cueAt: number, after: number, cue: Cue): { from: number; to: number } | undefined {
  const { tokens } = scan;
  let from = after;
  const skips = cue === 'closing' ? /^[.,:;!\-–—/*~]$/ : cue === 'said' ? /^[.,:="'“-]$/ : /^[.,("“]$/;
  for (let skipped = 0; skipped < 4 && skips.test(tokens[from]?.text ?? ''); skipped++) from++;
  if (cue === 'said' && /^(?:is|was|are|es|era|me|of|mr|mrs|ms|dr|sr|sra)$/.test(tokens[from]?.folded ?? '')) from++;
  if (tokens[from]?.text === '.') from++;
  const first = tokens[from];
  if (first?.type !== 'word') return undefined;
  const to = cuedEnd(scan, cueAt, from, cue);
  if (to <= from || namesDisease(tokens, from, to)) return undefined;
  return { from, to };
}

function cuedEnd(scan: Scan, cueAt: number, from: number, cue: Cue): number {
  const { tokens } = scan;
  const first = tokens[from];
  if (!first) return from;
  const place = knownPlaces.at(tokens, from);
  switch (cue) {
    case 'said':
      // "the name of the drug", "a drug named X": only what names a person by itself.
      return isThingNamed(scan, cueAt) ? nameEnd(scan, from, 'listed') : nameEnd(scan, from, 'said');
    case 'title':
      if (first.opensLine) return from;
      return nameEnd(
        scan,
        from,
        isCapital(scan, first) ? 'capital' : first.text.length > 3 && tokens[from - 1]?.text === '.' ? 'said' : 'listed',
      );
    case 'self':
      if (first.opensLine || (place && place.value !== 'care')) return from;
      if (!isOnlyGiven(first) && !introduces(scan, cueAt, from)) return from;
      return nameEnd(scan, from, isCapital(scan, first) ? 'capital' : 'listed');
    case 'kin':
    case 'greeting': {
      if (first.opensLine || isEponym(first)) return from;
      if (!isCapital(scan, first) && !isOnlyGiven(first)) return from;
      return nameEnd(scan, from, isCapital(scan, first) ? 'capital' : 'listed');
    }
    case 'closing':
      return lineName(scan, from);
  }
}

/** Whether `I am X` says who somebody is: not what they have, or where they are from. */
function introduces(scan: Scan, cueAt: number, from: number): boolean {
  const [first, cue] = [scan.tokens[from], scan.tokens[cueAt]];
  if (!first || !cue || !isCapital(scan, first) || !isUnheard(first) || isEponym(first)) return false;
  return (
    /^(?:i|i'm|im|soy|habla|aqui|yo|le|les|te|this)$/.test(cue.folded) &&
    from > cueAt + (cue.folded === 'i' || cue.folded === 'this' ? 1 : 0) &&
    first.shape === 'title'
  );
}

const things = wordSet(
  'drug medicine medication disease condition syndrome pill tablet brand generic company manufacturer test gene product cream doctor hospital procedure the a what exact other enzyme its this trade chemical common scientific known user username domain your the medicamento',
);
const isThingNamed = ({ tokens }: Scan, cueAt: number) => {
  for (let at = cueAt - 1; at >= Math.max(0, cueAt - 3); at--) if (things.has(tokens[at]?.folded ?? '')) return true;
  return false;
};

/** A name that fills a line, or the rest of one: nothing else stands before its end, a comma or a contact. */
function lineName(scan: Scan, from: number): number {
  const { tokens } = scan;
  const to = nameEnd(scan, from, 'said');
  if (to <= from) return from;
  const next = tokens[to];
  const first = tokens[from];
  const isEnd =
    !next ||
    next.opensLine ||
    /^[.,!(\-–—/;:]$/.test(next.text) ||
    next.type === 'number' ||
    next.text === '@' ||
    credentials.has(next.folded) ||
    /^(?:from|cell|tel|phone|age|de|desde)$/.test(next.folded);
  if (!isEnd || !first) return from;
  const words = tokens.slice(from, to).filter(({ type }) => type === 'word');
  if (words.every((word) => !isListed(word)) && words.some((word) => word.shape === 'lower' && word.text.length < 3)) return from;
  return knownPlaces.at(tokens, from)?.after === to && !isGiven(first) ? from : to;
}

/** A name at the very end, with nothing before it but the end of a sentence. */
function closingName(scan: Scan): [number, number] {
  const { tokens } = scan;
  const stop = tokens.length;
  for (let from = Math.max(10, stop - 8); from < stop; from++) {
    const [first, before] = [tokens[from], tokens[from - 1]];
    if (first?.type !== 'word' || !(first.opensLine || (before && /^[.!?,-]$/.test(before.text)))) continue;
    if (isEponym(first) || first.shape === 'lower') continue;
    const to = nameEnd(scan, from, scan.capitalsTellNothing ? 'said' : 'capital');
    const ends =
      to === stop ||
      (to === stop - 1 && /^[.)]$/.test(tokens[to]?.text ?? '')) ||
      tokens[to]?.text === ',' ||
      tokens[to]?.opensLine === true;
    const words = tokens.slice(from, to).filter(({ type }) => type === 'word');
    if (
      to > from &&
      ends &&
      (before?.text !== ',' || words.every(isListed)) &&
      !namesDisease(tokens, from, to) &&
      !knownPlaces.at(tokens, from)
    )
      return [from, to];
  }
  return [0, 0];
}

const placing = wordSet('in at from to near en desde hacia de san santa santo saint st university hospital clinica clinic');

/** Names that stand by themselves: the index after one, and whether it is sure enough to be looked for elsewhere. */
function uncuedName(scan: Scan, index: number): [number, boolean] {
  const { tokens } = scan;
  const [token, next, before] = [tokens[index], tokens[index + 1], tokens[index - 1]];
  if (token?.type !== 'word' || token.text.length < 2 || isCommon(token) || (token.glued && before?.type !== 'mark')) return [index, false];
  const afterPlacing = before !== undefined && placing.has(before.folded) && !token.opensLine;
  if (afterPlacing && knownPlaces.at(tokens, index)) return [index, false];
  const to = nameEnd(scan, index, isCapital(scan, token) ? 'capital' : 'listed');
  if (to <= index || namesDisease(tokens, index, to)) return [index, false];
  const second = to > index + 1 ? tokens.slice(index + 1, to).find(({ type, text }) => type === 'word' && text.length > 1) : undefined;
  const initial = to > index + 1 && next?.text.length === 1;
  const capital = isCapital(scan, token);
  if (isOnlyGiven(token) && !isEponym(token)) return [onlyKnown(scan, index, to), capital && to > index + 1];
  // A name that is also a word, or one of a list: with a family name beside it.
  if (second && isSurname(second) && !isEponym(second) && !isCommon(second)) {
    if (isGiven(token) && (capital || !isPlainWord(token))) return [to, true];
    if (capital && isCapital(scan, second) && isUnheard(token) && !opensSentence(scan, index)) return [to, true];
  }
  if (capital && initial && isGiven(token)) return [to, true];
  if (
    capital &&
    !opensSentence(scan, index) &&
    !isEponym(token) &&
    token.shape === 'title' &&
    isSurname(token) &&
    !isGiven(token) &&
    !knownPlaces.at(tokens, index) &&
    !afterPlacing
  )
    return [index + 1, false];
  return [index, false];
}

/** After a given name by itself, words that are in no list belong to it only where they are not the beginning of something else. */
function onlyKnown({ tokens }: Scan, from: number, to: number): number {
  const place = knownPlaces.at(tokens, from + 1);
  return place ? Math.min(to, from + 1) : to;
}
