import { CommandId, PersonId, QuestionId, SessionId, TextId } from '@bedside/shared/ids.ts';
import type { SessionSummary } from '@bedside/shared/view.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Event, Fact } from '../session/events.ts';
import type { Append, Invite, Store } from './store.ts';

/** Opens a store on fresh data, or another store on the same data, as another node would. */
export type StoreFixture = { open(): Promise<Store>; another(): Promise<Store>; remove(): Promise<void> };

const sessionId = SessionId.parse('contract');
const questionId = QuestionId.parse('question');
const [ann, ben] = [PersonId.parse('ann-ann'), PersonId.parse('ben-ben')];
const textId = TextId.parse('text-1');
const commandId = CommandId.parse('command-1');

const summary = (id: SessionId): SessionSummary => ({
  id,
  title: 'A session',
  description: '',
  host: { name: 'Dr Okafor', title: '' },
  phase: 'scheduled',
  startsAt: 1000,
  endedAt: null,
  answered: 0,
});

const scheduled: Fact = {
  type: 'session-scheduled',
  title: 'A session',
  description: '',
  host: { name: 'Dr Okafor', title: '' },
  startsAt: 1000,
};
const submitted: Fact = { type: 'question-submitted', questionId, author: ann, text: { id: textId, digest: 'd' }, name: null };
const event = (seq: number, fact: Fact): Event => ({ seq, at: 1000 + seq, by: { role: 'viewer', person: ann }, fact });

/** An append of one `session-opened` (the first: `session-scheduled`) after `after`. */
function one(after: number, more: Partial<Append> = {}): Append {
  const id = more.sessionId ?? sessionId;
  const fact: Fact = after === 0 ? scheduled : { type: 'session-opened' };
  return { sessionId: id, after, events: [event(after + 1, fact)], texts: [], erase: [], commands: [], summary: summary(id), ...more };
}

