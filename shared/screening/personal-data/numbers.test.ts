import { describe, expect, it } from 'vitest';
import { isNhsNumber, isNric } from './national-ids.ts';
import { findNumbers, passesLuhn } from './numbers.ts';
import { scan } from './scan.ts';

const marks = (text: string) => findNumbers(scan(text)).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('[G1] phone numbers', () => {
  it.each([
    '+44 20 7946 0958',
    '+91-98765 43210',
    '(212) 555-0142',
    '212.664.7665',
    '98765 43210',
    '0803 123 4567',
    '612 34 56 78',
    '06 12 34 56 78',
    '0412 345 678',
    '0034 612 345 678',
    '11 91234-5678',
  ])('%s by its own form', (number) => expect(marks(`please, ${number}, thanks`)).toEqual([`phone: ${number}`]));

  it.each([
    ['my cell is 555-1234', 'phone: 555-1234'],
    ['mi celular: 55 1234 5678.', 'phone: 55 1234 5678'],
    ['call me at 212-664-7665 ext. 12', 'phone: 212-664-7665 ext. 12'],
    ['whatsapp 1234567 por favor', 'phone: 1234567'],
  ])('%s', (text, expected) => expect(marks(text)).toEqual([expected]));

  it.each([
    '911',
    '988',
    'call 112',
    '12/05/2019',
    '2019-05-12',
    '10-12-14 cm',
    '120 80 75 60',
    'NDC: 00527172874',
    '1,50,000 - 4,50,000',
    '5-325',
    '98.6 101.2',
  ])('not %s', (text) => expect(marks(text)).toEqual([]));
});

describe('[G1] national ids', () => {
  it.each([
    ['078-05-1120', 'US'],
    ['12345678Z', 'ES'],
    ['X1234567L', 'ES'],
    ['GOML850101HDFMRS09', 'MX'],
    ['529.982.247-25', 'BR'],
    ['046 454 286', 'CA'],
    ['12.345.678-5', 'CL'],
    ['S1234567D', 'SG'],
  ])('%s by its checksum (%s)', (id) => expect(marks(`here: ${id}.`)).toEqual([`national-id: ${id}`]));

  it.each([
    ['my NHS number is 943 476 5919', '943 476 5919'],
    ['cédula 1.046.586.745', '1.046.586.745'],
    ['mi DNI 12.345.678', '12.345.678'],
    ['passport no. A1234567', 'A1234567'],
    ['social security 123456789', '123456789'],
  ])('%s by what is said before it', (text, id) => expect(marks(text)).toEqual([`national-id: ${id}`]));

  it('with the checksums that stdnum has not', () => {
    expect([isNhsNumber('9434765919'), isNhsNumber('9434765918')]).toEqual([true, false]);
    expect([isNric('S1234567D'), isNric('S1234567A')]).toEqual([true, false]);
    expect([passesLuhn('4111111111111111'), passesLuhn('4111111111111112')]).toEqual([true, false]);
  });
});

describe('[G1] numbers of records and insurances', () => {
  it.each([
    ['MRN 00123456', '00123456'],
    ['my member ID is XYZ123456789', 'XYZ123456789'],
    ['policy number: AB-123456-01', 'AB-123456-01'],
    ['Medicare 1EG4-TE5-MK73', '1EG4-TE5-MK73'],
    ['número de historia 4455667', '4455667'],
    ['póliza n.º 998877', '998877'],
    ['expediente 1234/2019', '1234/2019'],
    ['card 4111 1111 1111 1111', '4111 1111 1111 1111'],
  ])('%s', (text, number) => expect(marks(text)).toEqual([`record-number: ${number}`]));

  it.each(['patient 3 of 12', 'in case 2 days', 'record high of 104', 'group of 1500 people', 'study NCT00001234', 'policy since 2014'])(
    'not %s',
    (text) => expect(marks(text)).toEqual([]),
  );
});
