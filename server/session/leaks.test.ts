import type { QuestionId, TextId } from '@bedside/shared/ids.ts';
import { Audience } from '@bedside/shared/roles.ts';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { anyHistory, playSteps } from '../testing/histories.ts';
import { cast, type Play, textsNamedBy } from '../testing/play.ts';
import { isShown, type Question } from './state.ts';
import { toSnapshot } from './snapshot.ts';
import { ownPatchSince, patchSince, visible, visibleToAuthor } from './visible.ts';

// Hundreds of histories each, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const runs = { numRuns: 120 };

/** Members that staff alone have, and those that the asker has as well. */
const ofRows = ['asker', 'clinical', 'personal', 'abuse', 'claim', 'reviewedBy', 'reports', 'restriction'];
const staffOnly = [...ofRows, 'topic', 'hands', 'staff', 'savedReplies', 'clinician', 'heldBack'];
const askersToo = ['reason', 'note', 'reply', 'original', 'objected', 'nameHidden', 'mergedInto', 'redFlags', 'emergencyRead'];
const member = (name: string) => `"${name}":`;

/** What of a question an audience other than staff reads. */
const shownTexts = ({ text, name, edit, answer }: Question) => [edit?.text ?? text, edit?.showName === false ? null : name, answer];

/** Names of who is on stage or comes there: a guest’s from their invitation on for the presenter, from their admission on for all. */
const shownNames = ({ guest, voices }: Play['state'], audience: 'public' | 'presenter') => [
  voices.cohost.name,
  voices.interpreter.name,
  guest && (audience === 'presenter' || guest.stage === 'on-stage') ? guest.name : null,
];
/** The doctor's own words are public at once, and with them what a glossary makes of them. */
const captionTexts = ({ state, events }: Play, audience: Audience) => [
  ...(state.closed && audience === 'public' ? [] : state.captions.lines.map(({ text }) => text)),
  ...termTexts(events),
];
const termTexts = (events: Play['events']) => events.flatMap(({ fact }) => (fact.type === 'term-set' ? [fact.from.id, fact.to.id] : []));

const sinces = ({ state }: Play) => [0, 3, state.seq - 7, state.seq - 4, state.seq - 1].map((since) => Math.max(0, since));

it('[X6][M1][M3][M8][M10][M13][M16][A5][F4][H3][H6][T5][T6] no public or presenter view or patch holds more than what is shown', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      const everShown: Record<'public' | 'presenter', Set<QuestionId>> = { public: new Set(), presenter: new Set() };
      playSteps(steps, (play) => {
        const rows = [...play.state.questions.values()];
        for (const audience of ['public', 'presenter'] as const) {
          const shown = rows.filter((row) => isShown(play.state, row.status, audience));
          for (const row of shown) everShown[audience].add(row.id);
          const json = JSON.stringify([
            visible(play.state, audience, play.texts),
            ...sinces(play).map((since) => patchSince(play.state, audience, since, play.texts)),
          ]);
          const named = shownNames(play.state, audience);
          const allowed = new Set([...shown.flatMap(shownTexts), ...named, ...captionTexts(play, audience)]);
          const bodies = [...play.written].flatMap(([id, body]) => (allowed.has(id) ? [] : [body]));
          // What is shown may say the same as what is not.
          const said = new Set([...play.written].flatMap(([id, body]) => (allowed.has(id) ? [body] : [])));
          const secrets = [
            'person-',
            'stream-secret',
            ...(audience === 'public' ? ['"outputs":'] : []),
            ...[...staffOnly, ...askersToo].map(member),
            ...bodies.filter((body) => !said.has(body)),
          ];
          const unknown = rows.flatMap((row) => (everShown[audience].has(row.id) ? [] : [`"${row.id}"`]));
          for (const id of play.state.hands.keys()) unknown.push(`"${id}"`);
          if (audience === 'public' && play.state.guest) unknown.push(`"${play.state.guest.handId}"`, '"handsUp":');
          expect([...secrets, ...unknown].filter((secret) => json.includes(secret))).toEqual([]);
        }
      });
    }),
    { ...runs, seed: 1 },
  );
});

it('[A5][M1][H3][H6][D2] an own view tells of nobody else, and of no question of others that the public does not see', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      playSteps(steps, (play) => {
        const rows = [...play.state.questions.values()];
        for (const { person } of [cast.ann, cast.ben, cast.cho]) {
          const json = JSON.stringify([
            visibleToAuthor(play.state, person, play.texts),
            ...sinces(play).map((since) => ownPatchSince(play.state, person, since, play.texts)),
          ]);
          const ofOthers = rows.filter((row) => row.author !== person);
          const texts = ofOthers.flatMap(({ text, name, note, reply }) => [text, name, note, reply]);
          const unknown = ofOthers.flatMap((row) => (isShown(play.state, row.status, 'public') ? [] : [`"${row.id}"`]));
          const hands = [...play.state.hands].filter(([, hand]) => hand.person !== person);
          const secrets = [
            'person-',
            ...staffOnly.filter((name) => name !== 'topic').map(member),
            ...unknown,
            ...hands.map(([id]) => `"${id}"`),
            ...bodiesOf(play, [...texts, ...hands.flatMap(([, { topic, name }]) => [topic, name])]),
          ];
          expect(secrets.filter((secret) => json.includes(secret))).toEqual([]);
        }
      });
    }),
    { ...runs, seed: 2 },
  );
});

