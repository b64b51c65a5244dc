import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { Problem } from './problem.mjs';

/** @param {string[]} names @returns {Promise<string[]>} those of them that dpkg does not have */
export async function missingDebs(names) {
  const { output } = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names]);
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return names.filter((name) => !installed.has(name));
}

/** @returns {Promise<boolean>} */
export async function hasApt() {
  return process.platform === 'linux' && (await run('apt-get', ['--version'])).code === 0;
}

/**
 * Installs Debian packages, when that can be done without asking for a password.
 * @param {string[]} names
 * @param {string} why what they are for, to end the sentence "… are needed"
 * @param {import('./progress.mjs').Tell} tell
 * @param {string[]} [asleep] services of theirs that are neither started now nor when the machine starts
 */
export async function aptInstall(names, why, tell, asleep = []) {
  const byHand = `  sudo apt-get update && sudo apt-get install --no-install-recommends ${names.join(' ')}`;
  const root = process.getuid?.() === 0;
  if (!root && (await run('sudo', ['-n', 'true'])).code !== 0) {
    throw new Problem(`These Debian packages are needed ${why}: ${names.join(' ')}.`, 'Install them and start again:', byHand);
  }
  /** @param {string[]} args */
  const asRoot = (args) => {
    const [first = '', ...rest] = root ? args : ['sudo', '-n', ...args];
    return run(first, rest, { onLine: (line) => /Waiting for cache lock/.test(line) && tell('waiting for another apt to finish') });
  };
  /** @param {string[]} args */
  const apt = (args) =>
    asRoot(['env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C', 'apt-get', '-q', '-y', '-o', 'DPkg::Lock::Timeout=300', ...args]);
  // sd_booted(3); without systemd Debian's own script for it starts nothing that is not enabled in /etc/default.
  const services = existsSync('/run/systemd/system') ? asleep : [];
  // DPkg::Lock::Timeout does not cover the lock of `update`.
  const giveUp = Date.now() + 300_000;
  tell('apt-get update');
  let update = await apt(['update']);
  while (update.code !== 0 && /Could not get lock|Unable to lock/.test(update.output) && Date.now() < giveUp) {
    tell('waiting for another apt to finish');
    await new Promise((resolve) => setTimeout(resolve, 3000));
    update = await apt(['update']);
  }
  // An update that failed for one foreign source must not stop us: the install tells.
  tell(`apt-get install ${names.join(' ')}`);
  // A unit that is masked can't be started by a package's script.
  if (services.length > 0) await asRoot(['systemctl', 'mask', '--runtime', ...services]);
  const install = await apt(['install', '--no-install-recommends', ...names]);
  if (services.length > 0) {
    if (install.code === 0) await asRoot(['systemctl', 'disable', ...services]);
    await asRoot(['systemctl', 'unmask', '--runtime', ...services]);
  }
  if (install.code === 0) return;
  throw aptProblem(`${update.output}\n${install.output}`, names, why, byHand);
}

/**
 * Exported for its test.
 * @param {string} output
 * @param {string[]} names
 * @param {string} why
 * @param {string} byHand
 */
export function aptProblem(output, names, why, byHand) {
  const what = `apt could not install what is needed ${why} (${names.join(' ')})`;
  if (/Could not get lock|Unable to (lock|acquire the dpkg frontend lock)/.test(output)) {
    return new Problem(
      `${what}: another apt or dpkg is still running.`,
      'Wait until it has finished (ps -C apt,apt-get,dpkg), then start again.',
    );
  }
  if (/enough free space|No space left/.test(output)) {
    return new Problem(`${what}: the disk is full.`, 'Free some space and start again.');
  }
  if (
    /Temporary failure resolving|Could not resolve|Could not connect|Connection (failed|timed out|refused)|Failed to fetch/.test(output)
  ) {
    return new Problem(
      `${what}: the package mirror could not be reached.`,
      'Check the network (or the mirror in /etc/apt/sources.list) and start again, or by hand:',
      byHand,
    );
  }
  if (/dpkg was interrupted/.test(output)) {
    return new Problem(`${what}: an earlier installation was interrupted.`, 'Finish it and start again: sudo dpkg --configure -a');
  }
  const said = output.split('\n').filter((line) => line.startsWith('E: '));
  return new Problem(`${what}.`, ...said.slice(-6), 'By hand:', byHand);
}
