import { wordSet } from './phrases.ts';
import type { Scan } from './scan.ts';
import type { PersonalSpan } from './span.ts';
import type { Token } from './tokens.ts';

// RFC 5321 section 4.5.3.1: 64 octets before the at sign; a label of a name holds 63, a whole name 255.
const LOCAL_MAX = 64;
const DOMAIN_MAX = 255;

const isLocal = (char: string) => /[\p{L}\p{N}._%+'-]/u.test(char);
const isDomain = (char: string) => /[\p{L}\p{N}.-]/u.test(char);
const isEdge = (char: string) => /[.,;:!?'"()[\]<>{}…“”’*-]/.test(char);

/** Top-level domains that people write without `www`; those that are words of English or Spanish only with more beside them. */
const topLevels = wordSet(`
    app ar au biz br care cat cl cn co com dev ec edu eu gov health info io jp ke kr mil mx net ng nl online org pe pk pl site tr
    uk uy ve xyz za`);
const wordTopLevels = wordSet('in it us de es me to is so as at be no my do am fm tv ca fr ru ch se dk fi ie pt gr link live shop');

/** Where everybody reads about health: a page there is nobody's own. */
const publicHosts = [
  ...wordSet(`bbc.co.uk bbc.com cdc.gov clinicaltrials.gov drugs.com fda.gov healthline.com mayoclinic.org medlineplus.gov nhs.uk nice.org.uk
    nih.gov webmd.com who.int wikipedia.org`),
];

export function findContacts(scan: Scan): PersonalSpan[] {
  return [...emails(scan.text), ...addresses(scan.text), ...spelledEmails(scan), ...handles(scan)];
}

function emails(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < LOCAL_MAX && isLocal(text.charAt(start - 1))) start--;
    while (start < at && isEdge(text.charAt(start))) start++;
    let end = at + 1;
    while (end < text.length && end - at <= DOMAIN_MAX && isDomain(text.charAt(end))) end++;
    while (end > at + 1 && isEdge(text.charAt(end - 1))) end--;
    const domain = text.slice(at + 1, end);
    if (domain.length < 2) continue;
    // An image within a mail, which its program calls so.
    if (text.slice(start - 4, start) === 'cid:') continue;
    if (start < at && domain.includes('.')) found.push({ kind: 'email', start, end });
    else if (start < at && /^[a-z]{4,10}$/i.test(domain) && mailHosts.has(domain.toLowerCase())) found.push({ kind: 'email', start, end });
    else if (start === at && /\p{L}/u.test(domain)) found.push({ kind: 'handle', start: at, end: handleEnd(text, at) });
  }
  return found;
}

const mailHosts = wordSet('gmail hotmail yahoo outlook icloud aol live protonmail ymail rediffmail');
const isHandle = (char: string) => /[\p{L}\p{N}._-]/u.test(char);

function handleEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && end - at <= LOCAL_MAX && isHandle(text.charAt(end))) end++;
  while (isEdge(text.charAt(end - 1))) end--;
  return end;
}

/** Addresses of the web: each run without white space that reads as one. */
function addresses(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (const { 0: chunk, index } of text.matchAll(/\S+/g)) {
    if (!chunk.includes('.') && !chunk.includes('://')) continue;
    let [start, end] = [0, chunk.length];
    while (start < end && isEdge(chunk.charAt(start))) start++;
    while (end > start && isEdge(chunk.charAt(end - 1))) end--;
    const scheme = chunk.slice(start, end).toLowerCase().indexOf('http');
    const own = chunk.slice(start, end);
    const inner = scheme > 0 && own.includes('://') ? scheme : 0;
    const address = own.slice(inner).toLowerCase();
    if (isAddress(address) && !isPublic(address)) found.push({ kind: 'url', start: index + start + inner, end: index + end });
  }
  return found;
}

