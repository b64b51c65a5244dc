/** Numbers that a seed decides, so that a run can be made again: mulberry32, 32 bits of state, for choosing and not for secrets. */
export type Random = {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number, at least 0 and below `below`. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  bytes(length: number): Buffer;
};

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  function word(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
  const random: Random = {
    next: () => word() / 2 ** 32,
    below: (below) => Math.floor(random.next() * below),
    pick(from) {
      const picked = from[random.below(from.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    bytes: (length) => Buffer.from(Array.from({ length }, () => word() & 255)),
  };
  return random;
}
