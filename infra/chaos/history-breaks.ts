import { QuestionId, TextId } from '@bedside/shared/ids.ts';
import type { SessionCommand } from '@bedside/shared/commands.ts';
import type { Audience } from '@bedside/shared/roles.ts';
import { cast } from '../../server/testing/play.ts';
import type { Judged } from './history-fixture.ts';
import { type End, isRefused, type Operation } from './history.ts';

/** A way in which a history can be wrong, and what must be said of it. Returns null where there is nothing to break. */
export type Break = { says: RegExp; apply: (judged: Judged, pick: <T>(from: readonly T[]) => T | undefined) => object | null | undefined };

const harmless = { type: 'stream-lost', epoch: 1 } as const;
const done = (judged: Judged, types: readonly string[]) =>
  judged.history.operations.flatMap((operation) => {
    const [answer] = operation.answers;
    return answer?.ok && types.includes(operation.command.type) ? [{ operation, answer }] : [];
  });

/** Takes an event out of the log and leaves something harmless in its place. */
function forget({ end }: Judged, seq: number): object {
  const event = end.events[seq - 1];
  if (!event) throw new Error('no such event');
  return Object.assign(event, { by: { role: 'system', person: null }, fact: harmless });
}

function append({ end }: Judged, of: (seq: number) => End['events'][number]): object {
  return Object.assign(end, { events: [...end.events, of(end.events.length + 1)] });
}

const write = ({ end }: Judged, id: TextId, body: string) => Object.assign(end, { texts: new Map(end.texts).set(id, body) });

const rowsIn = (judged: Judged, audiences: readonly Audience[]) =>
  [...judged.history.sightings, ...judged.end.sightings].flatMap(({ view }) =>
    audiences.includes(view.audience) ? view.questions.map((row) => ({ view, row })) : [],
  );

