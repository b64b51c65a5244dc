import { expect, it } from 'vitest';
import { readSent } from './outbound.ts';

it('[S22] reads what a transport has sent, of all tracks and layers', () => {
  const sent = readSent([
    { type: 'outbound-rtp', kind: 'audio', bytesSent: 100, packetsSent: 10 },
    { type: 'outbound-rtp', kind: 'video', rid: 'r0', bytesSent: 1000, packetsSent: 20, qualityLimitationReason: 'none' },
    { type: 'outbound-rtp', kind: 'video', rid: 'r1', bytesSent: 2000, packetsSent: 30, qualityLimitationReason: 'bandwidth' },
    { type: 'remote-inbound-rtp', packetsLost: 3, roundTripTime: 0.2 },
    { type: 'remote-inbound-rtp', packetsLost: -1 },
    { type: 'candidate-pair', state: 'failed', nominated: false, currentRoundTripTime: 9 },
    { type: 'candidate-pair', state: 'succeeded', nominated: true, currentRoundTripTime: 0.1, availableOutgoingBitrate: 2e6 },
  ]);
  expect(sent).toEqual({ bytes: 3100, packets: 60, lost: 3, roundTrip: 0.1, available: 2e6, limitedBy: 'bandwidth' });
});

it('[S22] knows little where a browser tells little', () => {
  expect(readSent([{ type: 'outbound-rtp', bytesSent: 5, packetsSent: 1 }])).toMatchObject({
    available: null,
    limitedBy: null,
    roundTrip: null,
  });
});
