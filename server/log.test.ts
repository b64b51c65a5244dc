import { describe, expect, it } from 'vitest';
import { errorFields } from './log.ts';

const text = 'I have a lump\n    at home (under/my:1:2)\n   at the clinic';

describe('[A10] of an error', () => {
  it('places are kept', () => {
    const { name, code, frames } = errorFields(Object.assign(new TypeError('any'), { code: 'ECONNRESET' })).error;
    expect([name, code]).toEqual(['TypeError', 'ECONNRESET']);
    expect(frames[0]).toMatch(/^at .*log\.test\.ts:\d+:\d+\)?$/);
  });

  it('no line of its message is taken for a place', () => {
    const error = new Error(text);
    expect(errorFields(error).error.frames[0]).toMatch(/log\.test\.ts/);
    expect(JSON.stringify(errorFields(error))).not.toMatch(/lump|home|clinic/);
  });

  it('nothing of a message that was changed afterwards, of a cause or of members is kept', () => {
    const error = Object.assign(new Error(text, { cause: new Error(text) }), { detail: text, errors: [text] });
    error.message = 'another';
    expect(JSON.stringify(errorFields(error))).not.toMatch(/lump|home|clinic/);
    expect(JSON.stringify(errorFields(new AggregateError([error], text)))).not.toMatch(/lump|home|clinic/);
  });

  it.each([text, { text }, null, undefined])('nothing is kept of what is none: %j', (thrown) => {
    expect(JSON.stringify(errorFields(thrown))).not.toMatch(/lump|home|clinic/);
  });
});
