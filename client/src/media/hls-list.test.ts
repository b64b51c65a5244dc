import { expect, it } from 'vitest';
import { parseHlsList } from './hls-list.ts';

const list = `#EXTM3U
#EXT-X-VERSION:7
#EXT-X-TARGETDURATION:2
#EXT-X-MEDIA-SEQUENCE:41
#EXT-X-MAP:URI="init-7.mp4"
#EXT-X-PROGRAM-DATE-TIME:2026-11-30T00:49:42.567Z
#EXTINF:2.000,
41.m4s
#EXT-X-DISCONTINUITY
#EXT-X-MAP:URI="init-8.mp4"
#EXT-X-PROGRAM-DATE-TIME:2026-11-30T00:49:45.000Z
#EXTINF:1.500,
42.m4s
`;

it('[X10] reads each segment with what initialises it, and when it happened', () => {
  expect(parseHlsList(list)).toEqual([
    { uri: '41.m4s', init: 'init-7.mp4', seconds: 2, happenedAt: Date.parse('2026-11-30T00:49:42.567Z') },
    { uri: '42.m4s', init: 'init-8.mp4', seconds: 1.5, happenedAt: Date.parse('2026-11-30T00:49:45.000Z') },
  ]);
  expect(parseHlsList('<!doctype html>')).toEqual([]);
});
