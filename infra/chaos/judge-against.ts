import { isDeepStrictEqual } from 'node:util';
import { DeclineReason, type TrackSource } from '@bedside/shared/commands.ts';
import type { PersonId, QuestionId, SessionId, TextId } from '@bedside/shared/ids.ts';
import { normaliseText } from '@bedside/shared/text.ts';
import type { Counts, OwnView, QuestionView, SessionView, TrackState, View } from '@bedside/shared/view.ts';
import { ackOf, type End, type History } from './history.ts';
import { type Entry, isPublicEntry, type Ledger, WAITING } from './ledger.ts';

/** What people wrote, as far as anybody knows it. */
export type Bodies = {
  /** Under which id, also where it has been erased since. */
  known: ReadonlyMap<TextId, string>;
  /** Whatever anybody sent: of what was erased, and never acked, nobody knows more. */
  sent: ReadonlySet<string>;
};

export function bodiesOf({ operations }: History, { events, texts }: End): Bodies {
  const known = new Map(texts);
  const sent = new Set(texts.values());
  function write(ref: { id: TextId } | null | undefined, raw: string | undefined): void {
    if (raw === undefined) return;
    const body = normaliseText(raw);
    sent.add(body);
    if (ref) known.set(ref.id, body);
  }
  for (const operation of operations) {
    const { command } = operation;
    const fact = events[(ackOf(operation)?.seq ?? 0) - 1]?.fact;
    if (command.type === 'submit-question') {
      const asked = fact?.type === 'question-submitted' ? fact : null;
      write(asked?.text, command.text);
      write(asked?.name, command.name);
    }
    if (command.type === 'edit-question') {
      // One that changed nothing is acked with another event's `seq`.
      const isIts = fact?.type === 'question-edited' && fact.questionId === command.questionId;
      write(isIts ? fact.text : null, command.text);
    }
    if (command.type === 'reply-to-asker') write(fact?.type === 'asker-replied' ? fact.text : null, command.text);
    if (command.type === 'decline-question') write(fact?.type === 'question-declined' ? fact.note : null, command.note);
  }
  return { known, sent };
}

/** In what a view shows another thing than the log has at its `seq`, or more than its audience may see (rules M1, M3, A5). */
export function inView(view: View, ledger: Ledger, bodies: Bodies, sessionId: SessionId): string[] {
  const staff = view.audience === 'staff';
  const wanted = [...ledger.questions.values()].filter((entry) => (staff ? entry.status !== 'withdrawn' : isPublicEntry(entry)));
  const problems = [
    ...strangers(view, ['audience', 'seq', 'session', 'counts', 'captions', 'questions'], 'the view'),
    ...captionsAgainst(view, ledger),
    ...sessionAgainst(view, ledger, sessionId),
    ...differences(view.counts, countsOf(ledger)).map((key) => `another count of ${key} than the log has`),
    ...rowsAgainst(view.questions, wanted, bodies, view.audience === 'staff' ? ledger : view.audience),
  ];
  if (staff) return problems;
  // Whatever else is wrong with it: what nobody has approved is the worst that can be shown.
  for (const { id } of view.questions) {
    const entry = ledger.questions.get(id);
    if (!entry || !isPublicEntry(entry)) problems.push(`an unscreened question is in the ${view.audience} view: ${id}`);
  }
  return problems;
}

/** The same of a person's own view (rules Q5, V5). */
export function inOwnView(view: OwnView, person: PersonId, ledger: Ledger, bodies: Bodies): string[] {
  const votes = [...ledger.questions.values()].filter((entry) => entry.voters.has(person) && isPublicEntry(entry)).map(({ id }) => id);
  const problems = [
    ...strangers(view, ['seq', 'questions', 'votes', 'staffNumber'], 'the own view'),
    ...rowsAgainst(view.questions, ledger.asked.get(person) ?? [], bodies, 'own'),
  ];
  if (view.staffNumber !== numberIn(ledger.staff, person)) problems.push(`${person} sees another number of their own`);
  if (votes.toSorted().join(' ') !== [...view.votes].toSorted().join(' ')) problems.push(`${person} sees other votes of their own`);
  return problems;
}

