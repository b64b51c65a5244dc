import { availableParallelism, homedir } from 'node:os';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { isLoopbackHost, lanAddresses } from './addresses.ts';

/** What stops a start and what to do about it, in one sentence for the operator: printed without a stack. */
export class StartError extends Error {}

const projectDir = resolve(import.meta.dirname, '..');

const wholeNumber = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,6}$/, { error, abort: true })
    .transform(Number)
    .pipe(z.number().min(min, { error }).max(max, { error }));
};

const origin = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username) return url.origin;
  context.addIssue('must be an origin like https://questions.example.org, without a path');
  return z.NEVER;
});

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);

const addressList = list.refine((parts) => parts.length > 0 && parts.every((part) => isIP(part) !== 0), {
  error: 'must be one or more IP addresses with commas between them',
});

const urlOf = (schemes: RegExp, error: string) =>
  z.string().refine((text) => URL.canParse(text) && schemes.test(new URL(text).protocol) && new URL(text).hostname !== '', { error });

const portRange = z.string().transform((text, context) => {
  const [, min, max] = /^(\d{1,5})-(\d{1,5})$/.exec(text) ?? [];
  const range = { min: Number(min), max: Number(max) };
  if (range.min >= 1 && range.max <= 65535 && range.min <= range.max) return range;
  context.addIssue('must be two ports with a hyphen between them, the lower first');
  return z.NEVER;
});

const iceUrls = list.refine((urls) => urls.length > 0 && urls.length <= 4 && urls.every(isIceUrl), {
  error: 'must be one to four URLs with commas between them, such as turns:turn.example.org:443?transport=tcp or stun:stun.example.org',
});

const ICE_URL = /^(stun|turn)s?:(?:\[([0-9A-Fa-f:.]{2,45})\]|[A-Za-z0-9.-]{1,253})(?::(\d{1,5}))?(\?transport=(?:udp|tcp))?$/;

