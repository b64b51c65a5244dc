import { beforeEach, expect, test } from 'vitest';
import { closeToast, toastStore } from '../../ui/toasts.ts';
import { marksOf, putBack, replaceMarks } from './marks.ts';
import { createUndoOffers } from './undo-offers.ts';

beforeEach(() => {
  for (const { id } of toastStore.get()) closeToast(id);
});

/** A field in which one of the marks was replaced, as the composer does it. */
function fieldOf(text: string, words: string) {
  const start = text.indexOf(words);
  const field = { text };
  const type = (next: string) => {
    field.text = next;
    offers.changed(next);
  };
  const offers = createUndoOffers(text);
  const replaced = replaceMarks(text, marksOf(text, [{ kind: 'name', start, end: start + words.length }]), () => '[name]');
  type(replaced.text);
  offers.offer({ text: 'Replaced', undo: 'Undo' }, (now) => putBack(replaced, now), type);
  return { field, type, offers };
}
/** As the toast's button does. */
function undo(place = -1) {
  const toast = toastStore.get().at(place);
  if (!toast?.action) throw new Error('nothing is offered');
  closeToast(toast.id);
  toast.action.run();
}

test('[G3] what was replaced is taken back after writing on, and what was written stays', () => {
  const { field, type } = fieldOf('My son Rohan coughs.', 'Rohan');
  expect(field.text).toBe('My son [name] coughs.');
  type('Hello. My son [name] coughs. Why?');
  undo();
  expect(field.text).toBe('Hello. My son Rohan coughs. Why?');
});

test('[G3] once it can’t be taken back, that is no longer offered', () => {
  const { type } = fieldOf('My son Rohan coughs.', 'Rohan');
  expect(toastStore.get()).toHaveLength(1);
  type('My son [nam] coughs.');
  expect(toastStore.get()).toHaveLength(0);
});

test('[G3] one is taken back without the other', () => {
  const { field, type, offers } = fieldOf('My son Rohan and Ana cough.', 'Rohan');
  const second = replaceMarks(field.text, [{ kind: 'name', start: field.text.indexOf('Ana'), words: 'Ana' }], () => '[name]');
  type(second.text);
  offers.offer({ text: 'Replaced', undo: 'Undo' }, (now) => putBack(second, now), type);
  undo(0);
  expect(field.text).toBe('My son Rohan and [name] cough.');
});

test('a cleared draft is back until something else is written', () => {
  const field = { text: '' };
  const offers = createUndoOffers('');
  const offer = () =>
    offers.offer(
      { text: 'Cleared', undo: 'Undo' },
      (now) => (now === '' ? 'My draft' : null),
      (text) => (field.text = text),
    );
  offer();
  offers.changed('');
  undo();
  expect(field.text).toBe('My draft');
  offer();
  offers.changed('A');
  expect(toastStore.get()).toEqual([]);
});