function sessionAgainst({ audience, session }: View, ledger: Ledger, id: SessionId): string[] {
  const { stream: told, ...facts } = ledger.session;
  // The public is told of no stream before the first moment live (rule S21).
  const stream: typeof told = audience === 'public' && facts.liveAt === null ? { epoch: 0, status: 'off', onStage: [] } : told;
  const track = (source: TrackSource): TrackState => (!stream.onStage.includes(source) ? 'off' : ledger.muted.get(source) ? 'muted' : 'on');
  const pending = [...ledger.questions.values()].filter(({ status }) => WAITING.includes(status)).length;
  const staff = [...ledger.staff].map(([, role], at) => ({ number: at + 1, role, name: null }));
  const wanted: SessionView = {
    ...{ id, ...facts, answeringId: ledger.answering, pinnedId: ledger.pinned },
    stream: {
      epoch: stream.epoch,
      status: stream.status,
      tracks: { camera: track('camera'), microphone: track('microphone'), screen: track('screen') },
    },
    // Nobody at work here changes these.
    ...{ queueLocked: false, slowSeconds: 0, closed: false, layout: 'picture-in-picture', recording: false, hls: null },
    ...(audience === 'public'
      ? {}
      : { outputs: { recording: false, hls: false, cut: false, delaySeconds: 0, ingest: false, external: false, targets: [] } }),
    ...(audience === 'public' ? {} : { pending, handsUp: 0 }),
    ...(audience === 'staff' ? { clinician: 'never', savedReplies: [], heldBack: [], hands: [], staff } : {}),
  };
  return differences(session, wanted).map((key) => `the session shows another ${key} than the log has`);
}

/** Rule L10. */
function captionsAgainst({ captions }: View, { captionsUnsaid }: Ledger): string[] {
  const about = { source: null, none: captionsUnsaid ? 'unsaid' : null, glossary: 0, revised: 0 };
  return isDeepStrictEqual(captions, { about, lines: [] }) ? [] : ['the view shows other captions than the log has'];
}

/** Rule E1. */
function countsOf({ questions }: Ledger): Counts {
  const all = [...questions.values()];
  const many = (is: (entry: Entry) => boolean) => all.filter(is).length;
  const declined = DeclineReason.options.map(
    (reason) => [reason, many((entry) => entry.status === 'declined' && entry.reason === reason)] as const,
  );
  return {
    received: all.length,
    approved: many(({ wasPublic }) => wasPublic),
    answered: many(({ status }) => status === 'answered'),
    merged: 0,
    declined: Object.fromEntries(declined.flatMap(([reason, count]) => (count >= 5 ? [[reason, 5 * Math.floor(count / 5)]] : []))),
    declinedForOthers: declined.some(([, count]) => count > 0 && count < 5),
  };
}

function numberIn(people: ReadonlyMap<PersonId, unknown>, person: PersonId): number | undefined {
  const at = [...people.keys()].indexOf(person);
  return at === -1 ? undefined : at + 1;
}

/** By members' names: which of them one has and the other has not, or otherwise. */
function differences(shown: object, wanted: object): string[] {
  const keys = new Set([...Object.keys(shown), ...Object.keys(wanted)]);
  return [...keys].filter((key) => !isDeepStrictEqual(Reflect.get(shown, key), Reflect.get(wanted, key)));
}

const strangers = (shown: object, known: readonly string[], what: string) =>
  Object.keys(shown).flatMap((key) => (known.includes(key) ? [] : [`${what} shows ${key}, which is nobody's to see`]));

/** Whose rows they are; staff's are held against all that the log knows of people. */
type Reader = 'public' | 'presenter' | 'own' | Ledger;

const SHOWN = ['id', 'text', 'name', 'status', 'votes', 'askedAt', 'answeredAt', 'edited'];
const ASKERS = [...SHOWN, 'original', 'nameHidden', 'reason', 'note', 'reply', 'redFlags'];
const STAFFS = [...ASKERS, 'personal', 'abuse', 'asker', 'reviewedBy', 'claim', 'clinical'];

