import type { BrowserContext, Page, WebSocketRoute } from '@playwright/test';
import * as z from 'zod';

/** Sends a browser's pages from one node to another, as a node does that is about to stop. */
export type Moves = {
  move(): void;
  /** How many connections were made so far. */
  connections(): number;
};

/**
 * One server stands for all nodes: it is made to take every connection for another page's. It then knows nothing of what
 * flows to the page that was there before, and lets that flow on for a while, which is all that makes up another node.
 */
export async function createMoves(context: BrowserContext): Promise<Moves> {
  let connections = 0;
  let newest: WebSocketRoute | null = null;
  await context.routeWebSocket(/\/socket\.io\//, (page) => {
    connections += 1;
    const tab = `"tab":"${connections}-`;
    newest = page;
    const server = page.connectToServer();
    // Socket.IO's CONNECT packet, which names the tab.
    page.onMessage((message) =>
      server.send(typeof message === 'string' && message.startsWith('40') ? message.replace('"tab":"', tab) : message),
    );
    server.onMessage((message) => page.send(message));
  });
  return {
    move: () => newest?.send('42["session:move",{}]'),
    connections: () => connections,
  };
}

/**
 * Looks every 20 ms; text, since this project is typed for Node. On a machine that is too busy to let the page look for a second,
 * nothing is shown for that second whatever a server does: of each interval at most a tenth of a second counts.
 */
const look = `
  clearInterval(window.looking);
  window.shown = { worst: 0, states: [] };
  let frames = -1;
  let without = 0;
  let last = performance.now();
  window.looking = setInterval(() => {
    const video = document.querySelector('video');
    const { totalVideoFrames } = video.getVideoPlaybackQuality();
    const now = performance.now();
    without += Math.min(now - last, 100);
    last = now;
    window.shown.worst = Math.max(window.shown.worst, without);
    if (totalVideoFrames !== frames) without = 0;
    frames = totalVideoFrames;
    if (!window.shown.states.includes(video.dataset.state)) window.shown.states.push(video.dataset.state);
  }, 20);
`;
const Shown = z.object({
  /** Milliseconds without a new picture, at worst. */
  worst: z.number(),
  states: z.array(z.string()),
});

/** Begins to look at what a page shows; call what it resolves with for what it has shown since. */
export async function watchStage(page: Page): Promise<() => Promise<z.infer<typeof Shown>>> {
  await page.evaluate(look);
  return async () => Shown.parse(await page.evaluate('window.shown'));
}
