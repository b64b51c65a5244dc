import type { FlagCode } from '../../shared/marks.ts';

/**
 * Never looked at one by one: only how many are found. When they were written the packs found 108 of 120 (90 %); they know more
 * words since, so that their figure today says less than that one. Lines that begin with “es:” are Spanish.
 */
export const last: Record<FlagCode, string> = {
  'chest-pain': `
I'm getting a squeezing feeling in my chest whenever I walk up the hill and it goes away when I rest, it is worse today
72 yo dad woke sweating, says chest feels crushed, refuses ambulance, what to do
is chest pain after the vaccine dangerous? I have it for two days with fast heart beat
my chest hurts really bad and my fingers are tingling
Having sharp pains near my heart and I am short of breath
my boyfriend took cocaine and now his chest hurts
I have a bad pressure between my shoulder blades and my chest, I am sweating a lot
Sir my mother is having heart pain and left hand pain since evening
es:llevo dos horas con dolor de pecho que se va a la espalda
es:mi madre se agarra el pecho y dice que le falta el aire
es:siento una presión muy fuerte en medio del pecho
es:será un infarto? me duele el brazo izquierdo y estoy sudando mucho`,
  stroke: `
My grandmother's mouth is twisted to the left and she can't hold her cup
Suddenly I can't read, the letters make no sense and my right hand is clumsy
my dad is talking like he's drunk but he doesn't drink
husband collapsed and now he can't move his right side
Vision went black in one eye for a few minutes today
she woke up with a droopy eye and slurred speech
my tongue feels heavy and I can't get the words out right
the right side of my face went numb an hour ago
es:mi papá amaneció con la boca chueca
es:de repente se le trabó la lengua y no mueve la mano
es:mi vecina se desplomó y no puede hablar ni mover un lado
es:tengo un dolor de cabeza terrible que empezó de golpe y veo doble`,
  breathlessness: `
my 2 year old is breathing really fast and her nostrils flare
I wake up gasping and can't get any air in
I am so breathless I can't walk to the bathroom
my mum has covid and her oxygen is 87
he is making a whistling sound and his chest is sucking in
Can't get a full breath since last night and my heart is racing
my asthma pump is finished and I am wheezing
toddler choked on a grape and is still coughing and looks blue
es:no puedo respirar bien desde la mañana
es:mi hija tiene asma y el inhalador no le hace efecto
es:mi abuelo tiene el oxígeno en 82
es:me despierto ahogándome y no me llega el aire`,
  anaphylaxis: `
My tongue is swelling after taking penicillin
I ate shrimp and my face is swelling and I can't swallow
My kid got stung and his lips are puffing up
hives all over and I feel like I can't breathe after the new medicine
my daughter ate an egg and now she is vomiting and covered in red welts
I have a nut allergy and just ate something with almonds, my throat feels tight
should I use my epipen? my throat is itchy and I am dizzy after eating crab
face and eyelids puffed up after hair dye and I'm wheezing
es:me tomé un ibuprofeno y se me están hinchando los ojos y los labios
es:a mi hijo le picó una avispa y tiene la cara hinchada
es:siento que se me cierra la garganta, comí nueces
es:tengo una alergia muy fuerte, ronchas en todo el cuerpo y no puedo respirar bien`,
  overdose: `
I swallowed a whole pack of Panadol
my 3 year old drank cough syrup, half the bottle
my dad took his blood pressure medicine twice this morning
I think my son has taken too many of his ADHD pills
my baby put a battery in her mouth and I think she swallowed it
my roommate took a lot of xanax with alcohol and won't wake up
I took 10 sleeping pills
I drank some bleach water by accident
es:mi hija se tomó un montón de pastillas
es:me equivoqué y me inyecté el doble de insulina
es:mi niño bebió cloro
es:tomé 15 tabletas de paracetamol anoche`,
  'self-harm': `
I don't want to live anymore
i keep having thoughts about killing myself
I feel like my family would be better off if I died
My teenage son told me he wants to end his life
i cut myself when i feel sad
I can't see any reason to carry on
i just want to sleep forever and never wake up
Is there a painless way to go?
es:no quiero seguir viviendo
es:pienso en la muerte todo el tiempo y quiero acabar con todo
es:mi hermano dice que se va a matar
es:me estoy cortando y no puedo parar`,
  sepsis: `
My father has a high fever, is confused and breathing fast
I have a fever with a rash that does not disappear when pressed
my leg wound is infected and I have chills and feel faint
mum is on chemo and has a fever of 38.9
after my c-section I have fever and foul smelling discharge
my son has a stiff neck, fever and keeps vomiting
she has a urine infection and suddenly doesn't know where she is
hands and feet ice cold, mottled legs and very sleepy toddler with a temperature
es:tiene fiebre muy alta, está confundido y respira muy rápido
es:mi hijo tiene fiebre y manchas rojas que no desaparecen al presionar
es:me operaron hace una semana y tengo fiebre y la herida con pus
es:mi papá tiene infección y no despierta bien`,
  'infant-fever': `
My baby is 4 weeks old and has a temperature of 38.4
Newborn with fever, 100.9
My two month old has a fever
3 week old baby feels hot to touch and is not feeding
Our 9 day old daughter has a fever of 38
my 11 week old has 39 fever after vaccination
is it ok to give paracetamol to a 1 month old with fever
my infant son, born 20 days ago, is running a fever
es:mi bebé de 5 semanas tiene 38.6
es:mi recién nacida tiene temperatura de 38.3
es:mi bebé de dos meses tiene mucha fiebre
es:tengo un niño de 18 días con fiebre, ¿qué hago?`,
  'pregnancy-bleeding': `
I am 6 weeks pregnant and I see light spotting
bleeding heavily at 14 weeks pregnant
my wife is 7 months pregnant and has bleeding
I'm pregnant and just passed a big clot
is brown bleeding normal in the first trimester
33 weeks pregnant, woke up with blood on the sheets
I think I'm having a miscarriage, lots of blood
pregnant, cramps and bleeding since this morning
es:tengo 7 semanas de embarazo y estoy manchando
es:estoy embarazada y me salió un coágulo
es:mi esposa tiene 5 meses de embarazo y está sangrando
es:sangrado con cólicos, estoy embarazada de 9 semanas`,
  'domestic-violence': `
my husband beats me
my boyfriend choked me and I'm scared
I am afraid of my husband
my partner threatens to kill me
he hits me in front of the kids
my wife is violent towards me
my father hits my mother every night
I live with someone who hurts me and I don't know how to leave
es:mi pareja me golpea
es:tengo miedo de mi marido
es:mi novio me ahorcó y me duele el cuello
es:mi esposo me amenaza y no me deja salir`,
};
