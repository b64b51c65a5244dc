import type { CommandId, PersonId } from '@bedside/shared/ids.ts';
import { CommandId as Id } from '@bedside/shared/ids.ts';
import { type Audience, audienceOf, Role } from '@bedside/shared/roles.ts';
import { SessionCommand, type SystemCommand } from '@bedside/shared/commands.ts';
import type { By } from '../../server/session/policy.ts';
import { visible, visibleToAuthor } from '../../server/session/visible.ts';
import { cast, createPlay, type Play, sessionId } from '../../server/testing/play.ts';
import { createRecorder, type End, type History, type Operation, type Witness } from './history.ts';

/** What becomes of a command: answered, carried out with its answer lost, or lost on its way. */
export type Fate = 'answered' | 'answered twice' | 'answer lost' | 'lost';

export type Judged = { history: { -readonly [K in keyof History]: History[K][number][] }; end: End };

const nodes = ['node 1', 'node 2', 'node 3'];
const people = [cast.ann, cast.ben, cast.cho];

/** A session in memory in which several pages do things through several nodes, and all that they see is recorded. */
export function createStory() {
  const play = createPlay();
  let clock = 0;
  let commands = 0;
  const recorder = createRecorder(() => clock);
  const witness = (page: string, person: PersonId, role: Role, node: number): Witness => ({
    page,
    person,
    role,
    node: nodes[node % nodes.length] ?? '',
  });

  return {
    play,
    /** `early` and `late` are how long before it happens a command is sent, and how long after that it is answered. */
    act(
      by: By,
      command: SessionCommand | SystemCommand,
      how: { fate?: Fate; node?: number; early?: number; late?: number } = {},
    ): Operation | null {
      const { fate = 'answered', node = 0, early = 1, late = 1 } = how;
      clock += 10;
      const role = Role.safeParse(by.role);
      if (by.person === null || !role.success || !isOfAPage(command)) {
        play.run(by, command);
        return null;
      }
      const now = clock;
      clock = now - early;
      const operation = recorder.called(witness(`${by.person}'s page`, by.person, role.data, node), commandIdOf(++commands), command);
      clock = now;
      const decision = fate === 'lost' ? null : play.run(by, command);
      const { seq } = play.state;
      clock = now + late;
      const answers = fate === 'answered' ? 1 : fate === 'answered twice' ? 2 : 0;
      for (let count = 0; decision && count < answers; count++) {
        recorder.answered(
          operation,
          decision.ok ? { ok: true, seq, ...(decision.questionId ? { questionId: decision.questionId } : {}) } : decision,
        );
      }
      clock = now;
      return operation;
    },
    /** A page of this audience looks, and everybody at their own. */
    look(audience: Audience, page = 0): void {
      const role = Role.options.find((each) => audienceOf[each] === audience) ?? 'viewer';
      recorder.saw(witness(`${audience} page ${page}`, cast.ann.person, role, page), visible(play.state, audience, play.texts));
      for (const { person } of people)
        recorder.sawOwn(witness(`${person}'s own page ${page}`, person, 'viewer', page), visibleToAuthor(play.state, person, play.texts));
    },
    judged(): Judged {
      const { operations, sightings, own, excesses } = recorder;
      return {
        history: { operations: [...operations], sightings: [...sightings], own: [...own], excesses: [...excesses] },
        end: endOf(play),
      };
    },
  };
}

const isOfAPage = (command: SessionCommand | SystemCommand): command is SessionCommand => SessionCommand.safeParse(command).success;
const commandIdOf = (number: number): CommandId => Id.parse(`command-${number}`);

function endOf(play: Play): End {
  const at = (node: string, role: Role, person: PersonId) => ({
    by: { page: `the last page of ${person}, ${role}, at ${node}`, person, role, node },
    at: 1e6,
  });
  return {
    sessionId,
    events: [...play.events],
    texts: new Map(play.texts),
    brokenAt: null,
    sightings: nodes.flatMap((node) =>
      Role.options.map((role) => ({ ...at(node, role, cast.ann.person), view: visible(play.state, audienceOf[role], play.texts) })),
    ),
    own: nodes.flatMap((node) =>
      people.map(({ person }) => ({ ...at(node, 'viewer', person), own: visibleToAuthor(play.state, person, play.texts) })),
    ),
  };
}
