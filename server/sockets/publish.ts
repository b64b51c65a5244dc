import type { PersonId, QuestionId, SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import type { OwnPatch, Patch } from '@bedside/shared/patch.ts';
import { Audience, audienceOf, isStaff } from '@bedside/shared/roles.ts';
import type { Cluster } from '../cluster/cluster.ts';
import type { Metrics } from '../metrics.ts';
import type { Event, Fact } from '../session/events.ts';
import type { OpenSession } from '../sessions.ts';
import { createFanOut } from './fan-out.ts';
import { audienceRoom, type BedsideServer, type Joined, type Page, personRoom } from './page.ts';

/** A session that somebody is in: what its rooms were last told, and who is there. */
type Channel = {
  session: OpenSession;
  release: () => void;
  /** Sockets by person, and how many of them watch as viewers. */
  people: Map<PersonId, { sockets: number; viewing: number }>;
  viewers: number;
  rooms: Record<Audience, Room>;
  /** `to` of the last patch of their own that a person's pages may rely on. */
  own: Map<PersonId, number>;
  /** People whose own view may have changed since it was last told. */
  touched: Set<PersonId>;
  timer: NodeJS.Timeout | null;
  /** When the next tick comes, and when the last one came (`performance.now()`). */
  due: number;
  lastTick: number;
};

/** `told`: `to` of the last patch sent. `seen`: up to where nothing more changed for this audience. */
type Room = { told: number; seen: number };

const audiences = Audience.options;

const changes = ({ put, remove, tallies, session, counts, captions }: Patch) =>
  put.length > 0 || remove.length > 0 || [tallies, session, counts, captions].some((part) => part !== undefined);
const changesOwn = ({ put, votes, rest }: OwnPatch) => put.length > 0 || votes !== undefined || rest !== undefined;

/**
 * Tells rooms what was committed: one patch per audience and tick, only where that audience sees a change, never one
 * message per vote. Staff and the people concerned hear at once; of votes only who voted. Only this node's sockets are
 * told: every node publishes its own.
 */
export function createPublisher(
  io: BedsideServer,
  metrics: Metrics,
  cluster: Pick<Cluster, 'others'>,
  /** Those who watch through this node and are no page (rule W7). */
  players: () => ReadonlyMap<SessionId, number> = () => new Map(),
) {
  const channels = new Map<SessionId, Channel>();
  const fanOut = createFanOut(io);

  /** A person who watches through two nodes counts twice (rule C7): who is where, nodes don't tell each other. */
  const viewersOf = (sessionId: SessionId) =>
    cluster
      .others()
      .reduce(
        (sum, { report }) => sum + (report.viewers[sessionId] ?? 0),
        (channels.get(sessionId)?.viewers ?? 0) + (players().get(sessionId) ?? 0),
      );

  function viewersHere(): Map<SessionId, number> {
    const here = new Map(players());
    for (const [sessionId, { viewers }] of channels) if (viewers > 0) here.set(sessionId, (here.get(sessionId) ?? 0) + viewers);
    return here;
  }
  metrics.watchViewers(() => [...viewersHere().values()].reduce((sum, viewers) => sum + viewers, 0));

  function channelOf(sessionId: SessionId, session: OpenSession): Channel {
    const existing = channels.get(sessionId);
    if (existing) return existing;
    const { seq } = session.state;
    const room = () => ({ told: seq, seen: seq });
    const channel: Channel = {
      session,
      release: session.retain(),
      people: new Map(),
      viewers: 0,
      rooms: { public: room(), presenter: room(), staff: room() },
      own: new Map(),
      touched: new Set(),
      timer: null,
      due: 0,
      lastTick: 0,
    };
    channels.set(sessionId, channel);
    return channel;
  }

  function tellRoom(sessionId: SessionId, channel: Channel, audience: Audience): void {
    const { session } = channel;
    const { seq } = session.state;
    const room = channel.rooms[audience];
    if (room.seen === seq) return;
    const name = audienceRoom(sessionId, audience);
    // Else patches would pile up behind each other where a room takes longer than a tick; the next one has it all.
    if (fanOut.busy(name)) return schedule(sessionId, channel);
    const patch = io.sockets.adapter.rooms.has(name) ? session.patch(audience, room.seen) : null;
    room.seen = seq;
    if (!patch) {
      // Nobody there, or too far behind for one patch: the next watermark makes whoever is behind join again.
      room.told = seq;
    } else if (changes(patch)) {
      // Nothing changed between `told` and where the patch begins, so that it also moves who is at `told`.
      fanOut(name, 'session:patch', { ...patch, from: room.told });
      metrics.patchSent(audience);
      room.told = seq;
    }
  }

  function tellPerson(sessionId: SessionId, channel: Channel, person: PersonId): void {
    const since = channel.own.get(person);
    const patch = since === undefined ? null : channel.session.ownPatch(person, since);
    if (!patch || !changesOwn(patch)) return;
    // The answer to what changed it goes out in the same turn.
    fanOut(personRoom(sessionId, person), 'session:own', patch, { together: true });
    channel.own.set(person, patch.to);
  }

  function tellPeople(sessionId: SessionId, channel: Channel): void {
    for (const person of channel.touched) tellPerson(sessionId, channel, person);
    channel.touched.clear();
  }

  function tick(sessionId: SessionId, channel: Channel): void {
    channel.timer = null;
    channel.lastTick = performance.now();
    for (const audience of audiences) tellRoom(sessionId, channel, audience);
    tellPeople(sessionId, channel);
  }

  /** `urgent`: what is read while it is spoken does not wait for the longer tick of a large audience (rule L6). */
  function schedule(sessionId: SessionId, channel: Channel, urgent = false): void {
    const interval = channel.viewers > limits.tickLargeAt && !urgent ? limits.tickLargeMs : limits.tickMs;
    const due = Math.max(performance.now(), channel.lastTick + interval);
    if (channel.timer && channel.due <= due) return;
    if (channel.timer) clearTimeout(channel.timer);
    channel.due = due;
    channel.timer = setTimeout(() => tick(sessionId, channel), Math.max(0, due - performance.now()));
  }

  function watermark(): void {
    for (const [sessionId, channel] of channels) {
      const viewers = viewersOf(sessionId);
      for (const audience of audiences) {
        const room = audienceRoom(sessionId, audience);
        // What is on its way tells as much.
        if (!fanOut.busy(room)) fanOut(room, 'session:seq', { seq: channel.rooms[audience].told, viewers });
      }
    }
  }

  function count(channel: Channel, person: PersonId, by: 1 | -1, viewing: boolean): void {
    const entry = channel.people.get(person) ?? { sockets: 0, viewing: 0 };
    const before = entry.viewing > 0;
    entry.sockets += by;
    if (viewing) entry.viewing += by;
    channel.viewers += Number(entry.viewing > 0) - Number(before);
    if (entry.sockets > 0) channel.people.set(person, entry);
    else channel.people.delete(person);
  }

  // Some way below the promise, so that a busy moment does not break it.
  const watermarks = setInterval(watermark, limits.watermarkMs * 0.75);
  watermarks.unref();

  return {
    /** Puts a page into its rooms. Whoever calls takes the page's view in the same turn of the event loop. */
    enter(page: Page, joined: Joined): void {
      const channel = channelOf(joined.sessionId, joined.session);
      if (!channel.own.has(page.person)) channel.own.set(page.person, joined.session.state.seq);
      void page.socket.join([audienceRoom(joined.sessionId, audienceOf[joined.role]), personRoom(joined.sessionId, page.person)]);
      count(channel, page.person, 1, joined.role === 'viewer');
    },
    leave(page: Page, joined: Joined): void {
      const channel = channels.get(joined.sessionId);
      if (!channel) return;
      void page.socket.leave(audienceRoom(joined.sessionId, audienceOf[joined.role]));
      void page.socket.leave(personRoom(joined.sessionId, page.person));
      count(channel, page.person, -1, joined.role === 'viewer');
      if (!channel.people.has(page.person)) channel.own.delete(page.person);
      if (channel.people.size > 0) return;
      if (channel.timer) clearTimeout(channel.timer);
      channels.delete(joined.sessionId);
      channel.release();
    },
    committed(sessionId: SessionId, session: OpenSession, events: readonly Event[]): void {
      const channel = channels.get(sessionId);
      if (!channel) return;
      for (const event of events) {
        const { fact } = event;
        for (const person of concerned(session, event)) channel.touched.add(person);
        if (fact.type === 'votes-cast') for (const { voter } of fact.votes) tellPerson(sessionId, channel, voter);
      }
      if (events.some(({ fact }) => concernsOthers.has(fact.type))) {
        // The log no longer knows who voted for what is gone, nor whose hand was, so everyone here whose own view is newer than told.
        for (const [person, told] of channel.own) if (session.ownTouched(person) > told) channel.touched.add(person);
      }
      if (events.some(({ fact }) => fact.type !== 'votes-cast')) {
        tellRoom(sessionId, channel, 'staff');
        tellPeople(sessionId, channel);
      }
      schedule(
        sessionId,
        channel,
        events.some(({ fact }) => fact.type === 'caption-added'),
      );
    },
    /** Through all nodes, as they told last. */
    viewers: viewersOf,
    /** Through this node, for its report. */
    viewersBySession: () => Object.fromEntries(viewersHere()),
    close(): void {
      clearInterval(watermarks);
      for (const channel of channels.values()) {
        if (channel.timer) clearTimeout(channel.timer);
        channel.release();
      }
      channels.clear();
    },
  };
}
export type Publisher = ReturnType<typeof createPublisher>;

/** Whose own view an event may have changed, besides those who voted for what it names: who asked, and who did it. */
function concerned(session: OpenSession, { by, fact }: Event): PersonId[] {
  const author = (id: QuestionId) => session.state.questions.get(id)?.author ?? [];
  // Voters hear of it at once; whose question it is, with everybody.
  if (fact.type === 'votes-cast') return fact.votes.flatMap(({ questionId }) => author(questionId));
  // Whoever moderates for the first time has a number from then on.
  const doer = by.person !== null && (isStaff(by.role) || ofOwnHand.has(fact.type)) ? [by.person] : [];
  return doer.concat('questionId' in fact ? author(fact.questionId) : []);
}

/** What somebody does about their own hand. */
const ofOwnHand = new Set<Fact['type']>(['hand-raised', 'hand-emergency-confirmed', 'hand-lowered', 'guest-consented', 'guest-left']);

/** What makes a question public or takes that from it, or moves votes; or concerns a hand that may be gone by now. */
const concernsOthers = new Set<Fact['type']>([
  'hand-lowered',
  'guest-invited',
  'guest-admitted',
  'guest-removed',
  'question-approved',
  'review-undone',
  'question-withdrawn',
  'edit-objected',
  'question-merged',
  'question-unmerged',
]);
