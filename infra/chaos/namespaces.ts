import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { promisify } from 'node:util';
import type { NodeOptions } from '../cluster/node.ts';
import { removeLater } from './keeper.ts';

const ip = (...args: string[]) => promisify(execFile)('ip', args);

/** Three networks that reach every node, each a bridge: pages come over one, nodes and Redis are on another, Postgres on the third. */
const networks = ['pages', 'nodes', 'database'] as const;
export type NetworkName = (typeof networks)[number];

/** Machines made of network namespaces (network_namespaces(7)), whose cables can be pulled. */
export type Machines = {
  /** How the node of this number runs on its machine. */
  node(index: number): NodeOptions;
  /** Lets nodes reach what listens on this machine's loopback, over that network; resolves with the URL by which they do. */
  expose(url: string, over: NetworkName): Promise<string>;
  /** Pulls a machine's cable at the switch: nothing arrives any more, and nobody is told. */
  cut(index: number, from: NetworkName): Promise<void>;
  mend(index: number, to: NetworkName): Promise<void>;
  close(): Promise<void>;
};

/** Why there are none here, for people. */
export function whyNoMachines(): string | undefined {
  if (process.platform !== 'linux') return 'it needs network namespaces, which only Linux has';
  if (process.getuid?.() !== 0) return 'it needs root, for network namespaces';
  const probe = `bedside-probe-${process.pid}`;
  try {
    execFileSync('ip', ['netns', 'add', probe], { stdio: 'ignore' });
    execFileSync('ip', ['netns', 'delete', probe], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'network namespaces can not be made here (ip netns add)';
  }
}

/** Of 198.18.0.0/15, which is for such trials (RFC 2544 appendix C.2.2): three networks for each process. */
const subnet = (network: NetworkName) => `198.18.${(process.pid % 80) * 3 + networks.indexOf(network)}`;
const here = (network: NetworkName) => `${subnet(network)}.254`;
const there = (network: NetworkName, index: number) => `${subnet(network)}.${index + 1}`;

/** At most 15 characters (IFNAMSIZ). */
const bridgeOf = (network: NetworkName) => `bs${process.pid % 1_000_000}-${networks.indexOf(network)}`;
const cableOf = (network: NetworkName, index: number) => `${bridgeOf(network)}.${index}`;
const spaceOf = (index: number) => `bedside-${process.pid}-${index}`;

export async function startMachines(count: number): Promise<Machines> {
  const forwarders: { server: Server; sockets: Set<Socket> }[] = [];
  const indices = Array.from({ length: count }, (_, index) => index);

  const links = [...indices.flatMap((index) => networks.map((network) => cableOf(network, index))), ...networks.map(bridgeOf)];
  const removeAll = removeLater(indices.map(spaceOf), links);

  async function close(): Promise<void> {
    for (const { server, sockets } of forwarders.splice(0)) {
      server.close();
      for (const socket of sockets) socket.destroy();
    }
    await removeAll();
  }

  try {
    for (const network of networks) {
      await ip('link', 'add', bridgeOf(network), 'type', 'bridge');
      await ip('addr', 'add', `${here(network)}/24`, 'dev', bridgeOf(network));
      await ip('link', 'set', bridgeOf(network), 'up');
    }
    for (const index of indices) {
      const space = spaceOf(index);
      await ip('netns', 'add', space);
      await ip('-n', space, 'link', 'set', 'lo', 'up');
      for (const network of networks) {
        const cable = cableOf(network, index);
        await ip('link', 'add', cable, 'type', 'veth', 'peer', 'name', network, 'netns', space);
        await ip('-n', space, 'addr', 'add', `${there(network, index)}/24`, 'dev', network);
        await ip('-n', space, 'link', 'set', network, 'up');
        await ip('link', 'set', cable, 'master', bridgeOf(network), 'up');
      }
    }
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }

  return {
    node: (index) => ({
      host: there('pages', index),
      nodeHost: there('nodes', index),
      within: ['ip', 'netns', 'exec', spaceOf(index)],
    }),
    async expose(url, over) {
      const { hostname, port } = new URL(url);
      const sockets = new Set<Socket>();
      const server = createServer((near) => {
        const far = connect(Number(port), hostname);
        for (const socket of [near, far]) {
          sockets.add(socket.on('error', () => {}));
          socket.on('close', () => {
            sockets.delete(socket);
            near.destroy();
            far.destroy();
          });
        }
        near.pipe(far).pipe(near);
      }).listen(Number(port), here(over));
      forwarders.push({ server, sockets });
      await once(server, 'listening');
      return Object.assign(new URL(url), { hostname: here(over) }).href;
    },
    async cut(index, from) {
      await ip('link', 'set', cableOf(from, index), 'nomaster');
    },
    async mend(index, to) {
      await ip('link', 'set', cableOf(to, index), 'master', bridgeOf(to));
    },
    close,
  };
}
