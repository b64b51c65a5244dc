import { validate as validCuit } from 'stdnum/lib/cjs/ar/cuit.js';
import { validate as validCpf } from 'stdnum/lib/cjs/br/cpf.js';
import { validate as validSin } from 'stdnum/lib/cjs/ca/sin.js';
import { validate as validRut } from 'stdnum/lib/cjs/cl/rut.js';
import { validate as validRic } from 'stdnum/lib/cjs/cn/ric.js';
import { validate as validDni } from 'stdnum/lib/cjs/es/dni.js';
import { validate as validNie } from 'stdnum/lib/cjs/es/nie.js';
import { validate as validNir } from 'stdnum/lib/cjs/fr/nir.js';
import { validate as validNino } from 'stdnum/lib/cjs/gb/nino.js';
import { validate as validAadhaar } from 'stdnum/lib/cjs/in/aadhaar.js';
import { validate as validPan } from 'stdnum/lib/cjs/in/pan.js';
import { validate as validCodice } from 'stdnum/lib/cjs/it/codicefiscale.js';
import { validate as validRrn } from 'stdnum/lib/cjs/kr/rrn.js';
import { validate as validRfc } from 'stdnum/lib/cjs/mx/rfc.js';
import { validate as validPesel } from 'stdnum/lib/cjs/pl/pesel.js';
import { validate as validTckimlik } from 'stdnum/lib/cjs/tr/tckimlik.js';
import { validate as validIdnr } from 'stdnum/lib/cjs/za/idnr.js';
import type { Candidate } from './candidates.ts';

type Validate = (compact: string) => boolean;
type Checked = (value: string) => { isValid: boolean };

const by =
  (checked: Checked): Validate =>
  (compact) =>
    checked(compact).isValid;

/** NHS number: modulus 11 over ten digits (NHS data dictionary), which stdnum does not have. */
export function isNhsNumber(compact: string): boolean {
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += Number(compact.charAt(at)) * (10 - at);
  return (11 - (sum % 11)) % 11 === Number(compact.charAt(9));
}

/** Singapore's NRIC and FIN: weights and letters as its registry publishes them; stdnum has only its companies. */
export function isNric(compact: string): boolean {
  const weights = [2, 7, 6, 5, 4, 3, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(compact.charAt(at + 1)), /^[TG]/.test(compact) ? 4 : 0);
  return /^[ST]/.test(compact)
    ? 'JZIHGFEDCBA'.charAt(sum % 11) === compact.charAt(8)
    : 'XWUTRQPNMLK'.charAt(sum % 11) === compact.charAt(8);
}

/** By the shape of a candidate: who issues numbers of that shape that can be told by themselves, with no word beside them. */
const validators: ReadonlyMap<string, readonly Validate[]> = new Map([
  // Written so, it is one, though it may be a wrong one.
  ['3-2-4', [(compact) => !compact.startsWith('000')]],
  ['3-3-3-2', [by(validCpf)]],
  ['9-2', [by(validCpf)]],
  ['3-3-3', [by(validSin)]],
  ['8A', [by(validDni)]],
  ['8-A', [by(validDni)]],
  ['2-3-3-A', [by(validDni), by(validRut)]],
  ['1-3-3-A', [by(validRut)]],
  ['7-A', [by(validRut)]],
  ['A7A', [by(validNie), isNric]],
  ['A-7-A', [by(validNie)]],
  ['2-3-3-1', [by(validRut)]],
  ['1-3-3-1', [by(validRut)]],
  ['8-1', [by(validRut)]],
  ['2-8-1', [by(validCuit)]],
  ['AA6A', [by(validNino)]],
  ['AA-2-2-2-A', [by(validNino)]],
  ['4-4-4', [by(validAadhaar)]],
  ['AAAAA4A', [by(validPan)]],
  // CURP: sixteen characters of one pattern are enough; many copy the last two wrongly.
  ['AAAA6AAAAAA2', [() => true]],
  ['AAAA6AAAAAAA1', [() => true]],
  ['AAAA6AAA', [by(validRfc)]],
  ['AAAA6AA1', [by(validRfc)]],
  ['AAAA6A2', [by(validRfc)]],
  ['AAAA6A1A', [by(validRfc)]],
  ['AAAA62A', [by(validRfc)]],
  ['AAAAAA2A2A3A', [by(validCodice)]],
  ['6-7', [by(validRrn)]],
  ['15', [by(validNir)]],
  ['13-2', [by(validNir)]],
  ['1-2-2-2-3-3', [by(validNir)]],
  ['1-2-2-2-3-3-2', [by(validNir)]],
  ['18', [by(validRic)]],
  ['17A', [by(validRic)]],
  ['13', [by(validIdnr)]],
  ['12', [by(validAadhaar)]],
  ['11', [by(validCpf), by(validPesel), by(validTckimlik), by(validCuit)]],
]);

/** Whether a candidate is a national id by its own shape and checksum. */
export const isNationalId = ({ shape, compact }: Candidate): boolean => validators.get(shape)?.some((isValid) => isValid(compact)) ?? false;
