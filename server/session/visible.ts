import type { PersonId, QuestionId, TextId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import type { OwnPatch, Patch, Tally } from '@bedside/shared/patch.ts';
import type { Audience } from '@bedside/shared/roles.ts';
import type { OwnView, QuestionView, SessionView, TrackState, View } from '@bedside/shared/view.ts';
import { isPublic, type Question, type State } from './state.ts';

/** The bodies that still exist; an erased one is absent (rule A9). */
export type Texts = ReadonlyMap<TextId, string>;

/** What an audience sees. This file alone decides who sees what; rows are in the order of asking. */
export function visible(state: State, audience: Audience, texts: Texts): View {
  const questions: QuestionView[] = [];
  for (const question of state.questions.values()) {
    if (isVisible(question, audience)) questions.push(row(question, texts, audience === 'staff'));
  }
  return { audience, seq: state.seq, session: sessionRow(state, audience), questions };
}

/** What only this person sees: their questions whatever became of them, and their votes on public ones. */
export function visibleToAuthor(state: State, person: PersonId, texts: Texts): OwnView {
  const questions = ownQuestions(state, person).map((question) => row(question, texts, true));
  return { seq: state.seq, questions, votes: ownVotes(state, person) };
}

/**
 * Moves an audience's view from any `seq` at or after `since` to the present. Null where there is no such patch:
 * `since` is from a log we don't know, or further back than `limits.patchHorizon` (rule R3).
 */
export function patchSince(state: State, audience: Audience, since: number, texts: Texts): Patch | null {
  if (since > state.seq || since < state.seq - limits.patchHorizon) return null;
  const put: QuestionView[] = [];
  const tallies: Tally[] = [];
  const remove: QuestionId[] = [];
  for (const question of state.questions.values()) {
    if (question.touched <= since) continue;
    if (isVisible(question, audience)) {
      if (question.changed > since) put.push(row(question, texts, audience === 'staff'));
      else tallies.push([question.id, question.voters.size]);
    } else if (leftAt(question, audience) > since) remove.push(question.id);
  }
  const touched = audience === 'public' ? state.touched : Math.max(state.touched, state.pendingTouched);
  return {
    from: since,
    to: state.seq,
    put,
    remove,
    ...(tallies.length > 0 ? { tallies } : {}),
    ...(touched > since ? { session: sessionRow(state, audience) } : {}),
  };
}

/** The same for a person's own view; null only for a `since` that is ahead of the log. */
export function ownPatchSince(state: State, person: PersonId, since: number, texts: Texts): OwnPatch | null {
  if (since > state.seq) return null;
  const put = ownQuestions(state, person)
    .filter((question) => question.touched > since)
    .map((question) => row(question, texts, true));
  const votesChanged = (state.people.get(person)?.votesTouched ?? 0) > since;
  return { from: since, to: state.seq, put, ...(votesChanged ? { votes: ownVotes(state, person) } : {}) };
}

/** `seq` of the last event that changed a person's own view; 0 if none ever did. */
export function ownTouched(state: State, person: PersonId): number {
  return ownQuestions(state, person).reduce(
    (last, question) => Math.max(last, question.touched),
    state.people.get(person)?.votesTouched ?? 0,
  );
}

function isVisible(question: Question, audience: Audience): boolean {
  return audience === 'staff' ? question.status !== 'withdrawn' : isPublic(question.status);
}

/** When a question that an audience does not see now left its view: the id of one that never was in it stays unknown. */
function leftAt(question: Question, audience: Audience): number {
  return audience === 'staff' ? question.touched : question.leftPublic;
}

function sessionRow(state: State, audience: Audience): SessionView {
  const { id, title, description, host, phase, startsAt, liveAt, endedAt, stream, answeringId, pinnedId } = state;
  return {
    id,
    title,
    description,
    host: { ...host },
    phase,
    startsAt,
    liveAt,
    endedAt,
    stream: {
      epoch: stream.epoch,
      status: stream.status,
      tracks: { camera: track(state, 'camera'), microphone: track(state, 'microphone') },
    },
    answeringId,
    pinnedId,
    ...(audience === 'public' ? {} : { pending: state.pending }),
  };
}

function track(state: State, source: keyof State['muted']): TrackState {
  if (!state.stream.onStage.includes(source)) return 'off';
  return state.muted[source] ? 'muted' : 'on';
}

/** Names each member by hand, so that one added to the state shows nowhere until somebody decides so (rule A5). */
function row(question: Question, texts: Texts, withReview: boolean): QuestionView {
  const { id, status, askedAt, answeredAt, reason } = question;
  const note = question.note === null ? undefined : texts.get(question.note);
  return {
    id,
    text: texts.get(question.text) ?? null,
    name: question.name === null ? null : (texts.get(question.name) ?? null),
    status,
    votes: question.voters.size,
    askedAt,
    answeredAt,
    ...(withReview && reason !== null ? { reason } : {}),
    ...(withReview && note !== undefined ? { note } : {}),
  };
}

function ownQuestions(state: State, person: PersonId): Question[] {
  const asked = state.people.get(person)?.asked ?? [];
  return asked.flatMap((id) => state.questions.get(id) ?? []);
}

function ownVotes(state: State, person: PersonId): QuestionId[] {
  const votes = state.people.get(person)?.votedFor ?? [];
  return [...votes].filter((id) => isPublic(state.questions.get(id)?.status ?? 'withdrawn'));
}
