import type { Channel, TrackSource } from '@bedside/shared/commands.ts';
import type { StreamNow } from '../media/media.ts';
import { streamOn } from '../session/state.ts';
import type { OpenSession } from '../sessions.ts';

/** What is on stage and may flow (rules S7, S8), as the media layer is told it. */
export function streamOf({ state }: OpenSession, channel: Channel): StreamNow | null {
  const { status, epoch, node, onStage, muted } = streamOn(state, channel);
  if (status !== 'on' || state.phase === 'ended') return null;
  const flows = (source: TrackSource) => state.phase === 'live' && onStage.includes(source) && !muted[source];
  return { epoch, node, flow: { camera: flows('camera'), microphone: flows('microphone') } };
}
