import { CONSENT_VERSION, Layout, type TrackSource } from '@bedside/shared/commands.ts';
import { expect, it } from 'vitest';
import { aNode, cast, createPlay } from '../testing/play.ts';
import { publicEpoch, streamOf } from './stream-of.ts';

const { host, system } = cast;

function flowing(tracks: readonly TrackSource[], layout: Layout, muted: readonly TrackSource[] = []): string[] {
  const play = createPlay();
  play.must(host, { type: 'go-live' });
  play.must(system, { type: 'start-stream', tracks, node: aNode });
  play.must(host, { type: 'set-layout', layout });
  for (const source of muted) play.must(host, { type: 'set-track', source, muted: true });
  const { flow = null } = streamOf(play) ?? {};
  return Object.entries(flow ?? {}).flatMap(([source, flows]) => (flows ? [source] : []));
}

it.each([
  ['camera', ['camera', 'microphone']],
  ['screen', ['microphone', 'screen']],
  ['picture-in-picture', ['camera', 'microphone', 'screen']],
] as const)('[S18] what the layout %s does not show is not sent', (layout, flows) => {
  expect(flowing(['camera', 'microphone', 'screen'], layout)).toEqual(flows);
});

it.each(Layout.options)('[S18] [S19] without a screen, or with one that is no longer shared, %s is the camera', (layout) => {
  expect(flowing(['camera', 'microphone'], layout)).toEqual(['camera', 'microphone']);
  expect(flowing(['camera', 'microphone', 'screen'], layout, ['screen'])).toEqual(['camera', 'microphone']);
});

it('[S7] [S18] a camera that is muted is not sent beside a screen either', () => {
  expect(flowing(['camera', 'microphone', 'screen'], 'picture-in-picture', ['camera'])).toEqual(['microphone', 'screen']);
});

it('[X11] [S21] a voice goes out while it is on stage, and not in a rehearsal', () => {
  const play = createPlay();
  const onStage = () => publicEpoch(play, 'cohost');
  expect(onStage()).toBeNull();
  play.must(host, { type: 'start-rehearsal' });
  play.must(system, { type: 'start-stream', tracks: ['microphone'], node: aNode, channel: 'cohost' });
  expect(onStage()).toBeNull();
  play.must(host, { type: 'go-live' });
  expect(onStage()).toBe(1);
  play.must(host, { type: 'set-voice', voice: 'cohost', open: false });
  expect(onStage()).toBeNull();
});

it('[S21] a rehearsal flows to the team, and nothing of a guest does before the session is live', () => {
  const play = createPlay();
  const { ann, moderator } = cast;
  play.must(host, { type: 'open-session' });
  play.must(ann, { type: 'raise-hand' });
  const [handId] = play.state.hands.keys();
  if (handId === undefined || ann.person === null) throw new Error('no hand is up');
  play.must(moderator, { type: 'invite-guest', handId });
  play.must(ann, { type: 'consent-to-stage', version: CONSENT_VERSION });
  play.must(moderator, { type: 'admit-guest', handId });
  play.must(system, { type: 'start-stream', tracks: ['microphone'], node: aNode });
  play.must(system, { type: 'start-stream', tracks: ['microphone'], node: aNode, channel: 'guest', person: ann.person });
  play.must(host, { type: 'start-rehearsal' });
  const flows = () => (['main', 'guest'] as const).map((channel) => streamOf(play, channel)?.flow.microphone);
  expect([streamOf(play)?.to, ...flows()]).toEqual(['staff', true, false]);
  play.must(host, { type: 'go-live' });
  expect([streamOf(play)?.to, ...flows()]).toEqual(['all', true, true]);
});
