import { createMemoryLimiter } from './limiter.ts';
import { limiterContract } from './limiter.contract.ts';

limiterContract('in memory', createMemoryLimiter);
