import type { SessionCommand, TrackSource } from '@bedside/shared/commands.ts';
import { type Ack, type Failure, refuse } from '@bedside/shared/errors.ts';
import { type QuestionId, type SessionId, TabId } from '@bedside/shared/ids.ts';
import { applyOwnPatch, applyPatch } from '@bedside/shared/patch.ts';
import { PROTOCOL_VERSION } from '@bedside/shared/protocol-version.ts';
import { randomId } from '@bedside/shared/random-id.ts';
import type { Role } from '@bedside/shared/roles.ts';
import { type CallInput, type CallName, type CallResult, type Handshake, type Layers, pushes } from '@bedside/shared/rpc.ts';
import type { OwnView, View } from '@bedside/shared/view.ts';
import { type Connection, type ConnectionEvents, createConnection, type Dial } from './connection.ts';
import { createOutbox } from './outbox.ts';
import { createStore } from './store.ts';

type JoinResult = CallResult<'session:join'>;

export type SessionSnapshot = {
  connection: 'connecting' | 'live' | 'reconnecting' | 'refused';
  /** Why, when `refused`: nothing more will be tried, but for `no-identity`, which a change of the browser's settings may end. */
  refusal: Failure | null;
  /** How often its media may have been left behind: it went over to another server without a break, or what it received through ended. */
  moves: number;
  view: View | null;
  own: OwnView | null;
  role: Role;
  viewers: number;
  seq: number;
  /** The server's clock, milliseconds since 1970, as far as this page knows it. */
  serverNow(): number;
  /** Votes sent and not yet acked. */
  optimisticVotes: ReadonlyMap<QuestionId, boolean>;
  routerRtpCapabilities: NonNullable<JoinResult['media']>['routerRtpCapabilities'] | null;
  /** Of the picture, as the server told last. */
  layers: Partial<Record<TrackSource, Layers>>;
};

