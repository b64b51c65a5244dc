import type { SessionCommand, SystemCommand } from '@bedside/shared/commands.ts';
import { refuse } from '@bedside/shared/errors.ts';
import { limits } from '@bedside/shared/limits.ts';
import { acceptIf, accept, type CommandOf, type Context, type Decision, turnOff, untilEnd } from './deciding.ts';
import type { State } from './state.ts';

const types = ['set-ingest', 'set-output', 'add-target', 'set-target', 'remove-target', 'cut-outputs', 'delay-outputs'] as const;
type OfOutputs = CommandOf<(typeof types)[number]>;

export const isOfOutputs = (command: SessionCommand | SystemCommand): command is OfOutputs => types.some((type) => type === command.type);

/** What goes out of a session beside what pages watch (rules X). */
export function decideOutputs(state: State, command: OfOutputs, context: Context): Decision {
  const { outputs } = state;
  switch (command.type) {
    case 'set-output': {
      const { kind, on } = command;
      return untilEnd(state, () => acceptIf(outputs[kind] !== on, { type: 'output-set', kind, on }));
    }
    case 'set-ingest': {
      const { hash } = command;
      // What was let in by the token before goes with it (rule W1).
      return untilEnd(state, () =>
        accept(outputs.ingest === hash ? [] : [{ type: 'ingest-set', hash }, ...(state.stream.external ? turnOff(state, 'main') : [])]),
      );
    }
    case 'add-target':
      return untilEnd(state, () => {
        if (outputs.targets.size >= limits.targetsMax) return refuse('too-large', 'enough servers');
        const { url, key } = command;
        const label = context.newText(`${new URL(url).host} …${endOf(key)}`);
        return accept([
          { type: 'target-added', targetId: context.newTargetId(), label, secret: context.newSecret(JSON.stringify({ url, key })) },
        ]);
      });
    case 'set-target': {
      const { targetId, on } = command;
      const target = outputs.targets.get(targetId);
      if (!target) return refuse('not-found', 'no such server');
      return untilEnd(state, () => acceptIf(target.on !== on, { type: 'target-set', targetId, on }));
    }
    // A key is erased whenever somebody asks for it.
    case 'remove-target': {
      const { targetId } = command;
      return acceptIf(outputs.targets.has(targetId), { type: 'target-removed', targetId });
    }
    case 'cut-outputs': {
      const { on } = command;
      return untilEnd(state, () => acceptIf(outputs.cut !== on, { type: 'outputs-cut', on }));
    }
    case 'delay-outputs': {
      const { seconds } = command;
      return untilEnd(state, () => acceptIf(outputs.delaySeconds !== seconds, { type: 'outputs-delayed', seconds }));
    }
  }
}

/** Enough of a key to tell it from another, and too little of a short one to guess it. */
const endOf = (key: string) => key.slice(key.length - Math.min(4, Math.floor(key.length / 4)));
