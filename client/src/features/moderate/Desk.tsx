import { useSession } from '../../net/session-context.tsx';
import { addWords } from '../../i18n/i18n.ts';
import words from '../../i18n/en/moderate.json' with { type: 'json' };
import { DeskPage } from './DeskPage.tsx';

addWords('moderate', words);

/** The moderator's desk. The page around it waits for the first view. */
export function Desk() {
  const session = useSession();
  return session.view && <DeskPage session={session} view={session.view} />;
}
