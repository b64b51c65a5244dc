import { randomBytes } from 'node:crypto';
import type { SessionCommand } from '@bedside/shared/commands.ts';
import { CommandId, PersonId, type QuestionId, SessionId } from '@bedside/shared/ids.ts';
import type { Marks } from '@bedside/shared/marks.ts';
import { newCommandId } from '@bedside/shared/random-id.ts';
import type { Role } from '@bedside/shared/roles.ts';
import { localCluster } from '../../server/cluster/local.ts';
import { databasePath } from '../../server/store/open.ts';
import { createSessions } from '../../server/sessions.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';

export type Filled = { text: string; name?: string; marks?: Partial<Marks> };

const newId = () => randomBytes(16).toString('base64url');

/**
 * Asks many questions at once, each by a person of its own, as another node on the same database would: hundreds of browsers
 * are more than a test can have, and one address may not ask that fast.
 */
export async function openFiller(dataDir: string, viewerLink: string) {
  const sessionId = SessionId.parse(/\/s\/([\w-]+)/.exec(viewerLink)?.[1]);
  const store = await openSqliteStore(databasePath({ dataDir }));
  const known = new Map<string, Partial<Marks>>();
  const sessions = createSessions({
    store,
    cluster: localCluster(),
    now: Date.now,
    newId,
    mark: (text) => ({ redFlags: [], personal: [], abuse: [], ...known.get(text) }),
  });

  async function run(role: Role, person: PersonId, command: SessionCommand): Promise<QuestionId | undefined> {
    const answer = await sessions.execute(sessionId, { role, person }, CommandId.parse(newCommandId()), command);
    if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.error.code}`);
    return answer.questionId;
  }

  return {
    async ask({ text, name, marks }: Filled): Promise<QuestionId> {
      if (marks) known.set(text, marks);
      const asked = await run('viewer', PersonId.parse(newId()), {
        type: 'submit-question',
        text,
        ...(name === undefined ? {} : { name }),
      });
      if (asked === undefined) throw new Error('a question without an id');
      return asked;
    },
    run: (role: Role, command: SessionCommand) => run(role, PersonId.parse(newId()), command),
    async close() {
      await sessions.close();
      await store.close();
    },
  };
}
