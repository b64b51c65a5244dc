import type { PersonId, QuestionId } from '@bedside/shared/ids.ts';
import type { StaffRole } from '@bedside/shared/roles.ts';
import type { By, FactOf } from './events.ts';
import { changeForStaff, doer, personIn, questionIn, touch } from './folding.ts';
import type { Held, OwnedPerson, OwnedState } from './state.ts';

/** Whoever moderates gets a number with their first command (rule M16). */
export function meetStaff(state: OwnedState, id: PersonId, role: StaffRole): void {
  const known = state.staff.get(id);
  if (known?.role === role) return;
  if (known) known.role = role;
  else {
    state.staff.set(id, { number: state.staff.size + 1, role, name: null });
    personIn(state, id).restTouched = state.seq;
  }
  changeForStaff(state);
}

export function introduce(state: OwnedState, by: By, { name }: FactOf<'staff-introduced'>): void {
  const member = state.staff.get(doer(state, by));
  if (!member) throw new Error(`event ${state.seq} introduces somebody who does not moderate`);
  member.name = name.id;
  changeForStaff(state);
}

/** Staff see it at every question of that person's, and beside them: they may all be withdrawn (rule H2). */
export function restrict(state: OwnedState, questionId: QuestionId, restriction: Held | null): void {
  const { author } = questionIn(state, questionId);
  const person = personIn(state, author);
  if (restriction === null) Object.assign(person, { out: null, muted: false } satisfies Partial<OwnedPerson>);
  else if (restriction.kind === 'mute') person.muted = true;
  else person.out = { kind: restriction.kind, until: restriction.until };
  if (restriction) state.held.add(author);
  else state.held.delete(author);
  changeForStaff(state);
  person.restTouched = state.seq;
  for (const id of person.asked) touch(state, id, 'staff');
}
