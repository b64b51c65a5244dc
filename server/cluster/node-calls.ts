import { TrackSource } from '@bedside/shared/commands.ts';
import { SessionId } from '@bedside/shared/ids.ts';
import { OutputHealth } from '@bedside/shared/outputs.ts';
import { RtpParameters } from '@bedside/shared/rtp.ts';
import { StageId } from '@bedside/shared/stage-id.ts';
import * as z from 'zod';

/** One end of an SRTP-protected pipe (mediasoup's PipeTransport). */
const PipeEnd = z.strictObject({
  ip: z.union([z.ipv4(), z.ipv6()]),
  port: z.int().min(1).max(65_535),
  srtpParameters: z.strictObject({
    // https://mediasoup.org/documentation/v3/mediasoup/srtp-parameters/
    cryptoSuite: z.enum(['AEAD_AES_256_GCM', 'AEAD_AES_128_GCM', 'AES_CM_128_HMAC_SHA1_80', 'AES_CM_128_HMAC_SHA1_32']),
    keyBase64: z.base64().max(128),
  }),
});
export type PipeEnd = z.infer<typeof PipeEnd>;
const PipeId = z.string().min(1).max(64);

/** A question of one node to another: sealed, answered once. */
export type NodeCall<I, R> = { name: string; input: z.ZodType<I>; result: z.ZodType<R> };
const nodeCall = <I, R>(name: string, input: z.ZodType<I>, result: z.ZodType<R>): NodeCall<I, R> => ({ name, input, result });

const Producer = z.strictObject({
  source: TrackSource,
  kind: z.enum(['audio', 'video']),
  rtpParameters: RtpParameters,
});

/** `sessionId` as nodes said it before a session had more than one stream: of the doctor's own, both understand each other. */
const PipeOffer = z.strictObject({ sessionId: StageId, epoch: z.int().positive(), end: PipeEnd });
export type PipeOffer = z.infer<typeof PipeOffer>;
const PipeAnswer = z.strictObject({ pipeId: PipeId, end: PipeEnd, producers: z.array(Producer).max(8) });
export type PipeAnswer = z.infer<typeof PipeAnswer>;

/** Everything on a session's stage at `epoch`, sent to the asker's end. Refused with `no-stream` where it is not there. */
export const pipeOpen = nodeCall('pipe-open', PipeOffer, PipeAnswer);

/**
 * RTP bytes that a pipe has sent to the asker so far. Refused with `no-stream` where it is not open any more. Who is not
 * asked for `mediaLimits.pipeUnaskedMs` closes it.
 */
export const pipeCheck = nodeCall(
  'pipe-check',
  z.strictObject({ pipeId: PipeId }),
  z.strictObject({ rtpBytesSent: z.number().nonnegative() }),
);

export const pipeClose = nodeCall('pipe-close', z.strictObject({ pipeId: PipeId }), z.strictObject({}));

const OfSession = z.strictObject({ sessionId: SessionId });

/** How a session's outputs do at the asked node; none where none run there. */
export const outputsStatus = nodeCall('outputs-status', OfSession, z.strictObject({ healths: z.record(z.string(), OutputHealth) }));

/** Ends a player by WHEP that the asked node may have; whether it had it. */
export const playerEnd = nodeCall(
  'player-end',
  z.strictObject({ sessionId: SessionId, resource: z.string().max(64) }),
  z.strictObject({ ended: z.boolean() }),
);

/** A file of a session's HLS rendition, which the asker may give to viewers; null where the asked node has none. */
export const hlsFile = nodeCall(
  'hls-file',
  z.strictObject({ sessionId: SessionId, name: z.string().max(40) }),
  z.strictObject({
    file: z.nullable(z.strictObject({ type: z.enum(['application/vnd.apple.mpegurl', 'video/mp4']), base64: z.base64() })),
  }),
);
