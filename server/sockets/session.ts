import { Refusal } from '@bedside/shared/errors.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import type { RateLimit } from '@bedside/shared/limits.ts';
import { audienceOf } from '@bedside/shared/roles.ts';
import { actionOf, type CallResult, calls } from '@bedside/shared/rpc.ts';
import type { SessionCommand } from '@bedside/shared/commands.ts';
import type { OpenSession, Sessions } from '../sessions.ts';
import type { Media } from '../media/media.ts';
import type { Store } from '../store/store.ts';
import { type Answer, granted, type Wrap } from './handle.ts';
import { joinedOf, type Page } from './page.ts';
import type { Peers } from './peers.ts';
import type { Publisher } from './publish.ts';
import { whyOut } from './removal.ts';

const limitOf = ({ type }: SessionCommand): RateLimit => {
  if (type === 'submit-question') return 'ask';
  if (type === 'cast-vote') return 'vote';
  if (type === 'report-question' || type === 'object-to-edit' || type === 'confirm-emergency' || type === 'confirm-hand-emergency')
    return 'report';
  if (type === 'raise-hand' || type === 'lower-hand' || type === 'consent-to-stage') return 'hand';
  if (type === 'add-caption' || type === 'correct-caption' || type === 'remove-caption') return 'caption';
  return type === 'withdraw-question' ? 'read' : 'staff';
};

export function sessionCalls(options: {
  wrap: Wrap;
  sessions: Sessions;
  store: Pick<Store, 'hasRole' | 'commandAnswer'>;
  media: Pick<Media, 'routerRtpCapabilities'>;
  peers: Pick<Peers, 'refused'>;
  publisher: Publisher;
  leave: (page: Page, to: SessionId) => void;
  now: () => number;
}): Record<'session:join' | 'session:command', Answer<Page>> {
  const { wrap, sessions, store, media, peers, publisher, leave, now } = options;

  const join = wrap({
    name: 'session:join',
    input: calls['session:join'].input,
    action: () => actionOf['session:join'],
    async actor({ person }: Page, { sessionId, as }) {
      if (as !== 'viewer' && !(await store.hasRole(sessionId, person, as))) throw new Refusal('forbidden', `not a ${as} of this session`);
      return as;
    },
    limit: () => 'read',
    async run({ sessionId, as, since }, page): Promise<CallResult<'session:join'>> {
      const capabilities = await media.routerRtpCapabilities(sessionId).catch(() => null);
      let session = await sessions.open(sessionId);
      if (session && since && Math.max(since.seq, since.own) > session.state.seq) {
        await sessions.catchUp(sessionId);
        session = await sessions.open(sessionId);
      }
      if (!session) throw new Refusal('not-found', 'no such session');
      // From here to the views nothing waits: what is committed later reaches the rooms that the page is in by then.
      const why = as === 'viewer' ? whyOut(session, page.person, now()) : null;
      if (why) {
        peers.refused(page, sessionId);
        throw new Refusal(why.code, why.message, why);
      }
      if (!page.socket.connected) throw new Refusal('unavailable', 'the socket has closed');
      leave(page, sessionId);
      page.joined = { sessionId, role: as, session };
      page.removed = null;
      publisher.enter(page, page.joined);
      return {
        role: as,
        ...views(session, page, audienceOf[as], since),
        viewers: publisher.viewers(sessionId),
        now: now(),
        media: capabilities,
      };
    },
  });

  const command = wrap({
    name: 'session:command',
    input: calls['session:command'].input,
    action: (input) => input.command.type,
    actor: (page: Page) => joinedOf(page).role,
    limit: (input) => limitOf(input.command),
    act: ({ commandId }, page) => `${joinedOf(page).sessionId} ${page.person} ${commandId}`,
    async again({ commandId }, page): Promise<CallResult<'session:command'> | null> {
      return store.commandAnswer(joinedOf(page).sessionId, page.person, commandId);
    },
    async run(input, page): Promise<CallResult<'session:command'>> {
      const { sessionId, role } = joinedOf(page);
      return granted(await sessions.execute(sessionId, { role, person: page.person }, input.commandId, input.command));
    },
  });

  return { 'session:join': join, 'session:command': command };
}

/** Rule R3: a patch where `since` is of this audience and near enough, else the whole. */
function views(
  session: OpenSession,
  page: Page,
  audience: (typeof audienceOf)[keyof typeof audienceOf],
  since: { audience: string; seq: number; own: number } | undefined,
): Pick<CallResult<'session:join'>, 'main' | 'own'> {
  const near = since?.audience === audience ? since : null;
  const patch = near && session.patch(audience, near.seq);
  const ownPatch = near && session.ownPatch(page.person, near.own);
  return {
    main: patch ? { kind: 'patch', patch } : { kind: 'view', view: session.view(audience) },
    own: ownPatch ? { kind: 'patch', patch: ownPatch } : { kind: 'view', view: session.own(page.person) },
  };
}
