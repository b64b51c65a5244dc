import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionCommand } from '@bedside/shared/commands.ts';
import type { HandId } from '@bedside/shared/ids.ts';
import type { SessionView } from '@bedside/shared/view.ts';
import words from '../../i18n/en/voices.json' with { type: 'json' };
import { addWords } from '../../i18n/i18n.ts';
import { useSend } from '../../net/session-context.tsx';
import { raisedHands } from '@bedside/shared/ordering.ts';
import { announce } from '../../ui/announce.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { showToast } from '../../ui/toasts.ts';
import { GuestBar } from '../../voices/GuestBar.tsx';
import styles from './Hands.module.css';

addWords('voices', words);

type HandsProps = { isOpen: boolean; session: SessionView };

/** What describes the buttons of a hand: its signs first. */
const described = (id: HandId, isFlagged: boolean) => (isFlagged ? `flags-${id} hand-${id}` : `hand-${id}`);

/** Who would like to speak, and who is on the way to the stage: beside the queue, since both are decided there. */
export function Hands({ session }: HandsProps) {
  const { t } = useTranslation(['voices', 'moderate', 'common']);
  const send = useSend();
  const [isListed, setListed] = useState(false);
  const { hands = [], guest } = session;
  const count = hands.length;
  const flagged = hands.filter(({ redFlags }) => redFlags !== undefined).length;
  const before = useRef(0);
  useEffect(() => {
    if (count > before.current) announce(t('hands.arrived'));
    before.current = count;
  }, [count, t]);
  if (count === 0 && !guest && !isListed) return null;
  const act = async (command: SessionCommand) => {
    const answer = await send(command);
    if (!answer.ok) showToast({ text: t(`common:error.${answer.error.code}`), tone: 'danger' });
    return answer.ok;
  };
  return (
    <div className={styles.strip}>
      {count > 0 && (
        <Button size="sm" icon="people" onPress={() => setListed(true)}>
          {t('hands.title', { count })}
        </Button>
      )}
      {flagged > 0 && (
        <Badge tone="danger" icon="alert">
          {t('hands.flaggedCount', { count: flagged })}
        </Badge>
      )}
      {guest && (
        <div className={styles.guest}>
          <GuestBar session={session} />
        </div>
      )}
      <Dialog title={t('hands.open')} kind="sheet" isOpen={isListed} onOpenChange={setListed}>
        <p className={styles.lead}>{t('hands.lead')}</p>
        {guest && <GuestBar session={session} />}
        {guest && count > 0 && <p className={styles.lead}>{t('hands.busy')}</p>}
        {count === 0 ? (
          <EmptyState icon="people" title={t('hands.empty')} />
        ) : (
          <ul className={styles.list}>
            {raisedHands(hands).map(({ id, topic, name, raisedAt, redFlags = [], emergencyRead }) => (
              <li key={id} className={styles.hand}>
                {redFlags.length > 0 && (
                  <p id={`flags-${id}`} className={styles.actions}>
                    {redFlags.map((flag) => (
                      <Badge key={flag} tone="danger" icon="alert">
                        {t(`moderate:flag.${flag}`)}
                      </Badge>
                    ))}
                    <Badge tone={emergencyRead ? 'ok' : 'warn'}>{t(emergencyRead ? 'moderate:flags.read' : 'moderate:flags.unread')}</Badge>
                  </p>
                )}
                <p id={`hand-${id}`} className={styles.words}>
                  <strong dir="auto">{name ?? t('aPatient')}</strong>
                  <span dir="auto" className={topic === null ? styles.lead : undefined}>
                    {topic ?? t('hands.noTopic')}
                  </span>
                  <span className={styles.lead}>
                    <RelativeTime at={raisedAt} />
                  </span>
                </p>
                <div className={styles.actions}>
                  <Button
                    size="sm"
                    variant="primary"
                    isDisabled={guest !== undefined}
                    aria-describedby={described(id, redFlags.length > 0)}
                    onPress={() => void act({ type: 'invite-guest', handId: id }).then((done) => done && setListed(false))}
                  >
                    {t('hands.invite')}
                  </Button>
                  <Button
                    size="sm"
                    aria-describedby={described(id, redFlags.length > 0)}
                    onPress={() => void act({ type: 'dismiss-hand', handId: id })}
                  >
                    {t('hands.dismiss')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Dialog>
    </div>
  );
}