export type SessionClient = {
  get(): SessionSnapshot;
  subscribe(listener: () => void): () => void;
  /** Sends until acked or refused; resolves with the answer, however long the network is gone. */
  send(command: SessionCommand): Promise<Ack<CallResult<'session:command'>>>;
  /** One try; `unavailable` while there is no connection or no answer. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Ack<CallResult<N>>>;
  close(): void;
};

const RETRY_MS = 500;
/** Between two moves, at least and up to twice that: where all nodes are about to stop, each sends every page on at once. */
const MOVE_PAUSE_MS = 2000;

// A tab's name is chosen per load, not kept: a duplicated tab would copy it.
const tab = TabId.parse(randomId());

/** Keeps one page in one session: follows patches, mends gaps, and moves to another server when told to (rule R9). */
export function createSessionClient(sessionId: SessionId, as: Role, dial?: Dial): SessionClient {
  const handshake: Handshake = { protocol: PROTOCOL_VERSION, tab };
  let clockOffset = 0;
  let closed = false;
  const retries = new Set<ReturnType<typeof setTimeout>>();
  /** The one that is not joined yet, during a move. */
  let next: Connection | null = null;
  /** The one that was left last: it may still owe answers. */
  let left: Connection | null = null;
  let moving: ReturnType<typeof setTimeout> | undefined;
  let movedAt = -Infinity;
  let toldBeforeJoined = false;

  const store = createStore<SessionSnapshot>({
    connection: 'connecting',
    refusal: null,
    moves: 0,
    view: null,
    own: null,
    role: as,
    viewers: 0,
    seq: 0,
    serverNow: () => Date.now() + clockOffset,
    optimisticVotes: new Map(),
    routerRtpCapabilities: null,
    layers: {},
  });
  const update = (change: Partial<SessionSnapshot>) => store.set({ ...store.get(), ...change });

  const outbox = createOutbox({
    ready: () => current.joined(),
    retryAfter(run) {
      if (closed) return;
      const timer = setTimeout(() => {
        retries.delete(timer);
        run();
      }, RETRY_MS);
      retries.add(timer);
    },
    onChange: () => update({ optimisticVotes: outbox.votes() }),
    transmit: async (input) => {
      const over = current;
      const answer = await over.request('session:command', input);
      if (answer?.ok && input.command.type === 'cast-vote') keepVote(input.command.questionId, input.command.on);
      if (answer && !answer.ok && answer.error.code === 'not-joined') over.join();
      if (answer && !answer.ok && answer.error.code === 'removed') leave(answer.error);
      return answer;
    },
  });

  // The server does not tell a voter what the voter's own ack already said.
  function keepVote(questionId: QuestionId, on: boolean) {
    const { own } = store.get();
    if (!own) return;
    const others = own.votes.filter((id) => id !== questionId);
    update({ own: { ...own, votes: on ? [...others, questionId] : others } });
  }

  function asking(): CallInput<'session:join'> {
    const { view, own } = store.get();
    return { sessionId, as, since: view && own ? { audience: view.audience, seq: view.seq, own: own.seq } : undefined };
  }

  function open(): Connection {
    const on: ConnectionEvents = {
      entered(result) {
        const moved = connection === next;
        if (moved) {
          left?.close();
          left = current;
          left.retire();
          current = connection;
          next = null;
        }
        if (connection !== current) return;
        enter(result, moved);
        if (moved && toldBeforeJoined) move();
      },
      lost() {
        if (connection !== current) return;
        clearTimeout(moving);
        moving = undefined;
        if (next) {
          current.close();
          current = next;
          next = null;
        }
        if (store.get().connection !== 'refused') update({ connection: 'reconnecting' });
      },
      refused(refusal) {
        if (refusal.code === 'removed') return leave(refusal);
        if (connection === current) return update({ connection: 'refused', refusal });
        if (connection !== next) return;
        // The one that is left is as good as before, for as long as its server keeps it.
        dropNext();
        move(pause());
      },
      pushes: {
        'session:patch': takePatch,
        'session:own': takeOwnPatch,
        'session:seq': takeMark,
        'session:removed': takeRemoval,
        'media:ended': () => update({ moves: store.get().moves + 1 }),
        'media:layers': takeLayers,
        'session:move': () => {
          if (connection === current) move();
          else toldBeforeJoined = true;
        },
      },
    };
    const connection = createConnection(handshake, asking, on, dial);
    return connection;
  }

  const pause = () => MOVE_PAUSE_MS * (1 + Math.random());

  /** Rule R9: joins over another connection, and leaves this one when that is done. */
  function move(wait = performance.now() - movedAt < MOVE_PAUSE_MS ? pause() : 0) {
    if (next || moving !== undefined) return;
    moving = setTimeout(() => {
      moving = undefined;
      toldBeforeJoined = false;
      movedAt = performance.now();
      next = open();
      next.connect();
    }, wait);
  }

  function dropNext() {
    next?.close();
    next = null;
  }

  function enter(result: JoinResult, moved: boolean) {
    clockOffset = result.now - Date.now();
    const { view: oldView, own: oldOwn, moves } = store.get();
    const view = result.main.kind === 'view' ? result.main.view : oldView ? applyPatch(oldView, result.main.patch) : 'gap';
    const own = result.own.kind === 'view' ? result.own.view : oldOwn ? applyOwnPatch(oldOwn, result.own.patch) : 'gap';
    if (view === 'gap' || own === 'gap') {
      update({ view: null, own: null });
      return current.join();
    }
    // What came over the connection that was left may be newer than the answer over this one.
    const newest = moved && oldView && oldView.seq > view.seq ? oldView : view;
    update({
      connection: 'live',
      refusal: null,
      moves: moved ? moves + 1 : moves,
      view: newest,
      own: moved && oldOwn && oldOwn.seq > own.seq ? oldOwn : own,
      seq: newest.seq,
      role: result.role,
      viewers: result.viewers,
      routerRtpCapabilities: result.media?.routerRtpCapabilities ?? null,
    });
    outbox.flush();
  }

  function takePatch(raw: unknown) {
    const patch = pushes['session:patch'].safeParse(raw);
    const { view } = store.get();
    if (!view) return;
    const after = patch.success ? applyPatch(view, patch.data) : 'gap';
    if (after === 'gap') return current.join();
    update({ view: after, seq: after.seq });
  }

  function takeOwnPatch(raw: unknown) {
    const patch = pushes['session:own'].safeParse(raw);
    const { own } = store.get();
    if (!own) return;
    const after = patch.success ? applyOwnPatch(own, patch.data) : 'gap';
    if (after === 'gap') return current.join();
    update({ own: after });
  }

  function takeMark(raw: unknown) {
    const mark = pushes['session:seq'].safeParse(raw);
    const { view } = store.get();
    if (!view || !mark.success) return;
    update({ viewers: mark.data.viewers });
    if (mark.data.seq > view.seq) current.join();
  }

  function takeLayers(raw: unknown) {
    const layers = pushes['media:layers'].safeParse(raw);
    if (!layers.success) return;
    const { source, ...of } = layers.data;
    update({ layers: { ...store.get().layers, [source]: of } });
  }

  function takeRemoval(raw: unknown) {
    const removal = pushes['session:removed'].safeParse(raw);
    leave(refuse('removed', 'told by the server', removal.success ? removal.data : {}).error);
  }

  /** Moderators have taken this person out (rule H2): nothing more is sent, heard or tried. */
  function leave(refusal: Failure) {
    clearTimeout(moving);
    dropNext();
    left?.close();
    current.close();
    update({ connection: 'refused', refusal });
  }

  const online = () => {
    if (store.get().connection === 'refused') return;
    current.connect();
    next?.connect();
  };
  addEventListener('online', online);
  let current = open();
  current.connect();

  return {
    get: store.get,
    subscribe: store.subscribe,
    send: outbox.send,
    async call(name, input) {
      if (!current.joined()) return refuse('unavailable', 'not connected');
      return (await current.request(name, input)) ?? refuse('unavailable', 'no answer');
    },
    close() {
      closed = true;
      removeEventListener('online', online);
      for (const timer of retries) clearTimeout(timer);
      clearTimeout(moving);
      dropNext();
      left?.close();
      current.close();
    },
  };
}
