import type { SessionCommand } from '@bedside/shared/commands.ts';
import { type QuestionId, SessionId } from '@bedside/shared/ids.ts';
import { Role } from '@bedside/shared/roles.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { type Client, openClient, visit } from '../../server/testing/client.ts';

/** Somebody of the team without a page: where a test is about what others then see. */
export type Staff = {
  client: Client;
  /** Once it is carried out; throws where it is refused. */
  send(command: SessionCommand): Promise<QuestionId | undefined>;
  /** The question that holds these words, once it is there. */
  find(words: string): Promise<QuestionView>;
  close(): void;
};

/** `as` for a viewer's link, which names no role. */
export async function openStaff(link: string, as: Role = 'viewer'): Promise<Staff> {
  const { origin, pathname, searchParams, hash } = new URL(link);
  const person = await visit(origin);
  if (hash !== '') await person.takeInvite(link);
  const role = Role.safeParse(searchParams.get('as'));
  const client = await openClient(person, SessionId.parse(pathname.split('/').at(-1)), role.success ? role.data : as);
  const holding = (words: string) =>
    client.view().questions.find(({ text, original }) => text?.includes(words) === true || original?.includes(words) === true);
  return {
    client,
    async send(command) {
      const answer = await client.command(command);
      if (!answer.ok) throw new Error(`${command.type}: ${answer.error.code} ${answer.error.message}`);
      return answer.questionId;
    },
    async find(words) {
      await client.until(() => holding(words) !== undefined, `a question with “${words}”`);
      const found = holding(words);
      if (!found) throw new Error('it was there a moment ago');
      return found;
    },
    close: () => client.close(),
  };
}
