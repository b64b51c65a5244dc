import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Marks } from '@bedside/shared/marks.ts';
import { findAbuse } from '@bedside/shared/screening/abuse/find.ts';
import { findPersonalData } from '@bedside/shared/screening/personal-data/find.ts';
import { problemsOf } from '@bedside/shared/screening/red-flags/check.ts';
import { builtInPacks, findRedFlags } from '@bedside/shared/screening/red-flags/match.ts';
import { loadPack, type Pack } from '@bedside/shared/screening/red-flags/schema.ts';
import { StartError } from './env.ts';

/** What is found in a question and the name under it; codes alone, each once. */
export type Mark = (text: string, name: string | null) => Marks;

/** Nothing is looked for. */
export const noMarks: Mark = () => ({ redFlags: [], personal: [], abuse: [] });

/** Marks with these packs of red flags (rules F4, G1, H1). */
export function createMark(packs: readonly Pack[] = builtInPacks): Mark {
  const mark: Mark = (text, name) => {
    const shown = name ?? '';
    return {
      redFlags: codes(findRedFlags(text, packs).map(({ flag }) => flag)),
      // That it is a name was meant.
      personal: codes(
        [...findPersonalData(text), ...findPersonalData(shown).filter(({ kind }) => kind !== 'name')].map(({ kind }) => kind),
      ),
      abuse: codes([...findAbuse(text), ...findAbuse(shown)].map(({ kind }) => kind)),
    };
  };
  // Packs and lists are read when they are first needed, which is a tenth of a second: not while people wait.
  mark('', null);
  return mark;
}

const codes = <T>(found: readonly T[]): T[] => [...new Set(found)];

/** Every pack of a folder. Throws `StartError` where there is none, or one does not do what its own examples say (rule F3). */
export function readPacks(folder: string): Pack[] {
  const packs = filesOf(folder).map((file) => readPack(file));
  if (packs.length === 0) throw new StartError(`RED_FLAGS_DIR has no .json file: ${folder}.`);
  return packs;
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(folder, name));
  } catch {
    throw new StartError(`RED_FLAGS_DIR can't be read: ${folder}.`);
  }
}

function readPack(file: string): Pack {
  const refused = (why: string) => new StartError(`${file} is no pack of red flags: ${why} Check it with npm run red-flags -- ${file}`);
  let pack: Pack;
  try {
    pack = loadPack(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw refused(error instanceof Error ? error.message : '');
  }
  const [problem] = problemsOf(pack);
  if (problem !== undefined) throw refused(problem);
  return pack;
}
