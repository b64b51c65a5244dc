import { CommandId, PersonId, type QuestionId, SessionId } from '@bedside/shared/ids.ts';
import type { SessionCommand } from '@bedside/shared/commands.ts';
import { randomBytes } from 'node:crypto';
import { localCluster } from '../../server/cluster/local.ts';
import { createSessions, type Sessions } from '../../server/sessions.ts';
import type { Store } from '../../server/store/store.ts';
import { demo, ended, type SeededQuestion, type SeededSession, upcoming } from './content.ts';

/** As the script has them, so that the demonstration is the same whatever the finders know. */
const flagsByText = new Map([demo, ended, upcoming].flatMap(({ questions }) => questions.map(({ text, redFlags }) => [text, redFlags])));

const MINUTE_MS = 60_000;

export type Demo = { sessionId: SessionId; title: string };

/** A person who exists only here: nobody holds a cookie for them. */
const person = (name: string) => PersonId.parse(`seed-${name}`);
const moderator = { role: 'moderator', person: person('moderator') } as const;
const host = { role: 'host', person: person('host') } as const;
const captioner = { role: 'captioner', person: person('captioner') } as const;
const organiser = { role: 'organiser', person: person('organiser') } as const;

/**
 * Fills an empty database with three sessions, by the same commands that people send, at plausible times before `now`
 * (milliseconds since 1970). Where there is something already it only sees to it that the demonstration is one that has
 * not ended, if there ever was one. Returns it, or null. Doing it again changes nothing, nor do several nodes at once: each
 * of their commands is carried out once, for whoever comes first.
 */
export async function seed(store: Store, now: number): Promise<Demo | null> {
  const known = new Map((await store.summaries()).map((summary) => [summary.id, summary]));
  const clock = { at: now };
  const sessions = createSessions({
    store,
    cluster: localCluster(),
    now: () => clock.at,
    newId: () => randomBytes(16).toString('base64url'),
    mark: (text) => ({ redFlags: [...(flagsByText.get(text) ?? [])], personal: [], abuse: [] }),
  });
  try {
    const ours = [demo, ended, upcoming].map((script) => idOf(script, 1));
    if (!known.has(idOf(demo, 1)) && [...known.keys()].some((id) => !ours.includes(id))) return null;
    const current = firstNotEnded(known);
    const summary = known.get(current);
    if (summary && (await complete(sessions, current))) return { sessionId: current, title: summary.title };
    if (current === idOf(demo, 1)) {
      await play(sessions, clock, idOf(ended, 1), ended, now);
      await play(sessions, clock, idOf(upcoming, 1), upcoming, now);
    }
    await play(sessions, clock, current, demo, now);
    return { sessionId: current, title: demo.title };
  } finally {
    await sessions.close();
  }
}

const idOf = ({ slug }: SeededSession, copy: number) => SessionId.parse(copy === 1 ? slug : `${slug}-${copy}`);

/** Whoever has ended the demonstration gets a fresh one on the next start. */
function firstNotEnded(known: ReadonlyMap<string, { phase: string }>): SessionId {
  for (let copy = 1; ; copy++) {
    const id = idOf(demo, copy);
    if (known.get(id)?.phase !== 'ended') return id;
  }
}

/** A start that was cut short left fewer questions than there should be: the script is then played again. */
async function complete(sessions: Sessions, id: SessionId): Promise<boolean> {
  const session = await sessions.open(id);
  return (session?.state.questions.size ?? 0) >= demo.questions.length;
}

/** Plays one session's script. The clock jumps as the script says: only what is committed knows the time. */
async function play(sessions: Sessions, clock: { at: number }, id: SessionId, script: SeededSession, now: number): Promise<void> {
  const begins = now - script.scheduledMinutesAgo * MINUTE_MS;
  const minutesAgo = (minutes: number) => (clock.at = now - minutes * MINUTE_MS);

  const asked: [SeededQuestion, QuestionId][] = [];

  async function run(by: { role: 'moderator' | 'host' | 'viewer'; person: PersonId }, command: SessionCommand) {
    // Named by what it does to what: sent again after a start that was cut short, it is answered as the first time.
    const about = 'questionId' in command ? command.questionId : '';
    const answer = await sessions.execute(id, by, CommandId.parse(`${command.type}-${about}`.slice(0, 40)), command);
    if (!answer.ok) throw new Error(`the seed's ${command.type} was refused: ${answer.error.code}`);
    return answer;
  }

  async function ask(question: SeededQuestion, place: number): Promise<QuestionId> {
    const { text, name, fate, votes = 0, reason = 'other', note } = question;
    minutesAgo(question.minutesAgo);
    const asker = { role: 'viewer', person: person(`asker-${place}`) } as const;
    const { questionId } = await run(asker, { type: 'submit-question', text, ...(name === undefined ? {} : { name }) });
    if (questionId === undefined) throw new Error('a question without an id');
    minutesAgo(question.minutesAgo - 1);
    if (fate === 'pending') return questionId;
    if (fate === 'declined') {
      await run(moderator, { type: 'decline-question', questionId, reason, ...(note === undefined ? {} : { note }) });
      return questionId;
    }
    if (question.edited !== undefined) await run(moderator, { type: 'edit-question', questionId, text: question.edited, showName: false });
    await run(moderator, { type: 'approve-question', questionId });
    const voters = Array.from({ length: votes }, (_, index) => ({ role: 'viewer', person: person(`voter-${index}`) }) as const);
    await Promise.all(voters.map((voter) => run(voter, { type: 'cast-vote', questionId, on: true })));
    const into = asked.find(([other]) => other.text === question.into)?.[1];
    if (fate === 'merged' && into !== undefined) await run(moderator, { type: 'merge-question', questionId, into });
    return questionId;
  }

  clock.at = begins;
  const { title, description, host: doctor } = script;
  const startsAt = now + script.startsInMinutes * MINUTE_MS;
  const commandId = CommandId.parse('schedule-session');
  const scheduled = await sessions.schedule(
    organiser,
    commandId,
    { type: 'schedule-session', title, description, host: doctor, startsAt },
    id,
  );
  // `wrong-state`: an earlier start got as far as this.
  if (!scheduled.ok && scheduled.error.code !== 'wrong-state') throw new Error(`the seed's session was refused: ${scheduled.error.code}`);
  if (script.until === 'scheduled') return;
  await run(host, { type: 'open-session' });
  for (const [place, question] of script.questions.entries()) asked.push([question, await ask(question, place)]);
  if (script.until === 'open') return;

  clock.at = startsAt;
  await run(host, { type: 'set-caption-source', source: 'captioner' });
  await run(host, { type: 'go-live' });
  for (const [index, text] of script.captions.entries()) {
    clock.at += 4000;
    const command = { type: 'add-caption', text, at: clock.at - 1500 } as const;
    const answer = await sessions.execute(id, captioner, CommandId.parse(`caption-${index}`), command);
    if (!answer.ok) throw new Error(`the seed's caption was refused: ${answer.error.code}`);
  }
  for (const [question, questionId] of asked) {
    if (question.fate !== 'answered') continue;
    clock.at += 2 * MINUTE_MS;
    await run(host, { type: 'start-answer', questionId });
    clock.at += 5 * MINUTE_MS;
    await run(host, { type: 'finish-answer', questionId });
  }
  clock.at += 3 * MINUTE_MS;
  await run(host, { type: 'end-session' });
}
