import type { QuestionId, SessionId } from '@bedside/shared/ids.ts';
import { isStaff } from '@bedside/shared/roles.ts';
import type { By, Event, Fact } from './events.ts';
import { addCaption, changeCaption, changeCaptions, noCaptions, setLink } from './evolve-captions.ts';
import { introduce, meetStaff, restrict } from './evolve-people.ts';
import {
  claim,
  close,
  edit,
  eraseOriginal,
  object,
  publishAnswer,
  reopen,
  report,
  sendToClinician,
  submit,
  undoReview,
  withdraw,
} from './evolve-questions.ts';
import { changeStream, foldVoices, isOfVoices, mute, noVoice } from './evolve-voices.ts';
import { castVote, merge, unmerge } from './evolve-votes.ts';
import { change, changeBackstage, changeForStaff, changeQueue, doer, noteAct, questionIn, setStatus, targetIn, touch } from './folding.ts';
import type { OwnedState } from './state.ts';

/**
 * Folds one event into a state that the caller owns, in place: 10,000 votes a second into sets of thousands leave
 * no room for copies. Throws if the event does not follow the state: a log with a hole must not be folded.
 */
export function evolve(state: OwnedState, event: Event): void {
  if (event.seq !== state.seq + 1) throw new Error(`event ${event.seq} does not follow ${state.seq}`);
  state.seq = event.seq;
  if (event.by.person !== null && isStaff(event.by.role)) meetStaff(state, event.by.person, event.by.role);
  fold(state, event);
}

/** The state after a log, or null for an empty one. */
export function replay(id: SessionId, events: readonly Event[]): OwnedState | null {
  const [first, ...rest] = events;
  if (!first) return null;
  const state = begin(id, first);
  for (const event of rest) evolve(state, event);
  return state;
}

/** The state after a session's first event (rule S1). */
export function begin(id: SessionId, event: Event): OwnedState {
  const { fact } = event;
  if (event.seq !== 1 || fact.type !== 'session-scheduled') throw new Error('a log begins with session-scheduled');
  return {
    id,
    seq: 1,
    title: fact.title,
    description: fact.description,
    host: { ...fact.host },
    phase: 'scheduled',
    startsAt: fact.startsAt,
    liveAt: null,
    endedAt: null,
    stream: { epoch: 0, status: 'off', onStage: [], node: null, external: false },
    muted: { camera: false, microphone: false, screen: false },
    layout: 'picture-in-picture',
    rehearsing: false,
    outputs: { recording: false, hls: false, cut: false, delaySeconds: 0, ingest: null, targets: new Map() },
    voices: { cohost: noVoice(), guest: noVoice(), interpreter: noVoice() },
    hands: new Map(),
    guest: null,
    answeringId: null,
    pinnedId: null,
    clinician: 'never',
    slowSeconds: 0,
    queueLocked: false,
    closed: false,
    waiting: 0,
    askers: 0,
    counts: { received: 0, approved: 0, answered: 0, merged: 0, declined: new Map() },
    changed: { public: 1, presenter: 1, staff: 1 },
    countsChanged: 1,
    questions: new Map(),
    people: new Map(),
    held: new Set(),
    staff: new Map(),
    savedReplies: new Map(),
    captions: noCaptions(),
  };
}