export const breaks: Record<string, Break> = {
  'an acked question is not in the log': {
    says: /an acked question is lost: #\d+ submit-question/,
    apply: (judged, pick) => {
      const one = pick(done(judged, ['submit-question']));
      return one && forget(judged, one.answer.seq);
    },
  },
  'a question is there twice': {
    says: /a question is there 2 times .*: #\d+ submit-question/,
    apply: (judged, pick) => doubleQuestion(judged, pick(questions(judged))),
  },
  'a question that was never acked is there twice': {
    says: /a question is there 2 times .*: #\d+ submit-question.*never answered/,
    apply(judged, pick) {
      const unknown = new Set(
        judged.history.operations.flatMap(({ answers, command }) =>
          answers.length === 0 && command.type === 'submit-question' ? [command.text] : [],
        ),
      );
      return doubleQuestion(judged, pick(questions(judged).filter(({ body }) => unknown.has(body))));
    },
  },
  'a question says something else': {
    says: /says something else: #\d+ submit-question/,
    apply(judged, pick) {
      const acked = new Set(done(judged, ['submit-question']).map(({ answer }) => answer.seq));
      const one = pick(questions(judged).filter(({ event }) => acked.has(event.seq)));
      return one && write(judged, one.fact.text.id, 'Another text');
    },
  },
  'a question was asked by nobody': {
    says: /was asked by nobody/,
    apply: (judged) =>
      append(judged, (seq) => ({
        ...{ seq, at: 0, by: cast.ben },
        fact: {
          type: 'question-submitted',
          questionId: QuestionId.parse('question-of-nobody'),
          author: cast.ben.person,
          text: { id: TextId.parse('text-of-nobody'), digest: '' },
          name: null,
        },
      })),
  },
  'a withdrawn question was not erased': {
    says: /of the withdrawn question .* is still there/,
    apply(judged, pick) {
      const gone = new Set(judged.end.events.flatMap(({ fact }) => (fact.type === 'question-withdrawn' ? [fact.questionId] : [])));
      const asked = judged.end.events.flatMap(({ fact }) =>
        fact.type === 'question-submitted' && gone.has(fact.questionId) ? [fact] : [],
      );
      const fact = pick(asked);
      return fact && write(judged, fact.text.id, 'Still here');
    },
  },
  'a decision is not in the log': {
    says: /an acked act is lost .*: #\d+ (approve|decline)-question/,
    apply: (judged, pick) => {
      const one = pick(done(judged, ['approve-question', 'decline-question']));
      return one && forget(judged, one.answer.seq);
    },
  },
  'a decision is there twice': {
    says: /done more often than asked for: #\d+ approve-question|, though refused: #\d+ approve-question|question-approved: question \S+ is (?!pending)/,
    apply: (judged, pick) => {
      const one = pick(done(judged, ['approve-question']).filter(({ operation }) => isOnly(judged, operation)));
      const event = one && judged.end.events[one.answer.seq - 1];
      return event && append(judged, (seq) => ({ ...event, seq }));
    },
  },
  'what was refused left something': {
    says: /, though refused: #\d+ (approve|decline|withdraw)-question/,
    apply: (judged, pick) =>
      refuse(
        pick(
          done(judged, ['approve-question', 'decline-question', 'withdraw-question']).filter(({ operation }) => isOnly(judged, operation)),
        )?.operation,
      ),
  },
  'a refused question is there': {
    says: /what was refused is there .*: #\d+ submit-question/,
    apply(judged, pick) {
      const kept = new Set(questions(judged).map(({ body }) => body));
      const all = done(judged, ['submit-question']).filter(({ operation: { command } }) => 'text' in command && kept.has(command.text));
      return refuse(pick(all)?.operation);
    },
  },
  'one command was answered in two ways': {
    says: /answered in two ways: #\d+/,
    apply: (judged, pick) => {
      const one = pick(done(judged, ['submit-question', 'approve-question', 'cast-vote']));
      one?.operation.answers.push({ ...one.answer, seq: one.answer.seq + 1 });
      return one;
    },
  },
  'two decisions have one seq': {
    says: /two were acked with one seq: #\d+.*; #\d+/,
    apply: (judged, pick) => {
      const all = done(judged, ['approve-question', 'decline-question', 'submit-question']);
      const [one, other] = [pick(all), pick(all.toReversed())];
      return one && other && one !== other ? Object.assign(other.answer, { seq: one.answer.seq }) : null;
    },
  },
  'an ack tells a seq of after what was called later': {
    says: /acked before the other was called, and later in the log: #\d+.*; #\d+/,
    apply: (judged) => {
      const all = done(judged, ['submit-question', 'approve-question', 'decline-question']);
      const [first, last] = [all.at(0), all.at(-1)];
      if (!first || !last || !(first.answer.at < last.operation.calledAt)) return null;
      [first.answer.seq, last.answer.seq] = [last.answer.seq, first.answer.seq];
      return first;
    },
  },
  'a vote was lost': {
    says: /an acked vote is lost: #\d+ cast-vote/,
    apply: (judged, pick) => {
      const one = pick(cleanVotes(judged));
      return one && forget(judged, one.answer.seq);
    },
  },
  'a vote ends other than it was last asked to be': {
    says: /at the end a vote is (on|off): #\d+ cast-vote/,
    apply: (judged, pick) => {
      const one = pick(cleanVotes(judged));
      const event = one && judged.end.events[one.answer.seq - 1];
      if (event?.fact.type !== 'votes-cast') return null;
      const votes = event.fact.votes.map((vote) => ({ ...vote, on: !vote.on }));
      return append(judged, (seq) => ({ ...event, seq, fact: { type: 'votes-cast', votes } }));
    },
  },
  'a vote is in the log twice': {
    says: /counted twice: #\d+ cast-vote|though refused|votes-cast: (\S+ voted|question)/,
    apply: (judged, pick) => {
      // Of whose outcome everything is known: a vote without an answer might have been carried out only now.
      const one = pick(cleanVotes(judged));
      const event = one && judged.end.events[one.answer.seq - 1];
      return event?.fact.type === 'votes-cast' ? append(judged, (seq) => ({ ...event, seq })) : null;
    },
  },
  'a vote is counted twice': {
    says: /shows \d+ votes, and has \d+ at seq/,
    apply: (judged, pick) => {
      const one = pick(rowsIn(judged, ['public', 'presenter', 'staff']).filter(({ row }) => row.votes > 0));
      return one && Object.assign(one.row, { votes: one.row.votes + 1 });
    },
  },
  'a vote was cast by nobody': {
    says: /was cast by nobody/,
    apply: (judged, pick) => {
      const one = pick(questions(judged));
      const votes = [{ questionId: one?.fact.questionId ?? QuestionId.parse('none'), voter: cast.organiser.person, on: true }];
      return one && append(judged, (seq) => ({ seq, at: 0, by: cast.system, fact: { type: 'votes-cast', votes } }));
    },
  },
  'a view goes back': {
    says: /a view went back from seq \d+ to \d+: public page 0/,
    apply: ({ history }) => {
      const ofPage = history.sightings.filter(({ by }) => by.page === 'public page 0');
      const [first, last] = [ofPage.at(0), ofPage.at(-1)];
      if (!first || !last || first.view.seq >= last.view.seq) return null;
      history.sightings.push({ ...first });
      return first;
    },
  },
  'two views disagree at one seq': {
    says: /two pages disagree on the \w+ view at seq/,
    apply: ({ end }, pick) => {
      const one = pick(end.sightings);
      return one && Object.assign(one.view, { session: { ...one.view.session, title: 'Another title' } });
    },
  },
  'a withdrawn question shows again': {
    says: /was withdrawn, and shows again/,
    apply: ({ history }) => {
      const gone = history.own.find(({ own }) => own.questions.some(({ status }) => status === 'withdrawn'));
      const back = gone && {
        ...gone,
        own: {
          ...gone.own,
          seq: gone.own.seq + 1,
          questions: gone.own.questions.map((row) => ({ ...row, status: 'approved' as const, text: 'Again' })),
        },
      };
      if (back) history.own.push(back);
      return back;
    },
  },
  'an unscreened question is in a public view': {
    says: /an unscreened question is in the (public|presenter) view/,
    apply: (judged, pick) => {
      const one = pick(rowsIn(judged, ['staff']).filter(({ row }) => row.status === 'pending'));
      const shown = judged.history.sightings
        .concat(judged.end.sightings)
        .find(({ view }) => view.audience !== 'staff' && view.seq === one?.view.seq);
      return one && shown && Object.assign(shown.view, { questions: [...shown.view.questions, one.row] });
    },
  },
  'a question is missing from a view': {
    says: /does not show, and is/,
    apply: (judged, pick) => {
      const one = pick(rowsIn(judged, ['public', 'presenter', 'staff']));
      return one && Object.assign(one.view, { questions: one.view.questions.filter((row) => row !== one.row) });
    },
  },
  'a question shows in a status that it does not have': {
    says: /shows as \w+, and is \w+/,
    apply: (judged, pick) => {
      const one = pick(rowsIn(judged, ['public']));
      return one && Object.assign(one.row, { status: one.row.status === 'answered' ? 'approved' : 'answered' });
    },
  },
  'somebody sees votes that are not theirs': {
    says: /sees other votes of their own/,
    apply: ({ history, end }, pick) => {
      const one = pick([...history.own, ...end.own].filter(({ own }) => own.votes.length > 0));
      return one && Object.assign(one.own, { votes: [] });
    },
  },
  'a node has not got to the end': {
    says: /at the end a node is at seq \d+ of \d+/,
    apply: (judged) => append(judged, (seq) => ({ seq, at: 0, by: cast.system, fact: harmless })),
  },
  'the chain is broken': { says: /chain is broken at seq 2/, apply: ({ end }) => Object.assign(end, { brokenAt: 2 }) },
  'the log has a hole': {
    says: /the log has seq \d+ after \d+/,
    apply: ({ end }) => Object.assign(end, { events: end.events.toSpliced(0, 1) }),
  },
};

