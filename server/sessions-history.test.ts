import { CommandId, type SessionId } from '@bedside/shared/ids.ts';
import { Audience } from '@bedside/shared/roles.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answer } from './carry-out.ts';
import type { Cluster } from './cluster/cluster.ts';
import { replay } from './session/evolve.ts';
import type { OwnedState } from './session/state.ts';
import { visible, visibleToAuthor } from './session/visible.ts';
import { createSessions, type OpenSession, type Sessions } from './sessions.ts';
import { type Store, StoreUnavailable } from './store/store.ts';
import { anyHistory, commandOf, marker, type Step } from './testing/histories.ts';
import { cast, sessionId, textsNamedBy } from './testing/play.ts';
import { memoryStore } from './testing/memory-store.ts';

/** What becomes of an append; a crash takes the node with it. */
type Fate = 'well' | 'refused' | 'answer lost' | 'crash before' | 'crash after';
/** What becomes of an announcement on its way to another node. */
type Delivery = 'once' | 'twice' | 'lost';

const anyFate = fc.constantFrom<Fate>('well', 'well', 'well', 'well', 'well', 'refused', 'answer lost', 'crash before', 'crash after');
const anyWorld = fc.record({
  steps: anyHistory,
  /** How many of the steps are sent at the same time, and to which node each, once or twice. */
  waves: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 5, maxLength: 5 }),
  nodes: fc.array(fc.nat(2), { minLength: 7, maxLength: 7 }),
  doubled: fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }),
  fates: fc.array(anyFate, { minLength: 13, maxLength: 13 }),
  deliveries: fc.array(fc.constantFrom<Delivery>('once', 'twice', 'lost'), { minLength: 7, maxLength: 7 }),
});
type World = typeof anyWorld extends fc.Arbitrary<infer T> ? T : never;

const cycle = <T>(values: readonly T[], fallback: T) => {
  let at = 0;
  return () => values[at++ % values.length] ?? fallback;
};

type Life = { dead: boolean };
type Node = { sessions: Sessions; life: Life };

/** Three nodes on one database, whose every step waits for its turn, in an order that the scheduler makes up. */
function createWorld(scheduler: fc.Scheduler, { fates, deliveries }: World) {
  const store = memoryStore();
  const nextFate = cycle(fates, 'well');
  const nextDelivery = cycle(deliveries, 'once');
  const nodes: Node[] = [];
  const hearers = new Map<Life, (id: SessionId, seq: number) => void>();
  let ids = 0;
  let clock = 1000;

  function storeOf(life: Life): Store {
    const turn = async () => {
      await scheduler.schedule(Promise.resolve());
      if (life.dead) throw new StoreUnavailable('dead');
    };
    return {
      ...store,
      async events(id, after) {
        await turn();
        return store.events(id, after);
      },
      async commandAnswer(id, person, commandId) {
        await turn();
        return store.commandAnswer(id, person, commandId);
      },
      async append(append) {
        const fate = nextFate();
        await turn();
        if (fate === 'crash before') life.dead = true;
        if (fate === 'crash before' || fate === 'refused') throw new StoreUnavailable(fate);
        const result = await store.append(append);
        if (fate === 'crash after') life.dead = true;
        if (fate === 'crash after' || fate === 'answer lost') throw new StoreUnavailable(fate);
        return result;
      },
    };
  }

  function clusterOf(life: Life): Pick<Cluster, 'announce' | 'onAnnounced'> {
    return {
      announce(id, seq) {
        for (const [other, hear] of hearers) {
          const times = { once: 1, twice: 2, lost: 0 }[nextDelivery()];
          for (let time = 0; time < times && other !== life; time++) void scheduler.schedule(Promise.resolve()).then(() => hear(id, seq));
        }
      },
      onAnnounced(listener) {
        hearers.set(life, listener);
        return () => hearers.delete(life);
      },
    };
  }

  function start(): Node {
    const life = { dead: false };
    const sessions = createSessions({
      store: storeOf(life),
      cluster: clusterOf(life),
      now: () => (clock += 10),
      newId: () => `made-${++ids}`,
      seal: (body) => `sealed ${body}`,
      voteBatchMs: 0,
      onError: (error) => expect(error).toBeInstanceOf(StoreUnavailable),
    });
    let told = 0;
    sessions.onCommitted((_, events) => {
      for (const { seq } of events) {
        if (told > 0) expect(seq, 'each event is told once and in order').toBe(told + 1);
        told = seq;
      }
    });
    return { sessions, life };
  }

  /** The node of this number; one that crashed is started anew. */
  function node(at: number): Sessions {
    const found = nodes[at];
    if (found && !found.life.dead) return found.sessions;
    nodes[at] = start();
    return nodes[at].sessions;
  }

  async function truth(): Promise<OwnedState> {
    const state = replay(sessionId, await store.events(sessionId, 0));
    if (!state) throw new Error('no session');
    return state;
  }
  return { store, node, truth };
}

