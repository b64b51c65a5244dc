import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { type End, type History, type OwnSighting, type Sighting, sightingName } from './history.ts';
import { type Bodies, bodiesOf, inOwnView, inView } from './judge-against.ts';
import { createLedger } from './ledger.ts';

/** What was shown, whenever and wherever: never back, the same for all, and what the log says (rules M1, M3, Q6, R2, R10, A5). */
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

/** Walks the log once, and looks at every view when it is as far as that. */
function againstTheLog(sightings: readonly Sighting[], own: readonly OwnSighting[], end: End, bodies: Bodies): string[] {
  const ledger = createLedger();
  const problems: string[] = [];
  const all = [
    ...sightings.map((one) => ({ seq: one.view.seq, look: () => inView(one.view, ledger, bodies, end.sessionId), one })),
    ...own.map((one) => ({ seq: one.own.seq, look: () => inOwnView(one.own, one.by.person, ledger, bodies), one })),
  ];
  for (const { seq, look, one } of all.toSorted((a, b) => a.seq - b.seq)) {
    if (seq > end.events.length) problems.push(`a view is at seq ${seq}, beyond the log's end: ${sightingName(one)}`);
    for (const event of end.events.slice(ledger.seq, seq)) ledger.add(event);
    problems.push(...look().map((problem) => `${problem} at seq ${seq}: ${sightingName(one)}`));
  }
  return problems;
}

/** At the end every node shows the log to its end. */
function behind({ events, sightings, own }: End): string[] {
  const late = (seq: number, one: Sighting | OwnSighting) =>
    seq === events.length ? [] : [`at the end a node is at seq ${seq} of ${events.length}: ${sightingName(one)}`];
  return [...sightings.flatMap((one) => late(one.view.seq, one)), ...own.flatMap((one) => late(one.own.seq, one))];
}
