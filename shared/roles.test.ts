import { expect, it } from 'vitest';
import { SessionCommand } from './commands.ts';
import { actions, can } from './roles.ts';
import { actionOf, calls } from './rpc.ts';

const actors = ['viewer', 'moderator', 'host', 'organiser', 'system'] as const;

it('[A4] the table, whole: a change of who may do what is a change of this test', () => {
  const table = Object.fromEntries(actions.map((action) => [action, actors.filter((actor) => can(actor, action)).join(' ')]));
  const everyone = 'viewer moderator host';
  expect(table).toEqual({
    'session:list': everyone,
    'session:join': everyone,
    'invite:exchange': everyone,
    'audit:read': 'moderator',
    'session:schedule': 'organiser',
    'media:watch': everyone,
    'media:publish': 'host',
    'schedule-session': 'organiser',
    'open-session': 'moderator host',
    'go-live': 'host',
    'pause-session': 'moderator host',
    'end-session': 'moderator host',
    'submit-question': everyone,
    'withdraw-question': everyone,
    'cast-vote': everyone,
    'approve-question': 'moderator',
    'decline-question': 'moderator',
    'undo-review': 'moderator',
    'start-answer': 'host',
    'finish-answer': 'host',
    'skip-question': 'host',
    'requeue-question': 'host',
    'pin-question': 'moderator host',
    'unpin-question': 'moderator host',
    'set-track': 'host',
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
