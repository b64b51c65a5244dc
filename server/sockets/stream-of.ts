import type { Channel, TrackSource } from '@bedside/shared/commands.ts';
import { picturesOf } from '@bedside/shared/layout.ts';
import type { StreamNow } from '../media/media.ts';
import type { Event } from '../session/events.ts';
import { type State, streamOn } from '../session/state.ts';

/** The epoch at which a voice is heard by everybody (rule X11); null where it is not on stage, or in a rehearsal (S21). */
export function publicEpoch(session: { state: State }, channel: Channel): number | null {
  const staged = streamOf(session, channel);
  return staged?.to === 'all' ? staged.epoch : null;
}

/** What is on stage and may flow (rules S7, S8, S18, S21), as the media layer is told it. A screen is the doctor's alone. */
export function streamOf({ state }: { state: State }, channel: Channel = 'main'): StreamNow | null {
  const { status, epoch, node, onStage, muted } = streamOn(state, channel);
  if (status !== 'on' || state.phase === 'ended') return null;
  const isOn = (source: TrackSource) => onStage.includes(source) && !muted[source];
  const shown = { microphone: true, ...picturesOf(state.layout, channel === 'main' && isOn('screen')) };
  // Of a rehearsal a patient hears nothing, and is not heard in it either.
  const isHeard = state.phase === 'live' || (state.rehearsing && channel !== 'guest');
  const flows = (source: TrackSource) => isHeard && isOn(source) && shown[source];
  return {
    epoch,
    node,
    to: state.rehearsing ? 'staff' : 'all',
    flow: { camera: flows('camera'), microphone: flows('microphone'), screen: flows('screen') },
  };
}

/** Where there is room for one picture: the screen while it is shared and viewers see it, else the doctor. */
export const pictureOf = ({ state: { layout } }: { state: State }, stream: StreamNow | null): 'camera' | 'screen' =>
  stream?.flow.screen && layout !== 'camera' ? 'screen' : 'camera';

/** What may change what `streamOf` says of a session. */
export const steersFlow: ReadonlySet<Event['fact']['type']> = new Set([
  'session-went-live',
  'rehearsal-started',
  'rehearsal-stopped',
  'session-paused',
  'session-ended',
  'track-set',
  'layout-set',
  'stream-started',
  'stream-lost',
  'stream-stopped',
  'voice-set',
  'guest-admitted',
  'guest-left',
  'guest-removed',
]);
