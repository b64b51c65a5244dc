import { setTimeout as sleep } from 'node:timers/promises';
import type { SessionCommand } from '@bedside/shared/commands.ts';
import type { Ack, ErrorCode } from '@bedside/shared/errors.ts';
import { CommandId } from '@bedside/shared/ids.ts';
import type { Role } from '@bedside/shared/roles.ts';
import type { CallResult } from '@bedside/shared/rpc.ts';
import { type Client, openClient } from '../../server/testing/client.ts';
import type { ClusterNode } from '../cluster/node.ts';
import type { Operation, Witness } from './history.ts';
import { toldTooMuch } from './told.ts';
import { personOf, type World } from './world.ts';

export type Answer = Ack<CallResult<'session:command'>>;

/** A page of which everything is recorded: what it sends, what is answered, and what it shows. */
export type Page = {
  name: string;
  role: Role;
  client: Client;
  /** Sends until it is acked or refused, as pages do (rule R8); null where it was closed before. */
  send(command: SessionCommand): Promise<Answer | null>;
  /** Of what it sent: neither acked nor refused yet. */
  unanswered(): number;
  /** Of what was acked: sent again, and not answered yet. */
  repeating(): number;
  /** How often each code came back, `ok` included, tries that were made again too. */
  answers: ReadonlyMap<string, number>;
  close(): void;
};

/** After an answer that says to try again. */
const RETRY_MS = 300;
const AGAIN: ReadonlySet<ErrorCode> = new Set(['unavailable', 'not-joined']);
/** Of a page's commands this many are one that it sends again after its ack, and so late at most. */
const REPEAT_EVERY = 10;
const REPEAT_MS = 500;

let pages = 0;

/** Somebody new at `home`, whose page goes on with another node when it loses that one. */
export async function openPage(world: World, role: Role, home: ClusterNode): Promise<Page> {
  const { recorder, nodes, sessionId } = world;
  const number = ++pages;
  const person = await world.person(role, home);
  const others = [...nodes, ...nodes].slice(nodes.indexOf(home) + 1).slice(0, nodes.length - 1);
  const name = `${role} ${number}`;
  const witness = (url: string): Witness => ({
    page: name,
    person: personOf(person),
    role,
    node: `node ${nodes.findIndex((node) => node.url === url) + 1}`,
  });
  const answers = new Map<string, number>();
  let closed = false;
  let unanswered = 0;
  let repeating = 0;
  let commands = 0;
  const client = await openClient(person, sessionId, role, {
    others: others.map(({ url }) => url),
    forgetful: true,
    onPacket({ data }) {
      const what = toldTooMuch(data);
      if (what !== null) recorder.toldTooMuch(witness(home.url), what);
    },
    onChange(changed) {
      if (closed) return;
      recorder.saw(witness(changed.url()), changed.view());
      recorder.sawOwn(witness(changed.url()), changed.own());
    },
  });

  /** Until it is acked or refused; null where the page is closed before. */
  async function insist(through: Client, operation: Operation, hear: (code: string) => void = () => {}): Promise<Answer | null> {
    const { commandId, command } = operation;
    for (; !closed; await sleep(RETRY_MS)) {
      if (!through.joined()) continue;
      const answer = await through.call('session:command', { commandId, command });
      hear(answer.ok ? 'ok' : answer.error.code);
      recorder.answered(operation, answer);
      if (!answer.ok && AGAIN.has(answer.error.code)) continue;
      return answer;
    }
    return null;
  }

  /** As a page does whose ack was lost (rules R5, R8): now through the node where it is, now through another. */
  async function repeat(operation: Operation, [next, ...rest]: readonly ClusterNode[]): Promise<void> {
    await sleep(Math.random() * REPEAT_MS);
    if (!next) return void (await insist(client, operation));
    const other = await openClient({ ...person, url: next.url }, sessionId, role, {
      others: rest.map(({ url }) => url),
      forgetful: true,
    });
    await insist(other, operation).finally(() => other.close());
  }

  const count = (code: string) => void answers.set(code, (answers.get(code) ?? 0) + 1);

  return {
    name,
    role,
    client,
    async send(command) {
      unanswered++;
      const commandId = CommandId.parse(`chaos-${process.pid}-${number}-${++commands}`);
      const isRepeated = commands % REPEAT_EVERY === 1;
      const elsewhere = commands % (2 * REPEAT_EVERY) === 1 ? others : [];
      const operation = recorder.called(witness(client.url()), commandId, command);
      const answer = await insist(client, operation, count).finally(() => unanswered--);
      if (answer?.ok && isRepeated) {
        repeating++;
        // A node that it does not get to in time tells nothing of the answer.
        void repeat(operation, elsewhere)
          .then(undefined, () => {})
          .finally(() => repeating--);
      }
      return answer;
    },
    unanswered: () => unanswered,
    repeating: () => repeating,
    answers,
    close() {
      closed = true;
      client.close();
    },
  };
}
