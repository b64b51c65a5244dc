// npm run verify: whether logs are whole, in the database or in a file.
import { launchProgram } from './program.mjs';

await launchProgram('infra/verify.ts');
