import type { SessionSummary } from '@bedside/shared/view.ts';
import type { Event } from './events.ts';
import type { State } from './state.ts';

/** The session as lists show it. */
export function summarise(state: State): SessionSummary {
  const { id, title, description, host, phase, startsAt, endedAt } = state;
  return { id, title, description, host: { ...host }, phase, startsAt, endedAt, answered: state.counts.answered };
}

/**
 * The summary after events that are not folded in yet: it is stored with them, in the same transaction, while the
 * state moves only once they are durable. Equal to `summarise` of the state afterwards.
 */
export function summaryAfter(state: State, events: readonly Event[]): SessionSummary {
  const summary = summarise(state);
  for (const { fact, at } of events) {
    if (fact.type === 'session-opened') summary.phase = 'open';
    else if (fact.type === 'session-went-live') summary.phase = 'live';
    else if (fact.type === 'session-paused') summary.phase = 'paused';
    else if (fact.type === 'session-ended') Object.assign(summary, { phase: 'ended', endedAt: at });
    else if (fact.type === 'answer-finished') summary.answered++;
    else if (fact.type === 'answer-published' && state.questions.get(fact.questionId)?.status !== 'answered') summary.answered++;
    else if (fact.type === 'question-requeued' && state.questions.get(fact.questionId)?.status === 'answered') summary.answered--;
  }
  return summary;
}
