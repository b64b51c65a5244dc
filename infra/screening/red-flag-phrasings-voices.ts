import type { FlagCode } from '../../shared/marks.ts';

/**
 * As people tell it: in passing, in images, in the words of their house. Two rounds by somebody who had not written the packs; the packs
 * were widened after each. On first contact 104 of 150 and 90 of 120 were found. Lines that begin with “es:” are Spanish.
 */
export const voices: Record<FlagCode, string> = {
  'chest-pain': `
Doc I am 44, smoker, since two days when I carry shopping my chest goes tight and my jaw aches
pressing feeling over my heart that woke me at 4 am and hasn't left
Mum says it is like a hand gripping her chest, she looks awful and is sweating buckets
Not sure if gas or heart, strong pain middle of chest going to back, burping no help
im 16 and my chest hurts so bad i cant stand up straight
Grandpa took his nitroglycerin three times and the chest pain is still there
could it be my heart? dull ache chest + both arms feel like lead + cold sweat
Husband just shovelled snow and now he's holding his chest and says he feels sick
my heart hurts, literally hurts, like someone stepping on it, for the past 20 min
I have chest discomfort with breathlessness and left shoulder ache from morning, kindly advise sir
es:Doctor, desde la mañana tengo una opresión en medio del pecho que me sube a la mandíbula
es:mi papá está pálido, sudando y dice que le aprieta el pecho
es:Siento un peso en el pecho y el brazo se me duerme
es:tengo punzadas en el corazón y me falta el aire
es:Me está doliendo el pecho muy feo, ¿será el corazón?
Woke at 3 with a tight band round my chest that won't ease off, bit of pins and needles in the arm
Sir from last night chest pain is coming and going in left side, also vomiting feeling
I'm a 29 year old mum of two and my chest is so painful I can't pick up the baby
pain under my ribs on the left going up to my shoulder, sweaty and shaky
Dad says there's a pressure in his chest that comes when he walks to the shop and today even when he sits
what should i do about a really sharp chest pain that wont go
my wife is pale, clammy, complaining of jaw ache and a heavy chest
Do I wait or call someone? burning tightness in chest for an hour, not like my usual reflux
es:Tengo setenta años y me duele el pecho al caminar, hoy más que nunca
es:dolor opresivo en el pecho con sudor y náusea
es:A mi mamá le duele el pecho y el brazo, está fría
es:Siento que el corazón me va a estallar y me duele`,
  stroke: `
She was mid-sentence and then just started talking rubbish, her right arm dropped
dad can't hold his coffee, keeps spilling it, face looks uneven
I suddenly went dizzy, can't walk straight and my speech is all over the place
One of my eyes went completely dark for ten minutes then came back, do I need to worry
My left leg is dragging since I got up today
Nan's smile is wonky and she doesn't make sense
my brother fell down and now he can't speak and his right side doesn't move
Woke with numb lips and numb left hand, I keep mixing up words
husband, 52, sudden terrible headache like being hit with a bat, vomiting, neck stiff
is my mother having a TIA? she couldnt find her words for 15 minutes
es:Mi esposo de pronto no entiende lo que le digo y se le cae el brazo
es:amanecí con la cara torcida y no puedo cerrar un ojo
es:Mi abuelo habla como borracho desde hace una hora
es:de pronto se me nubló la vista y no siento la pierna derecha
es:Mi tía se desmayó y al despertar no podía hablar
He tried to write a text and it was all nonsense, now he can't hold the phone
My lip is hanging on the left and my cheek feels dead
grandma can't get up, one leg won't work and she's drooling
my speech went slurry for a few minutes this morning and my hand felt clumsy
All of a sudden the room is spinning, I see two of everything and can't stand
Mum keeps calling things by the wrong names since breakfast and her face looks off
my right arm just stopped listening to me
He is 45 and had a sudden weakness of one side with twisted mouth, what first aid please
es:Mi abuela no puede levantar el brazo izquierdo y babea
es:Se me fue el habla unos minutos y tengo la mano torpe
es:de repente veo doble y se me duerme media cara
es:mi suegro no reconoce a nadie y se le cayó un lado de la cara`,
  breathlessness: `
I wake up choking for air every night this week and have to sit at the window
Our 2 yr old is breathing really fast and you can see his ribs
can't talk in full sentences, chest tight, puffer empty
After the flight my calf swelled and now I'm short of breath
sats 87 on the finger thing at home, feeling foggy
I feel like there's no air getting in
my wife is 34 weeks and suddenly very breathless
his lips look bluish and he's breathing like a fish
Breathless just from brushing my teeth, it was fine last week
croup? baby makes a harsh sound breathing in and looks exhausted
es:Siento que me asfixio, no me entra el aire
es:mi bebé respira muy agitado y se le mete la pancita
es:Me despierto ahogado y tengo que sentarme en la cama
es:oxímetro marca 85 y estoy muy cansado
es:Mi hermano tiene un ataque de asma y se acabó el inhalador
Even talking makes me run out of air
little one is sucking in under the ribs with each breath and won't take his bottle
I had to sleep upright in the chair because I couldn't breathe lying flat
the asthma pump is not doing anything and I feel exhausted
Oxygen monitor says 88 percent and he's coughing nonstop
she's gone a funny blue colour round the mouth
since covid came back positive I can hardly breathe walking to the toilet
there's food stuck and my mother can't breathe or talk
es:No alcanzo a respirar ni sentada
es:mi niña se pone morada cuando tose
es:Me falta mucho el aire al hablar
es:tengo asma y ya usé el inhalador cinco veces sin mejoría`,
  anaphylaxis: `
Ate Thai food, five minutes later my mouth is burning, lips are fat and I feel like passing out
Son allergic to milk had a sip by mistake and is coughing and covered in welts
The dentist gave me an injection and now my eyelids are swollen shut and I'm wheezing
can't swallow my spit, throat swelling, took a new antibiotic an hour ago
Bitten by ants, whole body itching, heart racing, dizzy
My girlfriend's face is like a balloon after eating mango and she has trouble breathing
I gave my kid the EpiPen, rash is still spreading, do I give a second
tongue feels too big for my mouth since I started the blood pressure tablet
hives everywhere plus vomiting after the covid shot this morning
she's going into anaphylactic shock I think
es:Comí nueces y se me está hinchando la boca
es:mi hijo se llenó de ronchas y no puede respirar después de la inyección
es:Tengo la lengua hinchada y la voz ronca por un medicamento nuevo
es:me picaron unas avispas y me siento mareado, con la garganta cerrada
es:Mi hermana es alérgica al maní, lo comió y está vomitando y con ronchas
My mouth went numb and my throat closed up a bit after kiwi
had a wasp sting an hour ago and now I've a rash on my belly and feel woozy
Gave my son his first taste of egg, he's got blotches round his mouth, is sneezing and vomited
I took naproxen and my eyes and lips swelled so much I can't see
throat is itchy and I'm wheezing after a restaurant meal, I'm allergic to sesame
should I use my adrenaline pen? lips tingling, hives spreading, feeling of doom
nurse gave me iron infusion, now I am red all over and dizzy
is it an allergic reaction if his tongue is swelling after a vaccine
es:Le pusieron penicilina y se le hinchó toda la cara
es:Tengo ronchas por todo el cuerpo y mareo después de comer pescado
es:mi esposo se tomó una aspirina y no puede tragar, tiene los labios enormes
es:me picó un alacrán y siento la lengua dormida y la garganta apretada`,
  overdose: `
took my whole weeks pill organiser in one go
Grandma confused her days and swallowed three days of warfarin
my 18 month old chewed up one of my husband's oxycodone
I did a lot of coke and my heart is going crazy
Dog's flea medicine got in my daughter's mouth, she swallowed some
I accidentally injected 60 units of fast insulin instead of 6
Roommate drank a bottle of cough syrup and is acting strange and won't wake
Is 12 grams of Tylenol in one day going to hurt my liver? I already did it
my kid ate a mushroom from the garden
sister swallowed mum's antidepressants after a fight, maybe twenty of them
es:Me equivoqué y me puse 50 unidades de insulina en vez de 5
es:Mi hija de 3 años se tomó el jarabe completo
es:me tragué como 40 pastillas y me arrepiento
es:mi primo fumó algo y no responde
es:El niño chupó una pila de botón y se la tragó
Just realised I've been taking two of the wrong tablets, 10 times the dose, feeling very sleepy
my little brother drank the stuff for cleaning the drains
Swallowed about 25 of my sister's sleeping pills
My wife took all her amitriptyline and is drowsy
the twins got hold of a box of paracetamol and some are gone
my mate's taken something at a festival and he's fitting
Gave baby the adult dose of ibuprofen by mistake
is it dangerous that I took 8 codeine with a bottle of wine tonight
es:Mi mamá se tomó doble la pastilla de la presión y está mareada
es:mi hijo tragó cloro de la botella
es:Tomé un puñado de pastillas y ahora tengo miedo
es:Encontré a mi amigo inconsciente con jeringas al lado`,
  'self-harm': `
Every night I pray that I don't wake up
If I walked into the sea no one would care
my husband has been saying his goodbyes and gave away his watch
I burn myself with cigarettes when it gets too much
how much insulin would it take to end my life
Been looking up bridges. I'm so tired
My 13 year old wrote in her diary that she wants to be dead
I have a plan and the means. I'm scared of myself.
what's the use, I'm just a burden and I'd be better off dead
Thoughts of hurting myself keep coming back since I changed meds
es:No quiero seguir en este mundo
es:Mi hijo intentó colgarse ayer
es:Pienso todo el tiempo en tomarme todas las pastillas y ya
es:me hago cortes en las piernas cuando me siento vacía
es:Estoy cansada de vivir, soy un estorbo para todos
I'm a nurse and I can't do life any more, I know exactly what drugs I'd use
No future for me. I've made up my mind
my girlfriend sent me a text saying sorry and goodbye, she has tried before
Sometimes I hold a knife against my wrist
I just want the pain to end and dying seems the only way
I wish the cancer would hurry up and kill me
He says he'll shoot himself if I leave
how can I stop wanting to be dead
es:No tengo ganas de nada, preferiría estar muerta
es:mi amiga me mandó un mensaje de despedida
es:A veces me dan ganas de tirarme del balcón
es:Mi hijo de 15 años dice que se va a matar`,
  sepsis: `
Since the dentist pulled my tooth my jaw is swollen, I have rigors and I can't think straight
Dad's catheter is blocked, he's burning up and talking to people who aren't there
my daughter has a temperature of 40, cold legs and won't drink or wake properly
Foot ulcer gone black with fever and shivering, I'm diabetic
I gave birth 5 days ago and I'm shaking with a fever of 39.5
kid has fever, sore neck and screams when I turn on the light
cellulitis spreading past the pen line and I feel faint and freezing
On chemo, feel shivery and hot, thermometer 38.2
Tiny dark red dots all over my son's legs and he's got a fever
92 yr old mum with chest infection, hardly peed today, breathing quickly and muddled
es:Mi esposa tuvo cesárea hace 4 días y tiene fiebre con escalofríos
es:Mi papá con infección en la pierna está desorientado y tiembla
es:mi hija tiene 40 de fiebre, las manos heladas y no quiere despertar
es:Estoy en quimioterapia y tengo 38.5
es:La bebé tiene puntitos rojos que no se quitan y fiebre
Grandad's urine smells and he's hot, shivering and talking nonsense
my belly wound opened after the operation, smells bad, temp 38.9
He has pneumonia and now his hands and feet are cold and he's very sleepy
Temperature 40 with uncontrollable shakes, lower back pain and burning when I pee
child with chickenpox: one spot red hot and swollen, fever 39.5, won't wake up properly
I can't get warm, heart going like mad, after a miscarriage last week
spots like bruises appeared on my daughter's arms, she's feverish
my insect bite has a red line going up my arm and I've got a fever
es:Tengo una herida infectada y estoy temblando de frío con fiebre
es:mi abuela tiene neumonía y no sabe dónde está
es:Me operaron hace una semana, la herida supura y tengo 39 de fiebre
es:mi hijo tiene fiebre, vómitos y el cuello rígido`,
  'infant-fever': `
my baby girl is 4 weeks and her temp is 38.6
Just home from hospital, 5 day old, thermometer reads 100.6
Should I worry about a fever of 39 in my 9 week old?
he's 2 months, had his shots yesterday, now 102
the baby (17 days) is hot to the touch and sleepy
Our newborn feels like a furnace and won't latch
six weeks old, 38 point 5, crying nonstop
My grandson is one month old and has fever since afternoon what medicine to give
premature twins, home for a week, one has a temperature
8wk old baby with a fever and blocked nose
es:Mi niña de un mes tiene fiebre, ¿le doy paracetamol?
es:bebé de 10 días con 38
es:Mi hijo nació la semana pasada y está muy caliente
es:tiene 7 semanas y el termómetro marca 38.9
es:mi gemelita de dos meses tiene temperatura alta
My daughter was born three weeks ago and has a fever of 38.3
4 weeks old baby, 38.2 in the ear
Our son is 10 weeks old, very hot forehead and not drinking
newborn, second day at home, temperature 38
What do I do if my 2 week old has a fever right now?
My 11 week old granddaughter has 101
baby boy 1 month with fever and cough since last night
She's barely a month old and burning up
es:Mi bebé recién nacida está hirviendo
es:fiebre en bebé de un mes
es:mi nieto tiene 3 semanas y 38 de fiebre
es:mi hijo de dos meses amaneció con calentura`,
  'pregnancy-bleeding': `
14 weeks today and I've just passed a clot the size of a plum
I'm expecting twins and noticed blood after using the bathroom
she is in her sixth month and bleeding since noon
had my first scan last week, now there's red blood on my pad
Bleeding and one-sided belly pain, test positive on Monday
Is it the end of my pregnancy? lots of blood and cramps
36 weeks and bleeding without contractions
wife pregnant 2 months, she has bleeding sir, which tablet to take
pink then red when I wipe, 6 weeks along
baby due in May, blood soaked through my trousers
es:Tengo 20 semanas y me está saliendo sangre roja
es:Mi novia está embarazada y tiene sangrado con dolor
es:estoy de tres meses y manché la ropa interior de sangre
es:¿Es normal sangrar con 9 semanas de embarazo?
es:embarazo de alto riesgo, hoy amanecí con hemorragia
9+4 weeks, bright red bleeding and low back ache
I am carrying twins at 22 weeks and started to bleed after intercourse
28 weeks pregnant, sudden gush of blood, no pain
passing clots at 11 weeks, should I go in
Missed my period, test was positive, now heavy bleeding and shoulder pain
i think i am losing my pregnancy, blood everywhere
my sister is 6 months pregnant and found blood in the toilet
bled through two pads, I'm pregnant
es:Estoy de 7 semanas y manché de sangre con dolor abajo
es:mi esposa tiene 5 meses de embarazo y le bajó sangre
es:Embarazada de 34 semanas, sangrado abundante
es:sangro desde ayer y la prueba de embarazo dio positivo`,
  'domestic-violence': `
The father of my child grabbed me by the hair and dragged me
I don't feel safe with the man I live with
He punches walls next to my head and says next time it will be me
my husband forces himself on me at night
I've had two broken ribs and the doctors don't know it was him
My partner checks my phone, took my bank card and won't let me see my sister
mother in law and husband beat me for dowry
my boyfriend put his hands around my throat during a fight
Is it abuse if she only hits me when she's drunk?
I need to get out before he hurts the kids
es:Mi esposo me dio una cachetada y me jaló del pelo
es:Vivo con un hombre violento y no sé cómo salir
es:mi pareja me quitó el celular y no me deja trabajar
es:Me obliga a tener relaciones aunque yo no quiera
es:El papá de mis hijos me amenazó con un cuchillo
my fiancé shoved me against the fridge and my back hurts
He broke my phone and said he'd find me if I tell anyone
My daughter's boyfriend beats her and she hides it
I have bruises on my arms where he grabbed me, will they show in a blood test
my dad hits us with a belt
She scratches and bites me when she is angry, I'm a man, who will believe me
I'm afraid he'll kill me one day
my husband rapes me, what can I do
es:Mi pareja me grita, me empuja y rompe las cosas
es:tengo miedo de que mi exmarido me mate
es:Mi novio me agarró del cuello ayer
es:mi yerno le pega a mi hija`,
};
