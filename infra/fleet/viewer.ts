import { WebSocket } from 'ws';
import type { SessionCommand } from '@bedside/shared/commands.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import { PROTOCOL_VERSION } from '@bedside/shared/protocol-version.ts';
import { calls, parseAnswer } from '@bedside/shared/rpc.ts';
import { hear, wire } from './protocol.ts';

type CastVote = Extract<SessionCommand, { type: 'cast-vote' }>;

/** As the product's pages come back: milliseconds, doubled each time up to the most, each time more or less by up to half. */
const back = { first: 300, most: 3000, jitter: 0.5 } as const;

export type ViewerOptions = {
  /** Of any node. */
  url: () => string;
  cookie: string;
  /** What a proxy in front would say of where it comes from. */
  address: string;
  tab: string;
  sessionId: SessionId;
};

/** Milliseconds are those of `performance.now()`. */
export type ViewerEvents = {
  joined: (sinceLostMs: number) => void;
  refused: (code: string) => void;
  frame: (bytes: number) => void;
  patch: (at: number) => void;
  /** `answer`: `ok` or the code of a refusal. */
  acked: (ms: number, answer: string) => void;
  /** A vote that was acked is in a tally that this viewer was told. */
  tallied: (ms: number) => void;
};

export type Viewer = {
  open(): void;
  joined(): boolean;
  /** `seq` of what it was told last. */
  seq(): number;
  vote(commandId: string, vote: CastVote): void;
  /** Of votes: neither acked nor refused yet. */
  unanswered(): number;
  close(): void;
};

type Waiting = { commandId: string; command: CastVote; sentAt: number };

/** A patient's page without a screen, and without keeping the view that patches move: thousands fit into one process. */
export function createViewer(options: ViewerOptions, on: ViewerEvents): Viewer {
  let socket: WebSocket | null = null;
  let joined = false;
  let joining = 0;
  let closed = false;
  let tries = 0;
  let lostAt = performance.now();
  let seq = -1;
  let own = -1;
  let nextId = 1;
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Map<number, Waiting>();
  const untold: { seq: number; sentAt: number }[] = [];

  function open(): void {
    const url = options.url();
    socket = new WebSocket(`${url.replace(/^http/, 'ws')}${wire.path}`, {
      headers: { cookie: options.cookie, origin: url, 'x-forwarded-for': options.address },
      perMessageDeflate: false,
    });
    socket.on('message', (data: Buffer) => heard(data));
    socket.on('error', () => {});
    socket.on('close', lost);
  }

  function lost(): void {
    if (joined) lostAt = performance.now();
    joined = false;
    joining = 0;
    socket = null;
    if (closed) return;
    const wait = Math.min(back.most, back.first * 2 ** tries) * (1 + back.jitter * (2 * Math.random() - 1));
    tries += 1;
    timer = setTimeout(open, wait);
  }

  function join(): void {
    if (joining !== 0) return;
    joining = nextId++;
    const since = seq >= 0 ? { since: { audience: 'public', seq, own } } : {};
    socket?.send(wire.call(joining, 'session:join', { sessionId: options.sessionId, as: 'viewer', ...since }));
  }

  function heard(data: Buffer): void {
    on.frame(data.length);
    const message = hear(data);
    switch (message.kind) {
      case 'open':
        return socket?.send(wire.connect({ protocol: PROTOCOL_VERSION, tab: options.tab }));
      case 'ping':
        return socket?.send(wire.pong);
      case 'entered':
        return join();
      case 'refused':
        on.refused(message.code);
        return socket?.close();
      case 'patch':
        on.patch(performance.now());
        if (message.to > seq) moveTo(message.to);
        return;
      case 'own':
        own = Math.max(own, message.to);
        return;
      case 'seq':
        if (joined && message.seq > seq) join();
        return;
      case 'answer':
        return message.id === joining ? entered(message.answer) : answered(message.id, message.answer);
      case 'done':
        return done(message.id, message.seq);
      case 'closed':
        return socket?.close();
      case 'other':
        return;
    }
  }

  function moveTo(to: number): void {
    seq = to;
    const now = performance.now();
    for (let at = untold.length - 1; at >= 0; at--) {
      const vote = untold[at];
      if (!vote || vote.seq > to) continue;
      untold.splice(at, 1);
      on.tallied(now - vote.sentAt);
    }
  }

  function entered(raw: unknown): void {
    joining = 0;
    const answer = parseAnswer(calls['session:join'].result, raw);
    if (!answer.ok) {
      on.refused(answer.error.code);
      return socket?.close();
    }
    const { main } = answer;
    own = answer.own.kind === 'view' ? answer.own.view.seq : answer.own.patch.to;
    moveTo(main.kind === 'view' ? main.view.seq : main.patch.to);
    const again = !joined;
    joined = true;
    tries = 0;
    if (!again) return;
    on.joined(performance.now() - lostAt);
    // Rule R8: until it is acked or refused.
    for (const [id, vote] of waiting) send(id, vote);
  }

  function send(id: number, { commandId, command }: Waiting): void {
    socket?.send(wire.call(id, 'session:command', { commandId, command }));
  }

  function answered(id: number, raw: unknown): void {
    const vote = waiting.get(id);
    if (!vote) return;
    const answer = parseAnswer(calls['session:command'].result, raw);
    if (answer.ok) return done(id, answer.seq);
    const { code, retryAfterMs } = answer.error;
    if (code === 'unavailable') return void setTimeout(() => joined && send(id, vote), retryAfterMs ?? back.first);
    waiting.delete(id);
    on.acked(performance.now() - vote.sentAt, code);
  }

  function done(id: number, at: number): void {
    const vote = waiting.get(id);
    if (!vote) return;
    waiting.delete(id);
    const ms = performance.now() - vote.sentAt;
    on.acked(ms, 'ok');
    if (at <= seq) on.tallied(ms);
    else untold.push({ seq: at, sentAt: vote.sentAt });
  }

  return {
    open,
    joined: () => joined,
    seq: () => seq,
    vote(commandId, command) {
      const id = nextId++;
      const vote = { commandId, command, sentAt: performance.now() };
      waiting.set(id, vote);
      if (joined) send(id, vote);
    },
    unanswered: () => waiting.size,
    close() {
      closed = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}
