import type { DeclineReason } from '@bedside/shared/commands.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';

/** What stands in the place of the review bar while something is chosen or written about a question, or about those picked. */
export type Tool =
  | { kind: 'decline'; id: QuestionId; reason: DeclineReason | null }
  | { kind: 'decline-many'; reason: DeclineReason | null }
  | { kind: 'edit' | 'merge' | 'asker'; id: QuestionId }
  /** `seen` is the `seq` of the view when it was opened: what was written later is not replaced unseen (rule M17). */
  | { kind: 'reply' | 'answer'; id: QuestionId; seen: number };

export type QuestionTool = Exclude<Tool['kind'], 'decline' | 'decline-many'>;

export const toolFor = (kind: QuestionTool, id: QuestionId, seen: number): Tool =>
  kind === 'reply' || kind === 'answer' ? { kind, id, seen } : { kind, id };
