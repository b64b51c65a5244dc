import type { TrackSource } from '@bedside/shared/commands.ts';
import type { CallInput } from '@bedside/shared/rpc.ts';
import { expect } from 'vitest';
import type { Client } from './client.ts';

const produce = (source: TrackSource): CallInput<'media:produce'> => ({
  source,
  rtpParameters: {
    codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }],
    headerExtensions: [],
    encodings: [{ ssrc: 1 }],
    rtcp: {},
  },
});

/** Camera and microphone of a host's page at fake media; their epoch, or -1 where the stage is refused. */
export async function putOnStage(host: Client): Promise<number> {
  expect(await host.call('media:publish', {})).toMatchObject({ ok: true });
  for (const source of ['camera', 'microphone'] as const)
    expect(await host.call('media:produce', produce(source))).toMatchObject({ ok: true });
  const staged = await host.call('media:stage', {});
  return staged.ok ? staged.epoch : -1;
}
