/** Ids of 22 characters, no two alike, in no order: a linear congruential generator (Numerical Recipes) before a counter. */
export function scatteredIds(): () => string {
  let state = process.pid;
  let count = 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `${state.toString(36).padStart(7, '0')}-${process.pid.toString(36).padStart(4, '0')}-${(count++).toString(36).padStart(9, '0')}`;
  };
}
