import { SessionId } from '@bedside/shared/ids.ts';
import type { Append } from './store.ts';

export const sessionId = SessionId.parse('session');
const host = { name: 'Dr Okafor', title: '' };

/** One event after `after`, with that number as its title. */
export const append = (after: number, more: Partial<Append> = {}): Append => ({
  sessionId,
  after,
  events: [
    {
      seq: after + 1,
      at: 1,
      by: { role: 'organiser', person: null },
      fact: { type: 'session-scheduled', title: `${after}`, description: '', host, startsAt: 1 },
    },
  ],
  texts: [],
  erase: [],
  commands: [],
  summary: {
    id: more.sessionId ?? sessionId,
    title: 'A',
    description: '',
    host,
    phase: 'scheduled',
    startsAt: 1,
    endedAt: null,
    answered: 0,
  },
  ...more,
});

/** Ways to tamper with the third of these events. */
export const tampering = [
  `UPDATE events SET event = replace(event, '"title":"2"', '"title":"x"') WHERE seq = 3`,
  `UPDATE events SET event = replace(event, '"seq":3', '"seq":4') WHERE seq = 3`,
  `UPDATE events SET event = 'x' WHERE seq = 3`,
  `DELETE FROM events WHERE seq = 3`,
];
