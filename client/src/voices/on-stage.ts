import type { TFunction } from 'i18next';
import type { SessionView, VoiceView } from '@bedside/shared/view.ts';

export type OnStage = { channel: 'cohost' | 'guest'; voice: VoiceView };

/** Who is on stage beside the doctor, while anything may be heard at all (rule S8). An interpreter is chosen, and stands nowhere. */
export function onStage({ phase, voices }: Pick<SessionView, 'phase' | 'voices'>): OnStage[] {
  if (phase !== 'live') return [];
  return (['cohost', 'guest'] as const).flatMap((channel) => {
    const voice = voices?.[channel];
    return voice && voice.stream.status !== 'off' ? [{ channel, voice }] : [];
  });
}

/** As everybody calls them. */
export const nameOf = (t: TFunction<'voices'>, channel: 'cohost' | 'guest', { name }: Pick<VoiceView, 'name'>): string =>
  name ?? (channel === 'guest' ? t('aPatient') : t('role.cohost'));

/** Whether anybody is on stage beside who presents, or to come. */
export const hasCompany = ({ voices, guest, handsUp = 0 }: Pick<SessionView, 'voices' | 'guest' | 'handsUp'>): boolean =>
  guest !== undefined || handsUp > 0 || voices?.cohost !== undefined;
