import { expect, test } from 'vitest';
import type { QuestionStatus, QuestionView } from '@bedside/shared/view.ts';
import { editingOf } from './own-edit.ts';

type Edited = Parameters<typeof editingOf>[0];
const words: Edited = { status: 'approved', name: 'Ann', edited: true, original: 'My words' };
const name: Edited = { status: 'approved', name: 'Ann', edited: true, nameHidden: true };

test('[M10] what nobody edited is told of nothing', () => {
  expect(editingOf({ status: 'approved', name: 'Ann' }, false)).toBeNull();
});

test('[M10] [M12] a name that is not shown is an edit like any other', () => {
  expect(editingOf(name, false)).toEqual({ shownTo: 'all', written: 'same', name: { hidden: 'Ann' }, canObject: true });
  expect(editingOf(words, false)).toEqual({ shownTo: 'all', written: { text: 'My words' }, name: 'shown', canObject: true });
});

test('[M11] what was deleted is said to be', () => {
  expect(editingOf({ ...words, original: null }, false)).toMatchObject({ written: 'erased' });
  expect(editingOf({ status: 'approved', name: null, edited: true }, false)).toMatchObject({ written: 'same', name: 'erased' });
});

test.each<[QuestionStatus, 'all' | 'laterAll' | 'none', boolean]>([
  ['pending', 'laterAll', true],
  ['in-review', 'laterAll', true],
  ['approved', 'all', true],
  ['skipped', 'all', true],
  ['answering', 'all', true],
  ['answered', 'all', true],
  ['declined', 'none', false],
  ['merged', 'none', false],
])('[M12] %s: seen by %s, an objection is taken: %s', (status, shownTo, canObject) => {
  expect(editingOf({ ...words, status }, false)).toMatchObject({ shownTo, canObject });
});

test('[M12] who has objected objects again only to what is public once more', () => {
  const objected: Pick<QuestionView, 'objected'> = { objected: true };
  expect(editingOf({ ...words, ...objected, status: 'pending' }, false)?.canObject).toBe(false);
  expect(editingOf({ ...words, ...objected, status: 'answered' }, false)?.canObject).toBe(false);
  expect(editingOf({ ...words, ...objected, status: 'approved' }, false)?.canObject).toBe(true);
});

test('[H6] while closed, nobody is said to see it', () => {
  expect(editingOf(words, true)).toMatchObject({ shownTo: 'none', canObject: true });
  expect(editingOf({ ...words, status: 'pending' }, true)).toMatchObject({ shownTo: 'laterAll' });
});
