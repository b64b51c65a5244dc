/** Ordinary questions by the hand that wrote the voices: 10 of 160 were marked on first contact. */
export const voicesOrdinary = `
I had chest pain last winter, it turned out to be reflux. Can I stop omeprazole?
Is chest physiotherapy useful for bronchiectasis?
My mother had two strokes in her seventies, should I take aspirin?
How soon after a stroke can someone drive?
What does FAST stand for?
Does yoga help with breathing?
Is it normal to be a little short of breath when climbing five floors with a backpack at 60?
My son had anaphylaxis to eggs when he was two. Can he try baked egg now?
Which foods commonly cause allergic reactions?
How many milligrams of ibuprofen per day are safe for a 70 kg adult?
What happens in the body during an opioid overdose?
My friend lost her brother to suicide; what can I say to her?
I self-harmed as a teenager, should I mention it to my new GP?
Are there books about living with depression?
Is sepsis contagious?
What is the survival rate of sepsis in people over 80?
My 3 year old had a fever of 39 yesterday and is fine now. Nursery tomorrow?
Do babies get a fever when teething?
Which thermometer is best for a newborn?
I'm 30 weeks pregnant and my gums bleed when brushing
Can I take folic acid before I get pregnant?
I had a miscarriage in 2020 with a lot of bleeding. When can I try again?
How do hospitals screen patients for domestic violence?
My toddler bites and hits me, is that a phase?
I beat my old record at running, is my resting pulse of 48 okay?
After my heart attack in 2017 I take bisoprolol. Can I use a sauna?
No shortness of breath, no chest pain, just palpitations after coffee
My dad died from a blood clot when I was ten, should I be tested for clotting problems?
Is weakness in my legs after the gym normal?
The physiotherapist says my shoulder is tight and my chest muscles are short
Can dry air irritate the throat?
I take warfarin, which vegetables should I avoid?
I was stung by a bee last July and had a big local swelling only. Do I need allergy tests?
My wife's face swells a bit each morning because of steroids, will it go away after stopping?
What is the difference between a heart attack and cardiac arrest?
Do you recommend the shingles vaccine after a mild stroke?
My speech therapist asked me to practise every day, how long until I see progress?
Could numb toes be due to diabetes?
I feel hopeless about my acne scars, what treatments exist?
I'm dying to know if coffee is bad for me
I could kill for a decent night's sleep, any tips for insomnia?
My baby is 8 weeks old and spits up after each feed
My baby is 2 months old, what is the dose of paracetamol after vaccines in case of fever?
Is it safe to sleep on my back at 28 weeks pregnant?
Can iron tablets make stools black?
My period is heavier since the coil
How do I dispose of expired pills?
What is the antidote for paracetamol?
My GP said no sign of infection, temperature normal. Do I still finish the antibiotics?
My sister recovered from meningitis; does she need booster vaccines?
Why is my inhaler blue?
My husband snores and stops breathing sometimes, does he need a sleep study?
My skin looks mottled when I'm cold, is that normal?
My teen is moody and slams doors. Is it depression?
My aunt in India had a paralysis attack long back. Is it hereditary?
I left my abusive ex four years ago and now sleep badly, can EMDR help?
Is ringing in the ears a sign of a brain problem?
I have a panic disorder diagnosed in 2015; which exercise is best?
What pressure should my CPAP be?
Can a cold cause chest tightness in asthmatics?
¿A partir de qué temperatura es fiebre en un adulto?
Mi mamá tuvo un infarto en 2012 y ahora camina todos los días
¿El estrés provoca dolor de pecho?
Mi hijo tuvo fiebre el lunes y ya está bien
¿Cuál es la dosis máxima de ibuprofeno?
Hace diez años intenté suicidarme y hoy estoy bien, ¿puedo donar sangre?
¿Qué es la sepsis?
Tengo 24 semanas de embarazo y sangrado de nariz por las mañanas
¿Cómo se previene un derrame cerebral?
Mi suegra murió de una embolia
No tengo dificultad para respirar, solo tos con flemas
¿Las vacunas dan fiebre a los bebés de dos meses?
¿Existe tratamiento para la parálisis facial antigua?
Fui víctima de violencia hace muchos años, ¿dónde encuentro terapia?
Se me hinchan los pies por la tarde
Can acid reflux feel like chest pain?
I was told my chest pain was from a pulled muscle last month and it is gone now. Is swimming fine?
Who should get a coronary calcium scan?
My dad's heart attack was at 50. I'm 48 and feel well. What tests should I do?
Are women's heart attack signs different from men's?
Is a stroke hereditary?
My neighbour is recovering from a stroke and can speak again, how can I support him?
Should I take clopidogrel for life after a TIA in 2018?
How long does numbness last after a dental injection?
I get winded after stairs since I put on weight, which exercise should I start with?
Is there a cure for asthma?
My son used to wheeze as a toddler, does he still need an inhaler at school?
Which antihistamine makes you least sleepy?
I get hives when I'm stressed, is that a thing?
Can I give peanuts to my six month old for the first time at home?
How does naloxone work?
Is it bad to take paracetamol every day?
What are the side effects of an overdose of vitamin A?
I forgot my pill yesterday, should I take two today?
Does everybody with depression think about death?
A patient of mine died by suicide many years ago and I still think about it
Is CBT good for negative thoughts?
I scratched my arm on a nail, do I need a tetanus shot?
How is neonatal sepsis prevented?
After sepsis in 2021 my hair fell out. Will it grow back?
Is a fever good for fighting infections?
My 5 year old has had a fever for one day, 38.4, playing normally. Can he have ibuprofen?
When do babies get their first vaccines?
How warm should a newborn's room be?
Is it normal to have no bleeding on the mini pill?
Can you have a period while pregnant?
My period is late and the test is negative
I bled after sex once in my last pregnancy; could I have sex in this one?
How common is domestic violence in pregnancy?
My ex was violent but I have been safe for six years; can trauma cause IBS?
My cat scratched and bit me, do I need antibiotics?
My son hits his sister, how do we stop that?
What exercises help knee pain?
Is 120/80 still a normal blood pressure?
The pharmacist told me statins can cause muscle pain, do all of them?
How many hours of sleep do teenagers need?
I had a normal stress test, do I still need a statin?
Would a pacemaker stop me from diving?
My hands shake when I'm nervous
Can stress make your face tingle?
Which doctor treats varicose veins?
I take metformin twice a day with meals, is that right?
The itching after my tick bite went away in a day. Is that fine?
Is spotting between periods at 47 the menopause?
How do vaccines protect babies from meningitis?
¿Cuánto dura la recuperación de un infarto?
Ya no me duele el pecho, ¿puedo volver al gimnasio?
¿Qué alimentos son buenos para el corazón?
Mi abuela tuvo un derrame cuando yo era niño
¿Las alergias se heredan?
¿Cómo se usa un inhalador con cámara?
¿Qué hago para bajar la fiebre de mi hijo de 6 años?
¿Es normal no tener regla con la píldora?
Mi hermano superó una depresión hace años
¿La metformina se toma antes o después de comer?
Tuve sepsis en 2019, ¿me puedo vacunar?
¿A qué edad se hace la primera mamografía?
Mi amiga trabaja con mujeres maltratadas, ¿qué libro le recomiendo?
No he tenido fiebre ni escalofríos
¿Puede el café causar palpitaciones?
Is a fluttering heart after espresso harmless?
Our boss had a triple bypass in May and is back at work, which exercises suit him?
Which stretches help a tight chest from desk work?
My gran talks slowly since her stroke in 2009, can a tablet app help?
Why do I yawn so much when I'm tired of studying?
Do welts from mosquito bites mean I'm allergic?
Our daughter carries an EpiPen for school, where should it be stored?
I finished my last blister of the pill, when do I start the next pack?
Does cutting out sugar lift the mood?
I'd like to write a letter to my grandchildren about my illness, any tips?
My cut healed well and there was never any fever
Which foods help after chemo when the blood counts recover?
How long can breast milk stay out for an 8 week old?
Is it fine to bathe a newborn every day?
My scan at 12 weeks was perfect, no bleeding, do I need more folic acid?
My husband shouts at the television, is that bad for his blood pressure?
¿La cafeína puede dar palpitaciones?
Mi abuela se recuperó de un ictus y quiere viajar
¿Cómo bajo la ansiedad antes de un examen?
Mi niño de 2 años muerde, ¿es normal?
tomo varias pastillas para la presion y ya se me olvido una
tengo pastillas aqui en casa para la alergia, cual es mejor
mi bebe de 2 meses mide 39 cm de cabeza, es normal?
nacio a las 39 semanas y ahora tiene dos meses
tengo fiebre de un mes que va y viene
he ido al doctor por una infeccion de orina, que tomo
el bebe me da patadas en la panza toda la noche
el dolor de espalda me mata, dijo el doctor que es muscular
mi mama me quita el celular por las noches
sueño con muertos todas las noches
ardor en el brazo despues de la vacuna
siento un nudo en la garganta por la ansiedad y no puedo comer
no puedo agarrar cosas con la mano por la artritis
me salio un bulto en el pecho, sera grave?
tengo flemas en el pecho como una gripe
estoy harta de la dieta y de vivir a base de lechuga
me duele la rodilla y se me dobla la pierna al caminar desde hace años
mi regla viene con coagulos es normal
que puedo tomar para la acidez durante el embarazo
mi niño se porta mal y dice tonterias cuando tiene sueño
cuando corro respiro por la boca y me duele la panza
lump in my throat when i eat bread for months
i drink diet coke and my heart goes crazy sometimes
took my meds and had some bread then felt fine
my mum will kill me if i fail my exam
my newborn's room is too warm what temp should it be
my 6 week old was born at 39 weeks, is that early?
hot flushes make my face red and hot and i feel faint
i get a burning when i pee and im confused which antibiotic to take
8 weeks gone since my surgery when can i run
my arm goes to sleep at night when i lie on it
what is the point of taking statins
i'm sick of living on painkillers for my knee
my old man has gout, is cherry juice any good
i cut my finger cooking, how deep is too deep
husband's hitting the gym and takes creatine
dog knocked me about on the walk, sore ribs
my baby grunts when pooping, breathing fine
my period blood is brown in my underwear is it normal
i cant feel my foot after the knee replacement block, when does it wear off`;
