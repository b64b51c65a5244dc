import { setTimeout as sleep } from 'node:timers/promises';
import { PersonId, type QuestionId } from '@bedside/shared/ids.ts';
import { newCommandId } from '@bedside/shared/random-id.ts';
import { startApp } from '../../../server/testing/harness.ts';
import { answerAsks } from '../../fleet/asked.ts';
import { bedsideAsks } from './asks.ts';
import { scatteredIds } from './ids.ts';
import { usage } from './usage.ts';

// The product in one process, its media a fake and its calls unlimited: only sockets, core and database are measured.
const app = await startApp({ settings: { LOG_LEVEL: 'silent', TRUST_PROXY: '1' } });
// Scattered over the table as real ones are, and cheap: they are not what is measured.
const newId = scatteredIds();
const sessionId = await app.schedule('Bench');
const first = await ask();
const questionIds = [first];

async function ask() {
  const questionId = await app.act(sessionId, 'viewer', {
    type: 'submit-question',
    text: 'Is a fever of 38 degrees after a vaccination common?',
  });
  await app.act(sessionId, 'moderator', { type: 'approve-question', questionId });
  return questionId;
}

async function vote(questionId: QuestionId): Promise<void> {
  const by = { role: 'viewer', person: PersonId.parse(newId()) } as const;
  const answer = await app.app.sessions.execute(sessionId, by, newCommandId(), { type: 'cast-vote', questionId, on: true });
  if (!answer.ok) throw new Error(`a vote was refused: ${answer.error.code}`);
}

answerAsks(
  bedsideAsks,
  {
    async begin({ questions }) {
      await app.act(sessionId, 'host', { type: 'go-live' });
      while (questionIds.length < questions) questionIds.push(await ask());
      return { url: app.url, secretsFile: app.env.secretsFile, sessionId, questionIds };
    },
    async broadcast({ count, everyMs }) {
      for (let sent = 0; sent < count; sent++) {
        await sleep(everyMs);
        await vote(first);
      }
      const session = await app.app.sessions.open(sessionId);
      const patch = session?.patch('public', session.state.seq - 1);
      return { frame: `42${JSON.stringify(['session:patch', patch])}` };
    },
    async castVotes({ count, atOnce }) {
      const session = await app.app.sessions.open(sessionId);
      if (!session) throw new Error('no session');
      const release = session.retain();
      const before = session.state.seq;
      const begun = performance.now();
      let left = count;
      const voter = async () => {
        for (; left > 0;) {
          left -= 1;
          await vote(questionIds[left % questionIds.length] ?? first);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, voter));
      const ms = performance.now() - begun;
      release();
      return { ms, appends: session.state.seq - before };
    },
    usage,
  },
  () => app.close(),
);
