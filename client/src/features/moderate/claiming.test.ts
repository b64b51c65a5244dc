import { QuestionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { expect, it } from 'vitest';
import { type Attention, CLAIM_AFTER_MS, claimStep, isTaken, noClaim } from './claiming.ts';

const [a, b] = [QuestionId.parse('question-a'), QuestionId.parse('question-b')];

/** A page's attention over time, by a clock of its own: what it told the others, and when. */
function follow() {
  let [state, now] = [noClaim, 0];
  let attention: Attention = { id: null, engaged: false, visible: true };
  let wakeAt: number | null = null;
  const told: string[] = [];
  const step = () => {
    const { next, claim, release, wakeInMs } = claimStep(state, attention, now);
    state = next;
    if (release) told.push(`${now} release ${release}`);
    if (claim) told.push(`${now} claim ${claim}`);
    wakeAt = wakeInMs === null ? null : now + wakeInMs;
  };
  return {
    told,
    look(change: Partial<Attention>) {
      attention = { ...attention, ...change };
      step();
    },
    wait(ms: number) {
      const until = now + ms;
      while (wakeAt !== null && wakeAt <= until) {
        now = wakeAt;
        step();
      }
      now = until;
    },
  };
}

it('[M8] claims what is looked at for a second, and renews that in time', () => {
  const page = follow();
  page.look({ id: a });
  page.wait(CLAIM_AFTER_MS - 1);
  expect(page.told).toEqual([]);
  page.wait(1 + 2 * limits.claimRenewMs);
  expect(page.told).toEqual([1000, 41_000, 81_000].map((at) => `${at} claim ${a}`));
});

it('[M8] claims nothing that is passed by, and lets go of what was left', () => {
  const page = follow();
  page.look({ id: a });
  page.wait(2000);
  page.look({ id: b });
  page.wait(500);
  page.look({ id: a });
  page.wait(500);
  page.look({ id: null });
  page.wait(60_000);
  expect(page.told).toEqual([`1000 claim ${a}`, `2000 release ${a}`]);
});

it('[M8] claims at once what is being written about', () => {
  const page = follow();
  page.look({ id: a, engaged: true });
  expect(page.told).toEqual([`0 claim ${a}`]);
  page.wait(10);
  page.look({ id: b });
  // The second claim lets go of the first by itself.
  expect(page.told).toEqual([`0 claim ${a}`, `10 claim ${b}`]);
});

it('[M8] renews nothing while the page is out of sight, and claims anew when it is back', () => {
  const page = follow();
  page.look({ id: a });
  page.wait(2000);
  page.look({ visible: false });
  page.wait(limits.claimMs);
  page.look({ visible: true });
  expect(page.told).toEqual([`1000 claim ${a}`, `${2000 + limits.claimMs} claim ${a}`]);
});

it('[M8] a claim that ran out holds nothing, and one is not in one’s own way', () => {
  const claim = { by: 2, until: 1000 };
  expect(isTaken({ claim }, { me: 1, now: 999 })).toBe(true);
  expect(isTaken({ claim }, { me: 1, now: 1000 })).toBe(false);
  expect(isTaken({ claim }, { me: 2, now: 0 })).toBe(false);
  expect(isTaken({}, { me: undefined, now: 0 })).toBe(false);
});
