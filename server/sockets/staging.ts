import { Refusal } from '@bedside/shared/errors.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import type { Media, PeerId } from '../media/media.ts';
import type { StreamLog } from './media.ts';

/** Puts what a peer produced on stage: the log first, the media layer then. */
export type Staging = (sessionId: SessionId, peer: PeerId, external?: boolean) => Promise<{ epoch: number }>;

export function createStaging({ media, stream }: { media: Pick<Media, 'produced' | 'stage'>; stream: StreamLog }): Staging {
  // Two stagings of one session must not end up in the other order than their epochs.
  const staging = new Map<SessionId, Promise<unknown>>();
  function inTurn<T>(sessionId: SessionId, work: () => Promise<T>): Promise<T> {
    const turn = (staging.get(sessionId) ?? Promise.resolve()).then(work);
    const settled = turn.catch(() => null);
    staging.set(sessionId, settled);
    void settled.then(() => staging.get(sessionId) === settled && staging.delete(sessionId));
    return turn;
  }

  return (sessionId, peer, external = false) =>
    inTurn(sessionId, async () => {
      const tracks = media.produced(peer);
      if (tracks.length === 0) throw new Refusal('no-stream', 'produce a track first');
      const epoch = await stream.started(sessionId, tracks, external);
      try {
        await media.stage(sessionId, peer, epoch);
      } catch (error) {
        await stream.lost(sessionId, epoch);
        throw error;
      }
      return { epoch };
    });
}
