import { FlagCode } from '../../shared/marks.ts';
import { english } from './red-flag-phrasings-en.ts';
import { spanish } from './red-flag-phrasings-es.ts';
import { everyday } from './red-flag-phrasings-everyday.ts';
import { fresh, freshOrdinary } from './red-flag-phrasings-fresh.ts';
import { idioms } from './red-flag-phrasings-idioms.ts';
import { last } from './red-flag-phrasings-last.ts';
import { later } from './red-flag-phrasings-later.ts';
import { unseen } from './red-flag-phrasings-unseen.ts';
import { voicesOrdinary } from './red-flag-phrasings-ordinary-later.ts';
import { ordinary } from './red-flag-phrasings-ordinary.ts';
import { voices } from './red-flag-phrasings-voices.ts';

export type Phrasing = {
  text: string;
  locale: 'en' | 'es';
  /** None: an ordinary question. */
  flag?: FlagCode;
  /** Misses of the first, the later ones and the voices were looked at while the packs were written; those of the last, the fresh and the unseen never. */
  set: 'first' | 'later' | 'voices' | 'last' | 'fresh' | 'unseen';
};

const SPANISH = 'es:';
const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');

const emergencies = (set: Phrasing['set'], byFlag: Record<FlagCode, string>): Phrasing[] =>
  FlagCode.options.flatMap((flag) =>
    linesOf(byFlag[flag]).map((line): Phrasing => {
      const isSpanish = line.startsWith(SPANISH);
      return { text: isSpanish ? line.slice(SPANISH.length) : line, locale: isSpanish ? 'es' : 'en', flag, set };
    }),
  );

const calm = (set: Phrasing['set'], lines: string) =>
  linesOf(lines).map((text): Phrasing => ({ text, locale: /[¿ñáéíóú]|\b(?:sin|mi|el)\b/i.test(text) ? 'es' : 'en', set }));

export const phrasings: readonly Phrasing[] = [
  ...emergencies('first', english),
  ...emergencies('first', spanish).map((one): Phrasing => ({ ...one, locale: 'es' })),
  ...emergencies('later', later),
  ...emergencies('voices', voices),
  ...emergencies('voices', idioms),
  ...emergencies('voices', everyday),
  ...emergencies('last', last),
  ...emergencies('fresh', fresh),
  ...emergencies('unseen', unseen),
  ...calm('first', ordinary),
  ...calm('voices', voicesOrdinary),
  ...calm('fresh', freshOrdinary),
];
