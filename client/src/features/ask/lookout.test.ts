import { expect, test, vi } from 'vitest';
import { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { createLookout, type Findings, nothingFound } from './lookout.ts';
import type { Finders, SimilarIndex } from '../../screening/finders.ts';
import { bringUpToDate } from '../../screening/follow.ts';

const row = (id: string, text: string | null, status: QuestionView['status'] = 'approved') => ({ id: QuestionId.parse(id), text, status });

function fakeIndex() {
  const texts = new Map<string, string>();
  const index: SimilarIndex = {
    put: (id, text) => void texts.set(id, text),
    remove: (id) => void texts.delete(id),
    find: (text) => [...texts].filter(([, other]) => other.includes(text.slice(0, 5))).map(([id]) => ({ id, score: 1 })),
  };
  return { texts, index };
}

const works: Finders = {
  personal: async () => (text) =>
    text.includes('Ana') ? [{ kind: 'name', start: text.indexOf('Ana'), end: text.indexOf('Ana') + 3 }] : [],
  redFlags: async () => (text) => (text.includes('chest') ? [{ flag: 'chest-pain' }, { flag: 'chest-pain' }] : []),
  similar: async () => () => fakeIndex().index,
};

function watch(finders: Finders, idle = async () => {}) {
  const seen: { found: Findings } = { found: nothingFound };
  const lookout = createLookout(finders, idle, (part) => {
    seen.found = { ...seen.found, ...part };
  });
  return { lookout, seen };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

test('[D1] [F1] [G1] what is written is looked at for all three', async () => {
  const { lookout, seen } = watch(works);
  lookout.look('My chest hurts, says Ana', [row('question-1', 'My chest is tight'), row('question-2', 'Is swimming safe?')]);
  await settle();
  expect(seen.found.flags).toEqual(['chest-pain']);
  expect(seen.found.marks).toEqual([{ kind: 'name', start: 21, words: 'Ana' }]);
  expect(seen.found.similar).toEqual(['question-1']);
  lookout.look('  ', []);
  expect(seen.found).toEqual(nothingFound);
});

test('[G2] a part that can not be loaded leaves the others', async () => {
  const { lookout, seen } = watch({ ...works, redFlags: () => Promise.reject(new Error('offline')) });
  lookout.look('My chest hurts, says Ana', []);
  await settle();
  expect(seen.found.flags).toEqual([]);
  expect(seen.found.marks).toHaveLength(1);
});

test('what is found in a text that is no longer there is not told', async () => {
  const { lookout, seen } = watch(works);
  lookout.look('My chest hurts', []);
  lookout.look('Is swimming safe?', []);
  await settle();
  expect(seen.found.flags).toEqual([]);
  lookout.look('My chest hurts', []);
  lookout.stop();
  await settle();
  expect(seen.found.flags).toEqual([]);
});

test('[D1] the index holds what everybody can see now, and is brought there by and by', () => {
  const { texts, index } = fakeIndex();
  const indexed = new Map<string, string>();
  const many = Array.from({ length: 90 }, (_, at) => row(`question-${at}`, `Question ${at}?`));
  expect([1, 2, 3].map(() => bringUpToDate(index, indexed, many, 40))).toEqual([50, 10, 0]);
  expect(texts.size).toBe(90);
  const put = vi.spyOn(index, 'put');
  expect(bringUpToDate(index, indexed, many, 40)).toBe(0);
  expect(put).not.toHaveBeenCalled();

  const later = [row('question-0', 'Another wording?'), row('question-1', null), row('question-2', 'Waits?', 'pending'), ...many.slice(3)];
  bringUpToDate(index, indexed, later, 40);
  expect([texts.get('question-0'), texts.has('question-1'), texts.has('question-2'), texts.size]).toEqual([
    'Another wording?',
    false,
    false,
    88,
  ]);
});
