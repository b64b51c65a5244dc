import type { SessionCommand } from '@bedside/shared/commands.ts';
import type { Ack } from '@bedside/shared/errors.ts';
import type { GoLiveFailure } from './go-live.ts';

/**
 * Begins the rehearsal, and puts the picture on stage then: nothing that is put there is anybody else's to see. Where an encoder has
 * the stage, that is what is rehearsed, and it keeps it (rule W12). Null once it is on; else why not, and then there is none.
 */
export async function rehearse<P extends string>(steps: {
  send: (command: SessionCommand) => Promise<Ack>;
  /** By what the page was told last. */
  encoderIsOnStage: () => boolean;
  /** Null once on stage, else a code. */
  publish: () => Promise<P | null>;
}): Promise<GoLiveFailure<P> | null> {
  const begun = await steps.send({ type: 'start-rehearsal' });
  if (!begun.ok) return { at: 'command', code: begun.error.code };
  if (steps.encoderIsOnStage()) return null;
  const code = await steps.publish();
  if (code === null) return null;
  await steps.send({ type: 'stop-rehearsal' });
  return { at: 'publish', code };
}
