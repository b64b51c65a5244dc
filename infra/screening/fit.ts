import { type Model, scoreOf } from '../../shared/screening/similar/likeness.ts';

export type Example = { alike: readonly number[]; same: boolean; weight: number };

const STEPS = 3000;
const STEP = 0.5;
/** Keeps factors small where the examples hardly tell them (ridge). */
const RIDGE = 0.5;

/** Logistic regression by plain gradient descent: a few numbers and a thousand examples take half a second. */
export function fitModel(examples: readonly Example[]): Model {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  let model: Model = { factors: (examples[0]?.alike ?? []).map(() => 0), base: 0 };
  for (let step = 0; step < STEPS; step++) {
    const slope = model.factors.map((factor) => factor * RIDGE);
    let baseSlope = 0;
    for (const { alike, same, weight } of examples) {
      const error = (scoreOf(alike, model) - (same ? 1 : 0)) * weight;
      for (const [index, value] of alike.entries()) slope[index] = (slope[index] ?? 0) + error * value;
      baseSlope += error;
    }
    const moved = model.factors.map((factor, index) => factor - (STEP * (slope[index] ?? 0)) / total);
    model = { factors: moved, base: model.base - (STEP * baseSlope) / total };
  }
  return model;
}
