import type { FlagCode } from '@bedside/shared/marks.ts';

/** Which words stand above the numbers: those for somebody who may harm themselves come before all others. */
export function leadOf(flags: readonly FlagCode[]): 'selfHarm' | 'violence' | 'overdose' | 'body' {
  if (flags.includes('self-harm')) return 'selfHarm';
  if (flags.includes('domestic-violence')) return 'violence';
  return flags.includes('overdose') ? 'overdose' : 'body';
}