/** What every implementation of `Store` must do. */
export function storeContract(name: string, fixture: () => StoreFixture): void {
  describe(`store contract: ${name}`, () => {
    let given: StoreFixture;
    let store: Store;

    beforeEach(async () => {
      given = fixture();
      store = await given.open();
    });

    afterEach(async () => {
      await store.close();
      await given.remove();
    });

    const submit = () =>
      store.append(
        one(1, {
          events: [event(2, submitted)],
          texts: [{ id: textId, salt: 's', body: 'Is this normal?' }],
          commands: [{ person: ann, commandId, answer: { seq: 2, questionId } }],
        }),
      );

    describe('the log', () => {
      it('gives back what was appended, in order, from anywhere', async () => {
        await store.append(one(0));
        await submit();
        expect(await store.events(sessionId, 0)).toEqual([event(1, scheduled), event(2, submitted)]);
        expect(await store.events(sessionId, 1)).toEqual([event(2, submitted)]);
        expect(await store.events(sessionId, 0, 1)).toEqual([event(1, scheduled)]);
        expect(await store.events(sessionId, 1, 9)).toEqual([event(2, submitted)]);
        expect(await store.head(sessionId)).toBe(2);
      });

      it('is empty for a session that does not exist', async () => {
        expect(await store.head(sessionId)).toBe(0);
        expect(await store.events(sessionId, 0)).toEqual([]);
        expect(await store.snapshot(sessionId)).toBeNull();
        expect(await store.verifyChain(sessionId)).toBeNull();
      });

      it('[R7] refuses another end than its own, and writes nothing', async () => {
        await store.append(one(0));
        const text = { id: textId, salt: 's', body: 'lost' };
        const record = { person: ann, commandId, answer: { seq: 2 } };
        for (const after of [0, 2]) {
          expect(await store.append(one(after, { texts: [text], commands: [record] }))).toEqual({ ok: false, conflict: 'seq' });
        }
        expect(await store.head(sessionId)).toBe(1);
        expect(await store.allTexts(sessionId)).toEqual(new Map());
        expect(await store.commandAnswer(sessionId, ann, commandId)).toBeNull();
      });

      it('[R7] takes one of two appends of the same seq by two nodes at once', async () => {
        const other = await given.another();
        for (let after = 0; after < 20; after++) {
          const results = await Promise.all([store.append(one(after)), other.append(one(after))]);
          expect(results.filter((result) => result.ok)).toHaveLength(1);
          expect(results.filter((result) => !result.ok)).toEqual([{ ok: false, conflict: 'seq' }]);
        }
        expect(await other.head(sessionId)).toBe(20);
        expect(await store.verifyChain(sessionId)).toBeNull();
        await other.close();
      });

      it('keeps many appends sent at once apart: one that fails takes none with it', async () => {
        const ids = Array.from({ length: 30 }, (_, at) => SessionId.parse(`session-${at}`));
        const results = await Promise.all(
          ids.flatMap((id) => [store.append(one(0, { sessionId: id })), store.append(one(0, { sessionId: id }))]),
        );
        expect(results.map((result) => result.ok)).toEqual(ids.flatMap(() => [true, false]));
        expect(await store.summaries()).toHaveLength(30);
      });

      it('rejects numbers with a gap, and writes nothing', async () => {
        await expect(store.append(one(0, { events: [event(2, scheduled)] }))).rejects.toThrow('without gaps');
        expect(await store.head(sessionId)).toBe(0);
        expect(await store.summaries()).toEqual([]);
      });

      it('survives being opened again', async () => {
        await store.append(one(0));
        await store.close();
        store = await given.another();
        expect(await store.events(sessionId, 0)).toEqual([event(1, scheduled)]);
      });
    });

    describe('commands', () => {
      it('[R5] answers a command that was carried out before, and writes nothing', async () => {
        await store.append(one(0));
        await submit();
        const recorded = [{ person: ann, commandId, answer: { seq: 2, questionId } }];
        expect(await store.commandAnswer(sessionId, ann, commandId)).toEqual({ seq: 2, questionId });
        for (const after of [1, 2]) {
          const again = await store.append(one(after, { commands: [{ person: ann, commandId, answer: { seq: after + 1 } }] }));
          expect(again).toEqual({ ok: false, conflict: 'command', recorded });
        }
        expect(await store.head(sessionId)).toBe(2);
      });

      it("[R5] tells one person's command from another's, and one session's from another's", async () => {
        await store.append(one(0));
        await submit();
        expect(await store.commandAnswer(sessionId, ben, commandId)).toBeNull();
        expect(await store.append(one(2, { commands: [{ person: ben, commandId, answer: { seq: 3 } }] }))).toEqual({ ok: true });
        const elsewhere = SessionId.parse('elsewhere');
        const record = { person: ann, commandId, answer: { seq: 1 } };
        expect(await store.append(one(0, { sessionId: elsewhere, commands: [record] }))).toEqual({ ok: true });
      });

      it('[R5] keeps the answer of a command that changed nothing, if the log ends where its writer believed', async () => {
        await store.append(one(0));
        const record = { person: ann, commandId, answer: { seq: 1 } };
        expect(await store.append(one(0, { events: [], commands: [record] }))).toEqual({ ok: false, conflict: 'seq' });
        expect(await store.append(one(1, { events: [], commands: [record] }))).toEqual({ ok: true });
        expect(await store.commandAnswer(sessionId, ann, commandId)).toEqual({ seq: 1 });
        expect(await store.head(sessionId)).toBe(1);
      });
    });

    describe('texts', () => {
      it('[Q6][A9] a text is gone once the append that erases it is durable, and the chain still verifies', async () => {
        await store.append(one(0));
        await submit();
        const withdraw = { events: [event(3, { type: 'question-withdrawn', questionId })], erase: [textId] };
        expect(await store.append(one(1, withdraw))).toEqual({ ok: false, conflict: 'seq' });
        const elsewhere = SessionId.parse('elsewhere');
        expect(await store.append(one(0, { sessionId: elsewhere, erase: [textId] }))).toEqual({ ok: true });
        expect(await store.texts(sessionId, [textId, TextId.parse('none')])).toEqual(new Map([[textId, 'Is this normal?']]));
        expect(await store.append(one(2, withdraw))).toEqual({ ok: true });
        expect(await store.texts(sessionId, [textId])).toEqual(new Map());
        expect(await store.allTexts(sessionId)).toEqual(new Map());
        expect(await store.verifyChain(sessionId)).toBeNull();
      });
    });

    describe('snapshots and summaries', () => {
      it('[R6] keeps the newest snapshot', async () => {
        await store.append(one(0));
        await store.saveSnapshot(sessionId, 7, { a: [1] });
        await store.saveSnapshot(sessionId, 5, { a: [2] });
        expect(await store.snapshot(sessionId)).toEqual({ seq: 7, state: { a: [1] } });
        await store.saveSnapshot(sessionId, 9, { a: [3] });
        expect(await store.snapshot(sessionId)).toEqual({ seq: 9, state: { a: [3] } });
      });

      it('lists sessions as their last append left them', async () => {
        await store.append(one(0));
        await store.append(one(1, { summary: { ...summary(sessionId), phase: 'open' } }));
        expect(await store.summaries()).toEqual([{ ...summary(sessionId), phase: 'open' }]);
      });
    });

    describe('invites', () => {
      const invite: Invite = { hash: 'hash', sessionId, role: 'host', expiresAt: 5000 };
      beforeEach(async () => {
        await store.append(one(0));
        await store.putInvite(invite);
      });

      it('[A3] is exchanged once, for one person, who may present it again', async () => {
        const given = { ok: true, sessionId, role: 'host' };
        expect(await store.exchangeInvite('hash', ann, 4999)).toEqual(given);
        expect(await store.exchangeInvite('hash', ben, 4999)).toEqual({ ok: false, why: 'used' });
        expect(await store.exchangeInvite('hash', ann, 9999)).toEqual(given);
        expect(await store.hasRole(sessionId, ann, 'host')).toBe(true);
        expect(await store.hasRole(sessionId, ben, 'host')).toBe(false);
      });

      it('[A3] of two persons at once one gets it', async () => {
        const other = await given.another();
        const results = await Promise.all([store.exchangeInvite('hash', ann, 1), other.exchangeInvite('hash', ben, 1)]);
        expect(results.filter((result) => result.ok)).toHaveLength(1);
        await other.close();
      });

      it('[A3] expires unused', async () => {
        expect(await store.exchangeInvite('hash', ann, 5000)).toEqual({ ok: false, why: 'expired' });
        expect(await store.exchangeInvite('other', ann, 1)).toEqual({ ok: false, why: 'unknown' });
        expect(await store.hasRole(sessionId, ann, 'host')).toBe(false);
      });

      it('[A2] gives one role in one session, or one of the installation', async () => {
        await store.exchangeInvite('hash', ann, 1);
        expect(await store.hasRole(sessionId, ann, 'moderator')).toBe(false);
        expect(await store.hasRole(SessionId.parse('elsewhere'), ann, 'host')).toBe(false);
        expect(await store.hasRole(null, ann, 'host')).toBe(false);
        await store.putInvite({ ...invite, hash: 'all', sessionId: null, role: 'organiser' });
        expect(await store.exchangeInvite('all', ben, 1)).toEqual({ ok: true, sessionId: null, role: 'organiser' });
        expect(await store.hasRole(null, ben, 'organiser')).toBe(true);
        expect(await store.hasRole(sessionId, ben, 'organiser')).toBe(false);
      });

      it('[A3] revokes only unused ones, of one session or of the installation', async () => {
        await store.putInvite({ ...invite, hash: 'unused' });
        await store.putInvite({ ...invite, hash: 'all', sessionId: null, role: 'organiser' });
        await store.exchangeInvite('hash', ann, 1);
        await store.revokeUnusedInvites(sessionId);
        expect(await store.exchangeInvite('unused', ben, 1)).toEqual({ ok: false, why: 'unknown' });
        expect(await store.exchangeInvite('hash', ann, 1)).toMatchObject({ ok: true });
        expect(await store.exchangeInvite('all', ben, 1)).toMatchObject({ ok: true });
      });

      it('[A2][A3] takes a role from everybody who has it, its invites with it, and nothing else', async () => {
        const elsewhere = SessionId.parse('elsewhere');
        await store.append(one(0, { sessionId: elsewhere }));
        await store.putInvite({ ...invite, hash: 'unused' });
        await store.putInvite({ ...invite, hash: 'other role', role: 'moderator' });
        await store.putInvite({ ...invite, hash: 'other session', sessionId: elsewhere });
        for (const hash of ['hash', 'other role', 'other session']) await store.exchangeInvite(hash, ann, 1);
        const other = await given.another();
        await other.revokeRole(sessionId, 'host');
        await other.close();
        expect(await store.hasRole(sessionId, ann, 'host')).toBe(false);
        for (const hash of ['hash', 'unused']) expect(await store.exchangeInvite(hash, ann, 1)).toEqual({ ok: false, why: 'unknown' });
        expect(await store.hasRole(sessionId, ann, 'moderator')).toBe(true);
        expect(await store.hasRole(elsewhere, ann, 'host')).toBe(true);
        await store.putInvite({ ...invite, hash: 'new' });
        expect(await store.exchangeInvite('new', ann, 1)).toMatchObject({ ok: true });
        expect(await store.hasRole(sessionId, ann, 'host')).toBe(true);
      });
    });
  });
}
