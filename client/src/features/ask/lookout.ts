import type { QuestionId } from '@bedside/shared/ids.ts';
import type { FlagCode } from '@bedside/shared/marks.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { type Finders, flagsIn, type SimilarIndex } from '../../screening/finders.ts';
import { bringUpToDate } from '../../screening/follow.ts';
import { type Mark, marksOf } from './marks.ts';

/** What was found in what is being written. Prompts, all of them: they hold nothing back (rules D1, F1, G2). */
export type Findings = { marks: readonly Mark[]; flags: readonly FlagCode[]; similar: readonly QuestionId[] };

export const nothingFound: Findings = { marks: [], flags: [], similar: [] };

type Row = Pick<QuestionView, 'id' | 'text' | 'status'>;

/** Shorter texts are like too many others. */
const SIMILAR_FROM = 12;
const SIMILAR_MOST = 3;
/** Texts put into the index at a time: a few milliseconds' work. */
const STEP = 40;

export type Lookout = {
  /** Looks at a text; what is found comes by and by, and nothing more of the text before. */
  look(text: string, questions: readonly Row[]): void;
  stop(): void;
};

/** `idle` resolves when the page has nothing better to do: all of this is second to typing. */
export function createLookout(finders: Finders, idle: () => Promise<void>, tell: (found: Partial<Findings>) => void): Lookout {
  let turn = 0;
  let index: SimilarIndex | null = null;
  const indexed = new Map<string, string>();

  async function run<T>(mine: number, load: () => Promise<T>, look: (finder: T) => Partial<Findings> | Promise<Partial<Findings> | null>) {
    try {
      const finder = await load();
      await idle();
      if (turn !== mine) return;
      const found = await look(finder);
      if (turn === mine && found) tell(found);
    } catch {
      // A part that could not be loaded is a prompt less, and tried again with the next letters.
    }
  }

  async function findSimilar(mine: number, create: () => SimilarIndex, text: string, questions: readonly Row[]) {
    index ??= create();
    while (bringUpToDate(index, indexed, questions, STEP) > 0) {
      await idle();
      if (turn !== mine) return null;
    }
    const ids = new Map(questions.map(({ id }) => [String(id), id]));
    const similar = index.find(text, { most: SIMILAR_MOST }).flatMap(({ id }) => ids.get(id) ?? []);
    return { similar };
  }

  return {
    look(text, questions) {
      const mine = ++turn;
      const short = text.trim().length;
      if (short === 0) return tell(nothingFound);
      // Where help is comes first.
      void run(mine, finders.redFlags, (find) => ({ flags: flagsIn(find, text) }))
        .then(() => run(mine, finders.personal, (find) => ({ marks: marksOf(text, find(text)) })))
        .then(() =>
          short < SIMILAR_FROM
            ? turn === mine && tell({ similar: [] })
            : run(mine, finders.similar, (create) => findSimilar(mine, create, text, questions)),
        );
    },
    stop() {
      turn += 1;
    },
  };
}
