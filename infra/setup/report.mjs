import { duration } from './progress.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {Counts & { name: string, ms: number }} Part
 */

/**
 * Vitest's JSON report (jest's format). A file that could not be loaded holds no tests, so it counts as one failure;
 * so does a run that failed for another reason than a test.
 * @param {string} json @param {number} exitCode @returns {Counts}
 */
export function vitestCounts(json, exitCode) {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const report = JSON.parse(json);
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return counts(report.numPassedTests, failed, report.numPendingTests + report.numTodoTests, exitCode);
}

/**
 * Playwright's JSON report.
 * @param {string} json @param {number} exitCode @returns {Counts}
 */
export function playwrightCounts(json, exitCode) {
  /** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} */
  const { stats, errors } = JSON.parse(json);
  return counts(stats.expected + stats.flaky, stats.unexpected + errors.length, stats.skipped, exitCode);
}

/** @param {number} passed @param {number} failed @param {number} skipped @param {number} exitCode @returns {Counts} */
function counts(passed, failed, skipped, exitCode) {
  const silent = exitCode !== 0 && failed === 0;
  return { passed, failed: silent ? 1 : failed, skipped };
}

/** @param {Counts[]} parts @returns {Counts} */
export function total(parts) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of parts) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}

/** A table of the parts; its last line is the plain verdict that other programs read. @param {Part[]} parts */
export function report(parts) {
  const rows = parts.map(({ name, passed, failed, skipped, ms }) => [name, String(passed), String(failed), String(skipped), duration(ms)]);
  const table = [['', 'passed', 'failed', 'skipped', 'time'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  );
  return `${lines.join('\n')}\n\n${verdict(total(parts))}`;
}

/** @param {Counts} counts */
export function verdict({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
