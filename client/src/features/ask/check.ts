import { limits } from '@bedside/shared/limits.ts';
import { normaliseText, textLength } from '@bedside/shared/text.ts';
import type { Draft } from './draft.ts';

export type Complaint = { field: 'text' | 'name'; problem: 'tooShort' | 'tooLong' | 'missing'; count: number };

/** The first thing that keeps a draft from being sent, by the same rules as the server's. */
export function complaintOf({ text, named, name }: Draft): Complaint | null {
  const length = textLength(normaliseText(text));
  if (length < limits.questionMin) return { field: 'text', problem: 'tooShort', count: limits.questionMin };
  if (length > limits.questionMax) return { field: 'text', problem: 'tooLong', count: limits.questionMax };
  if (!named) return null;
  const nameLength = textLength(normaliseText(name));
  if (nameLength === 0) return { field: 'name', problem: 'missing', count: 1 };
  if (nameLength > limits.displayNameMax) return { field: 'name', problem: 'tooLong', count: limits.displayNameMax };
  return null;
}
