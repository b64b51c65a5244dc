import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// Up to the first `@media`: what follows only raises contrast or stills motion.
const [css = ''] = readFileSync(new URL('../client/src/ui/tokens.css', import.meta.url), 'utf8').split('@media');

type Scheme = 'light' | 'dark';

const tokens = new Map([...css.matchAll(/(--color-[\w-]+): ([^;]+);/g)].map(([, name, value]) => [name ?? '', value ?? '']));

function colour(name: string, scheme: Scheme): string {
  const value = tokens.get(`--color-${name}`) ?? '';
  const both = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value);
  const plain = both ? both[scheme === 'light' ? 1 : 2] : /^#\w{6}$/.exec(value)?.[0];
  if (!plain) throw new Error(`--color-${name} is no plain colour: ${value}`);
  return plain;
}

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['canvas', 'surface', 'sunken'];
const text: [string, string][] = [
  ...surfaces.flatMap((under): [string, string][] => ['text', 'muted', 'accent-text', 'danger'].map((over) => [over, under])),
  ...['text', 'muted', 'accent-text'].map((over): [string, string] => [over, 'accent-soft']),
  ...['danger', 'warn', 'ok'].map((tone): [string, string] => [tone, `${tone}-soft`]),
  ...['accent', 'accent-hover'].map((under): [string, string] => ['on-accent', under]),
  ...['danger', 'danger-hover'].map((under): [string, string] => ['on-danger', under]),
  ['on-live', 'live'],
  ['on-stage', 'stage'],
  ...['on-stage-muted', 'stage-ok', 'stage-warn', 'stage-danger', 'stage-focus'].map((over): [string, string] => [over, 'stage']),
];
const edges: [string, string][] = surfaces.flatMap((under): [string, string][] =>
  ['line-strong', 'accent', 'focus'].map((edge) => [edge, under]),
);

for (const scheme of ['light', 'dark'] as const) {
  test.each(text)(`${scheme}: %s can be read on %s (WCAG 1.4.3)`, (over, under) => {
    expect(contrast(colour(over, scheme), colour(under, scheme))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(edges)(`${scheme}: %s can be seen on %s (WCAG 1.4.11)`, (edge, under) => {
    expect(contrast(colour(edge, scheme), colour(under, scheme))).toBeGreaterThanOrEqual(3);
  });
}