/** Questions whose text is still there. */
function questions({ end }: Judged) {
  return end.events.flatMap((event) => {
    const { fact } = event;
    const body = fact.type === 'question-submitted' ? end.texts.get(fact.text.id) : undefined;
    return fact.type === 'question-submitted' && body !== undefined ? [{ event, fact, body }] : [];
  });
}

function doubleQuestion(judged: Judged, one: ReturnType<typeof questions>[number] | undefined): object | undefined {
  const text = { id: TextId.parse('text-doubled'), digest: '' };
  return (
    one &&
    append(judged, (seq) => ({ ...one.event, seq, fact: { ...one.fact, questionId: QuestionId.parse('question-doubled'), text } })) &&
    write(judged, text.id, one.body)
  );
}

const refuse = (operation: Operation | undefined) =>
  operation && Object.assign(operation, { answers: [{ at: operation.answers[0]?.at ?? 0, ok: false, code: 'wrong-state' }] });

/** No other of the same person can explain what it left. */
function isOnly({ history }: Judged, { by, command }: Operation): boolean {
  const target = (of: SessionCommand) => ('questionId' in of ? `${of.type} ${of.questionId}` : of.type);
  const alike = history.operations.filter((other) => other.by.person === by.person && target(other.command) === target(command));
  return alike.filter((other) => !isRefused(other)).length === 1;
}

/** Votes that changed something, on questions that are still there, of people all of whose votes on them were answered. */
function cleanVotes(judged: Judged) {
  const gone = new Set(judged.end.events.flatMap(({ fact }) => (fact.type === 'question-withdrawn' ? [fact.questionId] : [])));
  return done(judged, ['cast-vote']).filter(({ operation, answer }) => {
    const { command, by } = operation;
    const fact = judged.end.events[answer.seq - 1]?.fact;
    if (command.type !== 'cast-vote' || fact?.type !== 'votes-cast' || gone.has(command.questionId)) return false;
    const isTheirs = fact.votes.some(({ voter, questionId }) => voter === by.person && questionId === command.questionId);
    return isTheirs && isOnly(judged, operation);
  });
}
