import * as z from 'zod/mini';

/** 22 characters of base64url: 128 random bits (RFC 4648 section 5), or a short slug for seeded data. */
const ID = /^[A-Za-z0-9_-]{4,40}$/;

const id = () => z.string().check(z.regex(ID));

export const SessionId = id().brand<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;

export const QuestionId = id().brand<'QuestionId'>();
export type QuestionId = z.infer<typeof QuestionId>;

/** Chosen by the client, once per intent: a retry carries the same one and gets the first answer. */
export const CommandId = id().brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

/** A browser, known by the cookie the server signed for it. Never sent to anyone else. */
export const PersonId = id().brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

/** Names a row beside the log that holds what a person wrote. */
export const TextId = id().brand<'TextId'>();
export type TextId = z.infer<typeof TextId>;

/** A saved reply of a session's moderators. */
export const ReplyId = id().brand<'ReplyId'>();
export type ReplyId = z.infer<typeof ReplyId>;

/** A server that a session's stream is forwarded to. */
export const TargetId = id().brand<'TargetId'>();
export type TargetId = z.infer<typeof TargetId>;

/** Number of an event of a session's log, from 1; of a view or an answer, that of the last event it knows of. */
export const Seq = z.int().check(z.nonnegative());

/** One raising of a viewer's hand: names them to who moderates, and is no identity. */
export const HandId = id().brand<'HandId'>();
export type HandId = z.infer<typeof HandId>;

/** A caption, and a term of the glossary, is named by the `seq` of the event that brought it: unique in its session, in order, short. */
const ofEvent = () => z.int().check(z.nonnegative());
export const CaptionId = ofEvent();
export type CaptionId = z.infer<typeof CaptionId>;
export const TermId = ofEvent();
export type TermId = z.infer<typeof TermId>;

export const TabId = id().brand<'TabId'>();
export type TabId = z.infer<typeof TabId>;

/** One run of one server process. Never sent to a page. */
export const NodeId = id().brand<'NodeId'>();
export type NodeId = z.infer<typeof NodeId>;
