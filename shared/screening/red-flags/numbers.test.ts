import { describe, expect, it } from 'vitest';
import { countries, linesFor, Numbers } from './numbers.ts';
import data from './numbers.json' with { type: 'json' };
import { FlagCode } from '../../marks.ts';

const kindsOf = (country: string | undefined, ...flags: Parameters<typeof linesFor>[1]) =>
  linesFor(country, flags).lines.map(({ kind }) => kind);

describe('[F1] the lines that are shown', () => {
  it('are of the chosen country, the emergency number first', () => {
    expect(linesFor('US', ['chest-pain'])).toEqual({ lines: [{ kind: 'emergency', number: '911' }], fallback: false, quietExit: false });
    expect(linesFor('FR', ['stroke']).lines.map(({ number }) => number)).toEqual(['15', '112']);
  });

  it('begin with the crisis line for thoughts of self-harm, unless something has happened to a body', () => {
    expect(kindsOf('GB', 'self-harm')).toEqual(['crisis', 'emergency']);
    expect(kindsOf('GB', 'self-harm', 'overdose')).toEqual(['emergency', 'poison', 'crisis']);
    expect(kindsOf('GB', 'self-harm', 'breathlessness')).toEqual(['emergency', 'crisis']);
  });

  it('have the poison line for an overdose', () => {
    expect(linesFor('US', ['overdose']).lines[1]).toEqual({ kind: 'poison', name: 'Poison Help', number: '1-800-222-1222' });
  });

  it('have the police and the line about violence at home, and a quiet way out', () => {
    expect(linesFor('ES', ['domestic-violence'])).toMatchObject({ lines: [{ number: '112' }, { number: '016' }], quietExit: true });
    expect(kindsOf('BR', 'domestic-violence')).toEqual(['police', 'emergency', 'domestic']);
    expect(kindsOf('BR', 'domestic-violence', 'chest-pain')).toEqual(['emergency', 'police', 'domestic']);
  });

  it('are 112, told to be a fallback, where the country is not known', () => {
    for (const country of [undefined, 'XX', '__proto__', 'constructor']) {
      expect(linesFor(country, ['sepsis'])).toEqual({ lines: [{ kind: 'emergency', number: '112' }], fallback: true, quietExit: false });
    }
  });

  it('are some for every country and flag, none twice', () => {
    expect(countries.length).toBeGreaterThanOrEqual(60);
    for (const country of countries) {
      expect(new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(country)).toBeTruthy();
      for (const flag of FlagCode.options) {
        const numbers = linesFor(country, [flag]).lines.map(({ number }) => number);
        expect([country, flag, numbers.length > 0, new Set(numbers).size]).toEqual([country, flag, true, numbers.length]);
      }
    }
  });

  it('are read with a schema that tells a wrong number', () => {
    const wrong = structuredClone(data);
    wrong.countries.US.emergency = 'nine one one';
    expect(Numbers.safeParse(wrong).error?.issues[0]?.path).toEqual(['countries', 'US', 'emergency']);
  });
});
