import { useTranslation } from 'react-i18next';
import type { View } from '@bedside/shared/view.ts';
import { ManageCaptions } from '../../captions/ManageCaptions.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './Captions.module.css';
import type { Recogniser } from './use-recogniser.ts';

type HostCaptionsProps = { view: View; recogniser: Recogniser; isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** All there is to do about captions in the studio. */
export function HostCaptions({ recogniser, ...dialog }: HostCaptionsProps) {
  const { source } = dialog.view.captions.about;
  return (
    <ManageCaptions {...dialog} as="host">
      {(source === 'browser' || recogniser.agreed) && <Recognition recogniser={recogniser} />}
    </ManageCaptions>
  );
}

function Recognition({ recogniser: { kind, agreed, state, agree, stop } }: { recogniser: Recogniser }) {
  const { t } = useTranslation('captions');
  if (kind === 'none') return <Banner tone="warn">{t('recogniser.unsupported')}</Banner>;
  return (
    <div className={styles.recognition}>
      <h3 className={styles.heading}>{t('recogniser.heading')}</h3>
      {agreed ? (
        <>
          <p role="status">{t(`recogniser.state.${state}`)}</p>
          <Button size="sm" onPress={stop}>
            {t('recogniser.stop')}
          </Button>
        </>
      ) : (
        <>
          <p>{t(kind === 'local' ? 'recogniser.consentLocal' : 'recogniser.consentRemote')}</p>
          <Button variant="primary" size="sm" onPress={agree}>
            {t('recogniser.agree')}
          </Button>
        </>
      )}
    </div>
  );
}
