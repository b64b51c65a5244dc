import { fc } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { problemsOf } from './check.ts';
import en from './en.json' with { type: 'json' };
import { builtInPacks, findRedFlags } from './match.ts';
import { Numbers } from './numbers.ts';
import numbersSchema from './numbers.schema.json' with { type: 'json' };
import packSchema from './pack.schema.json' with { type: 'json' };
import { FlagCode } from '../../marks.ts';
import { loadPack, Pack } from './schema.ts';

const flagsOf = (text: string) => [...new Set(findRedFlags(text).map(({ flag }) => flag))];

describe('[F2] what is not so, past, or asked about is no emergency', () => {
  it.each([
    ['No chest pain, only a cough'],
    ['She denies chest pain'],
    ['I have no fever, chest pain or shortness of breath'],
    ['Sin dolor en el pecho'],
    ['My father died of a heart attack in 1990'],
    ['I had a stroke 5 years ago, can I fly?'],
    ['He has a history of chest pain'],
    ['What are the symptoms of a stroke?'],
    ['Can stress cause chest pain?'],
    ['How is chest pain treated?'],
    ['Is breathlessness a side effect of this tablet?'],
    ['¿Cuáles son los síntomas de un derrame?'],
    ['My 8 month old has a fever'],
    ['My toddler hits me'],
    ['No fever and cough, no chest pain and shortness of breath'],
    ['He had a stroke and he died'],
    ['Does drooping of the mouth come on quickly?'],
    ['Facial numbness is associated with palsy and even stroke'],
    ['Mi mamá tuvo un infarto en 2012 y ahora camina'],
    ['¿Las vacunas dan fiebre a los bebés de dos meses?'],
  ])('passes: %s', (text) => expect(flagsOf(text)).toEqual([]));

  it.each([
    ["can't breathe since an hour", 'breathlessness'],
    ['My father has crushing chest pain right now', 'chest-pain'],
    ['mi bebé de 3 semanas tiene fiebre de 39', 'infant-fever'],
    ['My father died of a heart attack and now I have chest pain', 'chest-pain'],
    ['no fever, chest pain since this morning', 'chest-pain'],
    ['I have no idea why but my chest hurts badly', 'chest-pain'],
    ['What should I do, I have crushing chest pain', 'chest-pain'],
    ['What can I do if I want to kill myself?', 'self-harm'],
    ['I do not want to live', 'self-harm'],
    ['I am not feeling well and my chest hurts', 'chest-pain'],
    ['no duerme y tiene dolor de pecho', 'chest-pain'],
    ['No puede hablar y se le cae el brazo', 'stroke'],
    ['creo que es una sobredosis', 'overdose'],
    ["I'm afraid he'll kill me", 'domestic-violence'],
    ['The baby is due in May and I am bleeding', 'pregnancy-bleeding'],
  ])('is marked: %s', (text, flag) => expect(flagsOf(text)).toContain(flag));

  it('in any spelling, and in both languages at once', () => {
    expect(flagsOf('CHSET PAIN')).toEqual(['chest-pain']);
    expect(flagsOf('chest pian')).toEqual(['chest-pain']);
    expect(flagsOf('I CAN’T BREEEATHE')).toEqual(['breathlessness']);
    expect(flagsOf('dolor en el pécho')).toEqual(['chest-pain']);
    expect(flagsOf('Hello doctor, me duele el pecho. Also i want to die')).toEqual(['chest-pain', 'self-harm']);
  });

  it('says where, in the text as given', () => {
    const text = '👩‍⚕️ Té: my chest hurts.';
    expect(findRedFlags(text).map(({ start, end }) => text.slice(start, end))).toEqual(['chest hurts']);
  });
});