function rowsAgainst(rows: readonly QuestionView[], wanted: readonly Entry[], bodies: Bodies, reader: Reader): string[] {
  const problems: string[] = [];
  const shown = new Map<QuestionId, QuestionView>();
  for (const row of rows) {
    if (shown.has(row.id)) problems.push(`question ${row.id} shows twice`);
    shown.set(row.id, row);
  }
  for (const entry of wanted) {
    const row = shown.get(entry.id);
    shown.delete(entry.id);
    if (row) problems.push(...rowAgainst(row, entry, bodies, reader));
    else problems.push(`question ${entry.id} does not show, and is ${entry.status}`);
  }
  for (const id of shown.keys()) problems.push(`question ${id} shows, and should not`);
  return problems;
}

function rowAgainst(row: QuestionView, entry: Entry, bodies: Bodies, reader: Reader): string[] {
  const { id, status, voters, askedAt, answeredAt, edit } = entry;
  const ledger = typeof reader === 'string' ? null : reader;
  const problems = strangers(row, ledger ? STAFFS : reader === 'own' ? ASKERS : SHOWN, `question ${id}`);
  if (row.status !== status) problems.push(`question ${id} shows as ${row.status}, and is ${status}`);
  if (row.votes !== voters.size) problems.push(`question ${id} shows ${row.votes} votes, and has ${voters.size}`);
  if (row.askedAt !== askedAt) problems.push(`question ${id} shows another time of asking`);
  if (row.answeredAt !== answeredAt) problems.push(`question ${id} shows another time of its answer`);
  // What is withdrawn is erased with it (rules Q6, A9).
  const written = (text: TextId | null) => (text === null || status === 'withdrawn' ? null : text);
  if (!says(row.text, written(edit?.text ?? entry.text), bodies)) problems.push(`question ${id} shows another text`);
  const ofOthers = reader === 'public' || reader === 'presenter';
  const isHidden = edit?.showName === false;
  if (!says(row.name, isHidden && ofOthers ? null : written(entry.name), bodies)) problems.push(`question ${id} shows another name`);
  if ((row.edited === true) !== (edit !== null)) problems.push(`question ${id} does not show whether it was edited`);
  if (ofOthers) return problems;
  if (!says(row.original ?? null, edit?.text ? written(entry.text) : null, bodies)) problems.push(`question ${id} shows another original`);
  if ((row.nameHidden === true) !== (isHidden && entry.name !== null)) problems.push(`question ${id} does not show whether its name does`);
  if ((row.reason ?? null) !== entry.reason) problems.push(`question ${id} shows another reason`);
  if (!says(row.note ?? null, written(entry.note), bodies)) problems.push(`question ${id} shows another note`);
  if (!says(row.reply ?? null, written(entry.reply), bodies)) problems.push(`question ${id} shows another reply`);
  if (!isDeepStrictEqual(row.redFlags ?? [], entry.marks?.redFlags ?? [])) problems.push(`question ${id} shows other red flags`);
  return ledger ? [...problems, ...forStaff(row, entry, ledger)] : problems;
}

/** Rules F4, A5, M7, M8 and M16. */
function forStaff(row: QuestionView, { id, author, marks, decidedBy, claim, clinical }: Entry, ledger: Ledger): string[] {
  const wanted = {
    personal: marks?.personal ?? [],
    abuse: marks?.abuse ?? [],
    asker: numberIn(ledger.asked, author),
    reviewedBy: decidedBy === null ? undefined : numberIn(ledger.staff, decidedBy),
    claim: claim?.person ? { by: numberIn(ledger.staff, claim.person), until: claim.until } : undefined,
    clinical: clinical ? true : undefined,
  };
  const { personal = [], abuse = [], asker, reviewedBy, claim: shown, clinical: isClinical } = row;
  return differences({ personal, abuse, asker, reviewedBy, claim: shown, clinical: isClinical }, wanted).map(
    (key) => `question ${id} shows another ${key}`,
  );
}

function says(shown: string | null, text: TextId | null, { known, sent }: Bodies): boolean {
  if (text === null || shown === null) return text === shown;
  const body = known.get(text);
  return body === undefined ? sent.has(shown) : shown === body;
}
