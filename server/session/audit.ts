import type { AuditRow } from '@bedside/shared/audit.ts';
import type { PersonId } from '@bedside/shared/ids.ts';
import type { By, Event, Fact } from './events.ts';

type Told<T extends Fact['type']> = Exclude<keyof Extract<Fact, { type: T }>, 'type' | 'questionId'>;

/**
 * What a row tells of each fact besides its type and question: members that are codes or numbers, and never a text, a digest of
 * one, a person or a node. A new fact is told of only once somebody has decided here what.
 */
const told: { [T in Fact['type']]: readonly Told<T>[] } = {
  'session-scheduled': ['startsAt'],
  'session-opened': [],
  'session-went-live': [],
  'rehearsal-started': [],
  'rehearsal-stopped': [],
  'session-paused': [],
  'session-ended': [],
  'question-submitted': [],
  'question-withdrawn': [],
  'question-approved': [],
  'question-declined': ['reason'],
  'review-undone': [],
  'answer-started': [],
  'answer-finished': [],
  'question-skipped': [],
  'question-requeued': [],
  'question-pinned': [],
  'question-unpinned': [],
  'votes-cast': [],
  'track-set': ['source', 'muted', 'channel'],
  'layout-set': ['layout'],
  'stream-started': ['epoch', 'channel'],
  'stream-lost': ['epoch', 'channel'],
  'stream-stopped': ['epoch', 'channel'],
  'voice-set': ['voice', 'open'],
  'voice-introduced': ['voice', 'language'],
  'hand-raised': ['handId'],
  'hand-emergency-confirmed': ['handId'],
  'hand-lowered': ['handId'],
  'guest-invited': ['handId'],
  'guest-consented': ['handId', 'version'],
  'guest-admitted': ['handId'],
  'guest-left': ['handId'],
  'guest-removed': ['handId'],
  'question-sent-to-clinician': [],
  'question-edited': ['showName'],
  'original-erased': [],
  'edit-objected': [],
  'question-claimed': ['until'],
  'question-released': [],
  'asker-replied': [],
  'answer-published': [],
  'reply-saved': ['replyId'],
  'reply-deleted': ['replyId'],
  'staff-introduced': [],
  'question-merged': ['into'],
  'question-unmerged': [],
  'question-reported': ['reason'],
  'reports-dismissed': [],
  'emergency-confirmed': [],
  'asker-restricted': ['restriction', 'until'],
  'restriction-lifted': [],
  'review-policy-set': ['clinician'],
  'slow-mode-set': ['seconds'],
  'output-set': ['kind', 'on'],
  'target-added': ['targetId'],
  'target-set': ['targetId', 'on'],
  'target-removed': ['targetId'],
  'ingest-set': [],
  'outputs-cut': ['on'],
  'outputs-delayed': ['seconds'],
  'queue-locked': [],
  'queue-unlocked': [],
  'session-closed': [],
  'session-reopened': [],
  'caption-added': ['source'],
  'caption-corrected': ['caption'],
  'caption-removed': ['caption'],
  'caption-source-set': ['source'],
  'captions-declined': ['reason'],
  'term-set': [],
  'term-removed': [],
  'caption-link-made': [],
  'caption-link-revoked': [],
};

/** Who is told apart: those who run a session. What patients do is not put together by who did it. */
const groups: Record<By['role'], string | null> = {
  screener: 'staff',
  reviewer: 'staff',
  moderator: 'staff',
  host: 'host',
  cohost: 'cohost',
  interpreter: 'interpreter',
  organiser: 'organiser',
  captioner: 'captioner',
  viewer: null,
  system: null,
  'caption-service': null,
};

/**
 * Makes the rows of one log (rule U1). Takes its events from the first on, in their order, each with the hash of the chain after it.
 */
export function createAuditor(): (event: Event, hash: string) => AuditRow {
  const people = new Map<string, Map<PersonId, number>>();

  function actorOf({ role, person }: By): string {
    const group = groups[role];
    if (group === null || person === null) return role;
    const numbers = people.get(group) ?? new Map<PersonId, number>();
    people.set(group, numbers);
    const number = numbers.get(person) ?? numbers.size + 1;
    numbers.set(person, number);
    return `${role} ${number}`;
  }

  return ({ seq, at, by, fact }, hash) => {
    const question = 'questionId' in fact ? { questionId: fact.questionId } : {};
    return { seq, at, role: by.role, actor: actorOf(by), act: fact.type, ...question, details: detailsOf(fact), hash };
  };
}

function detailsOf(fact: Fact): AuditRow['details'] {
  if (fact.type === 'votes-cast') return { votes: fact.votes.length };
  const names: readonly string[] = told[fact.type];
  const details: AuditRow['details'] = {};
  for (const [name, value] of Object.entries(fact)) {
    if (!names.includes(name)) continue;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') details[name] = value;
  }
  return details;
}
