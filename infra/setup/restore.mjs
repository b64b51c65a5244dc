// npm run restore: puts back what npm run backup made.
import { launchProgram } from './program.mjs';
import { postgresEnv } from './system.mjs';

await launchProgram('infra/backup/restore.ts', 1, async () => postgresEnv());
