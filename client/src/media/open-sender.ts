import type { Ack } from '@bedside/shared/errors.ts';
import type { RtpCapabilities } from '@bedside/shared/rtp.ts';
import type { Engine, Publish, Sender } from './engine.ts';
import type { MediaLink } from './link.ts';

/**
 * A transport to send over, nothing sent yet; closed when `signal` is aborted. Rejects when the browser refuses. Calls of
 * one that is no longer wanted are not made: the server would take them for the next one's.
 */
export async function openSender(
  link: MediaLink,
  engine: Engine,
  router: RtpCapabilities,
  /** Of what the server offers, what the browser is told of. */
  told: (published: Publish) => Publish,
  signal: AbortSignal,
): Promise<Ack<{ sender: Sender }>> {
  const published = await link.call('media:publish', {});
  if (!published.ok) return published;
  signal.throwIfAborted();
  const sender = await engine.send(router, told(published), {
    async connect(dtlsParameters) {
      signal.throwIfAborted();
      const answer = await link.call('media:connect', { dtlsParameters });
      if (!answer.ok) throw new Error(answer.error.message);
    },
    async produce(source, rtpParameters) {
      signal.throwIfAborted();
      const answer = await link.call('media:produce', { source, rtpParameters });
      if (!answer.ok) throw new Error(answer.error.message);
      return answer.producerId;
    },
  });
  if (signal.aborted) sender.close();
  signal.throwIfAborted();
  return { ok: true, sender };
}
