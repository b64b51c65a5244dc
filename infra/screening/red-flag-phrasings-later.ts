import type { FlagCode } from '../../shared/marks.ts';

/** Written after the packs, to be hard. They found 43 of these 100 at first, and were widened by what they missed. Lines that begin with “es:” are Spanish. */
export const later: Record<FlagCode, string> = {
  'chest-pain': `
omg my chest kills and i feel like im gonna throw up im only 17
Doctor my upper chest is paining from morning, radiating to back, sugar patient 54 yrs
it feels like someone is standing on my chest when i carry shopping
My hubby has gone clammy and says there's a tightness across his ribs and down his arm
hurts in the middle where my heart is, comes every time i breathe in, started 2 hrs ago
dull ache behind sternum radiating into both shoulders for the past hour
Is indigestion meant to hurt my chest and jaw this bad? 61, smoker
wife rubbing her chest, complaining of bad indigestion pain that went in her arm
es:siento que me aprietan el pecho y se me corre al cuello
es:a mi suegro le duele el corazón y no aguanta el dolor del pecho`,
  stroke: `
Granddad can't smile properly, it only goes up on one side
my hand just stopped working and i keep dropping my phone and my face feels funny
Mom answered the phone and none of her words made sense
can't see out of my right eye since I woke up
one pupil is bigger and my wife is confused and leaning to the left
mother fell and now her left side doesn't move
i tried to talk and only nonsense came out for about ten minutes
My leg just gave way and that whole side has pins and needles, never had this before
es:mi tía no puede sonreír bien y se le cae la baba de un lado
es:se me nubló la vista y no me salen las palabras`,
  breathlessness: `
feels like breathing through a straw
baby's tummy is pumping so hard when he breathes and he won't feed
i have to sit up all night because when i lay down i cant breath
pulse oximeter says 88 should i be worried
My grandmother is panting like a dog and cannot talk
every breath is a fight for my dad
I'm on my third neb and still tight and wheezing badly
food went down the wrong way and she can't make a sound
es:respiro y siento que no me llena el aire
es:mi papá está boqueando y tiene la boca morada`,
  anaphylaxis: `
ate a cookie with walnuts and now mouth itchy and my lip is getting fat
bee sting 10 min ago, hives all over, feel like i'm going to pass out
my voice went hoarse and throat feels thick after the new tablets
Son allergic to milk had ice cream by mistake, he is coughing and vomiting and has rash
eyes have swollen shut since I took the aspirin
we gave the epi but he is still wheezing
broke out in welts and lightheaded right after my allergy shot
can feel my airway getting smaller after eating fish
es:comí cacahuate y siento la lengua gruesa y me pica todo
es:después de la vacuna le salieron ronchas y está desmayándose`,
  overdose: `
i downed a load of tablets and now i'm scared
My daughter has been at my tramadol, four are missing and she is very sleepy
accidentally gave baby 5 ml instead of 0.5 ml of paracetamol
grandpa took his morning and evening meds together and then again
he drank drain cleaner
my girlfriend says she took everything in the medicine cabinet
I've had 40 units of insulin instead of 4
little one sucked on a liquid laundry capsule
es:le di a mi bebé cinco veces la dosis de paracetamol
es:mi hijo se comió las pastillas para la presión de mi papá`,
  'self-harm': `
whats the point anymore i just wanna disappear
I'd rather be dead than go through another round of this
nobody would even notice if i was gone
i have been stockpiling my tablets so I can go when I am ready
My son carved words in his leg with a razor and says he hates himself
I think about ending things every night
the world would be better without me in it
I've lived long enough and I want to go, I won't be eating any more
es:pienso en matarme todos los días
es:no quiero estar más en este mundo`,
  sepsis: `
nana has a chest infection and she's gone really drowsy and clammy, not herself
i had my appendix out last week, now I'm shaking with cold and my belly is rock hard and hot
tiny dark red dots all over my son's tummy and he has a high temp
foot ulcer is black and I have a fever and my heart is going crazy
shivering like mad, 39.8, bad kidney pain
my 4 yr old won't open her eyes properly and she is boiling hot
port site is red and I've got rigors after chemo
headache, can't put my chin on my chest, light is agony, temp 39
es:mi esposa tiene mastitis y está con 40 de fiebre, temblando y muy ida
es:mi niño tiene puntitos rojos en la piel y mucha fiebre`,
  'infant-fever': `
bub is 5wks and forehead is boiling
my 8 day old has a temp of 38.1 under the arm
LO 10 weeks, temperature 38.6, should I wait it out
our preemie came home yesterday, born 3 weeks ago, temp of 100.6
She was born on Tuesday and she feels hot and floppy
Newborn 101.2 rectal
My seven-week-old is feverish after his jabs
my child is of 45 days and body is very hot
es:bebito de 15 días con calenturita
es:tengo un bebé de 2 semanas y el termómetro marca 38.2`,
  'pregnancy-bleeding': `
22 weeks and I just soaked through a pad with red blood
I'm knocked up and there's blood when I pee
got two lines last week and today i am bleeding like a period
Preggo with #2 and having bleeding with bad back cramps
started spotting after my scan at 12 wks
lost my mucus plug at 28 weeks and lots of red blood
37 weeks and bleeding a lot
third month of pregnancy and some drops of blood, please advice
es:tengo 10 semanas y mancho color café con cólicos
es:mi mujer está de 6 meses y le salió sangre`,
  'domestic-violence': `
he put his hands round my throat again
my bf gets so angry he breaks stuff and grabs my arms till they bruise
how to hide bruises from fights with my husband
he says he'll take the kids if I tell the doctor what he does to me
my wife throws plates at me and I've got cuts
dad gets drunk and takes his belt to us
he makes me have sex even when I say no
im terrified of my partner finding out i wrote this
es:mi esposo me jala del cabello y me insulta delante de los niños
es:cuando toma se pone violento y nos golpea`,
};
