import type { FlagCode } from '../../shared/screening/red-flags/schema.ts';
import { FlagCodes } from '../../shared/screening/red-flags/schema.ts';
import { english } from './red-flag-phrasings-en.ts';
import { spanish } from './red-flag-phrasings-es.ts';
import { ordinary } from './red-flag-phrasings-ordinary.ts';

export type Phrasing = {
  text: string;
  locale: 'en' | 'es';
  /** None: an ordinary question. */
  flag?: FlagCode;
  /** Misses of these were looked at while the packs were written; the others are figures only. */
  looked: boolean;
};

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');

const emergencies = (locale: 'en' | 'es', byFlag: Record<FlagCode, string>): Phrasing[] =>
  FlagCodes.flatMap((flag) => linesOf(byFlag[flag]).map((text, index) => ({ text, locale, flag, looked: index % 2 === 0 })));

/** Every second one is held out. */
export const phrasings: readonly Phrasing[] = [
  ...emergencies('en', english),
  ...emergencies('es', spanish),
  ...linesOf(ordinary).map((text, index): Phrasing => ({ text, locale: index < 100 ? 'en' : 'es', looked: index % 2 === 0 })),
];
