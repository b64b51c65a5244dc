import { expect, test } from 'vitest';
import { afterSending } from './draft.ts';

const sent = { text: 'Is swimming safe? ', named: true, name: 'Rosa' };

test('a sent text is cleared, its name stays for the next', () => {
  expect(afterSending(sent, sent)).toEqual({ ...sent, text: '' });
  expect(afterSending({ ...sent, text: 'Is swimming  safe?' }, sent)).toMatchObject({ text: '' });
});

test('what was written while it was on its way stays', () => {
  const now = { text: 'And running?', named: false, name: 'Ro' };
  expect(afterSending(now, sent)).toEqual(now);
});