/** RFC 7064 section 3.1 and RFC 7065 section 3.1: neither has a `//`, so that `URL` reads no host in them. */
function isIceUrl(text: string): boolean {
  const [, kind, ipv6, port = '3478', transport] = ICE_URL.exec(text) ?? [];
  if (kind === undefined || (kind === 'stun' && transport !== undefined)) return false;
  return (ipv6 === undefined || isIP(ipv6) === 6) && Number(port) >= 1 && Number(port) <= 65535;
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

type Variable = { doc: string; fallback: string; secret?: true };

/** Every variable, in the order in which `--help` explains them. */
const variables = {
  PUBLIC_URL: {
    doc: 'The address that people open, where it is not this machine itself: https://questions.example.org',
    fallback: 'http://localhost and the port',
  },
  PORT: { doc: 'The port for pages and sockets; 0 takes any free one', fallback: '3000' },
  HOST: {
    doc: 'The address to listen on: 127.0.0.1 for this machine only, 0.0.0.0 for the network (the same as --lan)',
    fallback: '127.0.0.1',
  },
  ANNOUNCED_ADDRESS: {
    doc: 'Addresses at which browsers reach the video port, with commas between them',
    fallback: 'found by itself: loopback and, where others can open the pages, the local network',
  },
  RTC_PORT_BASE: { doc: 'The first UDP and TCP port for video and sound; each media worker takes the next', fallback: '40000' },
  MEDIA_WORKERS: { doc: 'How many media workers to run', fallback: 'one for each core' },
  TURN_URLS: {
    doc: 'TURN servers, with commas between them, for browsers whose network lets nothing through to the video ports: turns:turn.example.org:443?transport=tcp',
    fallback: 'none',
  },
  TURN_SECRET: { doc: 'What the TURN servers know, too (coturn: static-auth-secret); needs TURN_URLS', fallback: 'none', secret: true },
  DATA_DIR: { doc: 'The directory for the database and the secrets', fallback: join(projectDir, 'data') },
  SECRETS_FILE: { doc: 'The file with the secrets, the same for all nodes', fallback: 'secrets.json in DATA_DIR' },
  DATABASE_URL: {
    doc: 'The Postgres database that all nodes share, postgres://user:password@host/name; without it SQLite in DATA_DIR',
    fallback: 'none',
    secret: true,
  },
  REDIS_URL: {
    doc: 'The Redis through which nodes find each other, redis://host:6379; needs DATABASE_URL',
    fallback: 'none',
    secret: true,
  },
  NODE_URL: {
    doc: 'Where the other nodes reach this one, by a private address and a port for nodes only: http://10.0.0.5:3001; needed with REDIS_URL',
    fallback: 'none',
  },
  PIPE_PORTS: { doc: 'The UDP ports for video between nodes, first and last: 41000-41999', fallback: 'any' },
  DRAIN_SECONDS: { doc: 'How long a node that stops waits for its pages to move to others', fallback: '30' },
  LOG_LEVEL: { doc: `How much to log: ${levels.join(', ')}`, fallback: 'info (npm start: warn)' },
  TRUST_PROXY: { doc: 'How many reverse proxies stand in front and add to X-Forwarded-For', fallback: '0' },
  FFMPEG_PATH: { doc: 'The ffmpeg that records, and makes HLS and RTMP', fallback: 'found in the PATH' },
  ENCODERS: { doc: 'How many sessions may be recorded or sent on at once; each costs about half a core', fallback: 'one for each core' },
  RECORDINGS_DIR: {
    doc: 'Where recordings are kept; one that all nodes share, where there are several',
    fallback: 'recordings in DATA_DIR',
  },
  RECORDING_RESERVE_MB: { doc: 'Megabytes that recording leaves free on that disk', fallback: '2048' },
  RTMP_TO_PRIVATE: { doc: '1: streams may be forwarded to servers in private networks and on this machine', fallback: '0' },
  RED_FLAGS_DIR: { doc: 'A folder of packs of red flags, instead of those that come with Bedside', fallback: 'none' },
  METRICS_TOKEN: { doc: 'With it as a bearer token, /metrics answers other machines too', fallback: 'none', secret: true },
} as const satisfies Record<string, Variable>;
const secretNames = new Set(Object.entries<Variable>(variables).flatMap(([name, { secret }]) => (secret ? [name] : [])));

// Asked only where it is needed: a container's user has no home, and then the system has no answer.
const path = z.string().transform((text) => resolve(text.replace(/^~(?=\/|$)/, () => homedir())));

const Source = z.object({
  PUBLIC_URL: origin.optional(),
  PORT: wholeNumber(0, 65535).default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]{1,253}$/, { error: 'must be an IP address or a host name' })
    .default('127.0.0.1'),
  ANNOUNCED_ADDRESS: addressList.optional(),
  RTC_PORT_BASE: wholeNumber(1, 65535).default(40_000),
  MEDIA_WORKERS: wholeNumber(1, 256).optional(),
  TURN_URLS: iceUrls.optional(),
  TURN_SECRET: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
  DATA_DIR: path.default(join(projectDir, 'data')),
  SECRETS_FILE: path.optional(),
  DATABASE_URL: urlOf(/^postgres(ql)?:$/, 'must be like postgres://user:password@host/name').optional(),
  REDIS_URL: urlOf(/^rediss?:$/, 'must be like redis://host:6379').optional(),
  NODE_URL: origin.optional(),
  PIPE_PORTS: portRange.optional(),
  DRAIN_SECONDS: wholeNumber(0, 3600).default(30),
  LOG_LEVEL: z.enum(levels, { error: `must be one of ${levels.join(', ')}` }).default('info'),
  TRUST_PROXY: wholeNumber(0, 16).default(0),
  FFMPEG_PATH: path.optional(),
  ENCODERS: wholeNumber(1, 256).optional(),
  RECORDINGS_DIR: path.optional(),
  RECORDING_RESERVE_MB: wholeNumber(0, 999_999).default(2048),
  RTMP_TO_PRIVATE: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('0'),
  RED_FLAGS_DIR: path.optional(),
  METRICS_TOKEN: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
});

export type Env = Readonly<{
  /** An origin; null: `http://localhost` and the port that was bound. */
  publicUrl: string | null;
  port: number;
  host: string;
  announcedAddresses: readonly string[];
  rtcPortBase: number;
  mediaWorkers: number;
  /** Other ways to media than the direct one; `secret` null: STUN alone. Null: none. */
  turn: { urls: readonly string[]; secret: string | null } | null;
  dataDir: string;
  secretsFile: string;
  /** Null: SQLite in `dataDir`. */
  databaseUrl: string | null;
  /** How this node takes part in a cluster; null: it runs alone, or this is a tool. */
  cluster: { redisUrl: string; nodeUrl: string; /** Where this node takes the others' calls. */ nodePort: number } | null;
  /** UDP ports for pipes; null: any. */
  pipePorts: { min: number; max: number } | null;
  drainSeconds: number;
  logLevel: (typeof levels)[number];
  trustProxy: number;
  /** Null: whichever the PATH has. */
  ffmpegPath: string | null;
  encoders: number;
  recordingsDir: string;
  /** Bytes that recording leaves free. */
  recordingReserve: number;
  rtmpToPrivate: boolean;
  /** Null: the packs that come with the program. */
  redFlagsDir: string | null;
  metricsToken: string | null;
}>;

type Settings = Readonly<Record<string, string | undefined>>;

// An empty variable counts as unset: that is how compose files and shells clear one.
const given = (source: Settings) =>
  Object.fromEntries(Object.keys(variables).flatMap((name) => (source[name]?.trim() ? [[name, source[name].trim()]] : [])));

