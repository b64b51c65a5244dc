import { applyOwnPatch, applyPatch, type OwnPatch, type Patch } from '@bedside/shared/patch.ts';
import { Audience } from '@bedside/shared/roles.ts';
import type { OwnView, View } from '@bedside/shared/view.ts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { anyHistory, playSteps, type Step } from '../testing/histories.ts';
import { cast, type Play } from '../testing/play.ts';
import { ownPatchSince, ownTouched, patchSince, visible, visibleToAuthor } from './visible.ts';

// Hundreds of histories each, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const { ann, ben, host } = cast;
const runs = { numRuns: 150 };

/** A page: it hears some patches late, twice or never, notices gaps, and joins again. */
type Delivery = { fate: 'now' | 'lost' | 'twice' | 'late'; rejoin: boolean };
const deliveries = fc.array(
  fc.record({ fate: fc.constantFrom('now', 'now', 'lost', 'twice', 'late'), rejoin: fc.boolean() } satisfies {
    [K in keyof Delivery]: fc.Arbitrary<Delivery[K]>;
  }),
  { minLength: 60, maxLength: 60 },
);

const byId = <T extends { id: string }>(rows: readonly T[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const sorted = <T extends View | OwnView>(view: T) => ({
  ...view,
  questions: byId(view.questions),
  ...('votes' in view ? { votes: view.votes.toSorted() } : {}),
});

/** Delivers a history's patches to one page as fate has it; `whole` must be what the page ends up with. */
function follow<V extends { seq: number }, P>(
  steps: readonly Step[],
  fates: readonly Delivery[],
  whole: (play: Play) => V,
  since: (play: Play, since: number) => P | null,
  apply: (view: V, patch: P) => V | 'gap',
): { page: V; present: V } {
  let page: V | null = null;
  let published = 0;
  const late: P[] = [];
  let at = 0;
  const rejoin = (play: Play, view: V) => {
    const patch = since(play, view.seq);
    const next = patch === null ? whole(play) : apply(view, patch);
    return next === 'gap' ? whole(play) : next;
  };
  const play = playSteps(steps, (now) => {
    page ??= whole(now);
    const delivery = fates[at++ % fates.length] ?? { fate: 'now', rejoin: false };
    const patch = since(now, published);
    published = now.state.seq;
    const heard: (P | null)[] = { now: [patch], lost: [], twice: [patch, patch], late: [] }[delivery.fate];
    if (delivery.fate === 'late' && patch) late.unshift(patch);
    else if (delivery.fate !== 'lost') heard.push(...late.splice(0));
    for (const each of heard) {
      const next: V | 'gap' = each === null ? 'gap' : apply(page, each);
      if (next !== 'gap') page = next;
      else if (delivery.rejoin) page = rejoin(now, page);
    }
  });
  const present = whole(play);
  return { page: rejoin(play, page ?? present), present };
}

describe.each(Audience.options)('%s', (audience) => {
  it('[R2][R3] patches lost, doubled and reordered end in the view', () => {
    fc.assert(
      fc.property(anyHistory, deliveries, (steps, fates) => {
        const { page, present } = follow<View, Patch>(
          steps,
          fates,
          (play) => visible(play.state, audience, play.texts),
          (play, since) => patchSince(play.state, audience, since, play.texts),
          applyPatch,
        );
        expect(sorted(page)).toEqual(sorted(present));
      }),
      { ...runs, seed: 3 },
    );
  });
});

it('[R2][R3][Q5] and so do own patches', () => {
  fc.assert(
    fc.property(anyHistory, deliveries, (steps, fates) => {
      for (const { person } of [ann, ben, host]) {
        const { page, present } = follow<OwnView, OwnPatch>(
          steps,
          fates,
          (play) => visibleToAuthor(play.state, person, play.texts),
          (play, since) => ownPatchSince(play.state, person, since, play.texts),
          applyOwnPatch,
        );
        expect(sorted(page)).toEqual(sorted(present));
      }
    }),
    { ...runs, seed: 4 },
  );
});

it('[R2] ownTouched tells of every change of an own view', () => {
  fc.assert(
    fc.property(anyHistory, (steps) => {
      let before: OwnView | null = null;
      playSteps(steps, (play) => {
        const now = visibleToAuthor(play.state, ann.person, play.texts);
        const changed = before !== null && JSON.stringify({ ...before, seq: 0 }) !== JSON.stringify({ ...now, seq: 0 });
        expect(changed ? ownTouched(play.state, ann.person) : Infinity).toBeGreaterThan(before?.seq ?? 0);
        before = now;
      });
    }),
    { ...runs, seed: 5 },
  );
});