function fold(state: OwnedState, { at, by, fact }: Event): void {
  if (isOfVoices(fact)) return foldVoices(state, at, by, fact);
  switch (fact.type) {
    case 'session-scheduled':
      throw new Error('a session is scheduled once');
    case 'session-opened':
      return change(state, { phase: 'open' });
    case 'session-went-live':
      state.captions.heldAt = null;
      return change(state, { phase: 'live', liveAt: state.liveAt ?? at, rehearsing: false });
    case 'rehearsal-started':
      return changeBackstage(state, { rehearsing: true });
    case 'rehearsal-stopped':
      return changeBackstage(state, { rehearsing: false });
    case 'session-paused':
      state.captions.heldAt = at;
      return change(state, { phase: 'paused' });
    case 'session-ended':
      return change(state, { phase: 'ended', endedAt: at, rehearsing: false });
    case 'session-closed':
      change(state, { closed: true });
      state.captions.curtain = state.seq;
      return close(state);
    case 'session-reopened':
      change(state, { closed: false });
      state.captions.curtain = state.seq;
      return reopen(state);
    case 'queue-locked':
      return change(state, { queueLocked: true });
    case 'queue-unlocked':
      return change(state, { queueLocked: false });
    case 'slow-mode-set':
      return change(state, { slowSeconds: fact.seconds });
    case 'review-policy-set':
      return changeForStaff(state, { clinician: fact.clinician });
    case 'question-submitted':
      return submit(state, at, by, fact);
    case 'question-withdrawn':
      return withdraw(state, fact.questionId);
    case 'question-approved':
      return decided(state, by, fact, () => setStatus(state, fact.questionId, 'approved', { objected: false }));
    case 'question-declined':
      return decided(state, by, fact, () =>
        setStatus(state, fact.questionId, 'declined', { reason: fact.reason, note: fact.note?.id ?? null }),
      );
    case 'question-sent-to-clinician':
      return decided(state, by, fact, () => sendToClinician(state, by, fact.questionId));
    case 'review-undone':
      return decided(state, by, fact, () => undoReview(state, by, fact.questionId));
    case 'question-edited':
      edit(state, fact);
      return noteAct(state, by, fact.questionId, 'judged');
    case 'original-erased':
      return eraseOriginal(state, fact.questionId);
    case 'edit-objected':
      object(state, fact.questionId);
      return noteAct(state, by, fact.questionId, 'judged');
    case 'question-claimed':
      return claim(state, fact.questionId, doer(state, by), fact.until);
    case 'question-released':
      return claim(state, fact.questionId, null, 0);
    case 'asker-replied':
      questionIn(state, fact.questionId).reply = fact.text.id;
      noteAct(state, by, fact.questionId, 'replied');
      return touch(state, fact.questionId, 'staff', 'own');
    case 'answer-published':
      publishAnswer(state, at, fact);
      return noteAct(state, by, fact.questionId, 'answered');
    case 'reply-saved':
      state.savedReplies.set(fact.replyId, fact.text.id);
      return changeForStaff(state);
    case 'reply-deleted':
      state.savedReplies.delete(fact.replyId);
      return changeForStaff(state);
    case 'staff-introduced':
      return introduce(state, by, fact);
    case 'question-merged':
      return decided(state, by, fact, () => merge(state, fact.questionId, fact.into));
    case 'question-unmerged':
      return decided(state, by, fact, () => unmerge(state, fact.questionId, fact.to));
    case 'question-reported':
      return report(state, fact.questionId, doer(state, by), fact.reason);
    case 'reports-dismissed':
      questionIn(state, fact.questionId).reports.clear();
      return touch(state, fact.questionId, 'staff');
    case 'emergency-confirmed':
      questionIn(state, fact.questionId).emergencyRead = true;
      return touch(state, fact.questionId, 'staff', 'own');
    case 'asker-restricted':
      return restrict(state, fact.questionId, { kind: fact.restriction, until: fact.until });
    case 'restriction-lifted':
      return restrict(state, fact.questionId, null);
    case 'answer-started':
      setStatus(state, fact.questionId, 'answering');
      return changeQueue(state, { answeringId: fact.questionId });
    case 'answer-finished':
      return setStatus(state, fact.questionId, 'answered', { answeredAt: at });
    case 'question-skipped':
      return setStatus(state, fact.questionId, 'skipped');
    case 'question-requeued':
      if (questionIn(state, fact.questionId).answer !== null) noteAct(state, by, fact.questionId, 'answered');
      return setStatus(state, fact.questionId, 'approved', { answeredAt: null, answer: null });
    case 'question-pinned':
      return changeQueue(state, { pinnedId: fact.questionId });
    case 'question-unpinned':
      return changeQueue(state, { pinnedId: null });
    case 'votes-cast':
      for (const vote of fact.votes) castVote(state, vote.questionId, vote.voter, vote.on);
      return;
    case 'caption-added':
      return addCaption(state, fact);
    case 'caption-corrected':
      return changeCaption(state, by, fact.caption, fact.text.id);
    case 'caption-removed':
      return changeCaption(state, by, fact.caption, null);
    case 'caption-source-set':
      return changeCaptions(state, { source: fact.source, none: null });
    case 'captions-declined':
      return changeCaptions(state, { source: null, none: fact.reason });
    case 'term-set':
      if (fact.replaces !== undefined) state.captions.glossary.delete(fact.replaces);
      state.captions.glossary.set(state.seq, { from: fact.from.id, to: fact.to.id });
      return changeCaptions(state, { glossaryChanged: state.seq });
    case 'term-removed':
      state.captions.glossary.delete(fact.term);
      return changeCaptions(state, { glossaryChanged: state.seq });
    case 'caption-link-made':
      return setLink(state, { hash: fact.hash, number: null });
    case 'caption-link-revoked':
      return setLink(state, null);
    case 'track-set':
      return mute(state, fact);
    case 'layout-set':
      return change(state, { layout: fact.layout });
    case 'stream-started':
      return changeStream(state, at, fact, {
        epoch: fact.epoch,
        status: 'on',
        onStage: [...fact.tracks],
        node: fact.node ?? null,
        external: fact.external ?? false,
      });
    case 'output-set':
      return change(state, { outputs: { ...state.outputs, [fact.kind]: fact.on } });
    case 'target-added':
      state.outputs.targets.set(fact.targetId, { label: fact.label.id, secret: fact.secret.id, on: true });
      return change(state, {});
    case 'target-set':
      targetIn(state, fact.targetId).on = fact.on;
      return change(state, {});
    case 'target-removed':
      state.outputs.targets.delete(fact.targetId);
      return change(state, {});
    case 'ingest-set':
      return change(state, { outputs: { ...state.outputs, ingest: fact.hash } });
    case 'outputs-cut':
      return change(state, { outputs: { ...state.outputs, cut: fact.on } });
    case 'outputs-delayed':
      return change(state, { outputs: { ...state.outputs, delaySeconds: fact.seconds } });
    case 'stream-lost':
      return changeStream(state, at, fact, { status: 'lost', node: null });
    case 'stream-stopped':
      return changeStream(state, at, fact, { epoch: fact.epoch, status: 'off', onStage: [], node: null, external: false });
  }
}

function decided(state: OwnedState, by: By, { type, questionId }: Fact & { questionId: QuestionId }, fold: () => void): void {
  fold();
  const question = questionIn(state, questionId);
  // What comes back when somebody withdraws theirs is nobody's decision.
  if (isStaff(by.role)) question.reviewedBy = by.person;
  // Once a clinician has decided on it, who sent it no longer takes that back (rule M7).
  const isVerdict = type === 'question-approved' || type === 'question-declined';
  if (question.clinical && isVerdict && by.role === 'reviewer') question.clinical = { sentBy: null };
  noteAct(state, by, questionId, 'judged');
  touch(state, questionId, 'staff');
}