/** Sends a command again, to one node after the other, until it is acked or refused (rule R8). */
async function insist(world: ReturnType<typeof createWorld>, at: number, send: (node: Sessions) => Promise<Answer>): Promise<Answer> {
  for (let tries = 0; tries < 30; tries++) {
    const answer = await send(world.node((at + tries) % 3));
    const head = await world.store.head(sessionId);
    expect(answer.ok ? answer.seq : 0, '[R1] acked when durable').toBeLessThanOrEqual(head);
    if (answer.ok || answer.error.code !== 'unavailable') return answer;
  }
  throw new Error('never answered');
}

it('[R1][R5][R6][R7] any history over three nodes, with crashes, lost answers and lost or doubled news, ends in the same views', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), anyWorld, async (scheduler, given) => {
      const world = createWorld(scheduler, given);
      const { store, node, truth } = world;
      const command = { type: 'schedule-session', title: 'Migraine', host: { name: 'Dr Okafor', title: '' }, startsAt: 5000 } as const;
      await scheduler.waitFor(insist(world, 0, (on) => on.schedule(cast.organiser, CommandId.parse('schedule'), command, sessionId)));
      await scheduler.waitFor(insist(world, 0, (on) => on.execute(sessionId, cast.host, CommandId.parse('go-live'), { type: 'go-live' })));

      const nextWave = cycle(given.waves, 1);
      const nextNode = cycle(given.nodes, 0);
      const nextDoubled = cycle(given.doubled, false);
      const asked = new Map<string, Answer[]>();
      const steps = [...given.steps];
      let number = 0;
      while (steps.length > 0) {
        const state = await truth();
        const jobs = steps.splice(0, nextWave()).map(async (step: Step) => {
          const id = ++number;
          const { by, command } = commandOf(step, { state, texts: new Map() }, id);
          const send = (on: Sessions) => on.execute(sessionId, by, CommandId.parse(`command-${id}`), command);
          // The server's own reports are not sent again.
          const times = by.person !== null && nextDoubled() ? 2 : 1;
          const answers = await Promise.all(Array.from({ length: times }, () => insist(world, nextNode(), send)));
          const acks = answers.filter((answer) => answer.ok);
          for (const ack of acks) expect(ack, '[R5] answered as the first time').toEqual(acks[0]);
          if (command.type === 'submit-question') asked.set(marker('text', id), acks);
        });
        await scheduler.waitFor(Promise.all(jobs));
      }

      const state = await truth();
      const texts = await store.allTexts(sessionId);
      const bodies = [...texts.values()];
      for (const [body, acks] of asked) {
        const [ack] = acks;
        const question = ack?.ok && ack.questionId ? state.questions.get(ack.questionId) : undefined;
        const kept = question !== undefined && question.status !== 'withdrawn' && !question.originalErased;
        expect(question !== undefined).toBe(ack !== undefined);
        expect(
          bodies.filter((each) => each.startsWith(body)).length,
          '[R5][Q6][M11] acked once, there once; refused, withdrawn or erased, not there',
        ).toBe(kept ? 1 : 0);
        expect((question && texts.get(question.text))?.startsWith(body) ?? false).toBe(kept);
      }
      expect([...texts.keys()].toSorted(), '[A9] no text is there that nothing names').toEqual(textsNamedBy(state).toSorted());
      expect(await store.verifyChain(sessionId)).toBeNull();
      for (const at of [0, 1, 2]) {
        const session = await scheduler.waitFor(caughtUp(node(at)));
        expect(session.state).toEqual(state);
        for (const audience of Audience.options) expect(session.view(audience)).toEqual(visible(state, audience, texts));
        for (const { person } of [cast.ann, cast.ben, cast.cho]) expect(session.own(person)).toEqual(visibleToAuthor(state, person, texts));
      }
      for (const at of [0, 1, 2]) await scheduler.waitFor(node(at).close());
    }),
    { numRuns: 60, seed: 8 },
  );
}, 60_000);

/** What the watch does sooner or later (rule R4). */
async function caughtUp(sessions: Sessions): Promise<OpenSession> {
  await sessions.catchUp(sessionId);
  const session = await sessions.open(sessionId);
  if (!session) throw new Error('no session');
  return session;
}
