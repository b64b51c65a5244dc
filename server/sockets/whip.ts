import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Refusal } from '@bedside/shared/errors.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import { stageIdOf } from '@bedside/shared/stage-id.ts';
import type { Media, PeerId } from '../media/media.ts';
import { answerTo, takeOffer } from '../media/whip/negotiate.ts';
import { readOffer } from '../media/whip/offer.ts';
import type { OpenSession, Sessions } from '../sessions.ts';
import type { StreamLog } from './media.ts';
import type { Staging } from './staging.ts';
import { streamOf } from './stream-of.ts';

/** Milliseconds that an encoder has to connect once it was answered. */
const CONNECT_MS = 20_000;

/** What is kept of a token (rule W1). */
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

const overtaken = () => new Refusal('no-stream', 'another took the stage');

/** An encoder such as OBS that sends instead of a doctor's page (RFC 9725): one a session, on stage as a page is. */
export function createWhip(options: {
  sessions: Pick<Sessions, 'open' | 'catchUp'>;
  media: Pick<Media, 'publish' | 'connect' | 'produce' | 'unpublish' | 'follow' | 'leave'>;
  stage: Staging;
  stream: Pick<StreamLog, 'stopped'>;
}) {
  const { sessions, media, stage, stream } = options;
  /** `release`: a session stays in memory while one sends, or what the log says would not reach it. */
  const encoders = new Map<SessionId, { resource: string; peer: PeerId; epoch: number; release: () => void }>();

  /** What is not on stage any more by the log does not send any more. */
  function follow({ id, state: { stream: now } }: OpenSession): void {
    const here = encoders.get(id);
    if (!here || (now.status === 'on' && now.epoch <= here.epoch)) return;
    encoders.delete(id);
    here.release();
    media.unpublish(here.peer);
  }

  return {
    /** Whether this is the session's token (rule W1). */
    async admits(sessionId: SessionId, token: string): Promise<boolean> {
      const session = await sessions.open(sessionId);
      const isNow = () => {
        const hash = session?.state.outputs.ingest ?? null;
        return hash !== null && timingSafeEqual(Buffer.from(hashOf(token)), Buffer.from(hash));
      };
      // It may have been made at another node a moment ago. That one is revoked is asked again when it takes the stage.
      if (session && !isNow()) await sessions.catchUp(sessionId);
      return isNow();
    },
    /** Puts the encoder on stage; the resource that ends it, and our SDP answer. */
    async publish(sessionId: SessionId, token: string, sdp: string): Promise<{ resource: string; answer: string }> {
      const session = await sessions.open(sessionId);
      if (!session) throw new Refusal('not-found', 'no such session');
      if (session.state.phase === 'ended') throw new Refusal('session-ended', 'the session has ended');
      const offer = readOffer(sdp);
      const taken = takeOffer(offer);
      const secret = randomBytes(16).toString('base64url');
      const peer = `whip:${secret}`;
      const release = session.retain();
      try {
        const transport = await media.publish(stageIdOf(sessionId, 'main'), peer, CONNECT_MS);
        await media.connect(peer, offer.dtlsParameters);
        for (const { source, rtpParameters } of taken) await media.produce(peer, source, rtpParameters);
        await media.follow(stageIdOf(sessionId, 'main'), streamOf(session));
        const { epoch } = await stage({ sessionId, channel: 'main' }, peer, { ingest: hashOf(token) });
        const resource = `${epoch}-${secret}`;
        const before = encoders.get(sessionId);
        if (before && before.epoch > epoch) throw overtaken();
        before?.release();
        encoders.set(sessionId, { resource, peer, epoch, release });
        // The log may have gone on since the stage was taken, when nothing here was known of it.
        follow(session);
        if (!encoders.has(sessionId)) throw overtaken();
        return { resource, answer: answerTo(offer, taken, transport) };
      } catch (error) {
        release();
        media.leave(peer);
        throw error;
      }
    },
    /** Takes it off stage, whichever node it sends to: its epoch is in its name. */
    async end(sessionId: SessionId, resource: string): Promise<void> {
      const epoch = Number(/^(\d{1,9})-/.exec(resource)?.[1]);
      const here = encoders.get(sessionId);
      if (here?.resource === resource) media.unpublish(here.peer);
      if (Number.isSafeInteger(epoch)) await stream.stopped({ sessionId, channel: 'main' }, epoch);
    },
    follow,
  };
}
