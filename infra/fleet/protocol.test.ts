import { describe, expect, it } from 'vitest';
import { hear } from './protocol.ts';

const heard = (text: string) => hear(Buffer.from(text));

describe('what a light viewer hears', () => {
  it.each([
    ['0{"sid":"x"}', { kind: 'open' }],
    ['2', { kind: 'ping' }],
    ['40{"sid":"x"}', { kind: 'entered' }],
    ['41', { kind: 'closed' }],
    ['44{"message":"x","data":{"code":"no-identity","message":"x"}}', { kind: 'refused', code: 'no-identity' }],
    ['44{"message":"x"}', { kind: 'refused', code: 'unknown' }],
    ['42["session:seq",{"seq":12,"viewers":3}]', { kind: 'seq', seq: 12 }],
    ['437[{"ok":true,"seq":12}]', { kind: 'done', id: 7, seq: 12 }],
    ['437[{"ok":false,"error":{}}]', { kind: 'answer', id: 7, answer: { ok: false, error: {} } }],
    ['42["session:patch",{"from":1,"to":23,"put":[{"text":"\\"to\\":99, naïve"}],"remove":[]}]', { kind: 'patch', to: 23 }],
    ['42["session:own",{"put":[],"from":1,"votes":["a-question-with-a-long-name"],"to":5,"more":1}]', { kind: 'own', to: 5 }],
    ['42["session:move",{}]', { kind: 'other' }],
  ])('%s', (text, means) => {
    expect(heard(text)).toEqual(means);
  });

  it('refuses what no page would understand', () => {
    expect(() => heard('42["session:patch",{"from":1}]')).toThrow('a patch without');
    expect(() => heard('42["session:seq",{}]')).toThrow('seq');
  });
});
