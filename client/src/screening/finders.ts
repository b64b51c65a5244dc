import type { FlagCode, PersonalKind } from '@bedside/shared/marks.ts';

export type SimilarIndex = {
  put(id: string, text: string): void;
  remove(id: string): void;
  find(text: string, options?: { most?: number; threshold?: number; except?: string }): readonly { id: string; score: number }[];
};

/** What looks at texts, for whoever writes one and for moderators. Each part loads when it is first wanted; one that can't be had leaves the others. */
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

/** Signs of an emergency in a text, each once. */
export const flagsIn = (find: Awaited<ReturnType<Finders['redFlags']>>, text: string): readonly FlagCode[] => [
  ...new Set(find(text).map(({ flag }) => flag)),
];

/** What may be personal data; nothing where the part can't be loaded: people decide, with or without it (rule G2). */
export const findSpans = (text: string): Promise<ReturnType<Awaited<ReturnType<Finders['personal']>>>> =>
  finders.personal().then(
    (find) => find(text),
    () => [],
  );

/** A few kilobytes of their own, so that they can be had without what finds the signs. */
export const helpNumbers = once(() => import('@bedside/shared/screening/red-flags/numbers.ts'));
export type HelpNumbers = Awaited<ReturnType<typeof helpNumbers>>;
