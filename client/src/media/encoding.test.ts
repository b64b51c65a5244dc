import type { types } from 'mediasoup-client';
import { describe, expect, it } from 'vitest';
import { encodingFor } from './encoding.ts';

const codec = (mimeType: string): types.RtpCodecCapability => ({
  mimeType,
  kind: mimeType.startsWith('audio') ? 'audio' : 'video',
  clockRate: 90_000,
  preferredPayloadType: 96,
});
const [opus, vp8, h264] = ['audio/opus', 'video/VP8', 'video/H264'].map(codec);
const all = [opus, vp8, h264].filter((each) => each !== undefined);
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0.0.0';
const firefox = (version: number) => `Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`;
const modes = (encodings: types.RtpEncodingParameters[] = []) =>
  encodings.map(({ scaleResolutionDownBy, scalabilityMode }) => [scaleResolutionDownBy, scalabilityMode]);

describe('[S23] what a browser sends', () => {
  it('is VP8 in layers wherever it can, whatever it names first', () => {
    const found = encodingFor({ codecs: all.toReversed(), userAgent }, 'camera');
    expect(found?.codec.mimeType).toBe('video/VP8');
    expect(modes(found?.encodings)).toEqual([
      [4, 'L1T3'],
      [2, 'L1T3'],
      [1, 'L1T3'],
    ]);
    expect(modes(encodingFor({ codecs: all, userAgent }, 'screen')?.encodings)).toEqual([
      [2, 'L1T2'],
      [1, 'L1T2'],
    ]);
  });

  it('is H264 in as many layers without VP8', () => {
    const found = encodingFor({ codecs: [codec('audio/opus'), codec('video/h264')], userAgent }, 'camera');
    expect(found?.codec.mimeType).toBe('video/h264');
    expect(modes(found?.encodings)).toEqual([
      [4, 'L1T1'],
      [2, 'L1T1'],
      [1, 'L1T1'],
    ]);
  });

  it.each([
    [135, 1],
    [136, 3],
  ])('is H264 in one layer of full size where there can be no more: Firefox %i', (version, count) => {
    const found = encodingFor({ codecs: [codec('video/H264')], userAgent: firefox(version) }, 'camera');
    expect(found?.encodings).toHaveLength(count);
    expect(found?.encodings.at(-1)).toMatchObject({ scaleResolutionDownBy: 1, maxBitrate: 1_700_000 });
  });

  it('is VP8 in layers from an old Firefox too', () => {
    expect(encodingFor({ codecs: all, userAgent: firefox(115) }, 'camera')?.encodings).toHaveLength(3);
  });

  it('is nothing without either', () => {
    expect(encodingFor({ codecs: [codec('audio/opus')], userAgent }, 'camera')).toBeNull();
  });
});
