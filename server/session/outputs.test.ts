import { limits } from '@bedside/shared/limits.ts';
import { TargetId } from '@bedside/shared/ids.ts';
import { Audience } from '@bedside/shared/roles.ts';
import { expect, it } from 'vitest';
import { cast, createPlay, livePlay, type Play } from '../testing/play.ts';
import { fromSnapshot, toSnapshot } from './snapshot.ts';
import { visible } from './visible.ts';

const add = (key = 'abcd-efgh-ijkl-9876') => ({ type: 'add-target', url: 'rtmps://live.example.org:443/app', key }) as const;

/** What is kept to be shown of servers. */
const labels = ({ state, texts }: Play) => [...state.outputs.targets.values()].map(({ label }) => texts.get(label));

it('[X2] everybody is told that a session is recorded, and those who run it alone what else goes out', () => {
  const play = livePlay();
  play.must(cast.host, { type: 'set-output', kind: 'recording', on: true });
  play.must(cast.host, { type: 'set-output', kind: 'hls', on: true });
  play.must(cast.host, { type: 'delay-outputs', seconds: 20 });
  for (const audience of Audience.options) {
    const { session } = visible(play.state, audience, play.texts);
    expect(session).toMatchObject({ recording: true, hls: 20 });
    expect('outputs' in session).toBe(audience !== 'public');
  }
  play.must(cast.moderator, { type: 'set-output', kind: 'recording', on: false });
  expect(visible(play.state, 'public', play.texts).session).toMatchObject({ recording: false });
});

it('[X6] of a server nothing is seen but its name and the end of the key, and both are erased with it', () => {
  const play = livePlay();
  play.must(cast.host, add());
  const seen = visible(play.state, 'presenter', play.texts).session.outputs;
  expect(seen?.targets).toEqual([{ id: expect.any(String), on: true }]);
  expect(labels(play)).toEqual(['live.example.org:443 …9876']);
  for (const audience of Audience.options)
    expect(JSON.stringify(visible(play.state, audience, play.texts))).not.toMatch(/ijkl|live\.example/);
  expect(JSON.stringify(play.events)).not.toMatch(/ijkl|live\.example/);
  const before = play.texts.size;
  play.must(cast.host, { type: 'remove-target', targetId: seen?.targets[0]?.id ?? TargetId.parse('none') });
  expect(play.texts.size).toBe(before - 2);
});

it('[X6] a short key shows less of itself, and a session has a few servers at most', () => {
  const play = livePlay();
  play.must(cast.host, add('abc'));
  expect(labels(play)).toEqual(['live.example.org:443 …']);
  for (let count = 1; count < limits.targetsMax; count++) play.must(cast.host, add());
  expect(play.run(cast.host, add())).toMatchObject({ error: { code: 'too-large' } });
  expect(play.run(cast.host, { type: 'set-target', targetId: TargetId.parse('none'), on: true })).toMatchObject({
    error: { code: 'not-found' },
  });
});

it('[X1] what is asked for again changes nothing, and nothing goes out of a session that has ended', () => {
  const play = livePlay();
  play.must(cast.host, { type: 'cut-outputs', on: true });
  expect(play.run(cast.host, { type: 'cut-outputs', on: true })).toEqual({ ok: true, facts: [] });
  play.must(cast.host, { type: 'end-session' });
  expect(play.run(cast.host, { type: 'cut-outputs', on: false })).toMatchObject({ error: { code: 'session-ended' } });
  expect(play.run(cast.ann, { type: 'set-output', kind: 'hls', on: true })).toMatchObject({ error: { code: 'forbidden' } });
});

it('[R6] a snapshot has what goes out', () => {
  const play = createPlay();
  play.must(cast.host, add());
  play.must(cast.host, { type: 'set-output', kind: 'hls', on: true });
  expect(fromSnapshot(toSnapshot(play.state))?.outputs).toEqual(play.state.outputs);
});
