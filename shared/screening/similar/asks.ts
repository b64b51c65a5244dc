import { type Language, split, stemOf } from './words.ts';

/** What a question wants to know, as far as its words tell: `dose`, `cause`, …; and whether it denies something. */
export type Asks = { kinds: ReadonlySet<string>; negated: boolean };

const cues: Record<string, string> = {
  dose: 'how much to take, dose, dosage, how many pills, how many mg, mg, milligrams, how often should i take | dosis, cuantas pastillas, cuanto debo tomar, cada cuanto',
  cause:
    'why, cause, causes, reason, due to, because of, what makes, lead to, result from | por que, causa, causas, provoca, motivo, debido a',
  treatment:
    'treat, treatment, cure, remedy, remedies, get rid of, relieve, relief, how do i stop, what can i take, what should i take, what helps, how to stop, what can i do, what should i do, help with, how to fix, how to manage, how do you treat | tratamiento, tratar, curar, remedio, remedios, aliviar, quitar, que puedo tomar, que puedo hacer, que hago',
  diagnosis:
    'what is it, what could it be, what is this, what could this be, what is wrong, could it be, could i have, do i have, might i have, diagnose, diagnosis, what are they, is this, how do i know, how can i tell | que es, que puede ser, que sera, sera, diagnostico, como se si',
  symptoms: 'symptom, symptoms, signs, sign, feel like | sintoma, sintomas, signos',
  risk: 'side effect, side effects, risk, risks, dangerous, harmful, harm, safe, safely, complications, bad for, unsafe, hurt | efectos secundarios, riesgo, riesgos, peligroso, seguro, segura, complicaciones, dano',
  interaction:
    'with, together, mix, combine, interact, interaction, interactions, same time | junto, juntos, mezclar, combinar, interaccion, mismo tiempo',
  duration:
    'how long, how soon, how many days, how many weeks, how many months, last, recovery time, duration, long will | cuanto tiempo, cuanto dura, cuanto tarda, cuantos dias, cuantas semanas, duracion',
  when: 'when, what age, which day, best time | cuando, a que edad',
  normal:
    'normal, common, ok, okay, should i worry, should i be worried, worried, concern, concerned, something to worry, serious | normal, comun, debo preocuparme, preocupada, preocupado, es grave',
  contagion:
    'contagious, spread, catch, transmit, transmitted, infectious, pass on | contagioso, contagiosa, contagia, transmite, contagiar',
  heredity: 'genetic, hereditary, inherit, inherited, family | genetico, hereditario, heredar, familia',
  pregnancy:
    'am i pregnant, could i be pregnant, be pregnant, get pregnant, chances of pregnancy | estoy embarazada, puedo estar embarazada, quedar embarazada',
  prevention: 'prevent, avoid, prevention, protect | prevenir, evitar, prevencion, proteger',
  eating: 'eat, food, foods, diet, drink | comer, comida, alimentos, dieta, beber',
  test: 'test, tests, scan, screening, results, blood work, mri, levels | prueba, analisis, examen, resultados',
  meaning: 'what is, define, definition, what does, explain, how does, mean, work | que es, que significa, explique, como funciona',
  doctor:
    'see a doctor, go to the er, go to er, emergency, hospital, which doctor, appointment, specialist | ir al medico, urgencias, hospital, especialista, cita',
};

const LONGEST = 5;
const negations = new Set(['not', 'no', 'never', 'without', 'dont', 'doesnt', 'didnt', 'cant', 'isnt', 'wont', 'nunca', 'sin', 'jamas']);

const kindsOf = new Map<string, string[]>();
for (const [kind, phrases] of Object.entries(cues)) {
  const [english = '', spanish = ''] = phrases.split('|');
  for (const phrase of english.split(',')) addCue(keyOf(phrase, 'en'), kind);
  for (const phrase of spanish.split(',')) addCue(keyOf(phrase, 'es'), kind);
}

function addCue(key: string, kind: string): void {
  kindsOf.set(key, [...(kindsOf.get(key) ?? []), kind]);
}

function keyOf(phrase: string, language: Language): string {
  return split(phrase)
    .map((word) => stemOf(word, language))
    .join(' ');
}

export function asksOf(stems: readonly string[]): Asks {
  const kinds = new Set<string>();
  for (let start = 0; start < stems.length; start++) {
    let key = '';
    for (let length = 1; length <= LONGEST && start + length <= stems.length; length++) {
      key += `${length === 1 ? '' : ' '}${stems[start + length - 1]}`;
      for (const kind of kindsOf.get(key) ?? []) kinds.add(kind);
    }
  }
  return { kinds, negated: stems.some((stem) => negations.has(stem)) };
}
