import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { removeLater } from '../chaos/keeper.ts';

const ip = (...args: string[]) => promisify(execFile)('ip', args);

/** A network behind a firewall, as a hospital's: network namespaces (network_namespaces(7)) with a router of their own. */
export type Ward = {
  /** At which the ward reaches this machine. */
  outside: string;
  /** The address of whoever is in the ward. */
  bed: string;
  /** Lets TCP to that port of any machine through, and what comes back. All else is dropped without a word, UDP above all. */
  allow(port: number): Promise<void>;
  forbid(port: number): Promise<void>;
  /** A program that runs another inside: a browser's path. */
  launcher(program: string): Promise<string>;
  close(): Promise<void>;
};

/** Of 198.18.0.0/15, which is for such trials (RFC 2544 appendix C.2.2); the chaos runs have its other half. */
const subnet = `198.19.${process.pid % 250}`;
const [outside, door, gate, bed] = ['1', '2', '129', '130'].map((last) => `${subnet}.${last}`);
/** At most 15 characters (IFNAMSIZ). */
const cable = `bw${process.pid % 1_000_000}`;
const [ward, firewall] = [`bedside-ward-${process.pid}`, `bedside-fire-${process.pid}`];

// Rules of routing do what a packet filter would (ip-rule(8)): they need no other program. Lower numbers are asked first.
const DROP = '30000';
const through = (port: number) => [
  'iif',
  'inside',
  'ipproto',
  'tcp',
  'dport',
  String(port),
  'priority',
  String((port % 29_000) + 1),
  'lookup',
  'main',
];

export async function openWard(): Promise<Ward> {
  if (!outside || !door || !gate || !bed) throw new Error('four addresses');
  const removeAll = removeLater([ward, firewall], [cable]);
  const folder = await mkdtemp(path.join(tmpdir(), 'bedside-ward-'));
  const close = async () => {
    await removeAll();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ip('netns', 'add', ward);
    await ip('netns', 'add', firewall);
    await ip('link', 'add', cable, 'type', 'veth', 'peer', 'name', 'outside', 'netns', firewall);
    await ip('addr', 'add', `${outside}/25`, 'dev', cable);
    await ip('link', 'set', cable, 'up');
    await ip('-n', firewall, 'addr', 'add', `${door}/25`, 'dev', 'outside');
    await ip('-n', firewall, 'link', 'add', 'inside', 'type', 'veth', 'peer', 'name', 'bed', 'netns', ward);
    await ip('-n', firewall, 'addr', 'add', `${gate}/25`, 'dev', 'inside');
    for (const link of ['lo', 'outside', 'inside']) await ip('-n', firewall, 'link', 'set', link, 'up');
    await ip('-n', ward, 'addr', 'add', `${bed}/25`, 'dev', 'bed');
    for (const link of ['lo', 'bed']) await ip('-n', ward, 'link', 'set', link, 'up');
    await ip('-n', ward, 'route', 'add', 'default', 'via', gate);
    await ip('route', 'add', `${subnet}.128/25`, 'via', door);
    await ip('netns', 'exec', firewall, 'sh', '-c', 'echo 1 > /proc/sys/net/ipv4/ip_forward');
    await ip('-n', firewall, 'rule', 'add', 'iif', 'inside', 'priority', DROP, 'blackhole');
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
  return {
    outside,
    bed,
    allow: async (port) => void (await ip('-n', firewall, 'rule', 'add', ...through(port))),
    forbid: async (port) => void (await ip('-n', firewall, 'rule', 'delete', ...through(port))),
    async launcher(program) {
      const file = path.join(folder, 'inside');
      await writeFile(file, `#!/bin/sh\nexec ip netns exec ${ward} '${program}' "$@"\n`);
      await chmod(file, 0o755);
      return file;
    },
    close,
  };
}