/**
 * Reads the configuration; throws `StartError` with one sentence per bad variable, never with a secret's value. A tool works
 * on what nodes share, beside them: it is no node of the cluster, and what only a node needs is not asked of it.
 */
export function readEnv(source: Settings, reader: 'node' | 'tool' = 'node'): Env {
  const values = given(source);
  const parsed = Source.safeParse(values);
  if (!parsed.success) {
    const told = new Set<string>();
    throw new StartError(
      parsed.error.issues
        .flatMap((issue) => {
          const name = String(issue.path[0]);
          if (told.has(name)) return [];
          told.add(name);
          const value = secretNames.has(name) ? '' : `; it is now “${values[name]}”`;
          return [`${name} ${issue.message}${value}.`];
        })
        .join('\n'),
    );
  }
  const env = parsed.data;
  return {
    publicUrl: env.PUBLIC_URL ?? null,
    port: env.PORT,
    host: env.HOST,
    announcedAddresses: env.ANNOUNCED_ADDRESS ?? foundAddresses(env),
    rtcPortBase: env.RTC_PORT_BASE,
    mediaWorkers: env.MEDIA_WORKERS ?? availableParallelism(),
    turn: reader === 'node' ? turnOf(env) : null,
    dataDir: env.DATA_DIR,
    secretsFile: env.SECRETS_FILE ?? join(env.DATA_DIR, 'secrets.json'),
    databaseUrl: env.DATABASE_URL ?? null,
    cluster: clusterOf(env, reader),
    pipePorts: env.PIPE_PORTS ?? null,
    drainSeconds: env.DRAIN_SECONDS,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
    ffmpegPath: env.FFMPEG_PATH ?? null,
    encoders: env.ENCODERS ?? availableParallelism(),
    recordingsDir: env.RECORDINGS_DIR ?? join(env.DATA_DIR, 'recordings'),
    recordingReserve: env.RECORDING_RESERVE_MB * 1024 * 1024,
    rtmpToPrivate: env.RTMP_TO_PRIVATE === '1',
    redFlagsDir: env.RED_FLAGS_DIR ?? null,
    metricsToken: env.METRICS_TOKEN ?? null,
  };
}

function turnOf({ TURN_URLS, TURN_SECRET }: z.infer<typeof Source>): Env['turn'] {
  const turns = TURN_URLS?.some((url) => url.startsWith('turn')) ?? false;
  if (turns && TURN_SECRET === undefined)
    throw new StartError('TURN_URLS needs TURN_SECRET: a TURN server relays for nobody without a credential.');
  if (!turns && TURN_SECRET !== undefined) throw new StartError('TURN_SECRET needs a turn: or turns: URL in TURN_URLS.');
  return TURN_URLS === undefined ? null : { urls: TURN_URLS, secret: TURN_SECRET ?? null };
}

function clusterOf({ REDIS_URL, DATABASE_URL, NODE_URL, PORT }: z.infer<typeof Source>, reader: 'node' | 'tool'): Env['cluster'] {
  if (REDIS_URL === undefined) return null;
  if (DATABASE_URL === undefined) throw new StartError('REDIS_URL needs DATABASE_URL: nodes share one Postgres, SQLite is for one node.');
  if (reader === 'tool') return null;
  if (NODE_URL === undefined) throw new StartError('REDIS_URL needs NODE_URL: the address at which the other nodes reach this one.');
  const { port, protocol } = new URL(NODE_URL);
  const nodePort = Number(port || '80');
  if (protocol !== 'http:')
    throw new StartError('NODE_URL must begin with http://: what nodes say to each other is encrypted without TLS.');
  if (nodePort === PORT)
    throw new StartError(`NODE_URL needs a port of its own, other than PORT (${PORT}): it stays open while the node drains.`);
  return { redisUrl: REDIS_URL, nodeUrl: NODE_URL, nodePort };
}

/** Where nobody but this machine can open the pages, nobody else needs to reach the video port. */
function foundAddresses({ HOST, PUBLIC_URL }: z.infer<typeof Source>): string[] {
  const local = isLoopbackHost(HOST) && (PUBLIC_URL === undefined || isLoopbackHost(new URL(PUBLIC_URL).hostname));
  return ['127.0.0.1', ...(local ? [] : lanAddresses())];
}

/** What `--help` says of the variables: meaning, default, and what they are now; secrets only as set or not. */
export function describeEnv(source: Settings): string {
  const values = given(source);
  return Object.entries<Variable>(variables)
    .map(([name, { doc, fallback, secret }]) => {
      const now = values[name] === undefined ? '' : `\n      now: ${secret ? '(set)' : values[name]}`;
      return `  ${name}\n      ${doc}.\n      default: ${fallback}${now}`;
    })
    .join('\n');
}
