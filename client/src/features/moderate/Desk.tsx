import { useSession } from '../../net/session-context.tsx';
import { addWords } from '../../i18n/i18n.ts';
import words from '../../i18n/en/moderate.json' with { type: 'json' };
import { DeskPage } from './DeskPage.tsx';

addWords('moderate', words);

/** The desk of those who moderate: screeners, clinician reviewers, moderators. The page around it waits for the first view. */
export function Desk() {
  const snapshot = useSession();
  return snapshot.view && <DeskPage snapshot={snapshot} view={snapshot.view} />;
}
