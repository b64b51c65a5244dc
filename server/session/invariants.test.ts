import { DeclineReason } from '@bedside/shared/commands.ts';
import type { PersonId, QuestionId } from '@bedside/shared/ids.ts';
import { isPublicStatus, isWaiting } from '@bedside/shared/ordering.ts';
import type { QuestionStatus } from '@bedside/shared/view.ts';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { anyHistory, playSteps } from '../testing/histories.ts';
import { cast, type Play, publicView } from '../testing/play.ts';
import { type Cast, castOf, votesByHand } from '../testing/votes-model.ts';
import type { Fact } from './events.ts';
import type { By } from './policy.ts';
import type { Question } from './state.ts';
import { visible, visibleToAuthor } from './visible.ts';

// Hundreds of histories each, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const runs = { numRuns: 150 };
const rowsOf = ({ state }: Play): Question[] => [...state.questions.values()];

it('[V1][D2][D3][D4] one person one vote, of questions merged and given back as well', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      const casts: Cast[] = [];
      playSteps(steps, (play, decision, by, command) => {
        casts.push(...castOf(play, decision, by, command));
        const byHand = votesByHand(play.events, casts);
        for (const { id, voters } of rowsOf(play)) {
          expect([id, [...voters].toSorted()]).toEqual([id, [...(byHand.get(id) ?? [])].toSorted()]);
        }
        for (const [person, { votedFor }] of play.state.people) {
          const held = rowsOf(play).flatMap(({ id, voters }) => (voters.has(person) ? [id] : []));
          expect([...votedFor].toSorted()).toEqual(held.toSorted());
        }
      });
    }),
    { ...runs, seed: 2 },
  );
});

it('[D2][D3] what is merged names where it went, and that names it; nothing is merged into what is gone', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      playSteps(steps, (play) => {
        for (const { id, status, merged, children } of rowsOf(play)) {
          expect(merged !== null).toBe(status === 'merged');
          expect(merged === null || play.state.questions.get(merged.into)?.children.has(id)).toBe(true);
          expect(['merged', 'withdrawn', 'declined'].includes(status) ? children.size : 0).toBe(0);
          for (const child of children) expect(play.state.questions.get(child)?.merged?.into).toBe(id);
        }
      });
    }),
    { ...runs, seed: 3 },
  );
});

it('[Q7][Q12][H6] one is being answered; one is pinned, and that public; closed, none shows', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      playSteps(steps, (play) => {
        for (const audience of ['public', 'presenter'] as const) {
          const { session, questions } = visible(play.state, audience, play.texts);
          const answering = questions.filter((row) => row.status === 'answering').map((row) => row.id);
          expect(answering).toEqual(session.answeringId === null ? [] : [session.answeringId]);
          expect([null, ...questions.map((row) => row.id)]).toContain(session.pinnedId);
        }
        expect(play.state.closed ? publicView(play).questions : []).toEqual([]);
        expect(play.state.waiting).toBe(rowsOf(play).filter(isWaiting).length);
      });
    }),
    { ...runs, seed: 4 },
  );
});

it('[M7] what needs a clinician becomes public by a reviewer’s approval and in no other way, and is edited there by a reviewer', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      type Before = { status: QuestionStatus; needed: boolean; was: string | null; into: QuestionId | null };
      let before = new Map<QuestionId, Before>();
      let seen = 0;
      const approvedOnce = new Set<QuestionId>();
      const clinical = new Map<QuestionId, PersonId | null>();
      const wrong: unknown[] = [];
      playSteps(steps, (play, _, __, command) => {
        const news = play.events.slice(seen);
        for (const { by, fact } of news) {
          if (!('questionId' in fact)) continue;
          const last = before.get(fact.questionId);
          const isEdit = fact.type === 'question-edited' && last && isPublicStatus(last.status);
          if ((fact.type === 'question-approved' || isEdit) && last?.needed && by.role !== 'reviewer') wrong.push(fact);
          if (fact.type === 'question-approved') approvedOnce.add(fact.questionId);
          keepClinical(clinical, by, fact, last?.status);
        }
        for (const row of rowsOf(play)) {
          const last = before.get(row.id);
          if (!isPublicStatus(row.status) || (last && isPublicStatus(last.status))) continue;
          const how = news.findLast(({ fact }) => 'questionId' in fact && fact.questionId === row.id)?.fact.type;
          // Given back is only what was public when it was merged.
          const wasPublic = last?.was === 'approved' || last?.was === 'skipped';
          const into = last?.into ? before.get(last.into) : undefined;
          // Nobody but who gives it back publishes it by that (rule D4).
          const isMeant = command.type === 'unmerge-question' || (into && isPublicStatus(into.status));
          const fine = how === 'question-approved' || (how === 'question-unmerged' && wasPublic && isMeant);
          if (!fine || !approvedOnce.has(row.id)) wrong.push(row.id);
        }
        seen = play.events.length;
        const { clinician } = play.state;
        before = new Map(
          rowsOf(play).map(({ id, status, marks, merged }) => {
            const needed = clinical.has(id) || clinician === 'all' || (clinician === 'flagged' && marks.redFlags.length > 0);
            return [id, { status, needed, was: merged?.was ?? null, into: merged?.into ?? null }];
          }),
        );
      });
      expect(wrong).toEqual([]);
    }),
    { ...runs, numRuns: 300, seed: 5 },
  );
});

