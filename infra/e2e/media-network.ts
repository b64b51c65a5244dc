import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { BrowserContext } from '@playwright/test';

/** A network between one browser and the media server that a test can cut. Browsers' own emulation spares WebRTC. */
export type MediaNetwork = {
  cut(): void;
  mend(): void;
  /** What crossed so far, both ways. */
  packets(): number;
  close(): Promise<void>;
};

/** Relays UDP. Pages opened in `context` from now on reach the server through it alone, without TCP to fall back to. */
export async function createMediaNetwork(context: BrowserContext): Promise<MediaNetwork> {
  const entrances = new Map<number, Promise<Entrance>>();
  let open = true;
  let packets = 0;
  const passes = () => {
    if (open) packets += 1;
    return open;
  };

  await context.exposeFunction('mediaPortFor', async (target: number) => {
    const entrance = entrances.get(target) ?? createEntrance(target, passes);
    entrances.set(target, entrance);
    return (await entrance).port;
  });
  await context.addInitScript({ content: rewriteCandidates });

  return {
    cut: () => (open = false),
    mend: () => (open = true),
    packets: () => packets,
    async close() {
      for (const entrance of entrances.values()) (await entrance).close();
    },
  };
}

/**
 * Runs in the page, as text since this project is typed for Node: every remote candidate becomes the relay's, and TCP
 * ones go. RFC 8839 section 5.1: foundation component transport priority address port.
 */
const rewriteCandidates = String.raw`
  const original = RTCPeerConnection.prototype.setRemoteDescription;
  RTCPeerConnection.prototype.setRemoteDescription = async function ({ type, sdp }) {
    const lines = [];
    for (const line of sdp.split('\r\n')) {
      const candidate = /^(a=candidate:\S+ \d+ )(\S+)( \d+ \S+ )(\d+)(.*)$/.exec(line);
      if (!candidate) lines.push(line);
      else if (candidate[2] === 'udp') lines.push(candidate[1] + 'udp' + candidate[3] + (await mediaPortFor(Number(candidate[4]))) + candidate[5]);
    }
    return await original.call(this, { type, sdp: lines.join('\r\n') });
  };
`;

type Entrance = { port: number; close(): void };

/** One socket towards the server for each of the browser's, so that the server tells them apart. */
async function createEntrance(target: number, passes: () => boolean): Promise<Entrance> {
  const entrance = createSocket('udp4').bind(0, '127.0.0.1');
  await once(entrance, 'listening');
  const exits = new Map<number, Socket>();
  entrance.on('message', (packet, { port, address }) => {
    let exit = exits.get(port);
    if (!exit) {
      exit = createSocket('udp4');
      exit.on('message', (answer) => passes() && entrance.send(answer, port, address));
      exit.on('error', () => {});
      exits.set(port, exit);
    }
    if (passes()) exit.send(packet, target, '127.0.0.1');
  });
  return {
    port: entrance.address().port,
    close() {
      entrance.close();
      for (const exit of exits.values()) exit.close();
    },
  };
}
