import { once } from 'node:events';
import { createServer } from 'node:http';
import { io as connect } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '@bedside/shared/protocol-version.ts';
import { type Client, openClient } from '../testing/client.ts';
import { type Harness, startApp } from '../testing/harness.ts';
import { member, webSocketOf } from './connection.ts';
import { createFanOut } from './fan-out.ts';
import { createSocketServer } from './server.ts';

const anyOrigin = { allowsHandshake: () => true };
let harness: Harness;
beforeAll(async () => {
  harness = await startApp();
});
afterAll(() => harness.close());

const long = 'Ñandú 😀 '.repeat(50);

/** Raises views by one step that everybody sees, `times` times. */
async function pinAndUnpin(moderator: Client, times: number): Promise<void> {
  const asker = await harness.join(moderator.sessionId, 'viewer');
  const asked = await asker.command({ type: 'submit-question', text: long });
  if (!asked.ok || !asked.questionId) throw new Error('not asked');
  const { questionId } = asked;
  await moderator.command({ type: 'approve-question', questionId });
  for (let at = 0; at < times; at++) await moderator.command({ type: at % 2 === 0 ? 'pin-question' : 'unpin-question', questionId });
}

describe('what a room is told', () => {
  it.each(['websocket', 'polling'] as const)(
    '[R2] reaches pages over %s whole and in order, and answers come between',
    async (transport) => {
      const sessionId = await harness.schedule();
      const moderator = await harness.join(sessionId, 'moderator');
      const page = await openClient(await harness.visit(), sessionId, 'viewer', { transports: [transport] });
      const asking = Array.from({ length: 10 }, (_, at) => page.command({ type: 'submit-question', text: `Question number ${at}` }));
      await pinAndUnpin(moderator, 9);
      const answers = await Promise.all(asking);
      expect(answers.every(({ ok }) => ok)).toBe(true);
      await page.until(({ view }) => view().session.pinnedId !== null && view().seq >= moderator.view().seq);
      expect(page.view().questions.map(({ text }) => text)).toEqual([long.trim()]);
      await page.until(({ own }) => own().questions.length === 10);
      // Nothing was missed, or it would have joined again.
      expect(page.joins).toEqual({ view: 1, patch: 0 });
      page.close();
    },
  );

  it('[R2] is not lost, doubled or overtaken while a page goes over from polling to a WebSocket', async () => {
    const sessionId = await harness.schedule();
    const moderator = await harness.join(sessionId, 'moderator');
    const page = await openClient(await harness.visit(), sessionId, 'viewer', {
      transports: ['polling', 'websocket'],
      auth: { protocol: PROTOCOL_VERSION, tab: 'tab-of-an-upgrade' },
    });
    const { engine } = page.socket.io;
    const upgraded = new Promise<void>((resolve) =>
      engine.transport.name === 'websocket' ? resolve() : void engine.once('upgrade', () => resolve()),
    );
    await Promise.all([pinAndUnpin(moderator, 31), upgraded]);
    await page.until(({ view }) => view().session.pinnedId !== null && view().seq >= moderator.view().seq);
    expect(engine.transport.name).toBe('websocket');
    expect(page.joins).toEqual({ view: 1, patch: 0 });
    page.close();
  });

  it('[R2] waits behind what Engine.IO holds back for a busy socket', async () => {
    const http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    const io = createSocketServer(http, anyOrigin);
    io.on('connection', (socket) => {
      void socket.join('room');
      // The first is being written, the others are held.
      for (const seq of [1, 2, 3]) socket.emit('session:seq', { seq, viewers: 0 });
      createFanOut(io)('room', 'session:seq', { seq: 4, viewers: 0 });
      socket.emit('session:seq', { seq: 5, viewers: 0 });
    });
    const address = http.address();
    const page = connect(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, {
      transports: ['websocket'],
      forceNew: true,
    });
    const seqs: unknown[] = [];
    page.on('session:seq', (told: unknown) => seqs.push(told));
    await expect.poll(() => seqs.length).toBe(5);
    expect(seqs).toEqual([1, 2, 3, 4, 5].map((seq) => ({ seq, viewers: 0 })));
    page.disconnect();
    await io.close();
  });

  it.each([
    ['go out in one system call where they belong together', true, 1],
    ['cost one each otherwise', false, 2],
  ])('a push and the answer after it %s', async (_, together, calls) => {
    const http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    const io = createSocketServer(http, anyOrigin);
    const fanOut = createFanOut(io);
    let writes = 0;
    io.on('connection', (socket) => {
      void socket.join('room');
      socket.on('session:command', (_input, answer) => {
        // Node's own handle of the socket: each of these is a system call.
        const handle = member(webSocketOf(socket.conn.transport)?._socket, '_handle');
        for (const name of ['writev', 'writeBuffer', 'writeUtf8String', 'writeLatin1String']) {
          const write = member(handle, name);
          if (typeof handle !== 'object' || handle === null || typeof write !== 'function') throw new Error(`no ${name}`);
          const counted = (...args: unknown[]): unknown => {
            writes++;
            return Reflect.apply(write, handle, args);
          };
          Object.assign(handle, { [name]: counted });
        }
        // As after an append: the push when it is folded in, the answer promises later.
        const appended = Promise.resolve().then(() => fanOut('room', 'session:own', { from: 1, to: 2, put: [] }, { together }));
        void appended.then(() => {}).then(() => answer({ ok: true, seq: 2 }));
      });
    });
    const address = http.address();
    const page = connect(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, {
      transports: ['websocket'],
      forceNew: true,
    });
    const heard: unknown[] = [];
    page.on('session:own', ({ to }: { to: number }) => heard.push(to));
    expect(await page.timeout(5000).emitWithAck('session:command', {})).toEqual({ ok: true, seq: 2 });
    expect(heard).toEqual([2]);
    expect(writes).toBe(calls);
    page.disconnect();
    await io.close();
  });

  it.each([1, 2, 100])('[R2] reaches everybody in order where %i sockets are written to in one go', async (slice) => {
    const http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    const io = createSocketServer(http, anyOrigin);
    const fanOut = createFanOut(io, slice);
    const address = http.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    io.on('connection', (socket) => void socket.join('room'));
    const heard: number[][] = [];
    const pages = Array.from({ length: 5 }, (_, at) => {
      const page = connect(url, { transports: ['websocket'], forceNew: true });
      const seqs: number[] = (heard[at] = []);
      page.on('session:seq', ({ seq }: { seq: number }) => seqs.push(seq));
      return page;
    });
    await expect.poll(() => io.sockets.adapter.rooms.get('room')?.size).toBe(5);
    for (const seq of [1, 2, 3]) fanOut('room', 'session:seq', { seq, viewers: 0 });
    // One leaves half-way, and the others still hear everything.
    pages[4]?.disconnect();
    fanOut('room', 'session:seq', { seq: 4, viewers: 0 });
    await expect.poll(() => heard.slice(0, 4).map((seqs) => seqs.length)).toEqual([4, 4, 4, 4]);
    expect(heard.slice(0, 4)).toEqual(Array(4).fill([1, 2, 3, 4]));
    for (const page of pages) page.disconnect();
    await io.close();
  });
});
