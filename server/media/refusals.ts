import { Refusal } from '@bedside/shared/errors.ts';

export const unavailable = () => new Refusal('media-unavailable', 'no media worker is up');
export const noStream = (message: string) => new Refusal('no-stream', message);

/**
 * Runs calls to mediasoup and turns what it throws into a refusal. It checks parameters by throwing (TypeError, or
 * Error with the worker's reason), so an unknown error is the caller's unless the worker or its router went away.
 */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (!(error instanceof Error)) throw new Refusal('internal', String(error));
    // Its error classes are not exported, and names survive what instanceof does not (two copies of the package).
    if (error.name === 'WorkerClosedError') throw unavailable();
    if (error.name === 'NotFoundError') throw noStream('closed meanwhile');
    throw new Refusal('bad-request', error.message);
  }
}
