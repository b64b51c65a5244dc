import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * @typedef {object} Tool
 * @property {string} name
 * @property {string} script what Node 24 runs
 * @property {string[]} args
 */

/** @param {string} path */
const bin = (path) => join(root, 'node_modules', path);

/** Each of them counts as one in `npm test`. @type {Tool[]} */
export const checks = [
  { name: 'types', script: bin('typescript/bin/tsc'), args: ['-p', '.'] },
  { name: 'types of the client', script: bin('typescript/bin/tsc'), args: ['-p', 'client'] },
  { name: 'types of the tools', script: bin('typescript/bin/tsc'), args: ['-p', 'infra'] },
  { name: 'lint', script: bin('oxlint/bin/oxlint'), args: ['--deny-warnings', '--report-unused-disable-directives'] },
  { name: 'format', script: bin('oxfmt/bin/oxfmt'), args: ['--check'] },
  { name: 'dead code', script: bin('knip/bin/knip.js'), args: ['--no-progress', '--no-config-hints'] },
];
