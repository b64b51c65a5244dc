import { expect, test } from 'vitest';
import words from '../client/src/i18n/en/audit.json' with { type: 'json' };
import { By, Fact } from '../server/session/events.ts';

test('[U3] there are words for every act and every role that an audit tells of, and for no others', () => {
  const acts = Fact.options.map(({ shape }) => shape.type.value);
  expect(Object.keys(words.act).toSorted()).toEqual(acts.toSorted());
  expect(Object.keys(words.actor).toSorted()).toEqual(By.shape.role.options.toSorted());
});
