import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMark, readPacks } from './marks.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'bedside-packs-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const builtIn = readFileSync(join(import.meta.dirname, '../shared/screening/red-flags/en.json'), 'utf8');
const put = (text: string) => writeFileSync(join(folder, 'en.json'), text);

it('[F4][G1][H1] tells codes, each once, of the text and of the name', () => {
  const mark = createMark();
  expect(mark('I have crushing chest pain right now, call 212 555 0147 or 212 555 0148', 'you stupid idiot')).toEqual({
    redFlags: ['chest-pain'],
    personal: ['phone'],
    abuse: ['insult'],
  });
  expect(mark('Is a rash after the vaccine common?', 'Maria Lopez')).toEqual({ redFlags: [], personal: [], abuse: [] });
});

it('[F3] a hospital has its own packs, which hold what their examples say, or the node does not start', () => {
  put(builtIn);
  expect(createMark(readPacks(folder))('I have crushing chest pain right now', null).redFlags).toEqual(['chest-pain']);
  put(builtIn.replace('"matches": [', '"matches": ["Is the sky blue today?", '));
  expect(() => readPacks(folder)).toThrow(/en\.json is no pack of red flags: .*sky.* Check it with npm run red-flags/s);
  put('{}');
  expect(() => readPacks(folder)).toThrow('is no pack of red flags');
  rmSync(join(folder, 'en.json'));
  expect(() => readPacks(folder)).toThrow('has no .json file');
  expect(() => readPacks(join(folder, 'nowhere'))).toThrow("can't be read");
});
