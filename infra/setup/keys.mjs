// npm run keys: the list of keys, changed one step at a time.
import { launchProgram } from './program.mjs';

await launchProgram('infra/keys.ts');
