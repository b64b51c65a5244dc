import { expect, it } from 'vitest';
import { SessionCommand } from './commands.ts';
import { actions, can, Role } from './roles.ts';
import { actionOf, calls } from './rpc.ts';

const actors = [...Role.options, 'organiser', 'system', 'caption-service'] as const;

it('[A4] the table, whole: a change of who may do what is a change of this test', () => {
  const table = Object.fromEntries(actions.map((action) => [action, actors.filter((actor) => can(actor, action)).join(' ')]));
  const everyone = 'viewer screener reviewer moderator captioner host cohost interpreter';
  const screening = 'screener reviewer moderator';
  const leading = 'moderator host';
  const presenting = 'host cohost';
  const captioning = 'moderator captioner host';
  expect(table).toEqual({
    'session:list': everyone,
    'session:join': everyone,
    'invite:exchange': everyone,
    'audit:read': 'moderator',
    'session:schedule': 'organiser',
    'media:watch': everyone,
    'media:publish': 'viewer host cohost interpreter',
    'schedule-session': 'organiser',
    'open-session': leading,
    'go-live': 'host',
    'pause-session': leading,
    'end-session': leading,
    'submit-question': everyone,
    'withdraw-question': everyone,
    'cast-vote': everyone,
    'approve-question': screening,
    'decline-question': screening,
    'undo-review': screening,
    'start-answer': presenting,
    'finish-answer': presenting,
    'skip-question': presenting,
    'requeue-question': `reviewer ${presenting}`,
    'pin-question': `${screening} ${presenting}`,
    'unpin-question': `${screening} ${presenting}`,
    'set-track': 'viewer host cohost interpreter',
    'set-layout': 'host',
    'start-rehearsal': 'host',
    'stop-rehearsal': 'host',
    'review-questions': screening,
    'send-to-clinician': screening,
    'edit-question': screening,
    'erase-original': screening,
    'object-to-edit': everyone,
    'claim-question': screening,
    'release-question': screening,
    'reply-to-asker': screening,
    'publish-answer': `reviewer ${presenting}`,
    'save-reply': screening,
    'delete-reply': screening,
    'introduce-self': screening,
    'merge-question': screening,
    'unmerge-question': screening,
    'report-question': everyone,
    'dismiss-reports': screening,
    'confirm-emergency': everyone,
    'restrict-asker': screening,
    'lift-restriction': screening,
    'set-review-policy': 'moderator',
    'set-slow-mode': screening,
    'lock-queue': screening,
    'unlock-queue': screening,
    'close-emergency': leading,
    'reopen-session': 'moderator',
    'set-ingest': 'host',
    'set-output': leading,
    'add-target': leading,
    'set-target': leading,
    'remove-target': leading,
    'cut-outputs': leading,
    'delay-outputs': leading,
    'outputs:status': leading,
    'recordings:read': leading,
    'recordings:erase': leading,
    'raise-hand': 'viewer',
    'confirm-hand-emergency': 'viewer',
    'lower-hand': 'viewer',
    'dismiss-hand': screening,
    'invite-guest': screening,
    'consent-to-stage': 'viewer',
    'admit-guest': `${screening} host`,
    'remove-guest': `${screening} ${presenting}`,
    'set-voice': leading,
    'introduce-voice': 'cohost interpreter',
    'free-stage': 'system',
    'captions:read': everyone,
    'glossary:read': captioning,
    'captions:ingest': 'caption-service',
    'add-caption': 'captioner host',
    'correct-caption': captioning,
    'remove-caption': captioning,
    'set-caption-source': leading,
    'decline-captions': leading,
    'set-term': captioning,
    'remove-term': captioning,
    'make-caption-link': leading,
    'revoke-caption-link': leading,
    'ingest-caption': 'caption-service',
    'start-stream': 'system',
    'lose-stream': 'system',
    'stop-stream': 'system',
  });
});

it('[A4] every command and every call asks for an action of the table', () => {
  const commands = SessionCommand.def.options.map((option) => option.shape.type.def.values[0]);
  expect(commands.filter((type) => !actions.some((action) => action === type))).toEqual([]);
  expect(Object.keys(calls).filter((name) => name !== 'session:command' && !(name in actionOf))).toEqual([]);
});
