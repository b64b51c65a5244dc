// npm run invite: links for staff, made while the server runs or not.
import { launchProgram } from './program.mjs';

await launchProgram('infra/invite.ts');
