import { describe, expect, it } from 'vitest';
import { conditions } from './lexicon-conditions.ts';
import { kinds, medicines } from './lexicon-medicines.ts';
import { symptoms } from './lexicon-symptoms.ts';
import { paraphrases } from './paraphrases.ts';
import { createSimilarIndex, similarThreshold } from './similar.ts';
import { split, stemOf } from './words.ts';

function filled() {
  const index = createSimilarIndex();
  for (const [first] of paraphrases) index.put(first, first);
  return index;
}

describe('[D1] similar questions', () => {
  it('finds the same question in other words, and in the other language, before all others', () => {
    const index = filled();
    const first = paraphrases.filter(([asked, again]) => index.find(again, { threshold: 0 })[0]?.id === asked);
    const among = paraphrases.filter(([asked, again]) => index.find(again, { threshold: 0 }).some(({ id }) => id === asked));
    const shown = paraphrases.filter(([asked, again]) => index.find(again).some(({ id }) => id === asked));
    expect(first.length / paraphrases.length).toBeGreaterThanOrEqual(0.9);
    expect(among.length / paraphrases.length).toBeGreaterThanOrEqual(0.95);
    expect(shown.length / paraphrases.length).toBeGreaterThanOrEqual(0.7);
  });

  it('suggests nothing for what nobody asked', () => {
    const index = filled();
    for (const text of [
      'Why do we yawn?',
      'Is a vegan diet good for runners?',
      '¿A qué hora empieza la charla?',
      'Thank you doctor, great talk!',
    ])
      expect([text, index.find(text)]).toEqual([text, []]);
  });

  it('survives spelling mistakes', () => {
    expect(filled().find('side efects of metforminn')[0]?.id).toBe('What are the side effects of metformin?');
    expect(filled().find('do i need the er for my todlers fevr of 39')[0]?.id).toBe(
      'My toddler has a fever of 39, when do I go to the ER?',
    );
  });

  it('scores lower where numbers differ, one denies, or another thing is asked', () => {
    const index = createSimilarIndex();
    index.put('q', 'Can I take 400 mg of ibuprofen while breastfeeding?');
    const score = (text: string) => index.find(text, { threshold: 0 })[0]?.score ?? 0;
    const same = score('May I take ibuprofen 400 mg when I breastfeed?');
    expect(same).toBeGreaterThan(0.7);
    expect(score('May I take ibuprofen 800 mg when I breastfeed?')).toBeLessThan(same);
    expect(score('May I not take ibuprofen 400 mg when I breastfeed?')).toBeLessThan(same);
    expect(score('How long does ibuprofen stay in breast milk?')).toBeLessThan(similarThreshold);
  });

  it('leaves out what was removed, what is excepted, and what is below the threshold; shows three at most', () => {
    const index = createSimilarIndex();
    for (const id of ['a', 'b', 'c', 'd']) index.put(id, 'Is the flu shot safe in pregnancy?');
    index.put('e', 'How do I get rid of warts?');
    const ids = (options?: Parameters<typeof index.find>[1]) =>
      index.find('Is the influenza vaccine safe when pregnant?', options).map(({ id }) => id);
    expect(ids()).toEqual(['a', 'b', 'c']);
    expect(ids({ most: 9 })).toEqual(['a', 'b', 'c', 'd']);
    expect(ids({ except: 'a' })).toEqual(['b', 'c', 'd']);
    expect(ids({ threshold: 1.1 })).toEqual([]);
    index.remove('b');
    index.remove('nobody');
    index.put('c', 'What is lupus?');
    expect(ids()).toEqual(['a', 'd']);
    expect(index.find('What is lupus?')[0]?.id).toBe('c');
  });

  it('knows enough with one question in it, and the same with all that was put and removed again', () => {
    const once = createSimilarIndex();
    once.put('q', 'Is pink eye contagious?');
    const many = filled();
    for (const [first] of paraphrases) many.remove(first);
    many.put('q', 'Is pink eye contagious?');
    expect(many.find('Does conjunctivitis spread?')).toEqual(once.find('Does conjunctivitis spread?'));
    expect(once.find('Does conjunctivitis spread?')).toHaveLength(1);
  });

  it('takes anything: nothing, signs only, other scripts, and text without end at the price of a question', () => {
    const index = filled();
    for (const text of ['', '   ', '?!…', '🤒🤒', 'Ist Asthma heilbar?', 'هل الربو معد؟', '\ud800'])
      expect(() => index.find(text)).not.toThrow();
    index.put('empty', '');
    index.put('ar', 'هل الربو معد؟');
    expect(index.find('هل الربو معد؟')[0]?.id).toBe('ar');
    const begun = performance.now();
    index.put('long', 'e\u0301 heart attack '.repeat(100_000));
    index.find('\u0301\u0323'.repeat(1_000_000));
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe('the lexicon', () => {
  const lines = [conditions, medicines, symptoms].join('\n').split('\n').filter(Boolean);
  const key = (phrase: string, language: 'en' | 'es') =>
    split(phrase)
      .map((word) => stemOf(word, language))
      .join(' ');

  it.each(['en', 'es'] as const)('has each phrase on one line only: %s', (language) => {
    const place = new Map<string, string>();
    const twice = lines.flatMap((line) =>
      (line.split('|')[language === 'en' ? 0 : 1] ?? '').split(',').filter((phrase) => {
        const before = place.get(key(phrase, language));
        place.set(key(phrase, language), line);
        return key(phrase, language) !== '' && before !== undefined && before !== line;
      }),
    );
    expect(twice).toEqual([]);
  });

  it('has all that is in kinds', () => {
    const known = new Set(lines.flatMap((line) => (line.split('|')[0] ?? '').split(',').map((phrase) => key(phrase, 'en'))));
    const named = kinds.split(/[\n:,]/).filter((phrase) => phrase.trim() !== '');
    expect(named.filter((phrase) => !known.has(key(phrase, 'en')))).toEqual([]);
  });
});
