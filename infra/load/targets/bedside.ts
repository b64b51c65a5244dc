import { CommandId, SessionId } from '@bedside/shared/ids.ts';
import type { SessionCommand } from '@bedside/shared/commands.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, granted, openClient, visit } from '../../../server/testing/client.ts';
import { startServer } from '../../e2e/server.ts';
import { type Cast, connectTo, doctorParameters, idsOf, type Target, viewerCapabilities } from './target.ts';

/** The product as it runs, with one media worker: pages talk to it over Socket.IO. */
export async function startBedside({ doctors, viewers }: Cast): Promise<Target & { url: string; sessionId: SessionId }> {
  const server = await startServer(1);
  const pages: Client[] = [];
  try {
    const sessionId = SessionId.parse(/\/s\/([\w-]+)$/.exec(server.links.patient)?.[1]);
    const { doctor } = idsOf('bedside');
    const host = await visit(server.url);
    await host.takeInvite(server.links.doctor);
    const page = await openClient(host, sessionId, 'host');
    pages.push(page);
    await publish(page, doctors, doctor);
    await command(page, { type: 'go-live' });

    const [pid] = await server.workerPids();
    if (pid === undefined) throw new Error('no media worker runs');
    return {
      name: 'bedside',
      url: server.url,
      sessionId,
      pid,
      doctor,
      async addViewer(id) {
        const viewer = await newViewer(server.url, sessionId);
        pages.push(viewer);
        return watch(viewer, viewers, id);
      },
      async close() {
        for (const { close } of pages) close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** In two round trips, as pages do. Resolves with the SRTP cipher of the connection. */
export async function watch(page: Client, viewers: Cast['viewers'], id: number): Promise<string> {
  const { transport } = granted(await page.call('media:watch', { rtpCapabilities: viewerCapabilities }));
  const [cipher] = await Promise.all([
    connectTo(viewers, id, transport),
    page.call('media:start', { dtlsParameters: viewers.dtlsParameters }).then(granted),
  ]);
  return cipher;
}

/** Puts a doctor's two tracks on stage, who does not yet send. Resolves with the port that they will be sent to. */
export async function publish(page: Client, doctors: Cast['doctors'], id: number): Promise<number | undefined> {
  const { transport } = granted(await page.call('media:publish', {}));
  await Promise.all([
    connectTo(doctors, id, transport),
    page.call('media:connect', { dtlsParameters: doctors.dtlsParameters }).then(granted),
  ]);
  granted(await page.call('media:produce', { source: 'microphone', rtpParameters: doctorParameters('audio') }));
  granted(await page.call('media:produce', { source: 'camera', rtpParameters: doctorParameters('video') }));
  granted(await page.call('media:stage', {}));
  return transport.iceCandidates[0]?.port;
}

let commands = 0;
async function command(page: Client, what: SessionCommand): Promise<void> {
  granted(await page.command(what, CommandId.parse(`load-${process.pid}-${++commands}`)));
}

/** Every viewer is a person of their own; waits where too many came from here. */
export const newViewer = (url: string, sessionId: SessionId) => allowed(() => newPage(url, sessionId));

async function newPage(url: string, sessionId: SessionId): Promise<Client> {
  const person = await visit(url);
  // All come from one address: where its limit is reached there is no cookie, and the next minute has room.
  if (person.cookie() === '') throw new Error('no identity');
  return openClient(person, sessionId, 'viewer');
}

const PATIENCE = { times: 20, ms: 5000 };

/** Tries again until the product's rate limits let it: they are part of what is measured, not in its way. */
async function allowed<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === PATIENCE.times) throw error;
      await sleep(PATIENCE.ms);
    }
  }
}
