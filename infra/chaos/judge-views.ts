import type { QuestionId } from '@bedside/shared/ids.ts';
import { normaliseText } from '@bedside/shared/text.ts';
import type { OwnView, QuestionView, View } from '@bedside/shared/view.ts';
import { ackOf, type End, type History, type OwnSighting, type Sighting, sightingName } from './history.ts';
import { createLedger, type Entry, isPublicEntry, type Ledger } from './ledger.ts';

/** What was shown, whenever and wherever: never back, the same for all, and what the log says (rules M1, Q6, R2, R10). */
export function judgeViews(history: History, end: End): string[] {
  const sightings = [...history.sightings, ...end.sightings];
  const own = [...history.own, ...end.own];
  const bodies = bodiesOf(history, end);
  return [
    ...goingBack(sightings.map(({ by, at, view }) => ({ by, at, seq: view.seq, rows: view.questions }))),
    ...goingBack(own.map(({ by, at, own: { seq, questions } }) => ({ by, at, seq, rows: questions }))),
    ...disagreeing(
      sightings,
      ({ view }) => `${view.audience} view at seq ${view.seq}`,
      ({ view }) => digestOf(view.questions) + JSON.stringify(view.session),
    ),
    ...disagreeing(
      own,
      ({ by, own: { seq } }) => `own view of ${by.person} at seq ${seq}`,
      ({ own: { questions, votes } }) => digestOf(questions) + [...votes].toSorted().join(' '),
    ),
    ...againstTheLog(sightings, own, end, bodies),
    ...behind(end),
  ];
}

type Shown = { by: Sighting['by']; at: number; seq: number; rows: readonly QuestionView[] };

/** One page's views, in the order in which it showed them. */
function goingBack(shown: readonly Shown[]): string[] {
  const problems: string[] = [];
  for (const ofPage of Map.groupBy(shown, ({ by }) => by.page).values()) {
    let before: Shown | null = null;
    const gone = new Set<QuestionId>();
    for (const now of ofPage) {
      if (before && now.seq < before.seq) problems.push(`a view went back from seq ${before.seq} to ${now.seq}: ${sightingName(now)}`);
      for (const { id, status, text } of now.rows) {
        const isGone = status === 'withdrawn' || text === null;
        if (gone.has(id) && !isGone) problems.push(`question ${id} was withdrawn, and shows again at seq ${now.seq}: ${sightingName(now)}`);
        if (isGone) gone.add(id);
      }
      before = now;
    }
  }
  return problems;
}

const digests = new WeakMap<QuestionView, string>();

/** Of rows in any order. Rows that did not change are the same objects from view to view. */
function digestOf(rows: readonly QuestionView[]): string {
  const each = rows.map((row) => {
    let digest = digests.get(row);
    if (digest === undefined) {
      const sorted = Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1));
      digests.set(row, (digest = JSON.stringify(sorted)));
    }
    return digest;
  });
  return each.toSorted().join('\n');
}

/** Those that show the same thing, by `key`, show it alike. */
function disagreeing<T extends Sighting | OwnSighting>(all: readonly T[], key: (one: T) => string, digest: (one: T) => string): string[] {
  const problems: string[] = [];
  for (const [what, alike] of Map.groupBy(all, key)) {
    const [first, ...others] = alike;
    if (!first || others.length === 0) continue;
    const wanted = digest(first);
    const other = others.find((one) => digest(one) !== wanted);
    if (other) problems.push(`two pages disagree on the ${what}: ${sightingName(first)}; ${sightingName(other)}`);
  }
  return problems;
}

/** What every question says, also where it has been erased since. */
function bodiesOf({ operations }: History, { events, texts }: End): ReadonlyMap<QuestionId, string> {
  const stored = events.flatMap(({ fact }): [QuestionId, string][] => {
    const body = fact.type === 'question-submitted' ? texts.get(fact.text.id) : undefined;
    return fact.type === 'question-submitted' && body !== undefined ? [[fact.questionId, body]] : [];
  });
  const asked = operations.flatMap((operation): [QuestionId, string][] => {
    const questionId = ackOf(operation)?.questionId;
    return operation.command.type === 'submit-question' && questionId !== undefined
      ? [[questionId, normaliseText(operation.command.text)]]
      : [];
  });
  return new Map([...stored, ...asked]);
}

