import { createClient } from 'redis';

/** How often a connection is asked whether it is alive. */
const PING_MS = 500;
/** An answer later than this: nobody counts on it, but it may still come. */
const LATE_MS = 1000;
/** With nothing heard for so long, a new connection is opened: the machine behind this one may have gone without a word. */
const DEAD_MS = 3000;
const CONNECT_MS = 2000;
const LONGEST_BACK_OFF_MS = 1000;
/** Commands not answered yet, above which more are refused: a Redis that is frozen must not fill the memory. */
const QUEUE = 20_000;

type RedisClient = ReturnType<typeof newClient>;

/**
 * One connection to Redis that is always on its way back. What is asked of it while it is away fails at once, nothing is
 * queued for later: a limit or a hint of before the outage is of no use after it.
 */
export type RedisLink = {
  /** Rejects where it is away, or has not answered within `waitMs`; what was asked may still happen. */
  ask<T>(work: (redis: RedisClient) => Promise<T>, waitMs: number): Promise<T>;
  /** It answers: not merely an open connection. */
  connected(): boolean;
  /** Told on every connection, the first included. */
  onReady(listener: () => void): void;
  /** Resolves when it is connected; rejects with a sentence without the URL, which may hold a password, after `waitMs`. */
  ready(waitMs: number): Promise<void>;
  close(): void;
};

export function openRedisLink(options: { url: string; warn: (message: string) => void }): RedisLink {
  const listeners = new Set<() => void>();
  let closed = false;
  let lastProblem = 'no answer';
  let told = false;
  /** When something was last heard, be it that nobody is there. */
  let stirred = performance.now();
  let pinged: number | null = null;
  let client = open();

  function open(): RedisClient {
    const opened = newClient(options.url);
    stirred = performance.now();
    pinged = null;
    // Without a listener an `error` would end the process.
    opened.on('error', (error: unknown) => {
      if (opened !== client || closed) return;
      stirred = performance.now();
      lastProblem = problemOf(error);
      if (!told) options.warn(`Redis is out of reach (${lastProblem})`);
      told = true;
    });
    opened.on('ready', () => {
      if (opened !== client || closed) return;
      stirred = performance.now();
      pinged = null;
      if (told) options.warn('Redis is back');
      told = false;
      for (const listener of listeners) listener();
    });
    // It tries for ever, and rejects only when it is destroyed.
    opened.connect().catch(() => {});
    return opened;
  }

  let lastRound = performance.now();
  function ping(): void {
    const now = performance.now();
    // If it was this thread that stood still, what Redis said meanwhile has not been read yet.
    if (now - lastRound > LATE_MS) stirred = now;
    lastRound = now;
    if (now - stirred > DEAD_MS) {
      if (!told) options.warn('Redis does not answer');
      told = true;
      // A client whose handshake hangs can't be brought back, hence a new one.
      client.destroy();
      client = open();
    } else if (client.isReady && pinged === null) {
      const asked = client;
      pinged = now;
      asked.ping().then(
        () => {
          if (asked !== client) return;
          stirred = performance.now();
          pinged = null;
        },
        () => {
          if (asked === client) pinged = null;
        },
      );
    }
  }
  const pings = setInterval(ping, PING_MS).unref();

  const link: RedisLink = {
    async ask(work, waitMs) {
      if (!client.isReady) throw new Error('Redis is away');
      return within(work(client), waitMs);
    },
    connected: () => client.isReady && (pinged === null || performance.now() - pinged < LATE_MS),
    onReady(listener) {
      listeners.add(listener);
    },
    async ready(waitMs) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const timer = setTimeout(() => reject(new Error(`it is out of reach (${lastProblem})`)), waitMs);
      link.onReady(resolve);
      if (client.isReady) resolve();
      await promise.finally(() => {
        clearTimeout(timer);
        listeners.delete(resolve);
      });
    },
    close() {
      closed = true;
      clearInterval(pings);
      client.destroy();
    },
  };
  return link;
}

function newClient(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: QUEUE,
    maintNotifications: 'disabled',
    // `ask` has a time-out of its own, which also counts what was sent.
    commandOptions: { timeout: 0 },
    socket: { connectTimeout: CONNECT_MS, reconnectStrategy: backOff },
  });
}

/** Doubles up to a second, half of it by chance, so that not all nodes come back in the same moment. */
const backOff = (retries: number) => Math.min(LONGEST_BACK_OFF_MS, 50 * 2 ** Math.min(retries, 10)) * (0.5 + Math.random() / 2);

/** `ECONNREFUSED`, or the first word of what Redis answered: `WRONGPASS`, `NOAUTH`. Never a whole message. */
function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return /^[A-Z]{3,}\b/.exec(error.message)?.[0] ?? error.constructor.name;
}

async function within<T>(work: Promise<T>, waitMs: number): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(() => {
    // If it was this thread that was late, the answer is read before that.
    setImmediate(() => reject(new Error('Redis did not answer in time')));
  }, waitMs);
  work.then(resolve, reject);
  return promise.finally(() => clearTimeout(timer));
}
