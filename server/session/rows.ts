import { type Channel, Voice } from '@bedside/shared/commands.ts';
import type { HandId, TextId } from '@bedside/shared/ids.ts';
import type { Audience } from '@bedside/shared/roles.ts';
import type { HandView, OutputsView, QuestionView, SessionView, StreamView, TrackState, VoiceView } from '@bedside/shared/view.ts';
import { isShown, type Question, type Reader, restrictionsOf, type State, streamOn } from './state.ts';

type Hand = Pick<NonNullable<State['guest']>, 'topic' | 'name' | 'raisedAt' | 'redFlags' | 'emergencyRead'>;

/** The bodies that still exist; an erased one is absent (rule A9). */
export type Texts = ReadonlyMap<TextId, string>;

/** Names each member by hand, so that one added to the state shows nowhere until somebody decides so (rule A5). */
export function questionRow(state: State, question: Question, reader: Reader, texts: Texts): QuestionView {
  const { id, status, askedAt, answeredAt, edit, answer, children } = question;
  return {
    id,
    text: texts.get(edit?.text ?? question.text) ?? null,
    name: nameFor(question, reader, texts),
    status,
    votes: question.voters.size,
    askedAt,
    answeredAt,
    ...(edit ? { edited: true } : {}),
    ...written('answer', answer, texts),
    ...(children.size > 0 ? { merged: children.size } : {}),
    ...(reader === 'own' || reader === 'staff' ? withAsker(state, question, reader, texts) : {}),
    ...(reader === 'staff' ? forStaff(state, question) : {}),
  };
}

/** Rule M10: staff and the asker see the name that the asker chose, shown to others or not. */
function nameFor({ name, edit }: Question, reader: Reader, texts: Texts): string | null {
  const hidden = edit?.showName === false && reader !== 'staff' && reader !== 'own';
  return name === null || hidden ? null : (texts.get(name) ?? null);
}

/** What staff and the asker see (rules M3, M10, M12, M13, D2, F4). */
function withAsker(state: State, question: Question, reader: 'own' | 'staff', texts: Texts): Partial<QuestionView> {
  const { reason, note, reply, edit, objected, marks, emergencyRead, merged } = question;
  const into = merged && state.questions.get(merged.into);
  return {
    ...(reason !== null ? { reason } : {}),
    ...written('note', note, texts),
    ...written('reply', reply, texts),
    ...(edit !== null && edit.text !== null ? { original: texts.get(question.text) ?? null } : {}),
    ...(edit?.showName === false && question.name !== null ? { nameHidden: true } : {}),
    ...(objected ? { objected } : {}),
    // Not even its id tells an asker of a question that the public does not see (rules M1, H6).
    ...(into && (reader === 'staff' || isShown(state, into.status, 'public')) ? { mergedInto: into.id } : {}),
    ...(marks.redFlags.length > 0 ? { redFlags: [...marks.redFlags] } : {}),
    ...(emergencyRead ? { emergencyRead } : {}),
  };
}

/** People are numbers, and never more (rules A5, M16). */
function forStaff(state: State, { author, marks, clinical, claim, reviewedBy, reports }: Question): Partial<QuestionView> {
  const asker = state.people.get(author);
  const [restriction] = restrictionsOf(state, author);
  const holder = claim && state.staff.get(claim.by);
  const reviewer = reviewedBy === null ? undefined : state.staff.get(reviewedBy);
  return {
    ...(asker && asker.number !== null ? { asker: asker.number } : {}),
    ...(restriction ? { restriction } : {}),
    ...(clinical ? { clinical: true } : {}),
    ...(marks.personal.length > 0 ? { personal: [...marks.personal] } : {}),
    ...(marks.abuse.length > 0 ? { abuse: [...marks.abuse] } : {}),
    ...(claim && holder ? { claim: { by: holder.number, until: claim.until } } : {}),
    ...(reviewer ? { reviewedBy: reviewer.number } : {}),
    ...(reports.size > 0 ? { reports: [...reports].map(([reason, count]) => ({ reason, count })) } : {}),
  };
}

function written(member: 'note' | 'reply' | 'answer', id: TextId | null, texts: Texts): Partial<QuestionView> {
  const text = id === null ? undefined : texts.get(id);
  return text === undefined ? {} : { [member]: text };
}

