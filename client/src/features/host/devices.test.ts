import { describe, expect, it } from 'vitest';
import { problemToExplain, wordsOf } from './devices.ts';

const tracks = { camera: {}, microphone: {} };

describe('which problem is explained', () => {
  it('is none while both work', () => {
    expect(problemToExplain({ problems: { camera: null, microphone: null }, tracks })).toBeNull();
  });

  it('lets one go live without a picture, not without sound', () => {
    expect(problemToExplain({ problems: { camera: 'not-found', microphone: null }, tracks: { ...tracks, camera: null } })).toEqual({
      words: 'not-found',
      source: 'camera',
      blocking: false,
    });
    expect(problemToExplain({ problems: { camera: null, microphone: 'in-use' }, tracks: { ...tracks, microphone: null } })).toEqual({
      words: 'in-use',
      source: 'microphone',
      blocking: true,
    });
  });

  it('does not block on a device that failed while another one runs', () => {
    expect(problemToExplain({ problems: { camera: null, microphone: 'in-use' }, tracks })?.blocking).toBe(false);
  });
});

describe('words of a failed start', () => {
  it('say what to do about media, and use the common words for the rest', () => {
    expect(wordsOf({ at: 'publish', code: 'unavailable' })).toEqual({ media: 'unavailable' });
    expect(wordsOf({ at: 'publish', code: 'forbidden' })).toEqual({ error: 'forbidden' });
    expect(wordsOf({ at: 'command', code: 'session-ended' })).toEqual({ error: 'session-ended' });
    expect(wordsOf({ at: 'publish', code: 'stopped' })).toBeNull();
  });
});
