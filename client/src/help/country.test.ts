import { expect, test } from 'vitest';
import { guessCountry } from './country.ts';

test('the time zone tells more of where somebody is than the language does', () => {
  expect(guessCountry('Europe/Madrid', ['en-US'])).toBe('ES');
  expect(guessCountry('America/Argentina/Buenos_Aires', ['es'])).toBe('AR');
  expect(guessCountry('America/Indiana/Knox', [])).toBe('US');
  expect(guessCountry('Asia/Calcutta', ['en-GB'])).toBe('IN');
});

test('without a telling zone the first language with a region does, and nothing is made up', () => {
  expect(guessCountry('UTC', ['es', 'es-MX', 'en-US'])).toBe('MX');
  expect(guessCountry(undefined, ['en', 'not a language'])).toBeNull();
});
