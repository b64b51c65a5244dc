import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandId, PersonId, QuestionId, SessionId, TextId } from '@bedside/shared/ids.ts';
import type { Fact } from '../../server/session/events.ts';
import { openPostgresStore } from '../../server/store/postgres.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { Append, CommandRecord, Store, Text } from '../../server/store/store.ts';
import { startPostgres } from '../../server/testing/postgres.ts';

/** As many votes as one append takes at most. */
const BATCH = 2000;
const SESSIONS = 16;

const questionId = QuestionId.parse('question');
const host = { name: 'Dr Bench', title: '' };

function appendOf(sessionId: SessionId, after: number, fact: Fact, texts: Text[], commands: CommandRecord[]): Append {
  const summary = { id: sessionId, title: 'Bench', description: '', host, phase: 'live', startsAt: 1, endedAt: null, answered: 0 } as const;
  return {
    sessionId,
    after,
    events: [{ seq: after + 1, at: 1, by: { role: 'system', person: null }, fact }],
    texts,
    erase: [],
    commands,
    summary,
  };
}

/** A question with its text and the record of its command. */
function question(sessionId: SessionId, after: number): Append {
  const [person, id] = [PersonId.parse(`person-${after}`), TextId.parse(`text-${after}`)];
  const fact: Fact = { type: 'question-submitted', questionId, author: person, text: { id, digest: 'd'.repeat(43) }, name: null };
  const text = { id, salt: 's'.repeat(22), body: 'Is a fever of 38 degrees after a vaccination common, and for how long?' };
  return appendOf(sessionId, after, fact, [text], [{ person, commandId: CommandId.parse(`command-${after}`), answer: { seq: after + 1 } }]);
}

function votes(sessionId: SessionId, after: number): Append {
  const people = Array.from({ length: BATCH }, (_, at) => PersonId.parse(`person-${after}-${String(at).padStart(10, '0')}`));
  const fact: Fact = { type: 'votes-cast', votes: people.map((voter) => ({ questionId, voter, on: true })) };
  const commands = people.map((person) => ({ person, commandId: CommandId.parse(`command-${after}`), answer: { seq: after + 1 } }));
  return appendOf(sessionId, after, fact, [], commands);
}

/** Appends to one session, one after the other; how many a second. */
async function pace(store: Store, name: string, count: number, make: (id: SessionId, after: number) => Append): Promise<number> {
  const id = SessionId.parse(name);
  const begun = performance.now();
  for (let after = 0; after < count; after++) {
    const result = await store.append(make(id, after));
    if (!result.ok) throw new Error(`an append met a conflict: ${result.conflict}`);
  }
  return (count / (performance.now() - begun)) * 1000;
}

/** Questions a second in one session, in many at once, and votes a second; all of them durable. */
async function measure(store: Store, round: number): Promise<number[]> {
  await pace(store, `warm-up-${round}`, 100, question);
  const one = await pace(store, `one-${round}`, 500, question);
  const many = await Promise.all(Array.from({ length: SESSIONS }, (_, at) => pace(store, `many-${round}-${at}`, 100, question)));
  const batches = await pace(store, `votes-${round}`, 20, votes);
  return [one, many.reduce((sum, each) => sum + each, 0), batches * BATCH];
}

const middle = (samples: readonly number[]) => samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)] ?? Number.NaN;

/** SQLite's file and a Postgres over the loopback on the same disk, by turns, so that both meet the same machine. */
export async function measureStores(rounds: number): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-bench-'));
  const server = await startPostgres({ fsync: 'on' });
  const { url } = await server.createDatabase();
  const [sqlite, postgres] = [await openSqliteStore(join(folder, 'bedside.db')), await openPostgresStore(url)];
  try {
    const samples: { sqlite: number[]; postgres: number[] }[] = [];
    for (let round = 0; round < rounds; round++)
      samples.push({ sqlite: await measure(sqlite, round), postgres: await measure(postgres, round) });
    return [
      'questions a second, one session',
      `questions a second, ${SESSIONS} sessions at once`,
      `votes a second, ${BATCH} an append`,
    ].map((name, at) => {
      const of = (kind: 'sqlite' | 'postgres') => middle(samples.map((sample) => sample[kind][at] ?? Number.NaN));
      const [here, there] = [of('sqlite'), of('postgres')];
      return `${name.padEnd(46)} SQLite ${here.toFixed(0).padStart(7)}   Postgres ${there.toFixed(0).padStart(7)}   ratio ${(there / here).toFixed(2)}`;
    });
  } finally {
    await sqlite.close();
    await postgres.close();
    await server.close();
    await rm(folder, { recursive: true });
  }
}
