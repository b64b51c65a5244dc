import { describe, expect, it } from 'vitest';
import { findNames } from './names.ts';
import { scan } from './scan.ts';

const names = (text: string) => findNames(scan(text)).map(({ start, end }) => text.slice(start, end));

describe('[G1] names of people', () => {
  it.each([
    ["my name's Oddný Sigurðardóttir and I worry", ['Oddný Sigurðardóttir']],
    ['hi, my name is jaswinder and i have a rash', ['jaswinder']],
    ['I was seen by Dr. van der Berg and Mrs. O’Brien-Smith', ['van der Berg', 'O’Brien-Smith']],
    ['Please ask for J. R. Patel at the desk', ['J. R. Patel']],
    ['What can I do for it at night? Thanks, Thandolwethu', ['Thandolwethu']],
    ['What can I do for it at night?\nKind regards\nXóchitl Pech Canul', ['Xóchitl Pech Canul']],
    ['¿Qué puedo tomar para la tos? Un saludo, Itziar Goñi', ['Itziar Goñi']],
    ['mi marido Koldo tiene fiebre y mi hija María también', ['Koldo', 'María']],
    ['I am Zoltan. The doctors say Zoltan is fine', ['Zoltan', 'Zoltan']],
    ['Zoubida is 6 years old and coughs', ['Zoubida']],
    ['Dr. Graves told me that I have Graves disease', ['Graves']],
    ['my sister Hope and my son Will said so', ['Hope', 'Will']],
    ['MY NAME IS MARIA LOPEZ AND I HAVE PAIN', ['MARIA LOPEZ']],
    ['Maria del Carmen Abdullah bin Ahmad wrote', ['Maria del Carmen Abdullah bin Ahmad']],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected));

  it.each([
    'I am Diabetic. I am so tired. This is Terrible.',
    'My name is not important',
    'a drug named tritralac, the name of the disease is Wolfram syndrome',
    'Is Tylenol safe with Xanax? Thank you for your time',
    'Does Summer heat hurt? My mother, my father and My sister all have it.',
    'E. coli, H. pylori and C. difficile were found',
  ])('none in: %s', (text) => expect(names(text)).toEqual([]));
});
