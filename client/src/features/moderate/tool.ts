import type { DeclineReason } from '@bedside/shared/commands.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';

/** What stands in the place of the review bar while something is chosen or written about a question, or about those picked. */
export type Tool =
  | { kind: 'decline'; id: QuestionId; reason: DeclineReason | null }
  | { kind: 'decline-many'; reason: DeclineReason | null }
  | { kind: 'edit' | 'merge' | 'asker'; id: QuestionId }
  /** `begin` is put before what was written earlier: a saved reply. */
  | { kind: 'reply' | 'answer'; id: QuestionId; begin: string | null };

export type QuestionTool = Exclude<Tool['kind'], 'decline' | 'decline-many'>;

export const toolFor = (kind: QuestionTool, id: QuestionId, begin: string | null = null): Tool =>
  kind === 'reply' || kind === 'answer' ? { kind, id, begin } : { kind, id };
