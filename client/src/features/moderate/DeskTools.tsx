import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can, type Role } from '@bedside/shared/roles.ts';
import type { SessionView } from '@bedside/shared/view.ts';
import { useSession } from '../../net/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { NoticeText } from '../../ui/Notice.tsx';
import styles from './DeskPage.module.css';
import { SearchBox } from './SearchBox.tsx';
import { SessionControls } from './SessionControls.tsx';
import type { DeskModel } from './use-desk.ts';

const ManageCaptions = lazyPart(() => import('../../captions/ManageCaptions.tsx').then((part) => part.ManageCaptions));

type DeskToolsProps = {
  session: SessionView;
  role: Role;
  query: string;
  onQuery: (query: string) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  letterKeys: boolean;
  unsent: number;
  withNotice: boolean;
  waiting: number;
  send: DeskModel['send'];
  onOpen: (dialog: 'help' | 'replies' | 'settings') => void;
};

/** The line above the lists: search, what is not sent yet, and what concerns the session as a whole. */
export function DeskTools(props: DeskToolsProps) {
  const { session, role, query, onQuery, searchRef, letterKeys, unsent, withNotice, waiting, send, onOpen } = props;
  const { t } = useTranslation('moderate');
  return (
    <div className={styles.tools}>
      <SearchBox value={query} onChange={onQuery} onLeave={() => searchRef.current?.blur()} letterKeys={letterKeys} inputRef={searchRef} />
      <p role="status" className={styles.unsent}>
        {unsent > 0 && t('unsent', { count: unsent })}
      </p>
      {withNotice && unsent === 0 && <NoticeText className={styles.notice} />}
      <div className={styles.controls}>
        <Button variant="quiet" className={styles.help} onPress={() => onOpen('help')}>
          <span className={styles.helpWords}>
            {t('shortcuts.button')} {letterKeys && <Kbd decorative>?</Kbd>}
          </span>
        </Button>
        {can(role, 'set-caption-source') && <Captions />}
        <Button variant="quiet" icon="settings" onPress={() => onOpen('settings')}>
          {t('settings.button')}
        </Button>
        <SessionControls phase={session.phase} role={role} waiting={waiting} send={send} />
      </div>
    </div>
  );
}

function Captions() {
  const { t } = useTranslation('moderate');
  const { view } = useSession();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" icon="captions" onPress={() => setOpen(true)}>
        {t('captions')}
      </Button>
      {view && <ManageCaptions view={view} as="moderator" isOpen={isOpen} onOpenChange={setOpen} />}
    </>
  );
}
