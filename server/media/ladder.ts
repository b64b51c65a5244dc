import { parseScalabilityMode, type types } from 'mediasoup';

/** Feedback that numbers packets: draft-holmer-rmcat-transport-wide-cc-extensions-01. */
export const MEASURED = 'transport-cc';

/** Of 1: what is lost beyond this is more than chance, below that there may be room for more (draft-ietf-rmcat-gcc-02 section 6). */
const MUCH = 0.1;
const LITTLE = 0.02;
/** Milliseconds between two looks; receivers report about once a second (RFC 3550 section 6.2). */
const LOOK_MS = 1000;
/** Milliseconds of little loss until a better layer is tried; twice that after each that was not carried, up to a bound. */
const PATIENCE_MS = 4000;
const PATIENCE_MAX_MS = 128_000;
/** Milliseconds for which a better layer must be carried to count as that: a queue on the way fills before it loses. */
const CARRIED_MS = 15_000;

/** Which of the layers 0 to `top` fits, by what is lost. Begins in the middle. `look`: the share lost lately, and when. */
export function createLadder(top: number) {
  let layer = Math.ceil(top / 2);
  let patience = PATIENCE_MS;
  let lost: number | null = null;
  let calmSince: number | null = null;
  /** Since when a better layer is tried; null where it is carried, or was not. */
  let tried: number | null = null;
  return {
    layer: () => layer,
    look(share: number, at: number): number {
      lost = lost === null ? share : (lost + share) / 2;
      if (calmSince === null || lost > LITTLE) calmSince = at;
      if (tried !== null && at - tried > CARRIED_MS) {
        tried = null;
        patience = PATIENCE_MS;
      }
      if (lost > MUCH && layer > 0) {
        if (tried !== null) patience = Math.min(2 * patience, PATIENCE_MAX_MS);
        layer -= 1;
        tried = null;
        // What is under way of the layer before says nothing of this one.
        lost = null;
      } else if (at - calmSince >= patience && layer < top) {
        layer += 1;
        tried = at;
        calmSince = at;
      }
      return layer;
    },
  };
}

/** Whether a receiver tells what arrives when, from which the worker learns what the network carries. */
export const isMeasured = ({ codecs }: { codecs: readonly { rtcpFeedback?: readonly { type: string }[] | undefined }[] }): boolean =>
  codecs.some(({ rtcpFeedback = [] }) => rtcpFeedback.some(({ type }) => type === MEASURED));

/**
 * Chooses a picture's layer by the losses that its receiver reports, for as long as it is there: for who does not say what else the
 * network carries. Does nothing where there are no layers.
 */
export async function followLosses(consumer: types.Consumer): Promise<void> {
  if (consumer.type !== 'simulcast' && consumer.type !== 'svc') return;
  const ladder = createLadder(parseScalabilityMode(consumer.rtpParameters.encodings?.[0]?.scalabilityMode).spatialLayers - 1);
  const take = (spatialLayer: number) => consumer.setPreferredLayers({ spatialLayer });

  async function look(): Promise<void> {
    // In a break nothing is lost, and nothing learnt.
    if (consumer.paused || consumer.producerPaused) return;
    const stats = await consumer.getStats();
    // Of 255 (RFC 3550 section 6.4.1).
    const share = (stats.find(({ type }) => type === 'outbound-rtp')?.fractionLost ?? 0) / 255;
    const before = ladder.layer();
    const layer = ladder.look(share, performance.now());
    if (layer !== before) await take(layer);
  }
  // What is closed meanwhile has no layers either.
  const timer = setInterval(() => void look().catch(() => {}), LOOK_MS).unref();
  consumer.observer.once('close', () => clearInterval(timer));
  await take(ladder.layer());
}
