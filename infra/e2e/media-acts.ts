import type { Browser, BrowserContext, Page } from '@playwright/test';
import * as z from 'zod';
import { expect } from './fixtures.ts';
import { createMediaNetwork, type MediaNetwork } from './media-network.ts';

/** Every connection a page opens, for a look at its statistics. Text, since this project is typed for Node. */
const keepConnections = `
  const Original = RTCPeerConnection;
  window.connections = [];
  window.RTCPeerConnection = class extends Original {
    constructor(...args) {
      super(...args);
      window.connections.push(this);
    }
  };
`;

/** Of the newest connection that is up: https://www.w3.org/TR/webrtc-stats/ */
const readPicture = `(async () => {
  const video = document.querySelector('video');
  const of = { width: video?.videoWidth ?? 0, time: video?.currentTime ?? 0, frames: 0, energy: 0, bytes: 0, video: 0, cipher: null };
  const open = window.connections.findLast((each) => each.connectionState === 'connected');
  for (const entry of (await open?.getStats())?.values() ?? []) {
    if (entry.type === 'transport') of.cipher = entry.srtpCipher ?? null;
    if (entry.type !== 'inbound-rtp' || entry.mid === 'probator') continue;
    of.bytes += entry.bytesReceived;
    if (entry.kind === 'video') Object.assign(of, { frames: entry.framesDecoded, video: entry.bytesReceived });
    else of.energy = entry.totalAudioEnergy ?? 0;
  }
  return of;
})()`;
const Picture = z.object({
  width: z.number(),
  /** Seconds that the video element has played. */
  time: z.number(),
  /** Decoded so far by the connection that is up. */
  frames: z.number(),
  energy: z.number(),
  bytes: z.number(),
  /** Of them the picture's. */
  video: z.number(),
  cipher: z.nullable(z.string()),
});

/** The pair of candidates that the newest connection uses: https://www.w3.org/TR/webrtc-stats/#dom-rtcicecandidatestats */
const readWay = `(async () => {
  const open = window.connections.findLast((each) => each.connectionState === 'connected');
  const stats = await open.getStats();
  const transport = [...stats.values()].find((entry) => entry.type === 'transport');
  const pair = stats.get(transport.selectedCandidatePairId);
  const [local, remote] = [stats.get(pair.localCandidateId), stats.get(pair.remoteCandidateId)];
  return { local: local.candidateType, relayProtocol: local.relayProtocol ?? null, protocol: remote.protocol };
})()`;
const Way = z.object({
  local: z.enum(['host', 'srflx', 'prflx', 'relay']),
  /** Between browser and TURN server; null without one. */
  relayProtocol: z.nullable(z.enum(['udp', 'tcp', 'tls'])),
  /** To the media server's port, from the browser or from the TURN server. */
  protocol: z.enum(['udp', 'tcp']),
});
export const wayOf = async (page: Page) => Way.parse(await page.evaluate(readWay));

export type MediaPage = { page: Page; network: MediaNetwork | null; close(): Promise<void> };

type Opening = { network?: boolean; prepare?: (context: BrowserContext) => Promise<void> };

/** Opens a link as a person of its own; with `network`, over a network whose media can be cut. `prepare` comes before any page. */
export async function openMedia(browser: Browser, link: string, { network = false, prepare }: Opening = {}): Promise<MediaPage> {
  // Small windows: painting video is most of what the tests' machine does.
  const context = await browser.newContext({ permissions: ['camera', 'microphone'], viewport: { width: 1000, height: 600 } });
  await context.addInitScript({ content: keepConnections });
  const relay = network ? await createMediaNetwork(context) : null;
  await prepare?.(context);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  await page.goto(link);
  return {
    page,
    network: relay,
    async close() {
      await context.close();
      await relay?.close();
      expect(errors).toEqual([]);
    },
  };
}

export const pictureOf = async (page: Page) => Picture.parse(await page.evaluate(readPicture));

/** Of the picture that the newest connection receives. */
const readCodec = `(async () => {
  const open = window.connections.findLast((each) => each.connectionState === 'connected');
  const stats = await open.getStats();
  const picture = [...stats.values()].find((entry) => entry.type === 'inbound-rtp' && entry.kind === 'video' && entry.mid !== 'probator');
  return stats.get(picture.codecId).mimeType;
})()`;
export const codecOf = async (page: Page) => z.string().parse(await page.evaluate(readCodec));

/** Waits until the picture moves: frames are decoded and the element plays on. Milliseconds that it took. */
export async function expectMoving(page: Page, timeout = 30_000): Promise<number> {
  const since = performance.now();
  await expect(async () => {
    const before = await pictureOf(page);
    await page.waitForTimeout(250);
    const after = await pictureOf(page);
    expect(after.width).toBeGreaterThan(0);
    expect(after.frames).toBeGreaterThan(before.frames);
    expect(after.time).toBeGreaterThan(before.time);
  }).toPass({ timeout, intervals: [50] });
  return performance.now() - since;
}

export async function expectSound(page: Page): Promise<void> {
  await expect(async () => {
    const before = await pictureOf(page);
    await page.waitForTimeout(1500);
    expect((await pictureOf(page)).energy).toBeGreaterThan(before.energy);
  }).toPass({ timeout: 20_000 });
}

/** Nothing of the track crosses: neither frames nor energy grow over a second and a half. */
export async function expectStill(page: Page, what: 'frames' | 'energy'): Promise<void> {
  await expect(async () => {
    const before = await pictureOf(page);
    await page.waitForTimeout(1500);
    expect((await pictureOf(page))[what] - before[what]).toBeLessThan(what === 'frames' ? 2 : 1e-4);
  }).toPass({ timeout: 20_000 });
}

/** Takes a page's network away for `ms`, and proves it: what `watching` see came through it, and stands still until it is back. */
export async function goOffline({ page, network }: MediaPage, watching: readonly Page[], ms: number): Promise<void> {
  if (!network) throw new Error('opened without a network to cut');
  const before = network.packets();
  await expect.poll(() => network.packets(), 'media crosses the relay').toBeGreaterThan(before + 100);
  const mended = performance.now() + ms;
  network.cut();
  await page.context().setOffline(true);
  for (const each of watching) await expectStill(each, 'frames');
  const still = await Promise.all(watching.map(pictureOf));
  // How long it lasts is what the test is about.
  await page.waitForTimeout(Math.max(0, mended - performance.now()));
  for (const [index, each] of watching.entries()) expect((await pictureOf(each)).frames).toBeLessThanOrEqual(still[index]?.frames ?? 0);
  await page.context().setOffline(false);
  network.mend();
}
