import { join } from 'node:path';
import { startAsked } from '../../fleet/asked.ts';
import { bareAsks, bedsideAsks } from './asks.ts';

const subject = (name: string) => join(import.meta.dirname, name);
// So that memory is what is held, and not what is not yet collected.
const gc = ['--expose-gc'];

export const startBedside = () => startAsked(subject('bedside.ts'), bedsideAsks, gc);
export const startBare = () => startAsked(subject('bare.ts'), bareAsks, gc);
