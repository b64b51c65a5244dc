import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SessionCommand } from '@bedside/shared/commands.ts';
import { CommandId, QuestionId } from '@bedside/shared/ids.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { localCluster } from './cluster/local.ts';
import type { By } from './session/policy.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { openSqliteStore } from './store/sqlite.ts';
import type { Store } from './store/store.ts';
import { cast, sessionId } from './testing/play.ts';

const { host, screener, reviewer, ann, organiser } = cast;
let directory: string;
let store: Store;
let sessions: Sessions;
let ids = 0;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'bedside-'));
  await start();
  await sessions.schedule(
    organiser,
    CommandId.parse('schedule'),
    { type: 'schedule-session', title: 'Migraine', host: { name: 'Dr Okafor', title: '' }, startsAt: 5000 },
    sessionId,
  );
  await act(host, { type: 'go-live' });
});
afterEach(async () => {
  await sessions.close();
  await store.close();
  await rm(directory, { recursive: true });
});

async function start(): Promise<void> {
  store = await openSqliteStore(path.join(directory, 'bedside.db'));
  sessions = createSessions({ store, cluster: localCluster(), now: () => 1000, newId: () => `test-id-${++ids}` });
}

async function act(by: By, command: SessionCommand): Promise<QuestionId> {
  const answer = await sessions.execute(sessionId, by, CommandId.parse(`command-${++ids}`), command);
  if (!answer.ok) throw new Error(`${command.type}: ${answer.error.code}`);
  return answer.questionId ?? QuestionId.parse('none');
}

/** Which of the words are anywhere in the files of the database, its write-ahead log included. */
async function found(words: readonly string[]): Promise<string[]> {
  const names = await readdir(directory);
  const files = await Promise.all(names.map((name) => readFile(path.join(directory, name))));
  return words.filter((word) => files.some((file) => file.includes(word)));
}

/** What is written, what is then done, and which of the words are gone by that. */
const cases: Record<
  string,
  {
    write: (questionId: QuestionId) => [By, SessionCommand][];
    erase: (questionId: QuestionId) => [By, SessionCommand];
    gone: string[];
    kept: string[];
  }
> = {
  '[Q6] a withdrawal, all that was written with it and about it': {
    write: (questionId) => [
      [screener, { type: 'edit-question', questionId, text: 'Edited-grape', showName: false }],
      [screener, { type: 'reply-to-asker', questionId, text: 'Reply-plum' }],
      [screener, { type: 'decline-question', questionId, reason: 'unclear', note: 'Note-cherry' }],
    ],
    erase: (questionId) => [ann, { type: 'withdraw-question', questionId }],
    gone: ['Original-apple', 'Name-pear', 'Edited-grape', 'Reply-plum', 'Note-cherry'],
    kept: [],
  },
  '[M4] a decline taken back, its note': {
    write: (questionId) => [[screener, { type: 'decline-question', questionId, reason: 'unclear', note: 'Note-cherry' }]],
    erase: (questionId) => [screener, { type: 'undo-review', questionId }],
    gone: ['Note-cherry'],
    kept: ['Original-apple', 'Name-pear'],
  },
  '[M10] another edit, the one before': {
    write: (questionId) => [[screener, { type: 'edit-question', questionId, text: 'Edited-grape', showName: true }]],
    erase: (questionId) => [screener, { type: 'edit-question', questionId, text: 'Edited-melon', showName: true }],
    gone: ['Edited-grape'],
    kept: ['Original-apple', 'Edited-melon'],
  },
  '[M11] erasing the original, what the asker wrote and a name that is not shown': {
    write: (questionId) => [[screener, { type: 'edit-question', questionId, text: 'Edited-grape', showName: false }]],
    erase: (questionId) => [screener, { type: 'erase-original', questionId }],
    gone: ['Original-apple', 'Name-pear'],
    kept: ['Edited-grape'],
  },
  '[M13] another reply, the one before': {
    write: (questionId) => [[screener, { type: 'reply-to-asker', questionId, text: 'Reply-plum' }]],
    erase: (questionId) => [screener, { type: 'reply-to-asker', questionId, text: 'Reply-peach' }],
    gone: ['Reply-plum'],
    kept: ['Reply-peach'],
  },
  '[M14] another answer, the one before': {
    write: (questionId) => [
      [screener, { type: 'approve-question', questionId }],
      [reviewer, { type: 'publish-answer', questionId, text: 'Answer-fig' }],
    ],
    erase: (questionId) => [host, { type: 'publish-answer', questionId, text: 'Answer-date' }],
    gone: ['Answer-fig'],
    kept: ['Answer-date'],
  },
  '[M14] requeueing, the answer': {
    write: (questionId) => [
      [screener, { type: 'approve-question', questionId }],
      [reviewer, { type: 'publish-answer', questionId, text: 'Answer-fig' }],
    ],
    erase: (questionId) => [host, { type: 'requeue-question', questionId }],
    gone: ['Answer-fig'],
    kept: ['Original-apple'],
  },
  '[M16] another name of one who moderates, the one before': {
    write: () => [[screener, { type: 'introduce-self', name: 'Staff-olive' }]],
    erase: () => [screener, { type: 'introduce-self', name: 'Staff-lemon' }],
    gone: ['Staff-olive'],
    kept: ['Staff-lemon'],
  },
};

it.each(Object.entries(cases))('[A9]%s: no trace is left in the database’s files', async (_, { write, erase, gone, kept }) => {
  const questionId = await act(ann, { type: 'submit-question', text: 'Original-apple', name: 'Name-pear' });
  for (const [by, command] of write(questionId)) await act(by, command);
  expect(await found([...gone, ...kept])).toEqual(expect.arrayContaining(gone));
  await act(...erase(questionId));
  await vi.waitFor(async () => expect(await found([...gone, ...kept])).toEqual(kept));
  expect(await store.verifyChain(sessionId)).toBeNull();
});

it('[A9][M15] a saved reply that is deleted leaves no trace either', async () => {
  await act(screener, { type: 'save-reply', text: 'Saved-quince' });
  expect(await found(['Saved-quince'])).toEqual(['Saved-quince']);
  const [replyId] = [...((await sessions.open(sessionId))?.state.savedReplies.keys() ?? [])];
  if (replyId === undefined) throw new Error('not saved');
  await act(screener, { type: 'delete-reply', replyId });
  await vi.waitFor(async () => expect(await found(['Saved-quince'])).toEqual([]));
});

it('[A9][Q6] what was withdrawn while somebody read the file leaves it when they have ended, also after a restart', async () => {
  const words = ['Original-apple', 'Name-pear'];
  const questionId = await act(ann, { type: 'submit-question', text: 'Original-apple', name: 'Name-pear' });
  await act(screener, { type: 'approve-question', questionId });
  const reader = new DatabaseSync(path.join(directory, 'bedside.db'), { readOnly: true });
  reader.exec('BEGIN; SELECT count(*) FROM texts');
  await act(ann, { type: 'withdraw-question', questionId });
  // For whoever asks through the product it is gone, whatever the reader does.
  expect([...(await store.allTexts(sessionId)).values()]).toEqual([]);
  await sessions.close();
  await store.close();
  reader.close();
  expect(await found(words)).toEqual(words);
  await start();
  await vi.waitFor(async () => expect(await found(words)).toEqual([]));
  const session = await sessions.open(sessionId);
  expect(session?.own(ann.person).questions).toMatchObject([{ status: 'withdrawn' }]);
  expect(await store.verifyChain(sessionId)).toBeNull();
});
