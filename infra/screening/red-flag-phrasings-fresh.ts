import type { FlagCode } from '../../shared/marks.ts';

/**
 * Written by somebody who had not written the packs, after they were widened for the last time; never looked at one by one. On first
 * contact 114 of 120 were found and 1 of 55 ordinary ones was marked. Lines that begin with “es:” are Spanish.
 */
export const fresh: Record<FlagCode, string> = {
  'chest-pain': `
My husband is complaining of severe pain in his chest and his left arm feels weak
chest pain since 2 days, pain increases at night, I am diabetic, please guide
Is this a heart attack? tight chest, nauseous, arm tingling
heaviness on chest like a big stone, also sweating a lot, age 61
I was fine and then got this awful squeezing right behind the breastbone while mowing the lawn
doctor i feel pain in my heart when i breathe deeply
I have had niggling chest pains for a week but today they are much stronger and I feel lightheaded
mom 67 yrs, chest discomfort radiating to back since morning, looks grey
es:Tengo dolor en el pecho y se me entumece la mano izquierda
es:me duele el pecho desde ayer y hoy es más fuerte
es:Mi marido está sudando y dice que siente un peso en el pecho
es:¿Qué hago si me duele el pecho y siento que me falta el aire ahora mismo?`,
  stroke: `
My father can't move his left arm and his speech is not clear since this morning
Half of my face feels numb and I am drooling when I drink
She is talking but the words make no sense and she can't walk properly
I lost vision in my left eye for a few minutes this afternoon
sudden weakness in my right leg and arm, is it a stroke
Grandfather woke up confused with his mouth pulled to one side
my tongue goes to one side and I am slurring like a drunk
I can't find the right words today and my hand is numb
es:Mi mamá tiene la mitad de la cara caída y no se le entiende
es:Siento dormido todo el lado izquierdo desde hace dos horas
es:mi papá de repente no puede caminar ni hablar
es:Se me nubló la vista de un ojo y me duele mucho la cabeza de golpe`,
  breathlessness: `
I can't breathe well when I lie down and my feet are swollen
My daughter has asthma and her lips are going blue
He is breathing very fast and can't speak more than two words
I feel short of breath all the time now even at rest
my chest is tight and my inhaler is not helping
My mother's oxygen level is 82 what should I do
The baby is working so hard to breathe and her nostrils are flaring
I get so breathless at night that I think I will die
es:No puedo tomar aire, siento que me muero
es:Mi papá tiene EPOC y hoy casi no puede respirar
es:la saturación de mi esposa es de 80
es:Mi hijo hace un ruido raro al respirar y se le hunde el pecho`,
  anaphylaxis: `
My face is swelling after I took ibuprofen
I ate a cashew and my throat feels like it's closing
My son has hives all over and is vomiting after eating eggs
She was stung and now she is dizzy and can't breathe
lips swollen and itchy all over after a new antibiotic
I think I'm having an allergic reaction, my tongue is getting big
Just got a contrast injection and I feel my throat tightening with a rash
my friend with a nut allergy ate a brownie and is wheezing, do I use her EpiPen
es:Comí cacahuates y se me hinchó la cara
es:Me pusieron una inyección y me salieron ronchas, me cuesta respirar
es:tengo la garganta cerrada y los labios hinchados por un mariscos
es:A mi hija le picó una avispa y está toda hinchada y pálida`,
  overdose: `
I took 20 sleeping pills
My 2 year old swallowed some of my thyroid tablets
My dad took his blood thinner twice today
I drank a bottle of vodka and took a lot of Valium
she has taken too many painkillers and is vomiting
my child drank mouthwash, about half the bottle
Took 3000 mg of metformin by mistake instead of 500, what now
he injected heroin and is not waking up
es:Me tomé 15 pastillas para dormir
es:Mi niño de dos años se comió las pastillas de la tensión
es:mi abuelo tomó su medicina tres veces hoy por error
es:Bebí desinfectante por accidente`,
  'self-harm': `
I feel like ending my life
My friend says she wants to die and has been cutting
I have no reason to live since my wife died
I'm thinking about taking all my tablets tonight
Can't stop thinking about killing myself
nobody would notice if I disappeared
My brother tried to hang himself yesterday and he is home now
I hate myself and I want to hurt myself
es:Tengo ganas de matarme
es:Siento que sería mejor estar muerto
es:mi novia dice que no quiere vivir más y se corta
es:Ya no puedo con mi vida, quiero dejar de existir`,
  sepsis: `
My mother has a kidney infection, she is confused and shivering
Fever of 40 and a purple rash on my legs
He had surgery last week and now has chills, fast heartbeat and is very weak
My son has a fever, stiff neck and cannot stand the light
Infected cut on my hand, red streaks up the arm and I feel really ill
I'm on chemotherapy and have a fever
baby is cold, blotchy and hard to wake
UTI not getting better, now I have a high fever and I'm shaking all over
es:Mi padre tiene fiebre alta y está muy confundido
es:tengo una infección de orina, fiebre y me tiembla todo el cuerpo
es:A mi hija le salieron manchas moradas y tiene fiebre
es:después de la cesárea tengo fiebre y la herida huele mal`,
  'infant-fever': `
My 1 month old has a fever of 101
6 week old baby with 38.5 temperature, is it an emergency
newborn feels hot and is not feeding
My baby is 5 days old and has a high temperature
our 2 month old has a temp of 39 after vaccines
baby born 3 weeks ago, fever since this morning
Is 38.3 dangerous in a 10 day old
She's 7 weeks old, burning hot and very sleepy
es:Mi bebé de un mes tiene 38.5
es:recién nacido con fiebre, ¿qué hago?
es:Mi hija de 6 semanas tiene fiebre desde anoche
es:bebé de 15 días muy caliente y no quiere mamar`,
  'pregnancy-bleeding': `
I am 6 weeks pregnant and bleeding
I'm pregnant and I have bleeding with cramps
30 weeks pregnant with bright red blood
I am 3 months pregnant, is spotting with back pain dangerous
My wife is pregnant and bleeding heavily
bleeding at 16 weeks, should I go to hospital
I found blood in my underwear and I'm 12 weeks
Could I be losing the baby? I am bleeding and it hurts
es:Tengo 10 semanas de embarazo y estoy sangrando
es:Estoy embarazada y tengo manchas de sangre
es:mi hermana está embarazada y sangra mucho
es:sangrado con coágulos a las 14 semanas`,
  'domestic-violence': `
My husband beats me
My boyfriend hit me and I am scared
I'm afraid of my husband, he threatens me
My partner pushed me and I hit my head
he controls everything I do and I am afraid to leave
My father hits me at home
My wife attacks me when she gets angry
he kicked me in the stomach and I am pregnant
es:Mi esposo me golpea cuando toma
es:Mi novio me amenaza y tengo miedo
es:mi pareja me pegó y me duele la cabeza
es:Sufro maltrato de mi marido`,
};

