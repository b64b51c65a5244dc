import type { Span } from './drafts.ts';

/**
 * What the desk asks of screening, each part loaded when it is first asked. Where one can't be loaded, nothing is marked
 * or suggested: people decide, with or without it (rules G2 and D1).
 */

export async function findSpans(text: string): Promise<readonly Span[]> {
  try {
    const { findPersonalData } = await import('@bedside/shared/screening/personal-data/find.ts');
    return findPersonalData(text);
  } catch {
    return [];
  }
}

export type SimilarIndex = {
  put(id: string, text: string): void;
  remove(id: string): void;
  find(text: string, options: { most: number; except: string }): { id: string; score: number }[];
};

export async function openSimilarIndex(): Promise<SimilarIndex | null> {
  try {
    const { createSimilarIndex } = await import('@bedside/shared/screening/similar/similar.ts');
    return createSimilarIndex();
  } catch {
    return null;
  }
}
