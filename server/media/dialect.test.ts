import type { types } from 'mediasoup';
import { expect, it } from 'vitest';
import { mediaCodecs } from './codecs.ts';
import { withRepairsAt } from './dialect.ts';

const [opus, vp8] = mediaCodecs.filter(({ mimeType }) => mimeType !== 'video/H264');
const codecs = [
  { ...vp8, preferredPayloadType: 96 },
  { ...opus, preferredPayloadType: 111 },
] as types.RouterRtpCodecCapability[];
const typesOf = (wanted: number | null) => withRepairsAt(wanted, codecs).map(({ preferredPayloadType }) => preferredPayloadType);

it('[W8] takes what would come before the payload type that is offered for repairs, and nothing where it can’t be had', () => {
  expect(typesOf(102)).toEqual([100, 101, 111, 96]);
  expect(typesOf(97)).toEqual([...Array.from({ length: 28 }, (_, at) => 100 + at).filter((type) => type !== 111), 111, 96]);
  expect(typesOf(35)).toEqual([96, 111]);
  expect(typesOf(null)).toEqual([96, 111]);
});
