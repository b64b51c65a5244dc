import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { describeEnv } from '../server/env.ts';

// What the tests of the deploy files share.

export const read = (file: string): string => readFileSync(path.join(import.meta.dirname, file), 'utf8');

export const Settings = z.record(z.string(), z.coerce.string());
export type Settings = z.infer<typeof Settings>;

/** Every variable that the program reads. */
const known = new Set([...describeEnv({}).matchAll(/^ {2}([A-Z_]+)$/gm)].map(([, name]) => name));
export const unknownIn = (settings: object): string[] => Object.keys(settings).filter((name) => !known.has(name) && name !== 'NODE_ENV');

/** `A=1 B=2`, as systemd and Dockerfiles write it. */
export const pairsIn = (line: string): Settings => Settings.parse(Object.fromEntries(line.split(' ').map((pair) => pair.split(/=(.*)/))));

/** The ports of media workers. */
export const workerPorts = ({ rtcPortBase, mediaWorkers }: { rtcPortBase: number; mediaWorkers: number }): number[] =>
  Array.from({ length: mediaWorkers }, (_none, index) => rtcPortBase + index);

export const dockerfile = read('docker/Dockerfile');

/** The instructions of one of its stages. */
export const stageOf = (name: string): string =>
  dockerfile.split(/^(?=FROM )/m).find((stage) => stage.split('\n')[0]?.endsWith(` AS ${name}`)) ?? '';

/** `ENV` of the image, which every container has. */
export const imageSettings: Settings = pairsIn([...dockerfile.matchAll(/^ENV (.+)$/gm)].map(([, line = '']) => line).join(' '));
