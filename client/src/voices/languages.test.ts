import { expect, it } from 'vitest';
import { languageName } from './languages.ts';

it('[T4] a language is told by its own name, and one that the browser does not know by its tag', () => {
  expect([languageName('es'), languageName('en'), languageName('pt-BR')]).toEqual(['Español', 'English', 'Português (Brasil)']);
  expect(languageName('qqq-nonsense-nonsense')).toMatch(/qqq/i);
  expect(languageName('')).toBe('');
});
