// npm run backup: the database and the secrets in one file.
import { launchProgram } from './program.mjs';
import { postgresEnv } from './system.mjs';

await launchProgram('infra/backup/backup.ts', 1, async () => postgresEnv());
