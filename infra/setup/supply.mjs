// npm run supply: what this is made of. Known holes, licences, and the bill of materials.
import { launchProgram } from './program.mjs';

await launchProgram('infra/supply/main.ts');
