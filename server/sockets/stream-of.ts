import type { TrackSource } from '@bedside/shared/commands.ts';
import type { StreamNow } from '../media/media.ts';
import type { OpenSession } from '../sessions.ts';

/** What is on stage and may flow (rules S7, S8), as the media layer is told it. */
export function streamOf({ state }: OpenSession): StreamNow | null {
  const { status, epoch, node, onStage } = state.stream;
  if (status !== 'on' || state.phase === 'ended') return null;
  const flows = (source: TrackSource) => state.phase === 'live' && onStage.includes(source) && !state.muted[source];
  return { epoch, node, flow: { camera: flows('camera'), microphone: flows('microphone') } };
}
