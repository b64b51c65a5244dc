// npm test: everything. `npm test -- --only unit,e2e` runs parts of it (check, unit, integration, pages, e2e);
// with one part, further arguments go to its tool: `npm test -- --only e2e -g "goes live"`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureWorker } from '../mediasoup-worker/get-worker.mjs';
import { runChecks } from './check-tools.mjs';
import { ensureClient } from './client.mjs';
import { ensurePackages } from './packages.mjs';
import { checkHost, node24, root, toolEnv } from './paths.mjs';
import { launch, Problem } from './problem.mjs';
import { progress } from './progress.mjs';
import { playwrightCounts, report, total, vitestCounts } from './report.mjs';
import { run } from './run.mjs';
import { ensureSystem } from './system.mjs';

const names = ['check', 'unit', 'integration', 'pages', 'e2e'];

/** @returns {{ chosen: string[], rest: string[] }} */
function parseArgs() {
  const rest = process.argv.slice(2);
  const at = rest.indexOf('--only');
  if (at < 0) {
    if (rest.length > 0)
      throw new Problem(`What is ${rest[0]}?`, 'npm test -- --only check|unit|integration|pages|e2e [arguments for its tool]');
    return { chosen: names, rest: [] };
  }
  const chosen = (rest.splice(at, 2)[1] ?? '').split(',');
  const unknown = chosen.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Problem(`--only knows ${names.join(', ')}.`);
  return { chosen, rest };
}

await launch(async () => {
  checkHost();
  const { chosen, rest } = parseArgs();
  const step = progress(4);
  /** @type {Record<string, string>} */
  let extraEnv = {};
  try {
    await ensurePackages(step, 1);
    if (chosen.includes('integration') || chosen.includes('e2e')) {
      await ensureWorker(step, 2);
      extraEnv = await ensureSystem(step, 3, chosen);
    }
  } catch (error) {
    process.on('exit', () => console.log('0 passed, 1 failed'));
    throw error;
  }
  const reports = mkdtempSync(join(tmpdir(), 'bedside-test-'));
  /** @type {import('./report.mjs').Part[]} */
  const parts = [];

  /** @param {string} name @param {() => Promise<import('./report.mjs').Counts>} work */
  const part = async (name, work) => {
    if (!chosen.includes(name)) return;
    const start = Date.now();
    console.log(`\n== ${name}`);
    parts.push({ name, ...(await work()), ms: Date.now() - start });
  };

  /**
   * Runs a test tool with its output shown, and reads the report that it leaves.
   * @param {string} script @param {string[]} args @param {(json: string, exitCode: number) => import('./report.mjs').Counts} read @param {string} file
   */
  const tool = async (script, args, read, file) => {
    const { code } = await run(node24(), [join(root, 'node_modules', script), ...args, ...rest], {
      cwd: root,
      env: toolEnv({ ...extraEnv, PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
      live: true,
    });
    try {
      return read(readFileSync(file, 'utf8'), code);
    } catch {
      console.log(`It left no report (exit code ${code}).`);
      return { passed: 0, failed: 1, skipped: 0 };
    }
  };
  /** @param {string} project */
  const vitest = (project) => {
    const file = join(reports, `${project}.json`);
    const args = ['run', '--project', `${project}*`, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    return tool('vitest/vitest.mjs', args, vitestCounts, file);
  };

  let pagesBuilt = true;
  await part('check', async () => ({ ...(await runChecks()), skipped: 0 }));
  await part('unit', () => vitest('unit'));
  await part('integration', () => vitest('integration'));
  const buildPages = async () => {
    try {
      await ensureClient(step, 4);
      console.log('built');
      return { passed: 1, failed: 0, skipped: 0 };
    } catch (error) {
      pagesBuilt = false;
      console.log(error instanceof Problem ? [error.message, ...error.todo].join('\n') : error);
      return { passed: 0, failed: 1, skipped: 0 };
    }
  };
  await part('pages', buildPages);
  await part('e2e', async () => {
    if (!chosen.includes('pages')) await buildPages();
    if (!pagesBuilt) {
      console.log('Not run, because the pages could not be built.');
      return { passed: 0, failed: 1, skipped: 0 };
    }
    // One after the other: broadcasts need both cores. What was asked for may be in one of them alone.
    const args = ['test', '-c', 'infra/e2e/playwright.config.ts', '--reporter=list,json', '--pass-with-no-tests'];
    /** @type {import('./report.mjs').Counts[]} */
    const all = [];
    for (const project of ['questions', 'broadcasts']) {
      all.push(await tool('@playwright/test/cli.js', [...args, '--project', project], playwrightCounts, join(reports, `${project}.json`)));
    }
    return total(all);
  });

  rmSync(reports, { recursive: true, force: true });
  console.log(`\n${report(parts)}`);
  const { passed, failed } = total(parts);
  return failed === 0 && passed > 0 ? 0 : 1;
});
