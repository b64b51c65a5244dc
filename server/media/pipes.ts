import type { TrackSource } from '@bedside/shared/commands.ts';
import { Refusal } from '@bedside/shared/errors.ts';
import type { NodeId } from '@bedside/shared/ids.ts';
import { RtpParameters } from '@bedside/shared/rtp.ts';
import type { StageId } from '@bedside/shared/stage-id.ts';
import type { types } from 'mediasoup';
import type { NodeCalls } from '../cluster/calls.ts';
import { type PipeAnswer, pipeCheck, pipeClose, type PipeEnd, type PipeOffer, pipeOpen } from '../cluster/node-calls.ts';
import { mediaLimits } from './codecs.ts';
import { pipeListenInfo } from './listen.ts';
import { noStream } from './refusals.ts';
import { type Flow, type Rooms, stageAt } from './rooms.ts';
import { createTurns } from './turns.ts';

/** What feeds an edge's router: copies of the producers of the router they come from. */
export type Feed = {
  producers: ReadonlyMap<TrackSource, types.Producer>;
  /** Whether anybody wants it: what nobody uses need not flow. */
  use(on: boolean): void;
  /** Follows the log, where what it comes from can't be followed. */
  apply(flow: Flow): Promise<void>;
  close(): void;
};

/** What is closed meanwhile carries nothing either. */
const quietly = (work: Promise<unknown>) => void work.catch(() => {});

const loopback = { listenInfo: { protocol: 'udp', ip: '127.0.0.1' }, enableSctp: false } as const;

/**
 * Pipes between two routers of this process: unencrypted, over the loopback. Their pausing and closing follow the
 * origin's. (`pipeToRouter` does as much, but its own pausing of what was just closed rejects where nobody can catch it.)
 */
