import { once } from 'node:events';
import * as z from 'zod';

const Message = z.object({
  janus: z.string(),
  transaction: z.string().optional(),
  sender: z.number().optional(),
  data: z.object({ id: z.number() }).optional(),
  jsep: z.object({ type: z.string(), sdp: z.string() }).optional(),
  error: z.object({ code: z.number(), reason: z.string() }).optional(),
  plugindata: z.object({ data: z.looseObject({ error: z.string().optional() }) }).optional(),
});
export type JanusMessage = z.infer<typeof Message>;

const KEEPALIVE_MS = 20_000;
const ANSWER_MS = 20_000;

/** One session of Janus's API over WebSocket (https://janus.conf.meetecho.com/docs/rest.html). */
export type JanusApi = {
  /** Resolves with a new handle of the streaming plugin. */
  attach(): Promise<number>;
  /** Sends a message to the plugin. Resolves with the event that answers it, past the acknowledgement. */
  message(handle: number, body: object, jsep?: { type: string; sdp: string }): Promise<JanusMessage>;
  close(): void;
};

export async function openJanusApi(url: string): Promise<JanusApi> {
  const socket = new WebSocket(url, 'janus-protocol');
  await once(socket, 'open');
  const waiting = new Map<string, (message: JanusMessage) => void>();
  let transactions = 0;

  socket.addEventListener('message', ({ data }) => {
    const message = Message.parse(JSON.parse(String(data)));
    if (message.transaction !== undefined && message.janus !== 'ack') waiting.get(message.transaction)?.(message);
  });

  async function ask(request: object): Promise<JanusMessage> {
    const transaction = String(++transactions);
    const { promise, resolve, reject } = Promise.withResolvers<JanusMessage>();
    const timer = setTimeout(() => reject(new Error('Janus did not answer')), ANSWER_MS);
    waiting.set(transaction, resolve);
    socket.send(JSON.stringify({ ...request, transaction }));
    try {
      const answer = await promise;
      const problem = answer.error?.reason ?? answer.plugindata?.data.error;
      if (problem !== undefined) throw new Error(`Janus refused: ${problem}`);
      return answer;
    } finally {
      clearTimeout(timer);
      waiting.delete(transaction);
    }
  }

  const idIn = ({ data }: JanusMessage) => {
    if (!data) throw new Error('Janus gave no id');
    return data.id;
  };
  const session_id = idIn(await ask({ janus: 'create' }));
  const alive = setInterval(() => socket.send(JSON.stringify({ janus: 'keepalive', session_id, transaction: 'alive' })), KEEPALIVE_MS);
  return {
    attach: async () => idIn(await ask({ janus: 'attach', session_id, plugin: 'janus.plugin.streaming' })),
    message: (handle_id, body, jsep) => ask({ janus: 'message', session_id, handle_id, body, ...(jsep ? { jsep } : {}) }),
    close() {
      clearInterval(alive);
      socket.close();
    },
  };
}
