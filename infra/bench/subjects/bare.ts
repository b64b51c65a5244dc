import { createServer } from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { answerAsks } from '../../fleet/asked.ts';
import { bareAsks } from './asks.ts';
import { openBareVotes } from './bare-votes.ts';
import { usage } from './usage.ts';

// What the product is built on, bare: raw `ws` that sends the same bytes to the same number of clients, and SQLite that gets the same rows.
const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });

const votes = openBareVotes();

answerAsks(
  bareAsks,
  {
    async begin() {
      http.listen(0, '127.0.0.1');
      await once(http, 'listening');
      const address = http.address();
      if (typeof address !== 'object' || address === null) throw new Error('listens on no port');
      return { url: `http://127.0.0.1:${address.port}` };
    },
    async broadcast({ count, everyMs, frame }) {
      for (let sent = 0; sent < count; sent++) {
        await sleep(everyMs);
        for (const client of sockets.clients) client.send(frame);
      }
      return {};
    },
    insertVotes: async ({ count, batch }) => ({ ms: votes.insert(count, batch) }),
    usage,
  },
  async () => votes.close(),
);
