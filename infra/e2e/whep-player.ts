import type { Page } from '@playwright/test';
import * as z from 'zod';

/** Plain WHEP: a player that knows nothing of ours, and what it has decoded after a while. */
const play = `async (url) => {
  const connection = new RTCPeerConnection();
  for (const kind of ['video', 'audio']) connection.addTransceiver(kind, { direction: 'recvonly' });
  await connection.setLocalDescription();
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/sdp' }, body: connection.localDescription.sdp });
  if (answer.status !== 201) return { status: answer.status, resource: null };
  await connection.setRemoteDescription({ type: 'answer', sdp: await answer.text() });
  // Sound is only decoded for who plays it.
  const video = document.createElement('video');
  video.srcObject = new MediaStream(connection.getReceivers().map(({ track }) => track));
  document.body.append(video);
  video.muted = true;
  await video.play();
  window.player = connection;
  return { status: answer.status, resource: answer.headers.get('location') };
}`;
const Played = z.object({ status: z.number(), resource: z.nullable(z.string()) });
const readPlayed = `(async () => {
  const inbound = [...(await window.player.getStats()).values()].filter(({ type }) => type === 'inbound-rtp');
  const of = (wanted) => inbound.find(({ kind }) => kind === wanted);
  // What was decoded, and not made up in the place of what was missing; muted, it has no energy.
  const { totalSamplesReceived = 0, concealedSamples = 0 } = of('audio') ?? {};
  const { framesDecoded: frames = 0, frameWidth: width = 0, retransmittedPacketsReceived: repaired = 0 } = of('video') ?? {};
  return { frames, width, repaired, samples: totalSamplesReceived - concealedSamples, state: window.player.connectionState };
})()`;
const Decoded = z.object({
  frames: z.number(),
  width: z.number(),
  /** Packets that came again, on a stream of their own (RFC 4588). */
  repaired: z.number(),
  samples: z.number(),
  state: z.string(),
});

export const playByWhep = async (page: Page, url: string) => Played.parse(await page.evaluate(`(${play})(${JSON.stringify(url)})`));
export const playedOf = async (page: Page) => Decoded.parse(await page.evaluate(readPlayed));
