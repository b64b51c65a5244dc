import { candidatesAt, canBegin, type Candidate } from './candidates.ts';
import { isNationalId } from './national-ids.ts';
import { isPhone, isPhoneLike, withExtension } from './phones.ts';
import { phrases, wordSet } from './phrases.ts';
import type { Scan } from './scan.ts';
import type { PersonalSpan } from './span.ts';

/** `record-weak` is said of much besides people: it needs a word like `number` after it. */
type Cue = 'national-id' | 'record-number' | 'record-weak' | 'phone';

const cues = phrases<Cue>({
  'national-id': `
    ssn, social security, social security number, social security no, social, ss, nhs, nhs number, national insurance, national
    insurance number, ni number, nino, aadhaar, aadhar, adhaar, pan, pan card, cpf, curp, rfc, rut, run, dni, nie, nif, cedula,
    cedula de ciudadania, cedula de identidad, c c, cc, ci, carnet de identidad, documento, documento de identidad, documento
    nacional, identificacion, identidad, national id, national id number, identity card, id card, tax id, tin, sin, sin number,
    social insurance, social insurance number, cuit, cuil, pesel, nir, bsn, tc kimlik, nric, mykad, my kad, cnic, passport, passport
    number, pasaporte, driver license, drivers license, driver's license, driver's licence, driving licence, license number, licence
    number, numero de seguro social, seguro social, numero de seguridad social, numero de la seguridad social, seguridad social,
    nss, clave de elector, ine, codice fiscale, personnummer, steuer id, green card number, alien number, citizen id, id nacional,
    documento numero`,
  'record-number': `
    mrn, m r n, medical record, medical record number, medical records number, medical record no, hospital number, hospital no,
    patient number, patient no, patient id, patient identifier, chart number, chart no, member id, member number, member no,
    membership number, subscriber id, subscriber number, policy number, policy no, policy id, insurance id, insurance number,
    insurance no, insurance policy, insurance policy number, insurance card, group number, group id, group no, medicare number,
    medicare id, medicare, medicaid id, medicaid number, health card, health card number, health insurance number, health plan
    number, health plan id, record number, record no, claim number, claim id, account number, account no, acct, acct number, case
    number, case no, file number, file no, reference number, reference no, ref no, ref number, hospital id, uhid, uhid no, ip no, op
    no, opd no, opd number, registration number, registration no, reg no, beneficiary number, beneficiary id, prescription number,
    rx number, invoice number, order number, confirmation number, appointment number, ohip, ohip number, chi number, unit number,
    device serial number, serial number, credit card, card number, debit card, bank account, iban, numero de historia, numero de
    historia clinica, historia clinica, historia clinica numero, n historia, nhc, expediente, numero de expediente, expediente
    clinico, poliza, numero de poliza, afiliado, numero de afiliado, numero de afiliacion, afiliacion, credencial, numero de
    paciente, tarjeta sanitaria, cip, cipa, sip, tis, folio, numero de folio, carnet, numero de carnet, numero de socio, socio,
    numero de tarjeta, tarjeta, cuenta, numero de cuenta, numero de caso, numero de asegurado, asegurado, numero de registro, ficha,
    numero de ficha, ficha clinica`,
  'record-weak': `
    record, chart, policy, insurance, member, patient, group, claim, account, case, file, reference, ref, hospital, id,
    registration, confirmation, ticket, card, plan, clinic, historia, paciente, caso, referencia, registro, seguro`,
  phone: `
    phone, phone number, telephone, telephone number, tel, tel no, tele, cell, cell phone, cellphone, mobile, mobile number,
    mobile no, mob, mob no, fax, call, calling, call me, call me at, call me on, call us, text, text me, text me at, whatsapp, whats
    app, watsapp, viber, contact, contact no, contact number, contact me, ph, ph no, reach me, reach me at, reach me on, my number,
    my no, number is, ring me, home phone, work phone, landline, hotline, telefono, numero de telefono, tlf, tfno, telf, celular,
    numero de celular, movil, cel, fijo, llamar, llamar al, llamame, llamame al, llamenme, llamenme al, llame al, llamad al, mi
    numero, contacto, mi contacto, numero de contacto, fono, comunicarse al, marcar, marque, escribame al, wsp, wasap, guasap,
    signal, pager, voicemail`,
});

const connectors = wordSet(
  `is es was are number numero numbers no num nr nro n id ends card code de del la el my mi at al on en me us por favor or o
    and y to please the`,
  '# : = - . , ( ) º ° ª / "',
);
const numberWords = wordSet('number numero no num nr nro n id # º ° code codigo');
const CONNECTORS_MAX = 5;
/** Asking libphonenumber costs tens of microseconds; a text that holds more numbers than this is a table. */
const ASKED_MAX = 60;

