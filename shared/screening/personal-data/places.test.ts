import { describe, expect, it } from 'vitest';
import { findAddresses } from './addresses.ts';
import { findEmployers } from './employers.ts';
import { findPlaces } from './places.ts';
import { scan } from './scan.ts';
import type { PersonalSpan } from './span.ts';

const texts = (find: (read: ReturnType<typeof scan>) => PersonalSpan[], text: string) =>
  find(scan(text)).map(({ start, end }) => text.slice(start, end));

describe('[G1] places of living and care', () => {
  it.each([
    ['I live in Oconomowoc and work', ['Oconomowoc']],
    ['i live in oconomowoc and work', ['oconomowoc']],
    ['vivo en Villanueva de la Serena desde mayo', ['Villanueva de la Serena']],
    ['is there anybody near Nashville, TN who treats it', ['Nashville, TN']],
    ['She is a patient at St. Mary’s Hospital', ['St. Mary’s Hospital']],
    ['Me operaron en el Hospital Universitario La Paz', ['Hospital Universitario La Paz']],
    ['the University of Iowa said no', ['University of Iowa']],
    ['my sister in West Virginia', ['West Virginia']],
    ['The Mayo Clinic, and Johns Hopkins', ['Mayo Clinic', 'Johns Hopkins']],
    ['a doctor near Klamath Falls, or in Hickory, NC', ['Klamath Falls', 'Hickory, NC']],
    ['I was born in Bowling Green and moved to hameln', ['Bowling Green', 'hameln']],
    ['the Omagh doctors, a Omagh resident', ['Omagh', 'Omagh']],
    ['any doctor in bad kreuznach, germany who treats it', ['bad kreuznach, germany']],
    ['i am tumelo from kasese', ['kasese']],
    ['my friend Ana, 52 years, Khammam, lost her leg', ['Khammam']],
    ['vengo de Astorga', ['Astorga']],
    ['viajé a Huánuco y regresé, un medico en riobamba', ['Huánuco', 'riobamba']],
    ['my uncle in thrissur, the dermatologist over in bemidji', ['thrissur', 'bemidji']],
    ['hope for help, Petaluma is far; we went to kitale', ['Petaluma', 'kitale']],
    ['outside of Truth or Consequences, or near Swift Current', ['Truth or Consequences', 'Swift Current']],
    ['is there one in Balsall Common, OR, or in the Brăila County', ['Balsall Common, OR', 'Brăila County']],
    ['Mariela Quiroga Iturbide de Lara, Sidi Bel Abbès', ['Sidi Bel Abbès']],
    ['at manipal hospital, en el hospital ruber', ['manipal hospital', 'hospital ruber']],
    ['she was at Swedish Medical Center, then at Seattle Children’s', ['Swedish Medical Center', 'Seattle Children’s']],
    ['Cedars-Sinai, and St. Jude’s', ['Cedars-Sinai', 'St. Jude’s']],
    ['from Tel Aviv', ['Tel Aviv']],
    ['I write from NJ', ['NJ']],
    ['soy de castilla-la mancha, me ven en la fundación cardioinfantil', ['castilla-la mancha', 'fundación cardioinfantil']],
    ['Ana\ntalavera\n', ['talavera']],
  ])('%s', (text, expected) => expect(texts(findPlaces, text)).toEqual(expected));

  it.each([
    'in the US, in India, from Nigeria',
    'the ingredients in Kapvay',
    'Spanish flu, German measles and West Nile virus',
    'at the hospital, a clinic near me, in Pain',
    'the hospital in my town',
    'I am suffering from nodular goiter; recovering from meniscal tear',
    'I was born in March. Live in Fear? The flushing',
    'the Brazilian doctors, the Tylenol, OK',
    'pain in pelvic area, in fundal position, at teh hospital, in an excellent clinic',
    'taking Norco, the Soma, with Cypress Pharmaceuticals or POTS, to chew',
    'woke in a pool, in power, from rich food; me quitó el dolor',
    'seen in CT, pain in MS, IN TX OR NJ I AM SHOUTING',
    'the Philadelphia chromosome, the Boston brace, a Bristol stool chart',
    'at the Sleep Clinic, from Pain Clinic, to rush to the hospital',
    'colon cancer, prenatal and natal teeth, the tema and a pomegranate',
  ])('none in: %s', (text) => expect(texts(findPlaces, text)).toEqual([]));
});

describe('[G1] addresses', () => {
  it.each([
    ['send it to 1600 Pennsylvania Ave NW, Washington, DC 20500 please', '1600 Pennsylvania Ave NW, Washington, DC 20500'],
    ['calle Alcalá 45, 3º B, 28014 Madrid', 'calle Alcalá 45, 3º B, 28014 Madrid'],
    ['Carrera 7 # 45-12, Bogotá', 'Carrera 7 # 45-12, Bogotá'],
    ['12 rue de la Paix, 75002 Paris', '12 rue de la Paix, 75002 Paris'],
    ['Hauptstr. 5, 10115 Berlin', 'Hauptstr. 5, 10115 Berlin'],
    ['P.O. Box 123', 'P.O. Box 123'],
    ['at 14 church lane', '14 church lane'],
    ['write to 1450 Route 9 now', '1450 Route 9'],
    ['in SW1A 1AA', 'SW1A 1AA'],
  ])('%s', (text, address) => expect(texts(findAddresses, text)).toEqual([address]));

  it.each([
    'I take 2 a day',
    '5 place holders',
    'stage 3 way up',
    '10 court cases',
    'at 2 drive away',
    'for 3 in close contact',
    'piso 3',
    'via 2 tubes',
  ])('none in: %s', (text) => expect(texts(findAddresses, text)).toEqual([]));
});

describe('[G1] employers', () => {
  it.each([
    ['I work at the Denver Post and sit', 'Denver Post'],
    ['trabajo en Grupo Éxito de noche', 'Grupo Éxito'],
    ['i work for walmart', 'walmart'],
    ['a driver at Maersk', 'Maersk'],
  ])('%s', (text, employer) => expect(texts(findEmployers, text)).toEqual([employer]));

  it.each(['I work at night', 'it works for me', 'I work for a School'])('none in: %s', (text) =>
    expect(texts(findEmployers, text)).toEqual([]),
  );
});