const bodiesOf = ({ written }: Play, ids: (TextId | null)[]) => ids.flatMap((id) => (id === null ? [] : (written.get(id) ?? [])));

it('[A9][Q6][M4][M10][M11][M13][M14][M15] what is erased is in no view; what nothing names is erased, and nothing else', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      playSteps(steps, (play) => {
        expect([...play.texts.keys()].toSorted()).toEqual(textsNamedBy(play.state).toSorted());
        const json = JSON.stringify([
          ...Audience.options.map((audience) => visible(play.state, audience, play.texts)),
          ...[cast.ann, cast.ben, cast.cho].map(({ person }) => visibleToAuthor(play.state, person, play.texts)),
        ]);
        const kept = new Set(play.texts.values());
        const terms = new Set(termTexts(play.events));
        const erased = [...play.written].flatMap(([id, body]) => (play.texts.has(id) || kept.has(body) || terms.has(id) ? [] : [body]));
        expect(['person-', ...erased].filter((secret) => json.includes(secret))).toEqual([]);
      });
    }),
    { ...runs, seed: 3 },
  );
});

it('[A9] a snapshot holds nothing that anybody wrote', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      const play = playSteps(steps);
      const json = JSON.stringify(toSnapshot(play.state));
      expect([...play.written.values()].filter((body) => json.includes(body))).toEqual([]);
    }),
    { ...runs, seed: 4 },
  );
});

it('[M1][M7] a text is public only once a moderator has approved it, or has written it', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      const screened = new Set<TextId>();
      let seen = 0;
      playSteps(steps, (play) => {
        for (const { fact } of play.events.slice(seen)) {
          const question = 'questionId' in fact ? play.state.questions.get(fact.questionId) : undefined;
          if (question && fact.type === 'question-approved') screened.add(question.edit?.text ?? question.text);
          if (fact.type === 'question-edited') for (const id of [fact.text?.id, question?.text]) if (id) screened.add(id);
        }
        seen = play.events.length;
        const shown = [...play.state.questions.values()].filter(({ status }) => isShown(play.state, status, 'presenter'));
        expect(shown.map(({ edit, text }) => edit?.text ?? text).filter((id) => !screened.has(id))).toEqual([]);
      });
    }),
    { ...runs, seed: 5 },
  );
});

/** Everything of a patch that changes what its audience reads. */
const says = (patch: ReturnType<typeof patchSince>) =>
  patch &&
  [patch.put, patch.remove, patch.tallies, patch.session, patch.counts].some((part) => (Array.isArray(part) ? part.length > 0 : part));

/** What only staff, or staff and the asker, see. */
const quiet: ReadonlySet<string> = new Set([
  'claim-question',
  'release-question',
  'report-question',
  'dismiss-reports',
  'reply-to-asker',
  'save-reply',
  'delete-reply',
  'introduce-self',
  'restrict-asker',
  'lift-restriction',
  'confirm-emergency',
  'confirm-hand-emergency',
  'erase-original',
]);

it('[M8][H3][M13][M16] what only staff see changes no patch of anybody else’s', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      let before = 3;
      let at = 0;
      const loud: unknown[] = [];
      playSteps(steps, (play) => {
        const type = steps[at++]?.type ?? '';
        // Whoever is held to something takes no hand with them that the presenter had counted.
        const ended = play.events.some(({ seq, fact }) => seq > before && (fact.type === 'hand-lowered' || fact.type === 'guest-removed'));
        for (const audience of quiet.has(type) && !ended ? (['public', 'presenter'] as const) : [])
          if (says(patchSince(play.state, audience, before, play.texts))) loud.push({ type, audience });
        before = play.state.seq;
      });
      expect(loud).toEqual([]);
    }),
    { ...runs, seed: 6 },
  );
});

it('[R2] a patch puts no row again that its audience has as it is', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      let before = new Map<string, string>();
      let since = 3;
      playSteps(steps, (play) => {
        const patch = patchSince(play.state, 'public', since, play.texts);
        const rows = visible(play.state, 'public', play.texts).questions;
        const again = (patch?.put ?? []).filter((row) => before.get(row.id) === JSON.stringify(row));
        expect(
          again
            .map(({ id }) => lastFacts(play, id, since))
            .flat()
            .filter((type) => !mayRepeat.has(type)),
        ).toEqual([]);
        before = new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
        since = play.state.seq;
      });
    }),
    { ...runs, seed: 7 },
  );
});

/** What changes a row in general, and may by chance leave it as it was. */
const mayRepeat = new Set(['question-edited', 'answer-published', 'question-unmerged', 'question-merged', 'question-requeued']);

const lastFacts = ({ events }: Play, id: QuestionId, since: number) =>
  events.flatMap(({ seq, fact }) => (seq > since && 'questionId' in fact && fact.questionId === id ? [fact.type] : []));
