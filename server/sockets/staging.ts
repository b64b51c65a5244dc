import { Refusal } from '@bedside/shared/errors.ts';
import { type StageId, stageIdOf } from '@bedside/shared/stage-id.ts';
import type { Media, PeerId } from '../media/media.ts';
import type { OnStage, Sender, StreamLog } from './media.ts';

/** Puts what a peer produced on stage: the log first, the media layer then. */
export type Staging = (on: OnStage, peer: PeerId, by: Sender) => Promise<{ epoch: number }>;

export function createStaging({ media, stream }: { media: Pick<Media, 'produced' | 'stage'>; stream: StreamLog }): Staging {
  // Two stagings of one channel must not end up in the other order than their epochs.
  const staging = new Map<StageId, Promise<unknown>>();
  function inTurn<T>(stageId: StageId, work: () => Promise<T>): Promise<T> {
    const turn = (staging.get(stageId) ?? Promise.resolve()).then(work);
    const settled = turn.catch(() => null);
    staging.set(stageId, settled);
    void settled.then(() => staging.get(stageId) === settled && staging.delete(stageId));
    return turn;
  }

  return (on, peer, by) => {
    const stageId = stageIdOf(on.sessionId, on.channel);
    return inTurn(stageId, async () => {
      const tracks = media.produced(peer);
      if (tracks.length === 0) throw new Refusal('no-stream', 'produce a track first');
      const epoch = await stream.started(on, by, tracks);
      try {
        await media.stage(stageId, peer, epoch);
      } catch (error) {
        await stream.lost(on, epoch);
        throw error;
      }
      return { epoch };
    });
  };
}
