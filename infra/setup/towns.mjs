// npm run towns -- --from FOLDER: writes the list of towns that the finder of personal data reads, from packages in a folder.
import { launchProgram } from './program.mjs';

await launchProgram('infra/screening/towns.ts');