describe('[F3] packs', () => {
  it.each(builtInPacks.map((pack) => [pack.locale, pack] as const))('%s does what its examples say', (_locale, pack) => {
    expect(problemsOf(pack)).toEqual([]);
  });

  it('have every flag, a version, and say that no clinician has reviewed them', () => {
    for (const pack of builtInPacks) {
      expect(Object.keys(pack.flags).toSorted()).toEqual(FlagCode.options.toSorted());
      expect(pack.version).toBeGreaterThan(0);
      expect([pack.reviewed, pack.reviewers]).toEqual([null, []]);
    }
  });

  it('are described for editors as they are read', () => {
    expect(packSchema).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(Pack))));
    expect(numbersSchema).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(Numbers))));
  });

  it('are refused with a line for each thing that is wrong, and where', () => {
    const wrong = structuredClone<Record<string, unknown>>({ ...en, version: 0, reviewer: 'me' });
    expect(() => loadPack(wrong)).toThrow('version should be at least 0\nthe file has reviewer, which mean nothing here');
    expect(() => loadPack(null)).toThrow('the file should be there, as object');
  });

  const withPhrase = (phrase: string): Pack => ({ ...loadPack(en), lists: { a: ['x', '$b'], b: ['$a'] }, flags: { stroke: flag(phrase) } });
  const flag = (phrase: string) => ({ title: 'x', phrases: [phrase], always: [], unless: [], matches: ['aa'], passes: ['bb'] });

  it.each([
    ['(a|b', 'a bracket is not closed'],
    ['a)', ') is out of place'],
    ['$c', 'there is no list c'],
    ['$a', 'leads to itself'],
    ['{3} a', 'a phrase begins with a word that must be there'],
    ['a {9} b', 'a gap is of 1 to 8 words'],
    ['a; b', 'a sign that has no meaning in a phrase'],
    ['a & ', 'something is empty'],
    ['a !{3}', 'after ! comes a word, or words in brackets'],
  ])('tell what is wrong with “%s”', (phrase, why) => {
    const problems = problemsOf({
      ...withPhrase(phrase),
      context: { not: [], or: [], past: [], asked: [], askedAfter: [], now: [], own: [], but: [] },
    });
    expect(problems.find((problem) => problem.startsWith('flags.stroke.phrases.0'))).toContain(why);
  });

  it('tell of each example that fails', () => {
    const { context } = loadPack(en);
    const pack: Pack = { ...loadPack(en), context, flags: { stroke: flag('bb') } };
    expect(problemsOf(pack)).toEqual(['flags.stroke.matches.0: not marked: “aa”', 'flags.stroke.passes.0: marked for “bb”: “bb”']);
  });

  it('can be other ones', () => {
    const pack: Pack = { ...loadPack(en), flags: { sepsis: flag('<38-39.9> (degrees|c) & !not shaking') } };
    expect(findRedFlags('It is 38,5 °C. He is shaking', [pack])).toEqual([{ flag: 'sepsis', start: 6, end: 28 }]);
    expect(findRedFlags('It is 38,5 °C. He is not shaking', [pack])).toEqual([]);
    expect(findRedFlags('My chest hurts', [pack])).toEqual([]);
  });
});

describe('[F1] whatever is written', () => {
  it('never throws, and stays within the text', () => {
    const words = fc.constantFrom(
      'chest',
      'pain',
      'no',
      'not',
      'my',
      'can',
      'cause',
      'baby',
      '3',
      'weeks',
      'fever',
      '.',
      ',',
      'want',
      'to',
      'die',
      'é',
      '👍',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(words, { maxLength: 60 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end } of findRedFlags(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
    );
  }, 60_000);

  // A hundred thousand characters would take a quadratic function minutes, and 500 are the most that a question has.
  it.each(['chest ', 'no chest pain ', 'a', '1', 'a.', 'want to ', '\u0301', 'can cause my 3 weeks baby '])(
    'takes time in proportion: %s',
    (pump) => {
      const start = performance.now();
      findRedFlags(pump.repeat(100_000 / pump.length));
      expect(performance.now() - start).toBeLessThan(20_000);
    },
    60_000,
  );
});
