import type { SessionCommand } from '@bedside/shared/commands.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import { newCommandId } from '@bedside/shared/random-id.ts';
import type { CallResult } from '@bedside/shared/rpc.ts';
import { type Client, granted, openClient, visit } from '../../server/testing/client.ts';

/** An open session with a moderator's page in it, and how to find more. */
export type OneSession = { sessionId: SessionId; moderator: Client; close(): void };

/** Schedules a session on a node that was just started, and opens it. `organiser` is an organiser's invite. */
export async function openSession({ url, organiser }: { url: string; organiser: string }): Promise<OneSession> {
  const person = await visit(url);
  await person.takeInvite(organiser);
  const { sessionId, links } = granted(
    await person.api('schedule', {
      commandId: newCommandId(),
      session: { type: 'schedule-session', title: 'Chaos', host: { name: 'Dr Test', title: '' }, startsAt: Date.now() },
    }),
  );
  const [host, screener] = [await visit(url), await visit(url)];
  await host.takeInvite(links.host);
  await screener.takeInvite(links.moderator);
  const stage = await openClient(host, sessionId, 'host');
  try {
    await done(stage, { type: 'open-session' });
  } finally {
    stage.close();
  }
  const moderator = await openClient(screener, sessionId, 'moderator');
  return { sessionId, moderator, close: () => moderator.close() };
}

/** Asks and approves; resolves with the question's id. */
export async function publicQuestion({ moderator }: OneSession, asker: Client, text: string) {
  const { questionId } = await done(asker, { type: 'submit-question', text });
  if (questionId === undefined) throw new Error('no question was made');
  await done(moderator, { type: 'approve-question', questionId });
  return questionId;
}

/** Sends a command until it is answered; rejects where it is refused. */
export const done = async (client: Client, command: SessionCommand): Promise<CallResult<'session:command'>> =>
  granted(await client.command(command));
