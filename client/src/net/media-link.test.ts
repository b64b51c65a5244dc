import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMediaLink } from './media-link.ts';
import { createSessionClient } from './session-client.ts';
import { FakeSocket, joinAnswer, session } from './test-doubles.ts';

let socket: FakeSocket;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  socket = new FakeSocket();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const streamOf = (epoch: number) => ({ epoch, status: 'on', tracks: { camera: 'on', microphone: 'on', screen: 'off' } });
const layers = { sent: 1, best: 2 };
const told = { source: 'camera', ...layers };

it('[T1] a link tells of its own channel: the doctor’s stream, or a voice’s, which is off where nobody was heard', async () => {
  const answer = joinAnswer();
  const voices = { guest: { stream: streamOf(3), name: null, language: null, open: true } };
  Object.assign(answer.main.view.session, { stream: streamOf(7), voices });
  socket.answers['session:join'] = () => answer;
  const client = createSessionClient(session, 'viewer', () => socket);
  const [main, guest, cohost] = [createMediaLink(client), createMediaLink(client, 'guest'), createMediaLink(client, 'cohost')];
  expect([main, guest, cohost].map((link) => link.state().stream)).toEqual([null, null, null]);
  await vi.advanceTimersByTimeAsync(0);
  socket.push('media:layers', told);
  expect([main, guest, cohost].map((link) => link.state().stream)).toMatchObject([
    { epoch: 7 },
    { epoch: 3, status: 'on' },
    { epoch: 0, status: 'off' },
  ]);
  expect(main.state().layers).toMatchObject(layers);
  expect(guest.state().layers).toBeNull();
  expect([main.channel, guest.channel]).toEqual(['main', 'guest']);
  client.close();
});
