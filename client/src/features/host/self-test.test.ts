import { describe, expect, it } from 'vitest';
import type { Sent } from '../../media/outbound.ts';
import { judgeCamera, judgeMicrophone, judgeUpload, judgeWays, uploadFigures } from './self-test.ts';

const looks = (brightness: number, same: boolean, count = 6) => Array.from({ length: count }, () => ({ brightness, same }));

describe('[S22] the camera', () => {
  it.each([
    ['a moving picture', looks(110, false), 'camera.good'],
    ['one that stands still', looks(110, true), 'camera.frozen'],
    ['a covered lens, whose sensor still gives noise', looks(4, false), 'camera.black'],
    ['a black picture that stands still', looks(0, true), 'camera.black'],
    ['a dark room', looks(30, false), 'camera.dark'],
    ['a page in the background', looks(110, false, 2), 'camera.unseen'],
  ])('%s', (_what, seen, words) => {
    expect(judgeCamera(seen).words).toBe(words);
  });

  it('says so of a picture that moves now and then', () => {
    expect(judgeCamera([...looks(110, true), ...looks(110, false, 1)]).state).toBe('good');
  });
});

it('[S22] takes a silent device for worse than somebody who said nothing', () => {
  expect(judgeMicrophone('silent').state).toBe('failed');
  expect(judgeMicrophone('speak').state).toBe('warning');
  expect(judgeMicrophone('hear').state).toBe('good');
});

describe('[S22] the ways', () => {
  it('a closed one is a warning where another leads there', () => {
    expect(judgeWays({ udp: false, tcp: true })).toEqual({
      udp: { state: 'warning', words: 'udp.closed' },
      tcp: { state: 'good', words: 'tcp.good' },
    });
  });

  it('without any, each has failed', () => {
    expect(judgeWays({ udp: false, tcp: false, turn: false })).toMatchObject({ udp: { state: 'failed' }, turn: { state: 'failed' } });
  });
});

describe('[S22] the upload', () => {
  const none: Sent = { bytes: 0, packets: 0, lost: 0, roundTrip: null, available: null, limitedBy: null };
  const before = { at: 0, sent: none };
  const after = (sent: Partial<Sent>) => ({
    at: 4000,
    sent: { ...none, bytes: 500_000, packets: 1000, roundTrip: 0.02, available: 3_000_000, ...sent },
  });
  const judge = (sent: Partial<Sent>, picture = true) => judgeUpload(before, after(sent), picture).words;

  it.each<[string, Partial<Sent>, string]>([
    ['plenty', {}, 'upload.good'],
    ['enough for a soft picture', { available: 700_000, bytes: 300_000 }, 'upload.slow'],
    ['too little for the smallest', { available: 150_000, bytes: 60_000 }, 'upload.tooSlow'],
    ['nothing at all', { packets: 0, bytes: 0 }, 'upload.stuck'],
    ['a few lost packets', { lost: 50 }, 'upload.lossy'],
    ['many lost packets', { lost: 200 }, 'upload.veryLossy'],
    ['a long way', { roundTrip: 0.5 }, 'upload.distant'],
    ['a computer that is too slow', { limitedBy: 'cpu' }, 'upload.busy'],
    [
      'a browser that does not tell what fits, of a picture that needs little',
      { available: null, limitedBy: null, bytes: 90_000 },
      'upload.good',
    ],
    ['the same, held back by the network', { available: null, limitedBy: 'bandwidth', bytes: 90_000 }, 'upload.tooSlow'],
  ])('%s', (_what, sent, words) => {
    expect(judge(sent)).toBe(words);
  });

  it('sound alone needs little', () => {
    expect(judge({ available: 300_000, bytes: 20_000 }, false)).toBe('upload.sound');
  });

  it('has figures for people', () => {
    expect(uploadFigures(before, after({ lost: 10 }))).toEqual({ kilobits: 3000, roundTripMs: 20, lost: 0.01 });
  });
});
