import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { problemToExplain, wordsOf } from './devices.ts';
import styles from './Problem.module.css';
import type { Studio } from './use-studio.ts';

/** What is wrong with camera or microphone, and what to do about it. */
export function DeviceProblemNote({ studio }: { studio: Studio }) {
  const { t } = useTranslation(['host', 'common']);
  const problem = studio.starting ? null : problemToExplain(studio.media);
  if (!problem) return null;
  // No press helps a page without HTTPS.
  const retry = problem.words !== 'insecure' && (
    <Button size="sm" icon="refresh" onPress={studio.startDevices}>
      {t('common:action.retry')}
    </Button>
  );
  return (
    <Banner tone={problem.blocking ? 'danger' : 'warn'} live actions={retry}>
      <strong className={styles.title}>{t(`media.${problem.words}.title`, { device: t(`device.${problem.source}`) })}</strong>
      <span>{t(`media.${problem.words}.text`)}</span>
      {!problem.blocking && problem.source === 'camera' && <span> {t('setup.soundOnly')}</span>}
    </Banner>
  );
}

/** Why the last press on "Go live" did not lead there. */
export function GoLiveProblem({ studio, live }: { studio: Studio; live: boolean }) {
  const { t } = useTranslation(['host', 'common']);
  const words = studio.failure && wordsOf(studio.failure);
  if (!words) return null;
  return (
    <Banner tone="danger" live>
      <strong className={styles.title}>{t(live ? 'go.failedLive' : 'go.failed')}</strong>
      {'media' in words ? (
        <span>
          {t(`media.${words.media}.title`, { device: t('device.both') })}. {t(`media.${words.media}.text`)}
        </span>
      ) : (
        <span>{t(`common:error.${words.error}`)}</span>
      )}
    </Banner>
  );
}
