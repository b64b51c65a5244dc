import { useTranslation } from 'react-i18next';
import type { AuditRow } from '@bedside/shared/audit.ts';
import { CaptionsAbout } from '@bedside/shared/captions/captions.ts';
import {
  CaptionSource,
  DeclineReason,
  Layout,
  ReportReason,
  Restriction,
  ReviewPolicy,
  TrackSource,
  Voice,
} from '@bedside/shared/commands.ts';
import words from '../../i18n/en/audit.json' with { type: 'json' };
import { shortId } from './filter.ts';

type Words = typeof words;

// A server that is newer than this page may tell of what there are no words for: then its own code is shown.
const isOf = <T extends object>(table: T, key: string): key is Extract<keyof T, string> => Object.hasOwn(table, key);
const isAct = (act: string): act is keyof Words['act'] => isOf(words.act, act);
const isRole = (role: string): role is keyof Words['actor'] => isOf(words.actor, role);

export type AuditWords = {
  actor(row: Pick<AuditRow, 'role' | 'actor'>): string;
  act(act: string): string;
  /** What a row's codes and numbers mean, piece by piece, but for the ids of other questions. */
  details(row: Pick<AuditRow, 'act' | 'details'>): string[];
  /** To the second, in the reader's time zone; with the year where it is not this one. */
  time(at: number): string;
};

/** The audit's codes in the reader's language. */
export function useAuditWords(): AuditWords {
  const { t, i18n } = useTranslation(['audit', 'common']);
  const time = timeFormat(i18n.language);

  function detail(act: string, name: string, value: string | number | boolean, all: AuditRow['details']): string | null {
    switch (name) {
      case 'startsAt':
      case 'until':
        return t(`detail.${name}`, { when: time(Number(value)) });
      case 'epoch':
        return t('detail.epoch', { number: value });
      case 'votes':
        return t('detail.votes', { count: Number(value) });
      case 'replyId':
        return t('detail.replyId', { id: shortId(String(value)) });
      case 'handId':
        return t('detail.handId', { id: shortId(String(value)) });
      case 'version':
        return t('detail.version', { number: value });
      case 'language':
        return t('detail.language', { tag: value });
      case 'voice': {
        const voice = Voice.safeParse(value);
        if (!voice.success) return null;
        return t('open' in all ? `detail.voice.${voice.data}.${all['open'] === true ? 'on' : 'off'}` : `detail.speaks.${voice.data}`);
      }
      case 'channel': {
        const voice = Voice.safeParse(value);
        return voice.success ? t(`detail.speaks.${voice.data}`) : null;
      }
      case 'showName':
        return t(value === true ? 'detail.named' : 'detail.unnamed');
      case 'caption':
        return t('detail.caption', { number: value });
      case 'seconds':
        return value === 0 ? t('detail.slowOff') : t('detail.slow', { count: Number(value) });
      case 'reason':
        return reason(act, value);
      case 'clinician': {
        const policy = ReviewPolicy.safeParse(value);
        return policy.success ? t(`detail.policy.${policy.data}`) : null;
      }
      case 'restriction': {
        const restriction = Restriction.safeParse(value);
        return restriction.success ? t(`detail.restriction.${restriction.data}`) : null;
      }
      case 'layout': {
        const layout = Layout.safeParse(value);
        return layout.success ? t(`detail.layout.${layout.data}`) : null;
      }
      case 'source': {
        const captions = CaptionSource.safeParse(value);
        if (captions.success) return t(`detail.captions.${captions.data}`);
        const source = TrackSource.safeParse(value);
        return source.success ? t(`detail.${source.data}.${all.muted === true ? 'off' : 'on'}`) : null;
      }
      default:
        return null;
    }
  }

  function reason(act: string, value: unknown): string | null {
    if (act === 'question-reported') {
      const report = ReportReason.safeParse(value);
      return report.success ? t(`detail.report.${report.data}`) : null;
    }
    if (act === 'captions-declined') {
      const none = CaptionsAbout.shape.none.safeParse(value);
      return none.success && none.data ? t(`detail.noCaptions.${none.data}`) : null;
    }
    const decline = DeclineReason.safeParse(value);
    return decline.success ? t(`common:reasonShort.${decline.data}`) : null;
  }

  return {
    actor: ({ role, actor }) => (isRole(role) ? t(`actor.${role}`, { number: actor.slice(role.length + 1) }) : actor),
    act: (act) => (isAct(act) ? t(`act.${act}`) : act),
    details: ({ act, details }) =>
      Object.entries(details)
        .filter(([name]) => name !== 'into' && !(name === 'muted' && 'source' in details) && !(name === 'open' && 'voice' in details))
        .map(([name, value]) => detail(act, name, value, details) ?? `${name}: ${String(value)}`),
    time,
  };
}

/** Making a formatter takes longer than formatting a page of rows. */
function timeFormat(locale: string): (at: number) => string {
  const parts = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const plain = new Intl.DateTimeFormat(locale, parts);
  const withYear = new Intl.DateTimeFormat(locale, { ...parts, year: 'numeric' });
  const year = new Date().getFullYear();
  return (at) => (new Date(at).getFullYear() === year ? plain : withYear).format(at);
}
