import type { TermId, TextId } from '@bedside/shared/ids.ts';
import { captionIn } from './evolve-captions.ts';
import type { By, Fact } from './events.ts';
import type { Question, State } from './state.ts';

/** The texts that a fact takes with it for good, told of the state before it (rule A9): no state names them afterwards. */
export function erasedBy(state: State, by: By, fact: Fact): TextId[] {
  return namedBefore(state, by, fact).filter((id) => id !== null);
}

function namedBefore(state: State, by: By, fact: Fact): (TextId | null)[] {
  if (fact.type === 'reply-deleted') return [state.savedReplies.get(fact.replyId) ?? null];
  if (fact.type === 'staff-introduced') return [(by.person && state.staff.get(by.person)?.name) ?? null];
  if (fact.type === 'target-removed') {
    const { label = null, secret = null } = state.outputs.targets.get(fact.targetId) ?? {};
    return [label, secret];
  }
  if (fact.type === 'voice-introduced') return [state.voices[fact.voice].name];
  if (fact.type === 'hand-lowered') return ofHand(state.hands.get(fact.handId));
  if (fact.type === 'guest-left' || fact.type === 'guest-removed') return ofHand(state.guest);
  if (fact.type === 'caption-corrected' || fact.type === 'caption-removed') return [captionIn(state, fact.caption)?.text ?? null];
  const term = fact.type === 'term-removed' ? fact.term : fact.type === 'term-set' ? fact.replaces : undefined;
  if (term !== undefined) return termTexts(state, term);
  const question = 'questionId' in fact ? state.questions.get(fact.questionId) : undefined;
  return question ? ofQuestion(question, fact) : [];
}

/** What a hand was raised with goes when it has led to nothing, or to its end (rule T5). */
const ofHand = (hand: State['guest'] | { topic: TextId | null; name: TextId | null } | undefined) => (hand ? [hand.topic, hand.name] : []);

function termTexts({ captions }: State, id: TermId): TextId[] {
  const term = captions.glossary.get(id);
  return term ? [term.from, term.to] : [];
}

function ofQuestion({ text, name, edit, note, reply, answer }: Question, fact: Fact): (TextId | null)[] {
  const edited = edit?.text ?? null;
  switch (fact.type) {
    case 'question-withdrawn':
      return [text, name, edited, note, reply, answer];
    case 'review-undone':
      return [note];
    case 'question-edited':
      return [edited];
    case 'original-erased':
      return [edited === null ? null : text, edit?.showName === false ? name : null];
    case 'asker-replied':
      return [reply];
    case 'answer-published':
    case 'question-requeued':
      return [answer];
    default:
      return [];
  }
}
