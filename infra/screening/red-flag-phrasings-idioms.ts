import type { FlagCode } from '../../shared/marks.ts';

/**
 * Two more rounds, each meant to be harder: images and idioms. On first contact 39 of 90 and 29 of 60 were found; the packs were widened
 * after each. Lines that begin with “es:” are Spanish.
 */
export const idioms: Record<FlagCode, string> = {
  'chest-pain': `
like someone's parked a lorry on me, can't get a deep breath, left arm's gone tingly
My sternum feels crushed and I've been sweating through my shirt
65m, T2DM, retrosternal pain 1 hr, diaphoretic
every few minutes a jolt of pain near my heart, it's been all day and I'm frightened
hubby grabbed his chest at dinner, says it's nothing but he's white as a sheet
tightness upper chest spreading to throat when I hurry for the bus since this week
es:siento que me clavan un cuchillo en el pecho
es:un ardor en el pecho que me corre al brazo, tengo 55 años y fumo
es:Se me cierra el pecho y me laten fuerte las sienes
My chest is killing me and the pain shoots down to my fingertips
feels like a bowling ball sitting in the middle of my chest, had two stents put in last year
our boss just sat down, rubbing his chest, says he can't feel his left hand
strange fluttering then a deep ache under the breastbone for 40 minutes
es:es como si un elefante se me sentara en el pecho
es:me aprieta acá adelante del pecho y se me va la fuerza del brazo`,
  stroke: `
woman at work, mouth suddenly crooked, can't answer questions, what do we do
I tried to get out of bed and my left side is like jelly
mother in law talking gibberish after her nap and dropping her spoon
Vision like a curtain falling on one side, started an hour ago
Couldn't remember my own name for 5 min and my hand was dead weight
dad's eyelid and cheek look melted
es:A mi compañero se le puso la boca de lado y no responde bien
es:me cuesta encontrar las palabras desde hoy y tengo torpe la mano derecha
es:Sentí un golpe en la cabeza por dentro, vomité y veo borroso
granny's talking backwards and her coffee went all down her front, one hand just hangs
my eyesight split in two and my leg buckled
Suddenly couldn't swallow or speak for a bit, now I'm okay but scared
she smiled at me and only half of her face moved
es:mi vecino no puede sonreír parejo y se tropieza con todo
es:se me trabó la lengua y se me cayó el vaso de la mano`,
  breathlessness: `
I sound like Darth Vader and can't walk to the kitchen
kid's neck muscles pull every time he inhales
my lungs feel full of water, coughing pink foam
Nothing left in the puffer and I'm tight as a drum
I panic because my breath just won't come
gran gets puffed sitting in her chair, ankles huge
es:cada vez que respiro es como si tuviera una piedra encima y no me entra nada
es:Mi abuelita ya no puede ni hablar de lo agitada que está
es:se le marca el cuello a mi bebé cuando respira
each step and I'm gulping like a goldfish
toddler barking like a seal and his chest caves in
the neb isn't touching it, I'm exhausted from breathing
It's like breathing through wet cement
es:me siento como pez fuera del agua
es:mi mamá tiene la boca morada y no puede con el aire`,
  anaphylaxis: `
ate at a buffet, ears itching, lips like sausages, belly cramps
Came out in a rash head to toe ten mins after the penicillin and I feel very strange
son's eyes have closed up after stroking a horse and he is wheezy
my lip is ballooning and I take ramipril
Since the hornet got me I can't stop scratching and my chest is tight
tingling mouth then vomiting twice after a bite of walnut cake
es:Me tomé un diclofenaco y me salió un sarpullido con mareo fuerte
es:comí mango y tengo la boca dormida y ronchas
es:la lengua me está creciendo después de la pastilla de la presión
My eyes swelled shut five minutes after the bee got me
I had prawns, now my skin is on fire with welts and my stomach is cramping badly
Baby tried peanut butter: red blotches, won't stop coughing
throat going tight, allergic to latex and the dentist used gloves
es:probé kiwi y se me duerme la lengua, me pica la garganta
es:la cara se me puso como globo con el ibuprofeno`,
  overdose: `
lost count of my morphine tablets tonight, very drowsy, wife is worried
My nan put on three fentanyl patches at once
5yo chugged children's Tylenol like juice
I drank antifreeze thinking it was Gatorade
brother popped a bunch of random pills at school, heart is racing
she's OD'd, pulse weak
es:mi mamá se confundió y tomó la insulina dos veces
es:El bebé mordió una cápsula de detergente
es:mezclé clonazepam con mucho alcohol y casi no me muevo
I may have doubled up on my digoxin, seeing yellow halos
kid got in the shed and there's rat poison round his mouth
down to my last blister because I've swallowed the rest
Friend shot up and is turning blue
es:se tomó el blíster entero de su mamá
es:me inyecté mucha más insulina de la que tocaba`,
  'self-harm': `
I've got the tablets lined up on the table
There's no light at the end, I can't see myself making it to Christmas
my ex says if I don't come back he'll end it
I'd rather not be here when the bills come, everyone's life would be simpler
scratching my arms until they bleed is the only thing that helps
Would it hurt to step in front of a lorry
es:Ya escribí la carta para mi familia
es:no sirvo para nada y quisiera dormirme para siempre
es:mi hermana tomó pastillas el mes pasado para morirse y hoy volvió a decirlo
I keep a rope in the garage just in case
Nobody needs me. I'd be doing them a favour
my daughter's arms are covered in fresh cuts
I've started writing letters to the kids for after
es:siento que estorbo y que todos descansarían si me voy
es:tengo la cuerda lista`,
  sepsis: `
he's had a boil for days and now he is delirious with a temp of 39.9
my mum's on steroids, came over all shivery, skin like marble
Post op day 4: rigors, wound weeping green stuff
baby's hands are ice, tummy boiling, grunting and limp
I have a fever I can't shift, pulse 130, and I've stopped weeing
rash that looks like spilled wine and a banging headache with fever
es:Mi hermano con apendicitis operada tiene escalofríos y está como ido
es:la niña está muy caliente, respira rápido y no reconoce a nadie
es:me corté, se me hinchó la mano con pus y ahora tiemblo con fiebre
Wound from the hernia op smells foul and mum's rambling with a fever
shaking so hard my teeth are clacking, peeing blood and burning up
my boy's rash doesn't vanish under a glass and he's floppy
transplant patient here with 38.7 and chills
es:tengo azúcar, una herida negra en el pie y calentura
es:mi bebé tiene fiebre, la piel jaspeada y está como dormido`,
  'infant-fever': `
our tiny one came home Tuesday and already feels feverish
bub is 9wks, thermometer flashing red 38.8
Feverish 3-week-old, doctor's closed till Monday
temperature of 100.9 in a 6-week-old preemie
my 50 day old girl is hot all over
is fever normal right after birth, she's 2 days
es:mi bebita de 25 días amaneció calientita con 38.4
es:Tiene apenas 2 semanas y está con calentura
es:fiebre en lactante de 40 días
first-time dad, baby's 20 days, thermometer says 38.4, do we go in
Our girl is five weeks and feels like she's on fire
feverish newborn, midwife not answering
he's eleven weeks with a temp of 39
es:mi niño de un mes y medio hierve en fiebre
es:nació el lunes y tiene 38`,
  'pregnancy-bleeding': `
19+2, woke up in a puddle of blood
We did IVF, transfer three weeks ago, pregnant, and now I'm spotting red
Bleeding again, baby is 27 weeks, placenta low lying
my daughter is expecting and just called to say she's bleeding
heavier than a period, positive test last week
passed something that looked like tissue at 8 weeks with bleeding
es:Voy para 12 semanas y al limpiarme hay sangre
es:embarazada, dolor de espalda y sangre fresca
es:Mi cuñada perdió sangre y tiene 4 meses
31 weeks, woke to wet sheets and it was blood
I'm pregnant, had a fall and now I see red when I wipe
bleeding on and off since my 6 week scan
my partner's expecting and she's losing clots
es:voy en el quinto mes y tuve una hemorragia
es:estoy encinta y mancho cada vez que voy al baño`,
  'domestic-violence': `
husband flips out over nothing and last week it was my jaw
I sleep in the bathroom with the door locked when he drinks
She slammed my hand in the car door on purpose
my uncle touches me and I'm scared to tell
he says nobody will find my body
I keep covering the marks with makeup before work
es:Mi marido me revisa todo y si contesto me da un golpe
es:mi papá nos corre de la casa a golpes
es:le tengo pavor a mi esposo cuando llega tomado
He's never broken a bone but he squeezes my throat till I black out
I flinch every time my wife raises her hand
my brother beats me up when our parents are out
he takes my pay and tells me I'd be dead without him
es:mi esposo me aventó contra la pared y me amenaza
es:me da miedo llegar a casa porque él me pega`,
};
