// npm run red-flags: whether the packs of red flags are well written, and do what their examples say.
import { launchProgram } from './program.mjs';

await launchProgram('infra/screening/packs.ts');
