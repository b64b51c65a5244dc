import { StartError } from './env.ts';

/**
 * Whether this user may run a node. Root may not in production, where whoever breaks into the process would have the machine:
 * throws `StartError`. Elsewhere root is told so: the sentence, else null. `uid` is undefined where there are no users.
 */
export function complaintAboutUser({ uid, production }: { uid: number | undefined; production: boolean }): string | null {
  if (uid !== 0) return null;
  const how = 'Start it as a user of its own, as infra/systemd and infra/docker do';
  if (production) throw new StartError(`Bedside does not run as root with NODE_ENV=production. ${how}.`);
  return `this runs as root, which is for trying it only. ${how}`;
}
