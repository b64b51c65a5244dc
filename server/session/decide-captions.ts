import type { CaptionSource, SessionCommand, SystemCommand } from '@bedside/shared/commands.ts';
import { refuse } from '@bedside/shared/errors.ts';
import { createGlossary } from '@bedside/shared/captions/glossary.ts';
import type { CaptionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { accept, acceptIf, type CommandOf, type Context, type Decision, untilEnd } from './deciding.ts';
import { captionIn } from './evolve-captions.ts';
import type { Fact } from './events.ts';
import type { By } from './policy.ts';
import type { Caption, State } from './state.ts';

const types = [
  'add-caption',
  'correct-caption',
  'remove-caption',
  'set-caption-source',
  'decline-captions',
  'set-term',
  'remove-term',
  'make-caption-link',
  'revoke-caption-link',
  'ingest-caption',
] as const;
type Captioning = CommandOf<(typeof types)[number]>;

/** What is said in words, and where they come from. */
export const isCaptioning = (command: SessionCommand | SystemCommand): command is Captioning => types.some((type) => type === command.type);

export function decideCaptions(state: State, by: By, command: Captioning, context: Context): Decision {
  const { captions } = state;
  switch (command.type) {
    case 'add-caption':
      return add(state, { ...command, source: by.role === 'captioner' ? 'captioner' : 'browser' }, context);
    case 'ingest-caption': {
      const { number, text, at } = command;
      if (captions.link?.hash !== command.hash) return refuse('forbidden', 'this caption URL is not in force');
      const last = captions.link.number;
      if (last !== null && number === last) return accept([]);
      if (last !== null && number < last) return refuse('out-of-order', `the last one was ${last}`);
      return add(state, { text, at: at ?? context.now, source: 'service', number }, context);
    }
    case 'correct-caption':
      return onCaption(state, by, command.caption, ({ text, act }) => {
        if (text === null) return refuse('wrong-state', 'it was removed');
        // As for questions (rule M17).
        const others = act?.by === by.person ? act.before : (act?.seq ?? 0);
        if (command.seen !== undefined && others > command.seen) return refuse('wrong-state', 'somebody has changed it since');
        if (context.isText(text, command.text)) return accept([]);
        return accept([{ type: 'caption-corrected', caption: command.caption, text: context.newText(command.text) }]);
      });
    case 'remove-caption':
      return onCaption(state, by, command.caption, ({ text }) =>
        acceptIf(text !== null, { type: 'caption-removed', caption: command.caption }),
      );
    case 'set-caption-source': {
      const { source } = command;
      return untilEnd(state, () => acceptIf(captions.source !== source, { type: 'caption-source-set', source }));
    }
    case 'decline-captions': {
      const { reason } = command;
      return untilEnd(state, () => acceptIf(captions.none !== reason, { type: 'captions-declined', reason }));
    }
    case 'set-term':
      return untilEnd(state, () => setTerm(state, command, context));
    case 'remove-term': {
      const { term } = command;
      return untilEnd(state, () => acceptIf(captions.glossary.has(term), { type: 'term-removed', term }));
    }
    case 'make-caption-link':
      return untilEnd(state, () => accept([{ type: 'caption-link-made', hash: command.hash }]));
    case 'revoke-caption-link':
      return acceptIf(captions.link !== null, { type: 'caption-link-revoked' });
  }
}

/** Rule L10: that nobody said where captions come from, or why there are none, is recorded. */
export const unsaid = ({ captions: { source, none } }: State): Fact[] =>
  source === null && none === null ? [{ type: 'captions-declined', reason: 'unsaid' }] : [];

type New = { text: string; at: number; source: CaptionSource; number?: number };

function add(state: State, { text, at, source, number }: New, context: Context): Decision {
  const { now } = context;
  const { phase, closed, rehearsing, captions, endedAt } = state;
  if (phase === 'scheduled') return refuse('session-not-open', 'the session is not open yet');
  // The last words come after whoever said them has ended it.
  if (endedAt !== null && now - endedAt > limits.captionAfterEndMs) return refuse('session-ended', 'the session has ended');
  if (closed) return refuse('wrong-state', 'not possible while closed');
  // Captions are public, and what is rehearsed is not (rule S21).
  if (rehearsing) return refuse('wrong-state', 'not possible while rehearsing');
  // A machine that listens on is not to tell what the doctor says on a break (rule L7).
  if (source === 'browser' && captions.heldAt !== null && at > captions.heldAt) return refuse('wrong-state', 'said on a break');
  if (captions.lines.length >= limits.captionsMax) return refuse('too-large', 'this session has no room for more captions');
  const latest = endedAt ?? now;
  const fact: Fact = {
    type: 'caption-added',
    at: Math.max(Math.min(at, latest), Math.min(latest, now - limits.captionAgeMs)),
    source,
    text: context.newText(inGlossary(state, text, context)),
    ...(number === undefined ? {} : { number }),
  };
  return accept([...(captions.source === null ? [{ type: 'caption-source-set', source } as const] : []), fact]);
}

/** Rule L8. What it would make too long stays as it came. */
function inGlossary({ captions: { glossary } }: State, text: string, { textOf }: Context): string {
  if (glossary.size === 0) return text;
  const terms = [...glossary.values()].map(({ from, to }) => ({ from: textOf(from) ?? '', to: textOf(to) ?? '' }));
  const read = createGlossary(terms)(text);
  return read.length > limits.captionMax * 2 ? text : read;
}

function setTerm(state: State, { from, to }: CommandOf<'set-term'>, { textOf, newText, isText }: Context): Decision {
  const { glossary } = state.captions;
  const alike = [...glossary].find(([, term]) => textOf(term.from)?.toLowerCase() === from.toLowerCase());
  if (!alike && glossary.size >= limits.glossaryMax) return refuse('too-large', 'the glossary is full');
  if (alike && isText(alike[1].from, from) && isText(alike[1].to, to)) return accept([]);
  return accept([{ type: 'term-set', from: newText(from), to: newText(to), ...(alike ? { replaces: alike[0] } : {}) }]);
}

/** Rule L7: closed, who sees none changes none. */
function onCaption(state: State, by: By, id: CaptionId, then: (line: Caption) => Decision): Decision {
  const line = captionIn(state, id);
  if (!line) return refuse('not-found', 'no such caption');
  if (state.closed && by.role === 'captioner') return refuse('wrong-state', 'not possible while closed');
  return then(line);
}
