import { describe, expect, it } from 'vitest';
import { QuestionId, SessionId } from '@bedside/shared/ids.ts';
import type { Phase, QuestionStatus, View } from '@bedside/shared/view.ts';
import { undoOf } from './undo.ts';

const a = QuestionId.parse('question-a');
const b = QuestionId.parse('question-b');

function view(statuses: Partial<Record<string, QuestionStatus>>, phase: Phase = 'live'): View {
  const questions = Object.entries(statuses).map(([id, status]) => ({
    id: QuestionId.parse(id),
    text: 'Is it safe?',
    name: null,
    status: status ?? 'approved',
    votes: 0,
    askedAt: 0,
    answeredAt: null,
  }));
  return {
    audience: 'presenter',
    seq: 1,
    session: {
      id: SessionId.parse('session-1'),
      title: 'Asthma',
      description: '',
      host: { name: 'Dr Duarte', title: '' },
      phase,
      startsAt: 0,
      liveAt: 0,
      endedAt: null,
      stream: { epoch: 1, status: 'on', tracks: { camera: 'on', microphone: 'on', screen: 'off' } },
      layout: 'picture-in-picture',
      answeringId: questions.find(({ status }) => status === 'answering')?.id ?? null,
      pinnedId: null,
      queueLocked: false,
      slowSeconds: 0,
      closed: false,
    },
    captions: { about: { source: null, none: null, glossary: 0, revised: 0 }, lines: [] },
    counts: { received: 0, approved: 0, answered: 0, merged: 0, declined: {}, declinedForOthers: false },
    questions,
  };
}

const types = (commands: ReturnType<typeof undoOf>) =>
  commands.map((command) => `${command.type} ${'questionId' in command ? command.questionId : ''}`);

describe('undo', () => {
  it('of Done answers the question again while nothing else is being answered', () => {
    const step = { did: 'finish', questionId: a, was: 'answering' } as const;
    expect(types(undoOf(step, view({ [a]: 'answered' })))).toEqual([`requeue-question ${a}`, `start-answer ${a}`]);
  });

  it('[Q7] never interrupts the question that is being answered by then', () => {
    const step = { did: 'finish', questionId: a, was: 'answering' } as const;
    expect(types(undoOf(step, view({ [a]: 'answered', [b]: 'answering' })))).toEqual([`requeue-question ${a}`]);
  });

  it('of Skip puts a waiting question back and starts nothing', () => {
    const step = { did: 'skip', questionId: a, was: 'approved' } as const;
    expect(types(undoOf(step, view({ [a]: 'skipped' })))).toEqual([`requeue-question ${a}`]);
  });

  it('of Answer gives way to the question that it finished', () => {
    const step = { did: 'answer', questionId: b, was: 'approved', finished: a } as const;
    expect(types(undoOf(step, view({ [a]: 'answered', [b]: 'answering' })))).toEqual([
      `requeue-question ${b}`,
      `requeue-question ${a}`,
      `start-answer ${a}`,
    ]);
  });

  it('of Back to queue sets aside again what was set aside', () => {
    const step = { did: 'requeue', questionId: a, was: 'skipped' } as const;
    expect(types(undoOf(step, view({ [a]: 'approved' })))).toEqual([`skip-question ${a}`]);
  });

  it('does nothing once somebody else changed the question', () => {
    const step = { did: 'finish', questionId: a, was: 'answering' } as const;
    expect(undoOf(step, view({ [a]: 'approved' }))).toEqual([]);
    expect(undoOf(step, view({}))).toEqual([]);
  });

  it('[Q13] starts no answer in a session that has ended', () => {
    const step = { did: 'finish', questionId: a, was: 'answering' } as const;
    expect(types(undoOf(step, view({ [a]: 'answered' }, 'ended')))).toEqual([`requeue-question ${a}`]);
  });
});
