import { PersonId, SessionId } from '@bedside/shared/ids.ts';
import { expect, it } from 'vitest';
import type { OpenSession } from '../sessions.ts';
import { createPeers } from './peers.ts';

function setUp() {
  const left: string[] = [];
  const held: string[] = [];
  const peers = createPeers({ media: { leave: (peer) => void left.push(peer) }, graceMs: 0 });
  const session = (name: string) => {
    const part: Pick<OpenSession, 'id' | 'retain'> = {
      id: SessionId.parse(name),
      retain() {
        held.push(name);
        return () => void held.splice(held.indexOf(name), 1);
      },
    };
    return part as OpenSession;
  };
  const page = (name: string, tab: string) => ({ person: PersonId.parse(name), peer: `${name}:${tab}` });
  return { peers, left, held, session, page };
}

const onAllChannels = (...pages: string[]) => pages.flatMap((page) => [page, `${page}/cohost`, `${page}/guest`, `${page}/interpreter`]);

it('[H2] a session is held in memory while somebody watches it, since else nobody here would hear of a ban', () => {
  const { peers, held, session, page } = setUp();
  peers.watches(page('ann-ann', '1'), session('one-one'), 'viewer');
  expect(held).toEqual(['one-one']);
  peers.watches(page('ann-ann', '1'), session('two-two'), 'viewer');
  expect(held).toEqual(['two-two']);
  peers.leave('ann-ann:1');
  expect(held).toEqual([]);
});

it('[H2] whoever is taken out leaves with all of their pages, in that session, and nobody else does', () => {
  const { peers, left, held, session, page } = setUp();
  const [one, two] = [session('one-one'), session('two-two')];
  const hasLeft = peers.watches(page('ann-ann', '1'), one, 'viewer');
  peers.watches(page('ann-ann', '2'), one, 'viewer');
  peers.watches(page('ann-ann', '3'), two, 'viewer');
  peers.watches(page('ann-ann', '4'), two, 'viewer');
  peers.watches(page('ben-ben', '1'), one, 'viewer');
  expect(hasLeft()).toBe(false);
  peers.takeOut(one.id, PersonId.parse('ann-ann'));
  expect([left, held.toSorted()]).toEqual([onAllChannels('ann-ann:1', 'ann-ann:2'), ['one-one', 'two-two', 'two-two']]);
  expect(hasLeft()).toBe(true);
  for (const { id } of [one, two]) peers.refused(page('ann-ann', '4'), id);
  expect(left).toEqual(onAllChannels('ann-ann:1', 'ann-ann:2', 'ann-ann:4'));
});
