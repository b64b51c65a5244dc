import * as z from 'zod/mini';
import { type Channel, Voice } from './commands.ts';
import { SessionId } from './ids.ts';

const VoiceStageId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{4,40}\.(?:cohost|guest|interpreter)$/))
  .brand<'VoiceStageId'>();

/**
 * One channel of one session (rule T1), which is all that the media layer knows of either: the doctor's own stream goes by
 * the session's id alone, a voice by the id and its name.
 */
export const StageId = z.union([SessionId, VoiceStageId]);
export type StageId = z.infer<typeof StageId>;

export function stageIdOf(sessionId: SessionId, channel: Channel): StageId {
  return channel === 'main' ? sessionId : VoiceStageId.parse(`${sessionId}.${channel}`);
}

export function partsOf(stageId: StageId): { sessionId: SessionId; channel: Channel } {
  const [id, voice] = stageId.split('.');
  const named = Voice.safeParse(voice);
  return { sessionId: SessionId.parse(id), channel: named.success ? named.data : 'main' };
}
