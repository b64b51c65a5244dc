import { TextId } from '@bedside/shared/ids.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Event, Fact } from '../session/events.ts';
import { anyHistory, playSteps } from '../testing/histories.ts';
import { cast, scheduled, sessionId } from '../testing/play.ts';
import type { Text } from './store.ts';
import { faultsOf, textDigest } from './texts.ts';

const none = new Set<TextId>();
const whole = { missing: [], altered: [], stray: 0, takenOut: [] };

it('[A9][U2] of any history, the texts that its log names are those that are there, and no others', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      const { events, texts } = playSteps(steps);
      const rows = [...texts].map(([id, body]): Text => ({ id, salt: '', body }));
      // The digests of made-up histories are no digests, so that each is altered once.
      expect(faultsOf(sessionId, events, rows, none)).toEqual({ ...whole, altered: expect.any(Array) });
      expect(faultsOf(sessionId, events, [], none)).toMatchObject({ missing: { length: rows.length }, stray: 0 });
    }),
    { numRuns: 100, seed: 3 },
  );
});

function aLog() {
  const text = (name: string): Text => ({ id: TextId.parse(`text-${name}`), salt: `salt-${name}`, body: `What ${name} wrote` });
  const [first, second, third] = [text('first'), text('second'), text('third')];
  const saved = ({ id, ...rest }: Text, number: number): Fact =>
    Fact.parse({ type: 'reply-saved', replyId: `reply-${number}`, text: { id, digest: textDigest(rest) } });
  const facts: Fact[] = [
    scheduled,
    saved(first, 1),
    saved(second, 2),
    saved(third, 3),
    Fact.parse({ type: 'reply-deleted', replyId: 'reply-3' }),
  ];
  const events = facts.map((fact, index): Event => ({ seq: index + 1, at: 1, by: cast.moderator, fact }));
  return { events, first, second, third };
}

it('[A9][U2] a text that is missing, altered, exchanged, erased or of no event is found, by the event that brought it', () => {
  const { events, first, second, third } = aLog();
  const faults = (texts: readonly Text[], takenOut: ReadonlySet<TextId> = none) => faultsOf(sessionId, events, texts, takenOut);
  expect(faults([first, second])).toEqual(whole);
  expect(faults([first])).toEqual({ ...whole, missing: [3] });
  expect(faults([first], new Set([second.id]))).toEqual({ ...whole, takenOut: [3] });
  expect(faults([{ ...first, body: 'Something else' }, second])).toEqual({ ...whole, altered: [2] });
  expect(faults([{ ...first, salt: 'another' }, second])).toEqual({ ...whole, altered: [2] });
  expect(
    faults([
      { ...first, id: second.id },
      { ...second, id: first.id },
    ]),
  ).toEqual({ ...whole, altered: [3, 2] });
  expect(faults([first, second, third])).toEqual({ ...whole, stray: 1 });
  expect(faults([first, second, { ...first, id: TextId.parse('text-none') }])).toEqual({ ...whole, stray: 1 });
});

it('[U2] events that can’t be one session’s are found, though each has its hash', () => {
  const { events } = aLog();
  const [begin, ...rest] = events;
  if (!begin) throw new Error('no event');
  expect(faultsOf(sessionId, [begin, { ...begin, seq: 2 }], [], none)).toBe(2);
  expect(faultsOf(sessionId, rest, [], none)).toBe(2);
});
