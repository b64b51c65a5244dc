import type { FlagCode } from '@bedside/shared/marks.ts';
import { HelpCard } from './HelpCard.tsx';

export type OwnHelpProps = { isOpen: boolean; flags: readonly FlagCode[]; onConfirm: () => void };

/** Where help is, on the card of a question that was sent, until its asker says to have read it. */
export function OwnHelp({ isOpen, flags, onConfirm }: OwnHelpProps) {
  return isOpen && <HelpCard flags={flags} onConfirm={onConfirm} />;
}
