import { keyName, type Keys, loadSecrets, newKey, readSecrets, type Secrets, writeSecrets } from '../server/auth/secrets.ts';
import { readEnv, StartError } from '../server/env.ts';
import { fail } from '../server/fail.ts';

const HELP = `The keys that sign identities and seal what nodes tell each other:

  npm run keys -- list             the keys by name, the one that signs first
  npm run keys -- add              a new key, accepted from the next start on; it signs nothing yet
  npm run keys -- promote <name>   that key signs from the next start on; the others are still accepted
  npm run keys -- drop <name>      that key is no longer accepted from the next start on

To change keys without anybody noticing: add, restart every node, promote, restart every node; months later drop, restart
every node. Whoever did not come between promote and drop is a stranger afterwards. DATA_DIR or SECRETS_FILE must be the
server's; where nodes have copies of the file, copy it to each before they restart.`;

const AGAIN = 'npm run keys -- --help says more.';

const shown = ({ keys }: Secrets) => keys.map((key, index) => `${keyName(key)}  ${index === 0 ? 'signs' : 'accepted'}`).join('\n');

function placeOf(keys: Keys, name: string | undefined): number {
  const place = keys.findIndex((key) => keyName(key) === name);
  if (place >= 0) return place;
  throw new StartError(name === undefined ? `Which key? ${AGAIN}` : `There is no key “${name}”. npm run keys -- list shows them.`);
}

/** The list after a step; throws `StartError` with one sentence. */
function changed(keys: Keys, step: string | undefined, name: string | undefined): Keys {
  const [first, ...older] = keys;
  if (step === 'add' && name === undefined) return [first, ...older, newKey()];
  if (step === 'promote') {
    const place = placeOf(keys, name);
    return [keys[place] ?? first, ...keys.filter((_key, index) => index !== place)];
  }
  if (step === 'drop') {
    const place = placeOf(keys, name);
    if (place === 0) throw new StartError('This key signs. Promote another first, and restart every node.');
    return [first, ...older.filter((_key, index) => index !== place - 1)];
  }
  throw new StartError(`“${[step, name].filter(Boolean).join(' ')}” is not understood. ${AGAIN}`);
}

const NEXT = {
  add: 'Restart every node, one after another; then promote it.',
  promote:
    'Restart every node, one after another. Drop the older key when those who matter have come back: 30 days, or at once if it leaked.',
  drop: 'Restart every node, one after another.',
};

try {
  const [step, name, ...more] = process.argv.slice(2);
  if (step === undefined || step === '--help' || step === '-h') console.log(HELP);
  else {
    const path = readEnv(process.env, 'tool').secretsFile;
    if (more.length > 0) throw new StartError(`“${more.join(' ')}” is too much. ${AGAIN}`);
    const secrets = step === 'list' ? readSecrets(path) : loadSecrets(path);
    if (!secrets)
      throw new StartError(`There is no secrets file ${path}. Start the server once, or set DATA_DIR or SECRETS_FILE to the server's.`);
    if (step === 'list' && name === undefined) console.log(shown(secrets));
    else {
      const next = { keys: changed(secrets.keys, step, name) };
      writeSecrets(path, next);
      console.log(`${shown(next)}\n\n${Object.entries(NEXT).find(([of]) => of === step)?.[1] ?? ''}`);
    }
  }
} catch (error) {
  fail(error);
}
