import type { PersonId, SessionId, TextId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import type { OwnPatch, Patch } from '@bedside/shared/patch.ts';
import type { Audience } from '@bedside/shared/roles.ts';
import type { OwnView, View } from '@bedside/shared/view.ts';
import { begin, evolve } from './session/evolve.ts';
import { type Event, type Fact, textsOf } from './session/events.ts';
import { erasedBy } from './session/erased.ts';
import type { By } from './session/policy.ts';
import { fromSnapshot, toSnapshot } from './session/snapshot.ts';
import type { OwnedState, State } from './session/state.ts';
import { summaryAfter } from './session/summary.ts';
import { ownPatchSince, ownTouched, patchSince, type Texts, visible, visibleToAuthor } from './session/visible.ts';
import type { AppendResult, CommandRecord, Store, Text } from './store/store.ts';

/** A session this node has in memory. Its state is always the fold of a prefix of the log, and only moves forward. */
export type OpenSession = {
  readonly id: SessionId;
  /** Moves in place: read what you need now, keep no part of it. */
  readonly state: State;
  /** What people wrote, while it is not erased. Moves in place as well. */
  readonly texts: Texts;
  view(audience: Audience): View;
  /** Null: send the whole view instead (rule R3). */
  patch(audience: Audience, since: number): Patch | null;
  own(person: PersonId): OwnView;
  ownPatch(person: PersonId, since: number): OwnPatch | null;
  /** `seq` of the last event that changed this person's own view, 0 if none did: whether an own patch is worth sending. */
  ownTouched(person: PersonId): number;
  /** Keeps it in memory until the returned function is called (once). Call it before awaiting anything after `open`. */
  retain(): () => void;
};

type Hooks = {
  now: () => number;
  /** Own events and those of other nodes, in order, after they are folded in. */
  committed: (session: OpenSession, events: readonly Event[]) => void;
  /** This node's own appends only. */
  appended: (session: OpenSession) => void;
  failed: (error: unknown) => void;
};

/** Owns one session's state on this node; everything that moves it runs within `exclusive`, one after the other. */
export class LiveSession implements OpenSession {
  readonly id: SessionId;
  readonly #state: OwnedState;
  readonly #texts: Map<TextId, string>;
  readonly #store: Store;
  readonly #hooks: Hooks;
  readonly #views = new Map<Audience, View>();
  #holders = 0;
  #waiting = 0;
  #tail: Promise<unknown> = Promise.resolve();

  private constructor(state: OwnedState, texts: Map<TextId, string>, store: Store, hooks: Hooks) {
    this.id = state.id;
    this.#state = state;
    this.#texts = texts;
    this.#store = store;
    this.#hooks = hooks;
  }

  /** Null if there is no such session. */
  static async load(id: SessionId, store: Store, hooks: Hooks): Promise<LiveSession | null> {
    const saved = await store.snapshot(id);
    let state = saved && fromSnapshot(saved.state);
    if (state && (state.id !== id || state.seq !== saved?.seq)) state = null;
    for (const event of await store.events(id, state?.seq ?? 0)) {
      if (state) evolve(state, event);
      else state = begin(id, event);
    }
    // Texts after events: every text that these events name is there, unless erased.
    return state && new LiveSession(state, await store.allTexts(id), store, hooks);
  }

  get state(): State {
    return this.#state;
  }

  get texts(): Texts {
    return this.#texts;
  }

  /** What somebody wrote, while it is not erased. */
  text(id: TextId): string | undefined {
    return this.#texts.get(id);
  }

  /** Nobody holds it and nothing runs in it. */
  get idle(): boolean {
    return this.#holders === 0 && this.#waiting === 0;
  }

  view(audience: Audience): View {
    // A whole audience may join at one seq.
    let view = this.#views.get(audience);
    if (view?.seq !== this.#state.seq) this.#views.set(audience, (view = visible(this.#state, audience, this.#texts)));
    return view;
  }

  patch(audience: Audience, since: number): Patch | null {
    return patchSince(this.#state, audience, since, this.#texts);
  }

  own(person: PersonId): OwnView {
    return visibleToAuthor(this.#state, person, this.#texts);
  }

  ownPatch(person: PersonId, since: number): OwnPatch | null {
    return ownPatchSince(this.#state, person, since, this.#texts);
  }

  ownTouched(person: PersonId): number {
    return ownTouched(this.#state, person);
  }

  retain(): () => void {
    this.#holders++;
    let held = true;
    return () => {
      if (held) this.#holders--;
      held = false;
    };
  }

  /** Runs `work` when all that was asked for before has ended. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++;
    const run = this.#tail.then(work).finally(() => this.#waiting--);
    this.#tail = run.catch(() => {});
    return run;
  }

  /** Within `exclusive`: folds in what others appended; true if there was anything. */
  async catchUp(): Promise<boolean> {
    const events = await this.#store.events(this.id, this.#state.seq);
    if (events.length === 0) return false;
    const refs = events.flatMap(({ fact }) => textsOf(fact).map((ref) => ref.id));
    const bodies = refs.length === 0 ? [] : await this.#store.texts(this.id, refs);
    this.#moveTo(events, bodies);
    return true;
  }

  /** Within `exclusive`: makes facts durable, then folds them in. Rejects with `StoreUnavailable`. */
  async append(by: By, facts: readonly Fact[], texts: readonly Text[], commands: readonly CommandRecord[]): Promise<AppendResult> {
    const after = this.#state.seq;
    const at = this.#hooks.now();
    const events = facts.map((fact, index): Event => ({ seq: after + 1 + index, at, by, fact }));
    const summary = summaryAfter(this.#state, events);
    const erase = facts.flatMap((fact) => erasedBy(this.#state, by, fact));
    const result = await this.#store.append({ sessionId: this.id, after, events, texts, erase, commands, summary });
    if (result.ok && events.length > 0) {
      this.#moveTo(events, new Map(texts.map((text) => [text.id, text.body])));
      this.#hooks.appended(this);
      // Only the node whose append crosses the line saves, so that a session is saved once.
      if (Math.floor(after / limits.snapshotEvery) < Math.floor(this.#state.seq / limits.snapshotEvery)) this.#save();
    }
    return result;
  }

  #moveTo(events: readonly Event[], bodies: Iterable<[TextId, string]>): void {
    // Not left to the next who asks: nobody may, and an erased text would stay (rule A9).
    this.#views.clear();
    for (const [id, body] of bodies) this.#texts.set(id, body);
    for (const event of events) {
      for (const id of erasedBy(this.#state, event.by, event.fact)) this.#texts.delete(id);
      evolve(this.#state, event);
    }
    this.#hooks.committed(this, events);
  }

  #save(): void {
    // Not awaited: a lost snapshot costs a longer replay and nothing else.
    this.#store.saveSnapshot(this.id, this.#state.seq, toSnapshot(this.#state)).catch(this.#hooks.failed);
  }
}
