import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { DisplayName, normaliseText, QuestionText, textLength } from './text.ts';

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('e', '\u0301', '\u200b', '\n', '\r', ' ', '\t', '\u202e', '\u00ad'),
    fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)),
  ),
});

describe('[Q2] normaliseText', () => {
  it.each([
    ['composes', 'cafe\u0301', 'caf\u00e9'],
    ['composes what an invisible character kept apart', 'e\u200b\u0301', '\u00e9'],
    ['folds white space', ' a \t b\u00a0c ', 'a b c'],
    ['keeps lines, and one blank line at most', 'a \r\n b\r\r\n\n\nc', 'a\nb\n\nc'],
    ['drops bidi overrides', 'not \u202edangerous\u202c', 'not dangerous'],
    ['drops controls and tags', 'a\u0000b\u001bc\u{e0041}', 'abc'],
    ['drops fillers that show as nothing', '\u3164\u115f', ''],
    ['keeps joiners, which emoji and scripts need', '👩\u200d⚕\ufe0f', '👩\u200d⚕\ufe0f'],
    ['keeps right-to-left text as it is', 'هل هذا طبيعي؟', 'هل هذا طبيعي؟'],
    ['replaces half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
  ])('%s', (_, raw, expected) => {
    expect(normaliseText(raw)).toBe(expected);
  });

  it('done twice is as done once, and leaves what any store gives back', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const once = normaliseText(raw);
        expect(normaliseText(once)).toBe(once);
        expect(Buffer.from(once, 'utf8').toString('utf8')).toBe(once);
      }),
      { numRuns: 2000, seed: 10 },
    );
  });
});

describe('[Q2] a question’s text', () => {
  const accepts = (text: string) => QuestionText.safeParse(text).success;

  it.each([
    ['shorter than 5', 'abcd', false],
    ['5', 'abcde', true],
    ['5 after normalisation only', ' a\u200bbcd ', false],
    ['500', 'x'.repeat(limits.questionMax), true],
    ['501', 'x'.repeat(limits.questionMax + 1), false],
    ['500 code points of two units each', '👍'.repeat(limits.questionMax), true],
    ['longer than any normalisation could make right', ' '.repeat(limits.questionMax * 4) + 'abcde', false],
  ])('of length %s', (_, text, expected) => {
    expect(accepts(text)).toBe(expected);
  });

  it('stays what it is: markup is text', () => {
    expect(QuestionText.parse('<b>Is this normal?</b>')).toBe('<b>Is this normal?</b>');
  });
});

it('[Q3] a name is one line of 1 to 40 code points', () => {
  expect(DisplayName.parse('Ann\nfrom Leeds')).toBe('Ann from Leeds');
  expect(DisplayName.safeParse('  ').success).toBe(false);
  expect(DisplayName.safeParse('x'.repeat(limits.displayNameMax + 1)).success).toBe(false);
});

it('textLength counts code points', () => {
  expect(textLength('a👍e\u0301')).toBe(4);
});
