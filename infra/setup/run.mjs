import { spawn } from 'node:child_process';
import { endProgress } from './progress.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function killGroup(child, signal) {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // It has just ended.
  }
}

/** Ctrl-C while something is being prepared: end its whole process group, then ourselves. @param {NodeJS.Signals} signal */
function interrupted(signal) {
  for (const child of running) killGroup(child, signal);
  endProgress();
  process.stderr.write('Stopped. Starting again goes on where this ended.\n');
  process.exit(signal === 'SIGINT' ? 130 : 143);
}

/**
 * @typedef {object} Result
 * @property {number} code 0 to 255, or 128 when it was killed, 127 when the command does not exist
 * @property {string} output stdout and stderr, the last 256 kB
 */

/**
 * Runs a tool quietly in a process group of its own, so that a terminal's Ctrl-C reaches it through us only.
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {(line: string) => void} [options.onLine]
 * @param {number} [options.timeout] in ms; then it is killed
 * @param {boolean} [options.live] shows the output as it comes
 * @returns {Promise<Result>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    if (running.size === 0) for (const signal of signals) process.on(signal, interrupted);
    running.add(child);

    let output = '';
    let partial = '';
    /** @param {string} text */
    const take = (text) => {
      output = (output + text).slice(-256_000);
      if (!options.onLine) return;
      const lines = (partial + text).split('\n');
      partial = lines.pop() ?? '';
      lines.forEach(options.onLine);
    };
    child.stdout?.setEncoding('utf8').on('data', take);
    child.stderr?.setEncoding('utf8').on('data', take);

    const timer = options.timeout === undefined ? undefined : setTimeout(() => killGroup(child, 'SIGKILL'), options.timeout);
    /** @param {Result} result */
    const finish = (result) => {
      clearTimeout(timer);
      running.delete(child);
      if (running.size === 0) for (const signal of signals) process.off(signal, interrupted);
      resolve(result);
    };
    child.on('error', (error) => finish({ code: 'code' in error && error.code === 'ENOENT' ? 127 : 126, output: error.message }));
    child.on('close', (code) => finish({ code: code ?? 128, output }));
  });
}

/** @type {NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
