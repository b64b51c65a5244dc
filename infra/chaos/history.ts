import type { SessionCommand } from '@bedside/shared/commands.ts';
import type { Ack, ErrorCode } from '@bedside/shared/errors.ts';
import type { CommandId, PersonId, QuestionId, SessionId, TextId } from '@bedside/shared/ids.ts';
import type { Role } from '@bedside/shared/roles.ts';
import type { OwnView, View } from '@bedside/shared/view.ts';
import type { Event } from '../../server/session/events.ts';

/** Who did or saw something, and through which node. */
export type Witness = { page: string; person: PersonId; role: Role; node: string };

/** What came back for a command, and when. */
export type Answered = { at: number } & ({ ok: true; seq: number; questionId?: QuestionId } | { ok: false; code: ErrorCode });

/**
 * One command that somebody meant: sent once or many times under its `commandId`, from `calledAt` on. Times are
 * milliseconds of one clock that never goes back, that of whoever records.
 */
export type Operation = {
  number: number;
  by: Witness;
  commandId: CommandId;
  /** As it was sent. Every question's text is another, so that it is known again in the log. */
  command: SessionCommand;
  calledAt: number;
  /** Every answer that tells what became of it. None: nobody knows whether it was carried out. */
  answers: Answered[];
  /** Every code that came back and told nothing of that. */
  unclear: ErrorCode[];
};

/** What a page showed of its audience's view, or of its person's own. */
export type Sighting = { by: Witness; at: number; view: View };
export type OwnSighting = { by: Witness; at: number; own: OwnView };

/** A page was told more than its protocol names, in the push or the answer of this name. */
export type Excess = { by: Witness; at: number; name: string };

/** What happened, as those saw it to whom it happened. */
export type History = {
  operations: readonly Operation[];
  sightings: readonly Sighting[];
  own: readonly OwnSighting[];
  excesses: readonly Excess[];
};

/** What is there when all is over: the log, and what every node shows of it to pages that have just joined. */
export type End = {
  sessionId: SessionId;
  events: readonly Event[];
  /** The bodies that are stored now. */
  texts: ReadonlyMap<TextId, string>;
  /** Of `Store.verifyChain`: the `seq` of the first event that does not fit, or null. */
  brokenAt: number | null;
  sightings: readonly Sighting[];
  own: readonly OwnSighting[];
};

/** Collects a history. `now` is in milliseconds of a clock that never goes back. */
export type Recorder = History & {
  operations: Operation[];
  /** A command goes out for the first time. */
  called(by: Witness, commandId: CommandId, command: SessionCommand): Operation;
  /** An answer came, or none in time, which is `unavailable`. */
  answered(operation: Operation, answer: Ack<{ seq: number; questionId?: QuestionId | undefined }>): void;
  saw(by: Witness, view: View): void;
  sawOwn(by: Witness, own: OwnView): void;
  toldTooMuch(by: Witness, name: string): void;
};

/** Codes after which nobody knows whether the command was, or will be, carried out. */
const TELLS_NOTHING: ReadonlySet<ErrorCode> = new Set(['unavailable', 'internal', 'not-joined', 'rate-limited']);

export function createRecorder(now: () => number): Recorder {
  const operations: Operation[] = [];
  const sightings: Sighting[] = [];
  const own: OwnSighting[] = [];
  const excesses: Excess[] = [];
  // Only what changed: a page shows the same for most of the time.
  const last = new Map<string, View | OwnView>();
  const isNew = (key: string, view: View | OwnView) => last.get(key) !== view && Boolean(last.set(key, view));
  return {
    operations,
    sightings,
    own,
    excesses,
    called(by, commandId, command) {
      const operation: Operation = {
        number: operations.length + 1,
        by: { ...by },
        commandId,
        command,
        calledAt: now(),
        answers: [],
        unclear: [],
      };
      operations.push(operation);
      return operation;
    },
    answered(operation, answer) {
      if (answer.ok) {
        const { seq, questionId } = answer;
        operation.answers.push({ at: now(), ok: true, seq, ...(questionId === undefined ? {} : { questionId }) });
        return;
      }
      const { code } = answer.error;
      // Nothing else came of what was sent once and was too much.
      const isFirst = operation.unclear.length === 0 && operation.answers.length === 0;
      if (TELLS_NOTHING.has(code) && !(code === 'rate-limited' && isFirst)) operation.unclear.push(code);
      else operation.answers.push({ at: now(), ok: false, code });
    },
    saw(by, view) {
      if (isNew(`${by.page} view`, view)) sightings.push({ by: { ...by }, at: now(), view });
    },
    sawOwn(by, view) {
      if (isNew(`${by.page} own`, view)) own.push({ by: { ...by }, at: now(), own: view });
    },
    toldTooMuch(by, name) {
      excesses.push({ by: { ...by }, at: now(), name });
    },
  };
}

export type Acked = Extract<Answered, { ok: true }>;

/** The first ack, where there is one. */
export const ackOf = ({ answers }: Operation): Acked | undefined => answers.find((answer): answer is Acked => answer.ok);

/** Refused, and never acked. */
export const isRefused = (operation: Operation) => operation.answers.length > 0 && !ackOf(operation);

/** Names an operation in a violation, without anything that somebody wrote. */
export function nameOf({ number, by, command, answers }: Operation): string {
  const target = 'questionId' in command ? ` on ${command.questionId}` : '';
  const vote = command.type === 'cast-vote' ? ` (${command.on ? 'on' : 'off'})` : '';
  const outcomes = answers.map((answer) => (answer.ok ? `acked at seq ${answer.seq}` : `refused with ${answer.code}`));
  return `#${number} ${command.type}${vote}${target} by ${by.page} through ${by.node}, ${outcomes.join(', then ') || 'never answered'}`;
}

/** Names what a page saw. */
export const sightingName = ({ by, at }: Pick<Sighting, 'by' | 'at'>) => `${by.page} through ${by.node} at ${at.toFixed(0)} ms`;