/** Numbers of things: drugs, lots, articles, trials. */
const numbered = wordSet('ndc lot upc pmid nct isbn doi ean article pubmed issn cas id# barcode');
/** Dates, which are no number of anybody's: day, month and year in any order. */
const isDate = ({ shape }: Candidate) => /^(?:[12]-[12]-(?:4|2)|4-[12]-[12])$/.test(shape);
const isBare = ({ shape }: Candidate) => /^\d{1,2}$/.test(shape);
const marked = (kind: PersonalSpan['kind'], { start, end }: Candidate): PersonalSpan => ({ kind, start, end });

/** Phone numbers, national ids, and the numbers of records and insurances. */
export function findNumbers(scan: Scan): PersonalSpan[] {
  const { tokens } = scan;
  const found: PersonalSpan[] = [];
  let asked = 0;
  for (let index = 0; index < tokens.length;) {
    const cue = cues.at(tokens, index);
    const cued = cue && cuedNumber(scan, cue.after, cue.value);
    if (cued) {
      found.push(cued.span);
      index = cued.after;
      continue;
    }
    const things = numbered.has(tokens[index - 1]?.folded ?? '') || numbered.has(tokens[index - 2]?.folded ?? '');
    const own = !things && canBegin(scan, index) ? uncued(scan, index, () => asked++ < ASKED_MAX) : undefined;
    if (own) found.push(own.span);
    index = own?.after ?? index + 1;
  }
  return found;
}

function cuedNumber(scan: Scan, from: number, cue: Cue) {
  const { tokens } = scan;
  let said = cue !== 'record-weak';
  for (let at = from; at <= from + CONNECTORS_MAX; at++) {
    const token = tokens[at];
    if (!token) return undefined;
    const candidate = canBegin(scan, at) ? candidatesAt(scan, at).find((one) => fits(one, cue, said)) : undefined;
    if (candidate) return take(scan, candidate, cue);
    if (token.type === 'number' && !said) return undefined;
    if (!connectors.has(token.folded) && token.text !== '+' && token.type !== 'number') return undefined;
    if (numberWords.has(token.folded)) said = true;
  }
  return undefined;
}

function fits(candidate: Candidate, cue: Cue, said: boolean): boolean {
  const { digits, compact } = candidate;
  if (isDate(candidate)) return false;
  if (cue === 'phone') return digits >= 7 && digits <= 15 && isPhoneLike(candidate);
  const letters = compact.length - digits;
  return digits >= (said ? 4 : 6) && digits <= 20 && letters <= 10 && (digits >= 5 || !/^(?:19|20)\d\d$/.test(compact));
}

function take(scan: Scan, candidate: Candidate, cue: Cue) {
  if (cue === 'phone') {
    const whole = withExtension(scan, candidate);
    return { span: marked('phone', whole), after: whole.after };
  }
  const kind = cue === 'national-id' || (cue === 'record-weak' && isNationalId(candidate)) ? 'national-id' : 'record-number';
  return { span: marked(kind, candidate), after: candidate.after };
}

/** Medicare's beneficiary identifier (CMS, 2018) and numbers of cards. */
const isRecord = ({ shape, compact }: Candidate) =>
  /^1A[A1]1-?A[A1]1-?AA2$/.test(shape) ||
  ((shape === '4-4-4-4' || shape === '16') && passesLuhn(compact)) ||
  (/^[A-Z]{2}\d{20,22}$/.test(compact) && shape.startsWith('AA'));

export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits.charAt(digits.length - 1 - at));
    const twice = digit * 2;
    sum += at % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}

function uncued(scan: Scan, index: number, mayAsk: () => boolean) {
  for (const candidate of candidatesAt(scan, index)) {
    const { digits, shape, compact } = candidate;
    if (digits < 4 || isDate(candidate)) continue;
    if (isNationalId(candidate)) return { span: marked('national-id', candidate), after: candidate.after };
    if (isRecord(candidate)) return { span: marked('record-number', candidate), after: candidate.after };
    if (digits >= 7 && digits === compact.length && isPhone(scan, candidate, mayAsk)) {
      const whole = withExtension(scan, candidate);
      return { span: marked('phone', whole), after: whole.after };
    }
    // Nobody writes so many digits in a row of anything else.
    if (isBare(candidate) && Number(shape) >= 9) return { span: marked('record-number', candidate), after: candidate.after };
  }
  return undefined;
}
