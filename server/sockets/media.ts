import type { Channel } from '@bedside/shared/commands.ts';
import { Refusal } from '@bedside/shared/errors.ts';
import type { PersonId, SessionId } from '@bedside/shared/ids.ts';
import { audienceOf, sendsOn } from '@bedside/shared/roles.ts';
import { actionOf, type CallInput, type CallName, type CallResult, calls } from '@bedside/shared/rpc.ts';
import type { IceServer } from '@bedside/shared/rtp.ts';
import { partsOf, stageIdOf } from '@bedside/shared/stage-id.ts';
import type * as z from 'zod/mini';
import type { Media, PeerId } from '../media/media.ts';
import { maySend } from '../session/state.ts';
import type { OpenSession } from '../sessions.ts';
import type { Answer, Wrap } from './handle.ts';
import { joinedOf, type Page, peerOn } from './page.ts';
import type { Peers } from './peers.ts';
import type { Staging } from './staging.ts';
import { streamOf } from './stream-of.ts';

type MediaCall = Extract<CallName, `media:${string}`>;

/** What the log says of a stream; app.ts gives these, so that sockets need not know how the server speaks for itself. */
export type StreamLog = {
  /** Appends `stream-started` and returns its epoch. */
  started(on: OnStage, by: Sender, tracks: ReturnType<Media['produced']>): Promise<number>;
  lost(on: OnStage, epoch: number): Promise<void>;
  stopped(on: OnStage, epoch: number): Promise<void>;
};
/** Who sends: a person's page, or an encoder that a token of this hash has let in. */
export type Sender = { person: PersonId } | { ingest: string };
export type OnStage = { sessionId: SessionId; channel: Channel };

/** On what a page sends, and as whom (rule T2). Throws `Refusal` where its role sends nothing, or it is not on stage. */
function sendingOf(page: Page): { on: OnStage; peer: PeerId; session: OpenSession } {
  const { sessionId, role, session } = joinedOf(page);
  const channel = sendsOn[role];
  if (channel === null) throw new Refusal('forbidden', 'nothing is sent in this role');
  if (!maySend(session.state, channel, page.person)) throw new Refusal('wrong-state', 'not on stage');
  return { on: { sessionId, channel }, peer: peerOn(page.peer, channel), session };
}

/** The same for who takes leave of the stage, which needs no leave. */
function sentBy(page: Page): { on: OnStage; peer: PeerId } | null {
  const { sessionId, role } = joinedOf(page);
  const channel = sendsOn[role];
  return channel && { on: { sessionId, channel }, peer: peerOn(page.peer, channel) };
}

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
    'media:watch': call('media:watch', calls['media:watch'].input, async ({ rtpCapabilities, quality, channel = 'main' }, page) => {
      const { session, role } = joinedOf(page);
      const hasLeft = peers.watches(page, session, role, channel);
      // This node may have opened the session after its stream began.
      const stageId = stageIdOf(session.id, channel);
      await media.follow(stageId, streamOf(session, channel));
      const watching = await media.watch(stageId, peerOn(page.peer, channel), rtpCapabilities, quality, audienceOf[role]);
      // Taken out meanwhile, it must not keep what it was given too late (rule H2).
      if (hasLeft()) peers.leave(page.peer);
      joinedOf(page);
      return { ...watching, iceServers: iceServers() };
    }),
    'media:start': call('media:start', calls['media:start'].input, async ({ dtlsParameters, channel = 'main' }, { peer }) => {
      await media.start(peerOn(peer, channel), dtlsParameters);
      return {};
    }),
    'media:quality': call('media:quality', calls['media:quality'].input, async ({ quality, channel = 'main' }, { peer }) => {
      await media.choose(peerOn(peer, channel), quality);
      return {};
    }),
    'media:restart-ice': call('media:restart-ice', calls['media:restart-ice'].input, async ({ direction, channel = 'main' }, page) => ({
      iceParameters: await media.restartIce(direction === 'send' ? sendingOf(page).peer : peerOn(page.peer, channel), direction),
      iceServers: iceServers(),
    })),
    'media:publish': call('media:publish', calls['media:publish'].input, async (_input, page) => {
      const { on, peer } = sendingOf(page);
      const transport = await media.publish(stageIdOf(on.sessionId, on.channel), peer);
      try {
        // Taken off stage meanwhile, it keeps nothing.
        sendingOf(page);
      } catch (error) {
        media.unpublish(peer);
        throw error;
      }
      return { transport, iceServers: iceServers() };
    }),
    'media:connect': call('media:connect', calls['media:connect'].input, async ({ dtlsParameters }, page) => {
      await media.connect(sendingOf(page).peer, dtlsParameters);
      return {};
    }),
    'media:produce': call('media:produce', calls['media:produce'].input, async ({ source, rtpParameters }, page) => {
      const { on, peer } = sendingOf(page);
      if (on.channel !== 'main' && source === 'screen') throw new Refusal('bad-request', 'a screen is the doctor’s alone');
      if (on.channel === 'interpreter' && source !== 'microphone') throw new Refusal('bad-request', 'an interpreter is heard only');
      return { producerId: await media.produce(peer, source, rtpParameters) };
    }),
    'media:stage': call('media:stage', calls['media:stage'].input, (_input, page) => {
      const { on, peer } = sendingOf(page);
      return stage(on, peer, { person: page.person });
    }),
    'media:unpublish': call('media:unpublish', calls['media:unpublish'].input, async ({ epoch }, page) => {
      const sent = sentBy(page);
      if (!sent) return {};
      const was = media.unpublish(sent.peer);
      if (was) await stream.stopped(partsOf(was.stageId), was.epoch);
      // It may still send to the node that it moved away from.
      else if (epoch !== null) await stream.stopped(sent.on, epoch);
      return {};
    }),
  };
}