export async function feedFrom(
  origin: types.Router,
  producers: ReadonlyMap<TrackSource, types.Producer>,
  router: types.Router,
): Promise<Feed> {
  const [near, far] = await Promise.all([origin.createPipeTransport(loopback), router.createPipeTransport(loopback)]);
  const close = () => {
    near.close();
    far.close();
  };
  near.observer.once('close', close);
  far.observer.once('close', close);
  try {
    const endOf = ({ tuple }: types.PipeTransport) => ({ ip: loopback.listenInfo.ip, port: tuple.localPort });
    await Promise.all([near.connect(endOf(far)), far.connect(endOf(near))]);
    const piped = await Promise.all([...producers].map(async ([source, producer]) => ({ source, ...(await pipe(producer, near, far)) })));
    return {
      producers: new Map(piped.map(({ source, copy }) => [source, copy])),
      use(on) {
        for (const { consumer } of piped) quietly(on ? consumer.resume() : consumer.pause());
      },
      async apply() {},
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** The copy has an id of its own: a worker holds no id twice, and may hold copies for two epochs. */
async function pipe(producer: types.Producer, near: types.PipeTransport, far: types.PipeTransport) {
  const consumer = await near.consume({ producerId: producer.id });
  const { kind, rtpParameters } = consumer;
  const copy = await far.produce({ kind, rtpParameters, paused: consumer.producerPaused || consumer.paused, appData: producer.appData });
  const follow = () => quietly(consumer.producerPaused || consumer.paused ? copy.pause() : copy.resume());
  consumer.observer.on('pause', follow).on('resume', follow);
  consumer.observer.once('close', () => copy.close());
  if (consumer.closed) throw noStream('closed meanwhile');
  // It may have changed before anybody listened.
  if (copy.paused !== (consumer.producerPaused || consumer.paused)) follow();
  return { consumer, copy };
}

export type RemotePipes = {
  /**
   * Has another node send a session's stage to this router. Rejects with `Refusal`. `dead` is told, once at most, where
   * nothing comes through any more though the other node is not known to send nothing.
   */
  open(router: types.Router, what: { stageId: StageId; epoch: number; node: NodeId; flow: Flow }, dead: () => void): Promise<Feed>;
  /** Pipes to other nodes that are open here. */
  count(): number;
};

/** How this node takes part in pipes between nodes. */
export type PipeLink = {
  calls: NodeCalls;
  /** IP address at which the other nodes reach this one. */
  address: string;
  ports: { min: number; max: number } | null;
  /** `checkMs` between two looks at whether what another node sends still arrives; unasked for `unaskedMs`, a pipe is closed. */
  times?: { checkMs: number; unaskedMs: number };
};

/** A node that runs alone. */
export const noRemotePipes: RemotePipes = {
  open: () => Promise.reject(noStream('on stage at a node that is not known here')),
  count: () => 0,
};

type Sent = { to: NodeId; stageId: StageId; epoch: number; transport: types.PipeTransport; unasked: NodeJS.Timeout };

/** Of one pipe; its two directions are counted apart. */
async function rtpBytes(transport: types.PipeTransport): Promise<{ rtpBytesSent: number; rtpBytesReceived: number }> {
  const [stats] = await transport.getStats();
  return { rtpBytesSent: stats?.rtpBytesSent ?? 0, rtpBytesReceived: stats?.rtpBytesReceived ?? 0 };
}

/**
 * Pipes between nodes: SRTP by AES-256-GCM with keys that cross sealed, and retransmission (RFC 4588), since a network
 * between machines loses packets. A session crosses to a node once, whatever number watches there.
 */
export function createRemotePipes(rooms: Rooms, { calls, address, ports, times }: PipeLink): RemotePipes {
  const { checkMs, unaskedMs } = times ?? { checkMs: mediaLimits.pipeCheckMs, unaskedMs: mediaLimits.pipeUnaskedMs };
  const sent = new Map<string, Sent>();

  const openTransport = (router: types.Router) =>
    router.createPipeTransport({ listenInfo: pipeListenInfo(address, ports), enableSrtp: true, enableRtx: true, enableSctp: false });

  function endOf({ tuple, srtpParameters }: types.PipeTransport): PipeEnd {
    if (!srtpParameters) throw new Error('a pipe without SRTP');
    return { ip: address, port: tuple.localPort, srtpParameters };
  }

  /** Sends a stage of this node to another. */
  async function send({ sessionId: stageId, epoch, end }: PipeOffer, to: NodeId): Promise<PipeAnswer> {
    const room = rooms.of(stageId);
    const stage = await stageAt(room, epoch, mediaLimits.stageWaitMs);
    if (!stage || !room.origin) {
      rooms.forgetIfEmpty(room);
      throw noStream('not on stage here');
    }
    const transport = await openTransport(room.origin.router);
    try {
      await transport.connect(end);
      const consumed = await Promise.all(
        [...stage.sending.producers].map(async ([source, { id }]) => ({ source, consumer: await transport.consume({ producerId: id }) })),
      );
      // Of an answer that the other node did not get, there is one before.
      for (const before of sent.values()) {
        if (before.to === to && before.stageId === stageId && before.epoch === epoch) before.transport.close();
      }
      const unasked = setTimeout(() => transport.close(), unaskedMs).unref();
      sent.set(transport.id, { to, stageId, epoch, transport, unasked });
      transport.observer.once('close', () => {
        clearTimeout(unasked);
        sent.delete(transport.id);
      });
      // With the last of what it sends its use is gone; another epoch has pipes of its own.
      for (const { consumer } of consumed) {
        consumer.observer.once('close', () => consumed.every((other) => other.consumer.closed) && transport.close());
      }
      const producers = consumed.map(({ source, consumer }) => ({
        source,
        kind: consumer.kind,
        rtpParameters: told(consumer.rtpParameters),
      }));
      return { pipeId: transport.id, end: endOf(transport), producers };
    } catch (error) {
      transport.close();
      throw error;
    }
  }

  calls.serve(pipeOpen, send);
  calls.serve(pipeCheck, async ({ pipeId }, from) => {
    const pipe = sent.get(pipeId);
    if (pipe?.to !== from) throw noStream('no such pipe');
    pipe.unasked.refresh();
    const { rtpBytesSent } = await rtpBytes(pipe.transport);
    return { rtpBytesSent };
  });
  calls.serve(pipeClose, async ({ pipeId }, from) => {
    const pipe = sent.get(pipeId);
    if (pipe?.to === from) pipe.transport.close();
    return {};
  });

  /** `silent`: what the other node sent since the last look did not arrive, or it can't be asked; what it does not send need not. */
  function createCheck(node: NodeId, pipeId: string, transport: types.PipeTransport): () => Promise<'fine' | 'silent' | 'gone'> {
    let before = { sent: 0, received: 0 };
    return async () => {
      const { rtpBytesReceived: received } = await rtpBytes(transport);
      const arrives = received > before.received;
      try {
        const { rtpBytesSent: sent } = await calls.call(node, pipeCheck, { pipeId });
        const sends = sent > before.sent;
        before = { sent, received };
        return arrives || !sends ? 'fine' : 'silent';
      } catch (error) {
        before = { ...before, received };
        if (error instanceof Refusal && error.failure.code === 'no-stream') return 'gone';
        // It may be out of reach for calls alone.
        return arrives ? 'fine' : 'silent';
      }
    };
  }

  /** Looks at it until it is closed. */
  function watch(transport: types.PipeTransport, check: ReturnType<typeof createCheck>, dead: () => void): void {
    let silent = 0;
    const look = async () => {
      // Only a worker that ends answers nothing, and then the transport is closed.
      const found = await check().catch(() => 'gone');
      if (transport.closed) return;
      silent = found === 'silent' ? silent + 1 : 0;
      if (found === 'gone' || silent >= mediaLimits.pipeChecks) return dead();
      timer = lookLater();
    };
    const lookLater = () => setTimeout(() => void look(), checkMs).unref();
    let timer = lookLater();
    transport.observer.once('close', () => clearTimeout(timer));
  }

  return {
    async open(router, { stageId, epoch, node, flow }, dead) {
      const transport = await openTransport(router);
      let pipeId: string | null = null;
      const close = () => {
        transport.close();
        if (pipeId !== null) quietly(calls.call(node, pipeClose, { pipeId }));
      };
      try {
        const answer = await calls.call(node, pipeOpen, { sessionId: stageId, epoch, end: endOf(transport) });
        pipeId = answer.pipeId;
        await transport.connect(answer.end);
        const producers = await Promise.all(
          answer.producers.map(async ({ source, ...parameters }) => {
            const producer = await transport.produce({
              ...parameters,
              paused: !flow[source],
              keyFrameRequestDelay: mediaLimits.keyFrameRequestDelayMs,
              appData: { source },
            });
            return [source, producer] as const;
          }),
        );
        watch(transport, createCheck(node, answer.pipeId, transport), dead);
        const inTurn = createTurns(Infinity);
        return {
          producers: new Map(producers),
          // Telling the other node to hold and to go on costs more than the few seconds until the edge is closed.
          use() {},
          // In turn: whether one is paused is not known while that is being changed.
          apply: (now) =>
            inTurn(async () => {
              const changes = producers.filter(([source, producer]) => !producer.closed && producer.paused === now[source]);
              await Promise.all(changes.map(([source, producer]) => (now[source] ? producer.resume() : producer.pause())));
            }),
          close,
        };
      } catch (error) {
        close();
        throw error;
      }
    },
    count: () => sent.size,
  };
}

/** Without the one extension that mediasoup routes and our schema does not know (RFC 5450): its packets carry it unread. */
function told({ headerExtensions = [], ...rest }: types.RtpParameters): RtpParameters {
  return RtpParameters.parse({
    ...rest,
    headerExtensions: headerExtensions.filter(({ uri }) => uri !== 'urn:ietf:params:rtp-hdrext:toffset'),
  });
}