/** Which questions are clinical, by the rule alone: by whom they were sent first, null once that person no longer takes it back. */
function keepClinical(
  clinical: Map<QuestionId, PersonId | null>,
  by: By,
  fact: Fact & { questionId: QuestionId },
  was?: QuestionStatus,
): void {
  const { type, questionId: id } = fact;
  if (type === 'question-sent-to-clinician' && !clinical.has(id)) clinical.set(id, by.person);
  if ((type === 'question-approved' || type === 'question-declined') && clinical.has(id) && by.role === 'reviewer') clinical.set(id, null);
  const isSenders = was === 'in-review' && clinical.get(id) === by.person;
  if (type === 'review-undone' && (by.role === 'reviewer' || isSenders)) clinical.delete(id);
}

it('[E1] the counts are those of a recount', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      const approved = new Set<QuestionId>();
      playSteps(steps, (play) => {
        for (const row of rowsOf(play)) if (isPublicStatus(row.status)) approved.add(row.id);
        const { counts } = visible(play.state, 'public', play.texts);
        const is = (status: string) => rowsOf(play).filter((row) => row.status === status);
        expect(counts).toMatchObject({
          received: rowsOf(play).length,
          approved: approved.size,
          answered: is('answered').length,
          merged: is('merged').length,
        });
        const declined = DeclineReason.options.map(
          (reason) => [reason, is('declined').filter((row) => row.reason === reason).length] as const,
        );
        expect(counts.declined).toEqual(
          Object.fromEntries(declined.flatMap(([reason, count]) => (count >= 5 ? [[reason, 5 * Math.floor(count / 5)]] : []))),
        );
        expect(counts.declinedForOthers).toBe(declined.some(([, count]) => count > 0 && count < 5));
      });
    }),
    { ...runs, seed: 6 },
  );
});

it('[M8] a person has one claim, a question one, and none that does not wait', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      playSteps(steps, (play) => {
        const claims = rowsOf(play).flatMap(({ id, claim, status }) => (claim ? [{ id, by: claim.by, status }] : []));
        expect(new Set(claims.map(({ by }) => by)).size).toBe(claims.length);
        for (const { status } of claims) expect(isWaiting({ status })).toBe(true);
        for (const [person, { claiming }] of play.state.people) {
          expect(claiming).toBe(claims.find(({ by }) => by === person)?.id ?? null);
        }
      });
    }),
    { ...runs, seed: 7 },
  );
});

it('[H2][H7] nobody asks who is muted, nobody does anything who is out, only lifting weakens, and nobody but viewers is held', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      // No removal runs out within a history.
      const strengths = ['mute', 'remove', 'ban'] as const;
      const held = new Map<PersonId, Set<(typeof strengths)[number]>>();
      const passed: unknown[] = [];
      playSteps(steps, (play, decision, by, command) => {
        const theirs = by.role === 'viewer' && by.person !== null ? held.get(by.person) : undefined;
        const barred = theirs?.has('remove') || theirs?.has('ban') || (theirs?.has('mute') && command.type === 'submit-question');
        if (barred && decision.ok) passed.push({ command, by });
        const author = 'questionId' in command ? play.state.questions.get(command.questionId)?.author : undefined;
        if (decision.ok && author && command.type === 'lift-restriction') held.delete(author);
        if (decision.ok && author && command.type === 'restrict-asker') {
          const before = held.get(author) ?? new Set();
          // Who is banned is held to nothing more.
          held.set(author, before.has('ban') ? before : before.add(command.restriction));
        }
        const rows = rowsOf(play);
        const listed = visible(play.state, 'staff', play.texts).session.heldBack ?? [];
        const named = listed.map(({ questionId, kind }) => `${rows.find(({ id }) => id === questionId)?.author} ${kind}`);
        // A ban takes a removal's place, and leaves a mute as it is.
        const wanted = [...held].flatMap(([person, kinds]) =>
          strengths.flatMap((kind) => (kinds.has(kind) && !(kind === 'remove' && kinds.has('ban')) ? [`${person} ${kind}`] : [])),
        );
        expect(named.toSorted()).toEqual(wanted.toSorted());
        const others = Object.values(cast).flatMap(({ role, person }) => (role === 'viewer' || person === null ? [] : [person]));
        expect(others.filter((person) => held.has(person))).toEqual([]);
        for (const { person } of [cast.ann, cast.ben]) {
          expect('mutedUntil' in visibleToAuthor(play.state, person, play.texts)).toBe(held.get(person)?.has('mute') ?? false);
        }
      });
      expect(passed).toEqual([]);
    }),
    { ...runs, seed: 8 },
  );
});
