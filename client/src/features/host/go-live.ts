import type { SessionCommand } from '@bedside/shared/commands.ts';
import type { Ack, ErrorCode } from '@bedside/shared/errors.ts';

export type GoLiveFailure<P extends string> = { at: 'publish'; code: P } | { at: 'command'; code: ErrorCode };

/**
 * Puts the picture on stage, then the session live, in that order, so that nobody is told of a live session that has
 * no picture. Null when live; else why not, and then nothing is left on stage.
 */
export async function goLive<P extends string>(steps: {
  /** Null once on stage, else a code. */
  publish: () => Promise<P | null>;
  unpublish: () => Promise<void>;
  send: (command: SessionCommand) => Promise<Ack>;
  /** Whether the session is live by now, whoever made it so. */
  isLive: () => boolean;
}): Promise<GoLiveFailure<P> | null> {
  const code = await steps.publish();
  if (code !== null) return { at: 'publish', code };
  if (steps.isLive()) return null;
  const answer = await steps.send({ type: 'go-live' });
  // Another window of the doctor's may have been first.
  if (answer.ok || (answer.error.code === 'wrong-state' && steps.isLive())) return null;
  await steps.unpublish();
  return { at: 'command', code: answer.error.code };
}