export function sessionRow(state: State, audience: Audience, texts: Texts): SessionView {
  const { id, title, description, host, phase, startsAt, liveAt, endedAt, queueLocked, slowSeconds, closed } = state;
  // Closed, no question is named to the public (rule H6).
  const named = !(closed && audience === 'public');
  return {
    id,
    title,
    description,
    host: { ...host },
    phase,
    startsAt,
    liveAt,
    endedAt,
    stream: streamRow(state, 'main', audience),
    ...voicesRow(state, audience, texts),
    layout: state.layout,
    ...(state.rehearsing && audience !== 'public' ? { rehearsing: true } : {}),
    answeringId: named ? state.answeringId : null,
    pinnedId: named ? state.pinnedId : null,
    queueLocked,
    slowSeconds,
    closed,
    recording: state.outputs.recording,
    hls: state.outputs.hls ? state.outputs.delaySeconds : null,
    ...(audience === 'public'
      ? {}
      : { outputs: outputsOf(state), pending: state.waiting, handsUp: state.hands.size, ...guestRow(state, texts) }),
    ...(audience === 'staff' ? ofStaff(state, texts) : {}),
  };
}

/** Of a server no more than that there is one: these audiences have people in them who don't run the session (rule X6). */
function outputsOf({ stream, outputs: { recording, hls, cut, delaySeconds, targets, ingest } }: State): OutputsView {
  return {
    recording,
    hls,
    cut,
    delaySeconds,
    ingest: ingest !== null,
    external: stream.external && stream.status === 'on',
    targets: [...targets].map(([id, { on }]) => ({ id, on })),
  };
}

function ofStaff(state: State, texts: Texts): Partial<SessionView> {
  const { clinician, staff, savedReplies, held, people, hands } = state;
  return {
    hands: [...hands].map(([id, hand]) => handRow(id, hand, texts)),
    clinician,
    staff: [...staff.values()].map(({ number, role, name }) => ({ number, role, name: name === null ? null : (texts.get(name) ?? null) })),
    savedReplies: [...savedReplies].flatMap(([id, text]) => {
      const body = texts.get(text);
      return body === undefined ? [] : [{ id, text: body }];
    }),
    heldBack: [...held].flatMap((id) => {
      const { number = null, asked = [] } = people.get(id) ?? {};
      const [questionId] = asked;
      if (number === null || questionId === undefined) return [];
      return restrictionsOf(state, id).map((restriction) => ({ asker: number, questionId, ...restriction }));
    }),
  };
}

const noStream: StreamView = { epoch: 0, status: 'off', tracks: { camera: 'off', microphone: 'off', screen: 'off' } };

/**
 * Before the first moment live the public learns nothing of any stream: what it were told where nothing is rehearsed, and not where
 * something is, would tell of the rehearsal (rule S21).
 */
function streamRow(state: State, channel: Channel, audience: Audience): StreamView {
  if (audience === 'public' && state.liveAt === null) return noStream;
  const { epoch, status, onStage, muted } = streamOn(state, channel);
  const track = (source: keyof typeof muted): TrackState => (!onStage.includes(source) ? 'off' : muted[source] ? 'muted' : 'on');
  return { epoch, status, tracks: { camera: track('camera'), microphone: track('microphone'), screen: track('screen') } };
}

/** Of whom nothing was ever heard or said nothing is shown. A guest's name is public from their admission on (rule T8). */
function voicesRow(state: State, audience: Audience, texts: Texts): Pick<SessionView, 'voices'> {
  const shown = Voice.options.flatMap((voice): [Voice, VoiceView][] => {
    const { name, language, open } = state.voices[voice];
    const stream = streamRow(state, voice, audience);
    if (stream.epoch === 0 && name === null && language === null && open) return [];
    return [[voice, { stream, name: bodyOf(name, texts), language, open }]];
  });
  return shown.length === 0 ? {} : { voices: Object.fromEntries(shown) };
}

const bodyOf = (id: TextId | null, texts: Texts) => (id === null ? null : (texts.get(id) ?? null));

/** Of a hand that moderators chose, which they have read (rule T6): what it was raised for stays with them. */
function guestRow({ guest }: State, texts: Texts): Pick<SessionView, 'guest'> {
  if (!guest) return {};
  const { handId, stage, name, since } = guest;
  return { guest: { handId, stage, name: bodyOf(name, texts), since } };
}

/** Never whose it is (rule A5). */
export function handRow(id: HandId, { topic, name, raisedAt, redFlags, emergencyRead }: Hand, texts: Texts): HandView {
  return {
    id,
    topic: bodyOf(topic, texts),
    name: bodyOf(name, texts),
    raisedAt,
    ...(redFlags.length > 0 ? { redFlags: [...redFlags] } : {}),
    ...(emergencyRead ? { emergencyRead } : {}),
  };
}
