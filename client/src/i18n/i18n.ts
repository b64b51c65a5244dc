import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import common from './en/common.json' with { type: 'json' };
import watch from './en/watch.json' with { type: 'json' };

/** What every visitor needs comes with the page; a part that loads later brings its own words by `addWords`. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'common',
    ns: ['common', 'watch'],
    resources: { en: { common, watch } },
    // React escapes.
    interpolation: { escapeValue: false },
    initAsync: false,
    react: { useSuspense: false },
  });
}

/** Call at the top of a lazily loaded part, before its first render. */
export function addWords(
  namespace: 'ask' | 'audit' | 'captions' | 'home' | 'schedule' | 'host' | 'moderate' | 'quality' | 'selfTest' | 'voices',
  words: object,
): void {
  i18next.addResourceBundle('en', namespace, words, true, true);
}
