import type { SessionCommand } from '@bedside/shared/commands.ts';
import type { Ack } from '@bedside/shared/errors.ts';
import type { CommandId, QuestionId } from '@bedside/shared/ids.ts';
import { newCommandId } from '@bedside/shared/random-id.ts';
import type { CallResult } from '@bedside/shared/rpc.ts';

type Answer = Ack<CallResult<'session:command'>>;

/** Null: no answer came, though the command may have been carried out. */
export type Transmit = (input: { commandId: CommandId; command: SessionCommand }) => Promise<Answer | null>;

type Entry = { commandId: CommandId; command: SessionCommand; lane: string; sending: boolean; settle: (answer: Answer) => void };

/**
 * Commands on their way. Each is sent again under the same `commandId` until it is acked or refused (rule R8);
 * commands of one lane (the votes on one question, and captions) go one after the other, so that the last intent wins, and what is said
 * keeps its order.
 */
export type Outbox = {
  send(command: SessionCommand): Promise<Answer>;
  /** Sends all that waits: call it when joined, and again after every rejoin. */
  flush(): void;
  /** What the votes on their way will be once they are acked. */
  votes(): ReadonlyMap<QuestionId, boolean>;
  size(): number;
};

const laneOf = (command: SessionCommand) =>
  command.type === 'cast-vote' ? `vote ${command.questionId}` : command.type === 'add-caption' ? 'captions' : null;

export function createOutbox(options: {
  transmit: Transmit;
  ready: () => boolean;
  onChange: () => void;
  retryAfter: (run: () => void) => void;
}): Outbox {
  const entries: Entry[] = [];

  const flush = () => {
    if (!options.ready()) return;
    const busy = new Set<string>();
    for (const entry of [...entries]) {
      if (!entry.sending && !busy.has(entry.lane)) void transmit(entry);
      busy.add(entry.lane);
    }
  };

  async function transmit(entry: Entry) {
    entry.sending = true;
    const answer = await options.transmit({ commandId: entry.commandId, command: entry.command });
    entry.sending = false;
    // Nothing was done, or nobody knows: the same id makes asking again harmless.
    const again = answer === null || (!answer.ok && (answer.error.code === 'unavailable' || answer.error.code === 'not-joined'));
    if (again) return options.retryAfter(flush);
    entries.splice(entries.indexOf(entry), 1);
    entry.settle(answer);
    options.onChange();
    flush();
  }

  return {
    send(command) {
      const { promise, resolve } = Promise.withResolvers<Answer>();
      const commandId = newCommandId();
      const lane = laneOf(command) ?? commandId;
      entries.push({ commandId, command, lane, sending: false, settle: resolve });
      options.onChange();
      flush();
      return promise;
    },
    flush,
    votes: () =>
      new Map(entries.flatMap(({ command }) => (command.type === 'cast-vote' ? [[command.questionId, command.on] as const] : []))),
    size: () => entries.length,
  };
}
