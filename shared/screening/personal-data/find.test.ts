import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, redact } from './find.ts';

/** What is marked, as `kind: text`. */
const marks = (text: string) => findPersonalData(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('[G1] what may tell who somebody is, is marked with its kind', () => {
  it.each<[string, string[]]>([
    [
      'My name is Priya Raghunathan, from Kolkata, India. Call 555-123-4567, DOB 12/05/1980, MRN 00123456.',
      ['name: Priya Raghunathan', 'place: Kolkata, India', 'phone: 555-123-4567', 'birth-date: 12/05/1980', 'record-number: 00123456'],
    ],
    [
      'Me llamo José de la Cruz, vivo en Jerez de la Frontera, mi DNI es 12345678Z y mi mamá tiene 93 años.',
      ['name: José de la Cruz', 'place: Jerez de la Frontera', 'national-id: 12345678Z', 'age: 93 años'],
    ],
    [
      'I work at Lockheed Martin, write to ana.ruiz+med@correo.com.mx or @ana_ruiz84, see https://ruiz.example.org/scan',
      ['employer: Lockheed Martin', 'email: ana.ruiz+med@correo.com.mx', 'handle: @ana_ruiz84', 'url: https://ruiz.example.org/scan'],
    ],
    ['I live at 123 Main Street, Apt 4, Springfield, IL 62704', ['address: 123 Main Street, Apt 4, Springfield, IL 62704']],
    ['hola, tengo una duda about my son Mateo, he was seen at Mercy General Hospital', ['name: Mateo', 'place: Mercy General Hospital']],
  ])('%s', (text, expected) => expect(marks(text)).toEqual(expected));
});

it.each([
  'I have Crohn’s disease and Hashimoto, Lynch syndrome runs in the family, Guillain-Barré was ruled out',
  'síndrome de Down, enfermedad de Parkinson y mal de Alzheimer',
  'I take 500 mg of Norco 5-325, TSH 4.5, A1C 7.2, BP 140/90, T4 1.2, BRCA1 and COVID-19 negative, 5-HTP at night',
  'In the US, Spanish flu, West Nile and Lyme disease; call 911, 988 or 112',
  'Will it mark me? I hope April or May, by the grace of God. Bill is due.',
  'About 90 years ago, 95% oxygen, 98 kg, heart rate 110, over the last 90 days',
  'Thank you in advance for your help and kind regards',
  'Platelets were 1,50,000 - 4,50,000 on 12/05/2019 at 10:30, 2 to 3 times',
  'My doctor told me. Dr. said so. My brother at 24 is fine. Hello, My husband snores.',
])('[G1] is not marked: %s', (text) => expect(marks(text)).toEqual([]));

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        'Dr.',
        'my name is',
        'Ana',
        "O'Brien",
        'de la',
        'vivo en',
        'calle',
        '12',
        '3-4',
        '@',
        '.',
        ',',
        '\n',
        '(',
        '+1',
        'born',
        '1980',
        'años',
        'x@y.co',
        'MRN',
        'thanks',
        '\ud800',
        'é',
      ),
      { maxLength: 60 },
    )
    .map((words) => words.join(' ')),
);

it('[G1] spans are sorted, apart and within the text, whatever it is', () => {
  fc.assert(
    fc.property(texts, (text) => {
      let last = 0;
      for (const { start, end } of findPersonalData(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
      }
    }),
    { numRuns: 500 },
  );
});

it('[G3] a person has a text without what was marked', () => {
  const text = 'Dr. Okafor saw me in Nairobi, call +254 712 345 678';
  const spans = findPersonalData(text);
  expect(redact(text, spans, (kind) => `[${kind}]`)).toBe('Dr. [name] saw me in [place], call [phone]');
  fc.assert(
    fc.property(texts, (any) => {
      const own = findPersonalData(any);
      const kept = redact(any, own, () => '\u2588');
      const length = own.reduce((sum, { start, end }) => sum + end - start - 1, 0);
      expect(kept.length).toBe(any.length - length);
      expect(kept.split('\u2588').length - 1).toBe(
        own.length +
          any.split('\u2588').length -
          1 -
          own.reduce((sum, { start, end }) => sum + any.slice(start, end).split('\u2588').length - 1, 0),
      );
    }),
  );
});

it.each([
  '12 34 56 78 ',
  'Ana Maria Lopez ',
  'de la ',
  'a@',
  'a.b.c.d/',
  'J. ',
  'a',
  'A-',
  '1 St St ',
  'calle ',
  'at x dot ',
  'thanks ',
  'Xanthe, ',
  "'",
  'born 1 ',
])('[G1] a long text of <%s> takes no longer than its length', (part) => {
  const begun = performance.now();
  findPersonalData(part.repeat(60_000 / part.length));
  // A quadratic one takes minutes.
  expect(performance.now() - begun).toBeLessThan(5000);
});
