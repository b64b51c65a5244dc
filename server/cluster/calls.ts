import { randomBytes } from 'node:crypto';
import { type Failure, Failure as FailureSchema, Refusal, refuse } from '@bedside/shared/errors.ts';
import { NodeId } from '@bedside/shared/ids.ts';
import * as z from 'zod';
import type { Cluster } from './cluster.ts';
import type { NodeCall } from './node-calls.ts';
import type { Seal } from './seal.ts';

/** Where a node takes calls, below its `NODE_URL`. */
export const NODE_CALL_PATH = '/cluster/call';
/** Milliseconds for a call between nodes of one network; a page waits for it. */
const TIMEOUT_MS = 3000;
/** Characters: an offer of a few producers is 10 kB. */
export const NODE_CALL_MAX = 128 * 1024;

const Request = z.strictObject({ id: z.string(), from: NodeId, to: NodeId, name: z.string(), input: z.unknown() });
const Reply = z.union([
  z.strictObject({ ok: z.literal(true), result: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: FailureSchema }),
]);

/** Parses, runs, answers; throws `Refusal`. */
type Handler = (raw: unknown, from: NodeId) => Promise<unknown>;

export type NodeCalls = {
  /**
   * Asks another node. Rejects with `Refusal`: the other's own, or `unavailable` where it is unknown, silent for 3 s, or
   * does not answer in words of ours.
   */
  call<I, R>(node: NodeId, what: NodeCall<I, R>, input: I): Promise<R>;
  /** Answers such calls of others from now on. */
  serve<I, R>(what: NodeCall<I, R>, handler: (input: I, from: NodeId) => Promise<R>): void;
  /** One call as it came in. Null for what no node of this cluster sealed for this one. Never rejects. */
  receive(text: string): Promise<string | null>;
};

/** How a node is reached by the others: at which IP address and port, and what it asks and answers. */
export type NodeLink = { calls: NodeCalls; address: string; port: number };

const unavailable = () => new Refusal('unavailable', 'the other node does not answer');

/** Calls between nodes over HTTP, at the addresses of the directory: what is sealed needs no TLS to be private. */
export function createNodeCalls(options: {
  cluster: Pick<Cluster, 'self' | 'others'>;
  seal: Seal;
  onError: (error: unknown) => void;
}): NodeCalls {
  const { cluster, seal } = options;
  const handlers = new Map<string, Handler>();

  async function answer(request: z.infer<typeof Request>): Promise<{ ok: true; result: unknown } | { ok: false; error: Failure }> {
    const handler = handlers.get(request.name);
    if (!handler) return refuse('bad-request', 'nobody answers this here');
    try {
      return { ok: true, result: await handler(request.input, request.from) };
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, error: error.failure };
      options.onError(error);
      return refuse('internal', 'something went wrong there');
    }
  }

  return {
    async call(node, { name, result }, input) {
      const url = cluster.others().find(({ id }) => id === node)?.report.url;
      if (!url) throw unavailable();
      const id = randomBytes(16).toString('base64url');
      let text: string;
      try {
        const response = await fetch(new URL(NODE_CALL_PATH, url), {
          method: 'POST',
          headers: { 'content-type': 'text/plain' },
          body: seal.seal('call', { id, from: cluster.self, to: node, name, input }),
          signal: AbortSignal.timeout(TIMEOUT_MS),
          redirect: 'error',
        });
        text = await response.text();
      } catch {
        throw unavailable();
      }
      const reply = Reply.safeParse(seal.open(`reply ${id}`, text)?.body);
      if (!reply.success) throw unavailable();
      if (!reply.data.ok) throw new Refusal(reply.data.error.code, reply.data.error.message, reply.data.error);
      const parsed = result.safeParse(reply.data.result);
      if (!parsed.success) throw unavailable();
      return parsed.data;
    },
    serve({ name, input }, handler) {
      handlers.set(name, async (raw, from) => {
        const parsed = input.safeParse(raw);
        if (!parsed.success) throw new Refusal('bad-request', 'does not parse');
        return await handler(parsed.data, from);
      });
    },
    async receive(text) {
      const request = Request.safeParse(seal.open('call', text)?.body);
      if (!request.success || request.data.to !== cluster.self) return null;
      return seal.seal(`reply ${request.data.id}`, await answer(request.data));
    },
  };
}
