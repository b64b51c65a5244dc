import { NodeId, SessionId } from '@bedside/shared/ids.ts';
import { createShardedAdapter } from '@socket.io/redis-adapter';
import type { Server } from 'socket.io';
import * as z from 'zod';
import type { RedisLink } from './redis-link.ts';

/** What nodes tell each other (rule C1). */
const Hint = z.discriminatedUnion('kind', [
  /** Logs that have grown, and to where. */
  z.object({ kind: z.literal('grown'), logs: z.array(z.tuple([SessionId, z.int().positive()])) }),
  /** A node's report is new in the directory. */
  z.object({ kind: z.literal('news') }),
  z.object({ kind: z.literal('leaving'), node: NodeId }),
]);
type Hint = z.infer<typeof Hint>;

const EVENT = 'bedside:hint';

type Heard = (message: Buffer, channel: Buffer) => void;

/**
 * Socket.IO's adapter between nodes, on Redis 7's sharded channels: two of them, whatever rooms there are, since nodes
 * publish to their own sockets. It leaves promises to themselves and subscribes once, so that what it holds are no clients
 * but two stand-ins: nothing rejects unseen, and every connection is subscribed anew.
 */
export function connectHints(
  io: Server,
  options: { publish: RedisLink; subscribe: RedisLink; prefix: string; waitMs: number; warn: (message: string) => void },
) {
  const { publish, subscribe, waitMs, warn } = options;
  let warned = false;
  const wanted = new Map<string, Heard>();

  const sSubscribe = (channel: string, heard: Heard) =>
    subscribe.ask(async (redis) => redis.sSubscribe(channel, heard, true), waitMs).catch(() => {});

  subscribe.onReady(() => {
    // What the client has restored by itself is not asked for twice.
    for (const [channel, heard] of wanted) void sSubscribe(channel, heard);
  });

  const subscriber = {
    sSubscribe(channel: string, heard: Heard) {
      // What was thrown here would count as a broken connection.
      const guarded: Heard = (...message) => {
        try {
          heard(...message);
        } catch (error) {
          // Once: whoever sends such a thing sends many.
          if (!warned) warn(`What came through Redis could not be taken (${error instanceof Error ? error.name : 'unknown'})`);
          warned = true;
        }
      };
      wanted.set(channel, guarded);
      return sSubscribe(channel, guarded);
    },
    sUnsubscribe(channel: string) {
      wanted.delete(channel);
      return subscribe.ask(async (redis) => redis.sUnsubscribe(channel), waitMs).catch(() => {});
    },
  };
  const publisher = {
    // By this the adapter knows the `redis` package.
    sSubscribe: () => {},
    sPublish: (channel: string, message: string | Buffer) =>
      publish.ask((redis) => redis.sPublish(channel, message), waitMs).catch(() => 0),
    sendCommand: (command: string[]) => publish.ask((redis) => redis.sendCommand(command), waitMs),
  };
  io.adapter(createShardedAdapter(publisher, subscriber, { channelPrefix: options.prefix, subscriptionMode: 'static' }));

  return {
    say(hint: Hint): void {
      io.serverSideEmit(EVENT, hint);
    },
    /** What does not parse is ignored. */
    onHint(listener: (hint: Hint) => void): void {
      io.on(EVENT, (raw: unknown) => {
        const hint = Hint.safeParse(raw);
        if (hint.success) listener(hint.data);
      });
    },
  };
}
export type HintChannel = ReturnType<typeof connectHints>;
