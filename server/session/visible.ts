import type { PersonId, QuestionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import type { OwnPatch, Patch, Tally } from '@bedside/shared/patch.ts';
import type { Audience } from '@bedside/shared/roles.ts';
import type { OwnView, QuestionView, View } from '@bedside/shared/view.ts';
import { captionsPatch, shownCaptions } from './captions-shown.ts';
import { shownCounts } from './counts.ts';
import { handRow, questionRow, sessionRow, type Texts } from './rows.ts';
import { isShown, type Question, type State } from './state.ts';

export type { Texts } from './rows.ts';

/** What an audience sees. This file, rows.ts and captions-shown.ts alone decide who sees what; rows are in the order of asking. */
export function visible(state: State, audience: Audience, texts: Texts): View {
  const questions: QuestionView[] = [];
  for (const question of state.questions.values()) {
    if (isShown(state, question.status, audience)) questions.push(questionRow(state, question, audience, texts));
  }
  return {
    audience,
    seq: state.seq,
    session: sessionRow(state, audience, texts),
    counts: shownCounts(state.counts),
    captions: shownCaptions(state, audience, texts),
    questions,
  };
}

/** What only this person sees: their questions whatever became of them, their votes on public ones, what they are held to. */
export function visibleToAuthor(state: State, person: PersonId, texts: Texts): OwnView {
  const questions = ownQuestions(state, person).map((question) => questionRow(state, question, 'own', texts));
  return { seq: state.seq, questions, votes: ownVotes(state, person), ...ownRest(state, person, texts) };
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
    if (isShown(state, question.status, audience)) {
      if (question.changed[audience] > since) put.push(questionRow(state, question, audience, texts));
      else if (question.voted > since) tallies.push([question.id, question.voters.size]);
      // The id of one that never was in a view stays unknown to who has it.
    } else if (question.left[audience] > since) remove.push(question.id);
  }
  const captions = captionsPatch(state, audience, since, texts);
  return {
    from: since,
    to: state.seq,
    put,
    remove,
    ...(tallies.length > 0 ? { tallies } : {}),
    ...(state.changed[audience] > since ? { session: sessionRow(state, audience, texts) } : {}),
    ...(state.countsChanged > since ? { counts: shownCounts(state.counts) } : {}),
    ...(captions ? { captions } : {}),
  };
}

/** The same for a person's own view; null only for a `since` that is ahead of the log. */
export function ownPatchSince(state: State, person: PersonId, since: number, texts: Texts): OwnPatch | null {
  if (since > state.seq) return null;
  const put = ownQuestions(state, person)
    .filter((question) => ownChanged(question) > since)
    .map((question) => questionRow(state, question, 'own', texts));
  const { votesTouched = 0, restTouched = 0 } = state.people.get(person) ?? {};
  return {
    from: since,
    to: state.seq,
    put,
    ...(votesTouched > since ? { votes: ownVotes(state, person) } : {}),
    ...(restTouched > since ? { rest: ownRest(state, person, texts) } : {}),
  };
}

/** `seq` of the last event that changed a person's own view; 0 if none ever did. */
export function ownTouched(state: State, person: PersonId): number {
  const { votesTouched = 0, restTouched = 0 } = state.people.get(person) ?? {};
  return Math.max(votesTouched, restTouched, ...ownQuestions(state, person).map(ownChanged));
}

const ownChanged = ({ changed, voted }: Question) => Math.max(changed.own, voted);

function ownQuestions(state: State, person: PersonId): Question[] {
  const asked = state.people.get(person)?.asked ?? [];
  return asked.flatMap((id) => state.questions.get(id) ?? []);
}

function ownVotes(state: State, person: PersonId): QuestionId[] {
  const votes = state.people.get(person)?.votedFor ?? [];
  return [...votes].filter((id) => isShown(state, state.questions.get(id)?.status ?? 'withdrawn', 'public'));
}

/** Whoever is taken out sees nothing: of restrictions a mute alone shows. */
function ownRest(state: State, person: PersonId, texts: Texts): Pick<OwnView, 'mutedUntil' | 'staffNumber' | 'hand' | 'handRestUntil'> {
  const member = state.staff.get(person);
  const { toldNoAt = null } = state.people.get(person) ?? {};
  return {
    ...(state.people.get(person)?.muted ? { mutedUntil: null } : {}),
    ...(toldNoAt === null ? {} : { handRestUntil: toldNoAt + limits.handRestMs }),
    ...(member ? { staffNumber: member.number } : {}),
    ...ownHand(state, person, texts),
  };
}

function ownHand({ guest, hands }: State, person: PersonId, texts: Texts): Pick<OwnView, 'hand'> {
  if (guest?.person === person) return { hand: { ...handRow(guest.handId, guest, texts), stage: guest.stage } };
  for (const [id, hand] of hands) if (hand.person === person) return { hand: { ...handRow(id, hand, texts), stage: 'raised' } };
  return {};
}
