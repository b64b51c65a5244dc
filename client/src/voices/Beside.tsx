import { useTranslation } from 'react-i18next';
import words from '../i18n/en/voices.json' with { type: 'json' };
import { addWords } from '../i18n/i18n.ts';
import type { Channel } from '@bedside/shared/commands.ts';
import { can } from '@bedside/shared/roles.ts';
import type { SessionView } from '@bedside/shared/view.ts';
import { useSend, useSession } from '../net/session-context.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Beside.module.css';
import { GuestBar } from './GuestBar.tsx';
import { hasCompany, nameOf, onStage } from './on-stage.ts';
import { VoiceTiles } from './VoiceTiles.tsx';

addWords('voices', words);

type BesideProps = { isOpen: boolean; session: SessionView; own: Channel };

/** Who is on stage with somebody who presents: heard and seen, and taken off at once. */
export function Beside({ session, own }: BesideProps) {
  const { t } = useTranslation('voices');
  const send = useSend();
  const { role } = useSession();
  const { handsUp = 0, voices } = session;
  const others = onStage(session).filter(({ channel }) => channel !== own);
  const cohost = own === 'cohost' ? undefined : voices?.cohost;
  const mayClose = can(role, 'set-voice');
  if (!hasCompany(session) || session.phase === 'ended') return null;
  return (
    <section className={styles.beside} aria-labelledby="beside">
      <h2 id="beside" className={styles.heading}>
        {t('beside.heading')}
      </h2>
      <GuestBar session={session} />
      {cohost && mayClose && (cohost.stream.status !== 'off' || !cohost.open) && (
        <div className={styles.row}>
          <span dir="auto">
            {cohost.open ? nameOf(t, 'cohost', cohost) : t('beside.cohostClosed', { name: nameOf(t, 'cohost', cohost) })}
          </span>
          <Button
            size="sm"
            variant={cohost.open ? 'danger' : 'secondary'}
            icon={cohost.open ? 'close' : 'undo'}
            onPress={() => void send({ type: 'set-voice', voice: 'cohost', open: !cohost.open })}
          >
            {t(cohost.open ? 'beside.cohostOff' : 'beside.cohostBack')}
          </Button>
        </div>
      )}
      {others.length > 0 && (
        <div className={styles.tiles}>
          <VoiceTiles others={others} />
        </div>
      )}
      {handsUp > 0 && <p className={styles.note}>{t('beside.hands', { count: handsUp })}</p>}
    </section>
  );
}