function isPublic(address: string): boolean {
  const scheme = address.indexOf('://');
  const rest = scheme === -1 ? address : address.slice(scheme + 3);
  const end = rest.search(/[/?#:]/);
  const host = end === -1 ? rest : rest.slice(0, end);
  return publicHosts.some((known) => host === known || host.endsWith(`.${known}`));
}

function isAddress(own: string): boolean {
  if (own.includes('@') && !own.includes('/')) return false;
  if (own.startsWith('http://') || own.startsWith('https://')) return own.length > 10;
  const slash = own.indexOf('/');
  const host = slash === -1 ? own : own.slice(0, slash);
  if (host.length > DOMAIN_MAX) return false;
  const labels = host.split('.');
  if (labels.length < 2 || labels.some((label) => !/^[a-z0-9-]+$/.test(label))) return false;
  if (labels[0] === 'www' && labels.length > 2) return true;
  const last = labels.at(-1) ?? '';
  const second = labels.at(-2) ?? '';
  if (!/[a-z]{2}/.test(second)) return false;
  // The name of a public register, as people write it in a sentence.
  if (last === 'gov' && slash === -1) return false;
  if (topLevels.has(last)) return second.length >= 2;
  return wordTopLevels.has(last) && (slash !== -1 ? slash < own.length - 1 : topLevels.has(second));
}

/** `ana at gmail dot com`, `ana (arroba) gmail punto com`. */
function spelledEmails({ tokens }: Scan): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  const skip = (at: number, step: number) => (/^[()[\]{}]$/.test(tokens[at]?.text ?? '') ? at + step : at);
  tokens.forEach((token, index) => {
    if (token.folded !== 'at' && token.folded !== 'arroba' && token.text !== '@') return;
    const host = skip(index + 1, 1);
    const top = hostEnd(tokens, host, skip);
    if (top <= host || tokens[host]?.type !== 'word') return;
    let local = skip(index - 1, -1);
    while (local > 0 && tokens[local]?.glued && index - local < 12) local--;
    for (let joins = 0; joins < 4 && ['dot', 'punto'].includes(tokens[local - 1]?.folded ?? ''); joins++) local -= 2;
    const [first, last] = [tokens[Math.max(0, local)], tokens[top]];
    if (first && last && first.start < token.start) found.push({ kind: 'email', start: first.start, end: last.end });
  });
  return found;
}

/** The index of the last token of `gmail dot com`, `uni-koeln punto de`; of the first where it is no host. */
function hostEnd(tokens: readonly Token[], host: number, skip: (at: number, step: number) => number): number {
  let [end, at] = [host, host + 1];
  let last = '';
  for (let labels = 0; labels < 5; labels++) {
    while (tokens[at]?.glued && (tokens[at]?.text === '-' || tokens[at - 1]?.text === '-' || tokens[at]?.type === 'number')) at++;
    const dot = skip(at, 1);
    const spelled = /^(?:dot|punto)$/.test(tokens[dot]?.folded ?? '');
    if (!spelled && !(tokens[dot]?.text === '.' && mailHosts.has(tokens[host]?.folded ?? ''))) break;
    const label = skip(dot + 1, 1);
    if (tokens[label]?.type !== 'word') break;
    last = tokens[label]?.folded ?? '';
    end = label;
    at = label + 1;
  }
  return topLevels.has(last) || wordTopLevels.has(last) ? end : host;
}

const networks = wordSet(`
    discord facebook fb handle ig insta instagram kik linkedin reddit skype snap snapchat telegram tiktok twitch twitter user
    username usuario wechat zoom`);
const between = wordSet('is es : id name handle username user usuario account cuenta me my mi - = ( on en at , en como as am soy');

/** What somebody is called on a network that is named beside it. */
function handles({ text, tokens }: Scan): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  tokens.forEach((token, index) => {
    if (!networks.has(token.folded) || token.type !== 'word') return;
    let at = index + 1;
    let said = false;
    while (at < index + 5 && between.has(tokens[at]?.folded ?? '')) {
      if (/^(?:is|es|:|=|id|handle|username|usuario|as|como)$/.test(tokens[at]?.folded ?? '')) said = true;
      at++;
    }
    const first = tokens[at];
    if (!first || first.type === 'mark' || first.opensLine) return;
    const end = handleEnd(text, first.start - 1);
    const own = text.slice(first.start, end);
    // A plain word after the name of a network is a word, but not one that nobody writes so.
    if (
      own.length >= 3 &&
      (said || /[\d_.-]/.test(own)) &&
      (/[\d_.]/.test(own) || (said && own.length >= 5 && !/^(?:full|about|there|good|where)$/.test(own)))
    ) {
      found.push({ kind: 'handle', start: first.start, end });
    }
  });
  return found;
}
