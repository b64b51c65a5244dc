import { expect, it } from 'vitest';
import { readStatistics } from './statistics.ts';

const video = {
  type: 'inbound-rtp',
  id: 'V',
  kind: 'video',
  mid: '1',
  codecId: 'C',
  bytesReceived: 1000,
  packetsReceived: 10,
  packetsLost: 1,
  jitter: 0.01,
  framesDecoded: 30,
  framesPerSecond: 29,
  frameWidth: 1280,
  frameHeight: 720,
  totalFreezesDuration: 0.5,
};
const pair = { type: 'candidate-pair', id: 'P', state: 'succeeded', nominated: true, localCandidateId: 'L', currentRoundTripTime: 0.04 };

it('reads what a browser tells, but for probes', () => {
  const report = [
    video,
    { ...video, id: 'X', mid: 'probator', bytesReceived: 9 },
    { type: 'inbound-rtp', id: 'A', kind: 'audio', mid: '0', bytesReceived: 50 },
    { type: 'codec', id: 'C', mimeType: 'video/VP8' },
    { type: 'transport', id: 'T', selectedCandidatePairId: 'P' },
    { ...pair, id: 'Q', localCandidateId: 'M' },
    pair,
    { type: 'local-candidate', id: 'L', candidateType: 'srflx', protocol: 'udp', address: '192.0.2.1' },
    { type: 'something-new', id: 'N' },
  ];
  const read = readStatistics(report);
  expect(read).toEqual({
    audio: { kind: 'audio', bytes: 50, packets: 0, lost: 0, jitter: null, codec: null },
    video: {
      ...{ kind: 'video', bytes: 1000, packets: 10, lost: 1, jitter: 0.01, codec: 'video/VP8' },
      ...{ frames: 30, framesPerSecond: 29, width: 1280, height: 720, frozen: 0.5 },
    },
    path: { roundTrip: 0.04, kind: 'srflx', protocol: 'udp' },
  });
});

it('[S16] reads no address', () => {
  const local = { type: 'local-candidate', id: 'L', candidateType: 'host', address: '192.0.2.1', ip: '192.0.2.1', port: 4000 };
  expect(JSON.stringify(readStatistics([pair, local]))).not.toMatch(/192|4000/);
});

it('finds the way where a browser does not say which pair is used, and says of nothing that it is nothing', () => {
  expect(readStatistics([{ ...pair, nominated: false, id: 'Q', currentRoundTripTime: 9 }, pair]).path?.roundTrip).toBe(0.04);
  expect(readStatistics([])).toEqual({ audio: null, video: null, path: null });
});
