import type { FlagCode, PersonalKind } from '@bedside/shared/marks.ts';

/** One way to call for help, in the order in which they are shown. */
export type HelpLine = { kind: 'emergency' | 'crisis' | 'poison' | 'domestic'; name: string | null; number: string };

export type SimilarIndex = {
  put(id: string, text: string): void;
  remove(id: string): void;
  find(text: string, options?: { most?: number; threshold?: number; except?: string }): readonly { id: string; score: number }[];
};

/** What looks at a text while it is being written. Each part loads when it is first wanted; one that can't be had leaves the others. */
export type Finders = {
  personal(): Promise<(text: string) => readonly { kind: PersonalKind; start: number; end: number }[]>;
  redFlags(): Promise<(text: string) => readonly { flag: FlagCode }[]>;
  similar(): Promise<() => SimilarIndex>;
};

/** Loads once; what failed is tried again the next time. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

export const finders: Finders = {
  personal: once(() => import('@bedside/shared/screening/personal-data/find.ts').then((part) => part.findPersonalData)),
  redFlags: once(() => import('@bedside/shared/screening/red-flags/match.ts').then((part) => part.findRedFlags)),
  similar: once(() => import('@bedside/shared/screening/similar/similar.ts').then((part) => part.createSimilarIndex)),
};

export type HelpNumbers = {
  /** ISO 3166-1 alpha-2. */
  countries: readonly string[];
  /** Null for a country that is not known. */
  linesFor(country: string | null, flags: readonly FlagCode[]): readonly HelpLine[];
};

/** A few kilobytes of their own, so that they can be had without what finds the signs. */
export const helpNumbers: () => Promise<HelpNumbers> = once(() => import('@bedside/shared/screening/red-flags/numbers.ts'));
