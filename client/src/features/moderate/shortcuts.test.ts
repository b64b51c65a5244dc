import { describe, expect, it } from 'vitest';
import { deskKey, type KeyPress, reasonKey } from './shortcuts.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: `Key${key.toUpperCase()}`,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});

describe('deskKey', () => {
  it.each([
    ['a', 'approve'],
    ['A', 'approve'],
    ['d', 'decline'],
    ['j', 'next'],
    ['k', 'previous'],
    ['u', 'undo'],
    ['p', 'pin'],
    ['?', 'help'],
    ['/', 'search'],
    ['ArrowRight', 'right'],
    ['c', 'clinician'],
    ['e', 'edit'],
    ['r', 'redact'],
    ['m', 'merge'],
    ['t', 'reply'],
    ['w', 'answer'],
    ['x', 'pick'],
    ['f', 'filters'],
    ['b', 'asker'],
    ['g', 'replies'],
    ['Escape', 'clear'],
    ['q', null],
  ])('%s means %s', (key, meaning) => expect(deskKey(press(key), true)).toBe(meaning));

  it('means more of the same with Shift', () => {
    expect(deskKey(press('R', { shiftKey: true }), true)).toBe('redactAll');
    expect(deskKey(press('J', { shiftKey: true, repeat: true }), true)).toBe('pickNext');
    expect(deskKey(press('K', { shiftKey: true }), true)).toBe('pickPrevious');
    expect(deskKey(press('?', { shiftKey: true }), true)).toBe('help');
    expect(deskKey(press('R', { shiftKey: true }), false)).toBeNull();
  });

  it('leaves the browser its own keys, but takes Ctrl or Cmd Z', () => {
    expect(deskKey(press('a', { ctrlKey: true }), true)).toBeNull();
    expect(deskKey(press('d', { metaKey: true }), true)).toBeNull();
    expect(deskKey(press('z', { ctrlKey: true }), true)).toBe('undo');
    expect(deskKey(press('z', { metaKey: true }), false)).toBe('undo');
    expect(deskKey(press('Z', { ctrlKey: true, shiftKey: true }), true)).toBeNull();
  });

  it('takes no single letter when they are switched off (WCAG 2.1.4)', () => {
    for (const key of ['a', 'd', 'j', 'k', 'u', 'p', '?', '/']) expect(deskKey(press(key), false)).toBeNull();
  });

  it('approves one question however long A is held', () => {
    expect(deskKey(press('a', { repeat: true }), true)).toBeNull();
    expect(deskKey(press('u', { repeat: true }), true)).toBeNull();
    expect(deskKey(press('j', { repeat: true }), true)).toBe('next');
  });

  it('goes by the place of the key on a keyboard of another script', () => {
    expect(deskKey(press('ф', { code: 'KeyA' }), true)).toBe('approve');
    // AZERTY has its A elsewhere: there the letter counts.
    expect(deskKey(press('a', { code: 'KeyQ' }), true)).toBe('approve');
  });

  it('ignores what an input method is composing', () => expect(deskKey(press('a', { isComposing: true }), true)).toBeNull());
});

describe('reasonKey', () => {
  it('[M3] names the coded reasons by 1 to 8', () => {
    expect(reasonKey(press('1'))).toBe('personal-details');
    expect(reasonKey(press('7'))).toBe('emergency');
    expect(reasonKey(press('8'))).toBe('other');
    expect(reasonKey(press('9'))).toBeNull();
    expect(reasonKey(press('0'))).toBeNull();
    expect(reasonKey(press('1', { ctrlKey: true }))).toBeNull();
  });
});
