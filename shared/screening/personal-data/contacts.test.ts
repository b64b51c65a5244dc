import { expect, it } from 'vitest';
import { findContacts } from './contacts.ts';
import { scan } from './scan.ts';

const marks = (text: string) => findContacts(scan(text)).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

it.each([
  ['write to Ana.Ruiz@Example.com.', ['email: Ana.Ruiz@Example.com']],
  ['ana (at) empresa (dot) com', ['email: ana (at) empresa (dot) com']],
  ['maria.lopez arroba hotmail punto com', ['email: maria.lopez arroba hotmail punto com']],
  ['x at uni-koeln dot de', ['email: x at uni-koeln dot de']],
  ['(see https://a.example/b?c=1).', ['url: https://a.example/b?c=1']],
  ['www.clinic.org, facebook.com/ana.1', ['url: www.clinic.org', 'url: facebook.com/ana.1']],
  ['I am @drana_84!', ['handle: @drana_84']],
  ['my instagram is ana.ruiz84', ['handle: ana.ruiz84']],
])('[G1] %s', (text, expected) => expect(marks(text)).toEqual(expected));

it.each([
  'it hurts.And then',
  'celiac.disease and.need.to',
  'e.g. this, i.e. that',
  '@ home',
  'ClinicalTrials.gov says',
  'at noon dot',
  'a line of facebook posts',
  '3.5 mg/dl',
  'as https://www.ncbi.nlm.nih.gov/pubmed/1 and en.wikipedia.org/wiki/Asthma say',
])('[G1] none in: %s', (text) => expect(marks(text)).toEqual([]));
