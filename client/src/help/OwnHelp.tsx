import { HelpCard, type HelpCardProps } from './HelpCard.tsx';

export type OwnHelpProps = HelpCardProps & { isOpen: boolean };

/** With what somebody writes, and with what they sent until they say to have read it. */
export function OwnHelp({ isOpen, ...card }: OwnHelpProps) {
  return isOpen && <HelpCard {...card} />;
}
