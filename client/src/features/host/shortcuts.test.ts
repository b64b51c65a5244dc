import { describe, expect, it } from 'vitest';
import { shortcutOf } from './shortcuts.ts';

const press = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  defaultPrevented: false,
  isComposing: false,
  ...more,
});

describe('shortcuts', () => {
  it('are single keys, whatever caps lock says', () => {
    expect(shortcutOf(press('m'), true, false)).toBe('microphone');
    expect(shortcutOf(press('N'), true, false)).toBe('next');
    expect(shortcutOf(press('?'), true, false)).toBe('help');
    expect(shortcutOf(press('x'), true, false)).toBeNull();
  });

  it('leave combinations to the browser', () => {
    expect(shortcutOf(press('d', { ctrlKey: true }), true, false)).toBeNull();
    expect(shortcutOf(press('v', { metaKey: true }), true, false)).toBeNull();
  });

  it('count a held key once', () => {
    expect(shortcutOf(press('n', { repeat: true }), true, false)).toBeNull();
  });

  it('can be switched off, and stay out of fields and dialogs', () => {
    expect(shortcutOf(press('m'), false, false)).toBeNull();
    expect(shortcutOf(press('m'), true, true)).toBeNull();
  });
});
