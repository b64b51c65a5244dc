// npm run screening -- --data FOLDER: measures what marks questions for people to look at, on questions that the project does not hold.
import { launchProgram } from './program.mjs';

await launchProgram('infra/screening/main.ts');