/** Walks the log once, and looks at every view when it is as far as that. */
function againstTheLog(
  sightings: readonly Sighting[],
  own: readonly OwnSighting[],
  end: End,
  bodies: ReadonlyMap<QuestionId, string>,
): string[] {
  const ledger = createLedger();
  const problems: string[] = [];
  const all = [
    ...sightings.map((one) => ({ seq: one.view.seq, look: () => inView(one.view, ledger, bodies), one })),
    ...own.map((one) => ({ seq: one.own.seq, look: () => inOwnView(one.own, one, ledger, bodies), one })),
  ];
  for (const { seq, look, one } of all.toSorted((a, b) => a.seq - b.seq)) {
    if (seq > end.events.length) problems.push(`a view is at seq ${seq}, beyond the log's end: ${sightingName(one)}`);
    for (const event of end.events.slice(ledger.seq, seq)) ledger.add(event);
    problems.push(...look().map((problem) => `${problem} at seq ${seq}: ${sightingName(one)}`));
  }
  return problems;
}

function inView(view: View, ledger: Ledger, bodies: ReadonlyMap<QuestionId, string>): string[] {
  const staff = view.audience === 'staff';
  const wanted = [...ledger.questions.values()].filter((entry) => (staff ? entry.status !== 'withdrawn' : isPublicEntry(entry)));
  const problems = rowsAgainst(view.questions, wanted, bodies);
  if (staff) return problems;
  // Whatever else is wrong with it: what nobody has approved is the worst that can be shown.
  for (const { id } of view.questions) {
    const entry = ledger.questions.get(id);
    if (!entry || !isPublicEntry(entry)) problems.push(`an unscreened question is in the ${view.audience} view: ${id}`);
  }
  return problems;
}

function inOwnView(view: OwnView, { by }: OwnSighting, ledger: Ledger, bodies: ReadonlyMap<QuestionId, string>): string[] {
  const votes = [...ledger.questions.values()].filter((entry) => entry.voters.has(by.person) && isPublicEntry(entry)).map(({ id }) => id);
  const problems = rowsAgainst(view.questions, ledger.asked.get(by.person) ?? [], bodies);
  if (votes.toSorted().join(' ') !== [...view.votes].toSorted().join(' ')) problems.push(`${by.person} sees other votes of their own`);
  return problems;
}

function rowsAgainst(rows: readonly QuestionView[], wanted: readonly Entry[], bodies: ReadonlyMap<QuestionId, string>): string[] {
  const problems: string[] = [];
  const shown = new Map<QuestionId, QuestionView>();
  for (const row of rows) {
    if (shown.has(row.id)) problems.push(`question ${row.id} shows twice`);
    shown.set(row.id, row);
  }
  for (const entry of wanted) {
    const row = shown.get(entry.id);
    shown.delete(entry.id);
    if (!row) {
      problems.push(`question ${entry.id} does not show, and is ${entry.status}`);
      continue;
    }
    if (row.status !== entry.status) problems.push(`question ${entry.id} shows as ${row.status}, and is ${entry.status}`);
    if (row.votes !== entry.voters.size) problems.push(`question ${entry.id} shows ${row.votes} votes, and has ${entry.voters.size}`);
    const body = entry.status === 'withdrawn' ? null : bodies.get(entry.id);
    if (body !== undefined && row.text !== body) problems.push(`question ${entry.id} shows another text`);
  }
  for (const id of shown.keys()) problems.push(`question ${id} shows, and should not`);
  return problems;
}

/** At the end every node shows the log to its end. */
function behind({ events, sightings, own }: End): string[] {
  const late = (seq: number, one: Sighting | OwnSighting) =>
    seq === events.length ? [] : [`at the end a node is at seq ${seq} of ${events.length}: ${sightingName(one)}`];
  return [...sightings.flatMap((one) => late(one.view.seq, one)), ...own.flatMap((one) => late(one.own.seq, one))];
}
