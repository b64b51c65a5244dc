import { WebSocket } from 'ws';
import { hear } from './protocol.ts';
import type { Viewer, ViewerEvents } from './viewer.ts';

/** A bare WebSocket that reads every frame as a viewer does, and counts as joined once it is open. */
export function createListener(url: () => string, on: Pick<ViewerEvents, 'joined' | 'frame' | 'patch'>): Viewer {
  let socket: WebSocket | null = null;
  let seq = -1;
  return {
    open() {
      const begun = performance.now();
      socket = new WebSocket(url().replace(/^http/, 'ws'), { perMessageDeflate: false });
      socket.on('open', () => on.joined(performance.now() - begun));
      socket.on('message', (data: Buffer) => {
        on.frame(data.length);
        const message = hear(data);
        if (message.kind !== 'patch') return;
        on.patch(performance.now());
        seq = Math.max(seq, message.to);
      });
    },
    joined: () => socket?.readyState === WebSocket.OPEN,
    seq: () => seq,
    vote() {},
    unanswered: () => 0,
    close: () => socket?.close(),
  };
}