/** Ordinary questions by the same hand, each as near to an emergency as people come without one. */
export const freshOrdinary = `
What causes chest pain in young people?
I had a panic attack years ago with chest tightness. Can it come back when I stop my medicine?
My ECG and echo are normal. How often should I repeat them?
Which is better after a heart attack, walking or cycling?
My uncle died of a stroke at 44. Should I be checked?
I had a stroke in 2016 and my left hand is still weak. Does botox help?
How can I lower my chances of having a stroke?
Is numbness in my fingers from typing?
My asthma is well controlled. Can I stop the brown inhaler?
What is the best position to sleep in with COPD?
I don't have any trouble breathing, only a dry cough at night
What should I do to avoid allergic reactions while travelling?
I was allergic to penicillin as a child. Can I be tested again?
Is swelling at the injection site normal?
How much vitamin C is too much?
My mother takes seven tablets a day. Is that too many?
Where can I return old medicines?
What are the early signs of depression?
My cousin attempted suicide when we were kids. How do I support families like ours?
I cut my finger in the kitchen. How long should I keep the plaster on?
What is the difference between a virus and sepsis?
My UTI is gone after antibiotics. Do I need another test?
How long should I wait to swim after surgery?
My 4 year old gets a fever every month. What could it be?
When can a newborn go outside?
How do I take my baby's temperature correctly?
Which painkiller is safe in pregnancy?
My period came back six weeks after birth. Is that my period?
Is light bleeding after a smear test normal?
I'm 20 weeks pregnant and have no symptoms at all. Is that alright?
How do I help a patient who was in a violent marriage long ago?
My husband hits the snooze button five times. Is poor sleep bad for the heart?
My knee hurts after football. Ice or heat?
Can I drink wine with amlodipine?
Are palpitations normal in the menopause?
How long does a concussion last?
I feel sad since my dog died. Is that grief?
Can I donate blood if I take thyroid tablets?
Does high blood pressure always cause symptoms?
My hands turn white in the cold. Is that Raynaud's?
¿Qué es un ataque cardíaco silencioso?
Mi abuelo tuvo un infarto hace veinte años y vive sano
¿Por qué se adormecen los dedos al dormir?
No tengo fiebre, pero sí mocos y tos
¿Cuándo se considera alta la fiebre en niños de 5 años?
Mi esposa tuvo un aborto el año pasado. ¿Cuándo podemos intentar otra vez?
¿Cómo sé si mi hija tiene depresión?
¿El ibuprofeno se puede tomar con paracetamol?
Fui alérgico a la penicilina de niño
¿Se puede hacer ejercicio con asma?
¿Cuántas pastillas de hierro se toman al día?
Estoy embarazada de 30 semanas y todo va bien. ¿Puedo volar?
¿Qué vacunas tocan a los dos meses?
Mi tía murió de sepsis en 2020
¿Es normal que sangre la encía al cepillarme?`;
