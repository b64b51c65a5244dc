import { expect, test } from 'vitest';
import { newsOf } from './own-news.ts';

const row = { status: 'approved', text: 'My words' } as const;
type Row = Parameters<typeof newsOf>[1];
const news = (from: Partial<Row>, to: Partial<Row>) => newsOf({ ...row, ...from }, { ...row, ...to });

test('[Q5] a new status is told, and nothing where it stays', () => {
  expect(news({ status: 'pending' }, {})).toBe('announce.approved');
  expect(news({}, {})).toBeNull();
  expect(news({}, { status: 'withdrawn', text: null })).toBeNull();
});

test('[M10] an edit is told, of the words and of the name alone', () => {
  expect(news({}, { edited: true, text: 'Their words' })).toBe('announce.edited');
  expect(news({}, { edited: true, nameHidden: true })).toBe('announce.nameHidden');
  expect(news({ edited: true, nameHidden: true }, { edited: true, nameHidden: true })).toBeNull();
  expect(news({}, { edited: true, nameHidden: true, text: 'Their words' })).toBe('announce.edited');
});

test('[M13] a reply is told, and another one', () => {
  expect(news({}, { reply: 'See a doctor.' })).toBe('announce.replied');
  expect(news({ reply: 'See a doctor.' }, { reply: 'Soon.' })).toBe('announce.replied');
});
