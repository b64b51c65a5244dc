import type { SessionId } from '@bedside/shared/ids.ts';
import { audienceOf } from '@bedside/shared/roles.ts';
import { actionOf, type CallInput, type CallName, type CallResult, calls } from '@bedside/shared/rpc.ts';
import type { IceServer } from '@bedside/shared/rtp.ts';
import type * as z from 'zod/mini';
import type { Media } from '../media/media.ts';
import type { Answer, Wrap } from './handle.ts';
import { joinedOf, type Page } from './page.ts';
import type { Peers } from './peers.ts';
import type { Staging } from './staging.ts';
import { streamOf } from './stream-of.ts';

type MediaCall = Extract<CallName, `media:${string}`>;

/** What the log says of a stream; app.ts gives these, so that sockets need not know how the server speaks for itself. */
export type StreamLog = {
  /** Appends `stream-started` and returns its epoch. `external`: it is no page of ours. */
  started(sessionId: SessionId, tracks: ReturnType<Media['produced']>, external: boolean): Promise<number>;
  lost(sessionId: SessionId, epoch: number): Promise<void>;
  stopped(sessionId: SessionId, epoch: number): Promise<void>;
};

export function mediaCalls(options: {
  wrap: Wrap;
  media: Media;
  peers: Pick<Peers, 'watches' | 'leave'>;
  stream: StreamLog;
  stage: Staging;
  /** Asked anew for each transport. */
  iceServers: () => IceServer[];
}): Record<MediaCall, Answer<Page>> {
  const { wrap, media, peers, stream, stage, iceServers } = options;

  const call = <N extends MediaCall>(
    name: N,
    input: z.ZodMiniType<CallInput<N>>,
    run: (input: CallInput<N>, page: Page) => Promise<CallResult<N>>,
  ): Answer<Page> =>
    wrap({ name, input, action: () => actionOf[name], actor: (page: Page) => joinedOf(page).role, limit: () => 'media' as const, run });

  return {
    'media:watch': call('media:watch', calls['media:watch'].input, async ({ rtpCapabilities, quality }, page) => {
      const { session, role } = joinedOf(page);
      const hasLeft = peers.watches(page, session, role);
      // This node may have opened the session after its stream began.
      await media.follow(session.id, streamOf(session));
      const watching = await media.watch(session.id, page.peer, rtpCapabilities, quality, audienceOf[role]);
      // Taken out meanwhile, it must not keep what it was given too late (rule H2).
      if (hasLeft()) peers.leave(page.peer);
      joinedOf(page);
      return { ...watching, iceServers: iceServers() };
    }),
    'media:start': call('media:start', calls['media:start'].input, async ({ dtlsParameters }, { peer }) => {
      await media.start(peer, dtlsParameters);
      return {};
    }),
    'media:quality': call('media:quality', calls['media:quality'].input, async ({ quality }, { peer }) => {
      await media.choose(peer, quality);
      return {};
    }),
    'media:restart-ice': call('media:restart-ice', calls['media:restart-ice'].input, async ({ direction }, { peer }) => ({
      iceParameters: await media.restartIce(peer, direction),
      iceServers: iceServers(),
    })),
    'media:publish': call('media:publish', calls['media:publish'].input, async (_input, page) => ({
      transport: await media.publish(joinedOf(page).sessionId, page.peer),
      iceServers: iceServers(),
    })),
    'media:connect': call('media:connect', calls['media:connect'].input, async ({ dtlsParameters }, { peer }) => {
      await media.connect(peer, dtlsParameters);
      return {};
    }),
    'media:produce': call('media:produce', calls['media:produce'].input, async ({ source, rtpParameters }, { peer }) => ({
      producerId: await media.produce(peer, source, rtpParameters),
    })),
    'media:stage': call('media:stage', calls['media:stage'].input, (_input, page) => {
      const { sessionId } = joinedOf(page);
      return stage(sessionId, page.peer);
    }),
    'media:unpublish': call('media:unpublish', calls['media:unpublish'].input, async ({ epoch }, page) => {
      const { sessionId } = joinedOf(page);
      const was = media.unpublish(page.peer);
      if (was) await stream.stopped(was.sessionId, was.epoch);
      // It may still send to the node that it moved away from.
      else if (epoch !== null) await stream.stopped(sessionId, epoch);
      return {};
    }),
  };
}
