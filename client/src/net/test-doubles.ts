import type { Failure } from '@bedside/shared/errors.ts';
import { SessionId } from '@bedside/shared/ids.ts';

/** A server at the other end of socket.io-client's `io`, as far as a session uses it. */
export class FakeSocket {
  connected = false;
  connects = 0;
  readonly sent: { name: string; input: unknown; ack: (answer: unknown) => void }[] = [];
  cuts = 0;
  left = false;
  /** Null answers nothing. */
  answers: Record<string, (() => object) | null> = { 'session:join': () => joinAnswer() };
  /** A try to connect leads nowhere. */
  hangs = false;
  /** What comes of a try to connect. */
  refusal: Failure | null = null;
  readonly #listeners = new Map<string, Set<(...args: unknown[]) => void>>();
  readonly #any = new Set<() => void>();
  readonly io = { engine: { transport: { close: () => this.#cut() } } };

  on(name: string, listener: (...args: unknown[]) => void) {
    this.#listeners.set(name, (this.#listeners.get(name) ?? new Set()).add(listener));
  }
  once = this.on.bind(this);
  off(name: string, listener: (...args: unknown[]) => void) {
    this.#listeners.get(name)?.delete(listener);
  }
  onAny(listener: () => void) {
    this.#any.add(listener);
  }
  connect() {
    this.connects += 1;
    this.left = false;
    queueMicrotask(() => {
      if (this.left || this.hangs) return;
      this.connected = this.refusal === null;
      if (this.refusal) this.tell('connect_error', Object.assign(new Error('refused'), { data: this.refusal }));
      else this.tell('connect');
    });
  }
  disconnect() {
    this.connected = false;
    this.left = true;
    this.tell('disconnect', 'io client disconnect');
  }
  emit(name: string, input: unknown, ack: (answer: unknown) => void) {
    this.sent.push({ name, input, ack });
    const answer = this.answers[name];
    if (answer) queueMicrotask(() => ack(answer()));
  }
  push(name: string, value: unknown = {}) {
    for (const listener of this.#any) listener();
    this.tell(name, value);
  }
  tell(name: string, ...args: unknown[]) {
    for (const listener of this.#listeners.get(name) ?? []) listener(...args);
  }
  #cut() {
    this.cuts += 1;
    this.breakOff();
  }
  /** Its network or server is gone: Socket.IO comes back by itself, unless it was told to leave. */
  breakOff() {
    this.connected = false;
    this.left = false;
    this.tell('disconnect', 'transport close');
    if (!this.left) this.connect();
  }
}

export const session = SessionId.parse('session-of-a-test-1234');
export function joinAnswer(seq = 1) {
  return {
    ok: true,
    role: 'viewer',
    main: {
      kind: 'view',
      view: {
        audience: 'public',
        seq,
        session: {
          id: session,
          title: 'Asthma in children',
          description: '',
          host: { name: 'A. Doctor', title: '' },
          phase: 'open',
          startsAt: 0,
          liveAt: null,
          endedAt: null,
          stream: { epoch: 0, status: 'off', tracks: { camera: 'off', microphone: 'off', screen: 'off' } },
          layout: 'picture-in-picture',
          answeringId: null,
          pinnedId: null,
          queueLocked: false,
          slowSeconds: 0,
          closed: false,
          recording: false,
          hls: null,
        },
        counts: { received: 0, approved: 0, answered: 0, merged: 0, declined: {}, declinedForOthers: false },
        captions: { about: { source: null, none: null, glossary: 0, revised: 0 }, lines: [] },
        questions: [],
      },
    },
    own: { kind: 'view', view: { seq, questions: [], votes: [] } },
    viewers: 1,
    now: 0,
    media: null,
  };
}
