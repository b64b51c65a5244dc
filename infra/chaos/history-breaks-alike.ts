import { QuestionId } from '@bedside/shared/ids.ts';
import type { OwnView, QuestionView, SessionView, View } from '@bedside/shared/view.ts';
import type { Break } from './history-breaks.ts';
import type { Judged } from './history-fixture.ts';

// What every page shows alike, and the log has otherwise: no comparison of pages finds it.

/** Returns what it changed, null where there was nothing to change. */
type Edit<T> = (shown: T) => unknown;

/** In all views that anybody ever saw. */
function inAll<T>(shown: readonly T[], edit: Edit<T>): object | null {
  return shown.map(edit).some(Boolean) ? shown : null;
}

const viewsOf = ({ history, end }: Judged): View[] => [...history.sightings, ...end.sightings].map(({ view }) => view);
const ownOf = ({ history, end }: Judged): OwnView[] => [...history.own, ...end.own].map(({ own }) => own);

const ofSessions = (edit: Edit<SessionView>) => (judged: Judged) => inAll(viewsOf(judged), ({ session }) => edit(session));
const ofRows = (audiences: readonly View['audience'][], edit: Edit<QuestionView>) => (judged: Judged) =>
  inAll(
    viewsOf(judged).filter(({ audience }) => audiences.includes(audience)),
    ({ questions }) => inAll(questions, edit),
  );
const ofOwnRows = (edit: Edit<QuestionView>) => (judged: Judged) => inAll(ownOf(judged), ({ questions }) => inAll(questions, edit));

const everybody = ['public', 'presenter', 'staff'] as const;
const nobody = QuestionId.parse('question-of-nobody');

export const breaksAlike: Record<string, Break> = {
  'every page shows another phase': {
    says: /the session shows another phase than/,
    apply: ofSessions((session) => Object.assign(session, { phase: session.phase === 'live' ? 'paused' : 'live' })),
  },
  'every page shows another title': {
    says: /the session shows another title than/,
    apply: ofSessions((session) => Object.assign(session, { title: 'Another title' })),
  },
  'every page shows another question pinned': {
    says: /the session shows another pinnedId than/,
    apply: ofSessions((session) => Object.assign(session, { pinnedId: nobody })),
  },
  'no page shows what is being answered': {
    says: /the session shows another answeringId than/,
    apply: ofSessions((session) => session.answeringId !== null && Object.assign(session, { answeringId: null })),
  },
  'every page shows another time of going live': {
    says: /the session shows another liveAt than/,
    apply: ofSessions((session) => Object.assign(session, { liveAt: 7 })),
  },
  'every page shows other tracks': {
    says: /the session shows another stream than/,
    apply: ofSessions((session) => Object.assign(session.stream.tracks, { camera: session.stream.tracks.camera === 'on' ? 'off' : 'on' })),
  },
  'every page counts one more who waits': {
    says: /the session shows another pending than/,
    apply: ofSessions((session) => session.pending !== undefined && Object.assign(session, { pending: session.pending + 1 })),
  },
  'viewers learn how many wait': {
    says: /the session shows another pending than/,
    apply: ofSessions((session) => session.pending === undefined && Object.assign(session, { pending: 0 })),
  },
  'every page shows another name': {
    says: /question \S+ shows another name/,
    apply: ofRows(everybody, (row) => row.name !== null && Object.assign(row, { name: 'Another name' })),
  },
  'every page names who wanted no name': {
    says: /question \S+ shows another name/,
    apply: ofRows(everybody, (row) => row.name === null && Object.assign(row, { name: 'A name' })),
  },
  'every page shows another text': {
    says: /question \S+ shows another text/,
    apply: ofRows(everybody, (row) => Object.assign(row, { text: 'Another text' })),
  },
  'every page shows another time of asking': {
    says: /question \S+ shows another time of asking/,
    apply: ofRows(everybody, (row) => Object.assign(row, { askedAt: row.askedAt + 1 })),
  },
  'every page shows another time of an answer': {
    says: /question \S+ shows another time of its answer/,
    apply: ofRows(everybody, (row) => row.answeredAt !== null && Object.assign(row, { answeredAt: row.answeredAt + 1 })),
  },
  'every viewer learns why': {
    says: /question \S+ shows reason, which is nobody's to see/,
    apply: ofRows(['public'], (row) => Object.assign(row, { reason: 'off-topic' })),
  },
  'the doctor learns what was noted': {
    says: /question \S+ shows note, which is nobody's to see/,
    apply: ofRows(['presenter'], (row) => Object.assign(row, { note: 'A note' })),
  },
  'every page learns who asked': {
    says: /question \S+ shows author, which is nobody's to see/,
    apply: ofRows(everybody, (row) => Object.assign(row, { author: 'person-ann' })),
  },
  'every moderator sees another reason': {
    says: /question \S+ shows another reason/,
    apply: ofRows(['staff'], (row) => row.reason !== undefined && Object.assign(row, { reason: 'unclear' })),
  },
  'no moderator sees the note': {
    says: /question \S+ shows another note/,
    apply: ofRows(['staff'], (row) => row.note !== undefined && Reflect.deleteProperty(row, 'note')),
  },
  'no asker sees the reason': {
    says: /question \S+ shows another reason/,
    apply: ofOwnRows((row) => row.reason !== undefined && Reflect.deleteProperty(row, 'reason')),
  },
  'no page says that a question was edited': {
    says: /question \S+ does not show whether it was edited/,
    apply: ofRows(everybody, (row) => row.edited === true && Reflect.deleteProperty(row, 'edited')),
  },
  'every viewer learns the original of an edit': {
    says: /question \S+ shows original, which is nobody's to see/,
    apply: ofRows(['public'], (row) => row.edited === true && Object.assign(row, { original: 'A text' })),
  },
  'every asker sees what they withdrew': {
    says: /question \S+ shows another text/,
    apply: ofOwnRows((row) => row.status === 'withdrawn' && Object.assign(row, { text: 'A text' })),
  },
  'a page is told what it drops': {
    says: /session:patch tells more than the protocol names: public page 0/,
    apply: ({ history }) => {
      const one = history.sightings.find(({ by }) => by.page === 'public page 0');
      return one && Boolean(history.excesses.push({ ...one, name: 'session:patch' })) ? history : null;
    },
  },
  'every view says who voted': {
    says: /the view shows voters, which is nobody's to see/,
    apply: (judged) => inAll(viewsOf(judged), (view) => Object.assign(view, { voters: [] })),
  },
};
