import { spawn } from 'node:child_process';

/**
 * @typedef {object} Command
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {string} cwd
 */

/**
 * Runs what stays until the person ends it, in their terminal. The first Ctrl-C reaches each command exactly once:
 * they are kept out of the terminal's process group, because otherwise the terminal, npm and we would each send it.
 * @param {Command[]} commands when one of them ends, the others are ended too
 * @returns {Promise<number>} exit code; 0 when a signal ended them
 */
export function foreground(commands) {
  return new Promise((resolve) => {
    let firstSignal = 0;
    /** @type {number | undefined} */
    let result;
    const children = commands.map(({ command, args, env, cwd }) => spawn(command, args, { env, cwd, stdio: 'inherit', detached: true }));
    let left = children.length;

    /** @param {NodeJS.Signals} signal @param {boolean} group */
    const send = (signal, group) => {
      for (const child of children) {
        if (!child.pid || child.exitCode !== null || child.signalCode !== null) continue;
        try {
          process.kill(group ? -child.pid : child.pid, signal);
        } catch {
          // It has just ended.
        }
      }
    };
    /** @param {NodeJS.Signals} signal */
    const onSignal = (signal) => {
      const now = Date.now();
      if (firstSignal === 0) {
        firstSignal = now;
        send(signal, false);
        setTimeout(() => process.stderr.write('Still stopping. Press Ctrl-C again to end at once.\n'), 5000).unref();
      } else if (now - firstSignal > 1000) {
        send('SIGKILL', true);
      }
    };
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, onSignal);

    /** @param {number} code */
    const ended = (code) => {
      result ??= firstSignal > 0 ? 0 : code;
      left -= 1;
      if (left === 0) resolve(result);
      else if (firstSignal === 0) onSignal('SIGTERM');
    };
    for (const child of children) {
      child.on('error', (error) => {
        process.stderr.write(`${error.message}\n`);
        ended(1);
      });
      child.on('exit', (code, signal) => ended(code ?? (signal ? 1 : 0)));
    }
  });
}
