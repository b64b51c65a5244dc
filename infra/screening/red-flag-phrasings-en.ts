import type { FlagCode } from '../../shared/marks.ts';

/** One phrasing a line; written before the pack was, in many voices; but by the same hand, so that it had them in mind. */
export const english: Record<FlagCode, string> = {
  'chest-pain': `
My chest feels like an elephant is sitting on it and my left arm is numb
im 58 and since 20 minutes I have bad chest pain going to my jaw, what should i do
cant stop sweating and theres a tight band round my chest
Husband woke up with pain in the middle of his chest and he looks grey
doctor pls my chest is hurting so bad rn
I've got this heavy pressure in my chest that won't go away, it started this morning
Could this be a heart attack? Pain across chest and down both arms and I feel sick
having chset pain and sweaty
Mum is clutching her chest and says the pain is awful
There is burning squeezing pain behind my breastbone since lunch and I am 70 years
i think im having a heart attack
My grandfather have strong pain in the chest now and he is very pale
Is it normal that chest hurts when I climb stairs today, pain also in the shoulder and neck
crushing chest pain for an hour, aspirin did nothing
Pains in my chest on and off all day, worse when I walk, I have angina but spray isn't helping
My dad's chest is really tight and painful and he feels like he's going to pass out
sharp stabbing chest pain and heart racing, really scared
since yesterday i feel a weight on the chest and pain to left arm, should i take aspirin
69F here. Sudden pressure in chest, jaw ache, nausea. Wait or go in?
pain in chest wont stop help`,
  stroke: `
My wife's face has dropped on one side and she can't talk properly
his mouth is drooping and he's dribbling from it, came on just now
I can't lift my right arm all of a sudden and my words are coming out wrong
Nan is slurring her words and she hasn't been drinking
suddenly my left side went numb and weak
dad cant move his left arm or leg since he woke up
Sudden loss of vision in one eye about an hour ago, what could that be?
I think my mum is having a stroke
worst headache of my life came on like a thunderclap
my face is numb on one side and speech is slured
Grandma is talking gibberish and her smile is crooked since breakfast
My father is not able to speak clear from one hour and right hand is not moving
Woke up and half of my face won't move, is it Bell's palsy or something worse
she suddenly got confused, can't find words and one arm keeps falling down
one side of his body has gone limp
sudden double vision, dizzy, can't walk straight and the left hand is weak
My husband had a TIA signs this morning, arm went dead and he couldn't speak for 5 minutes
Face droop and arm weakness in my 66 year old neighbor
is it stroke if the right leg suddenly become weak and i speak like drunk?
left half of my body tingling numb suddenly with bad headache and blurry vision`,
  breathlessness: `
I can't breathe
cant catch my breath even sitting down
My little boy is really struggling to breathe and his ribs are sucking in
im so short of breath i cant finish a sentence
Mother is gasping for air, oxygen reads 84
her lips are turning blue
since an hour I have not enough air and my inhaler is not working
asthma attack and my blue puffer is empty what do i do
my baby is grunting with every breath and breathing super fast
He's choking on something and can't cough it out
Woke up unable to breathe properly, feels like drowning
very difficult to take breath, I am sitting whole night in chair
Breathing is getting harder and harder today and I have COPD
oxygen level 86% at home and breathless when talking
Suddenly very breathless and my calf is swollen, I had a long flight
my chest is tight from asthma and i cant get air in
hard to breathe pls help
Dad's wheezing so badly he can't speak
my daughter stops breathing for a few seconds and goes blue
I feel like I'm suffocating, I can't get enough air`,
  anaphylaxis: `
My throat is closing up after eating peanuts
tongue is swelling up and I have hives everywhere
got stung by a bee and now my face is swollen and its hard to swallow
my son ate a cashew and he's covered in hives and vomiting
I just used my EpiPen, do I still need to go to hospital?
lips and eyes swelled right up 10 minutes after the antibiotic
Took amoxicillin and now my throat feels tight and I'm itching all over
think my friend is going into anaphylactic shock
allergic reaction to prawns, her lips are huge and she's wheezing
after wasp sting I feel dizzy and my throat is swelled
Girl at school had nuts by mistake and can hardly breathe, no epipen here
my face is blowing up like a balloon after shrimp
severe allergic reaction happening now what do i do
Baby had peanut butter for the first time and her face is puffy with red welts and she's floppy
my throat is getting tight and my tongue feels too big, i took new painkiller
my uncle is allergic to shellfish, ate some and now he has rash all over and faint
Swelling of lips and tongue since starting lisinopril this morning
throat closing cant swallow my own spit after eating kiwi
had an injection of contrast an hour ago and I'm having hives, swollen eyelids and trouble breathing
anaphylaxis?? ate sesame, whole body itchy, lips tingling and swollen, voice gone hoarse`,
  overdose: `
I took about 20 paracetamol an hour ago
my toddler swallowed some of grandma's blood pressure pills
I accidentally took double my insulin and feel shaky
she's taken the whole bottle of sleeping tablets
drank bleach by mistake
My kid ate a dishwasher pod what should I do
i od'd on my antidepressants
He has taken too many oxycodone and he is not waking up
my 2 year old got into the Tylenol and the bottle is half empty
swallowed a button battery i think, my daughter
We found empty pill packets next to my sister and she's really drowsy
can you overdose on ibuprofen? ive taken 15 today
Took my heart tablets three times today by mistake
my friend took a bunch of pills at the party and is unresponsive
My grandson drank antifreeze from the garage
I have swallowed weedkiller
think i've overdosed
mom took all her warfarin for the week at once
husband mixed up my meds and I've had ten times my methotrexate dose
took way too much codeine, breathing is slow and feel sleepy`,
  'self-harm': `
I don't want to be alive anymore
i want to kill myself
sometimes I think everyone would be better off without me
I've been cutting myself again and can't stop
i just want to go to sleep and not wake up
I have a plan to end my life
There's no point in living since my wife passed
im going to end it tonight
my daughter says she wants to die
I keep thinking about jumping in front of a train
wish i was dead
What's the quickest way to die without pain
I have written goodbye letters to my kids
thinking about taking all my pills so it will be over
I am a burden to my family, they would be happier if I were gone
My best friend texted me that she can't go on and is saying goodbye
feeling suicidal
I can't do this anymore, I want it all to stop for ever
how many of these tablets would kill me?
I don't see a reason to keep living and I have a gun in the house`,
  sepsis: `
My mum has a UTI and now she's confused, shivering and her skin looks blotchy
skin is mottled and cold and he's breathing really fast
rash that doesn't fade when I press a glass on it
My son has a fever, stiff neck and the light hurts his eyes
I have an infected cut, red streaks going up my arm and I feel like I'm going to die
fever 40 and shaking uncontrollably after surgery, incision is oozing pus
hasn't peed in 18 hours, very sleepy, high temp and hands are freezing
on chemo and temperature is 38.4, should I wait til morning?
my toddler is floppy and hard to wake with a fever
Purple spots spreading on her legs and she has a temperature
father has pneumonia and since today is confused and slurred with cold hands
is it sepsis? heart racing, chills, fever 39.5 and infected leg
chills that make my whole body rattle, catheter, wee smells, confused
My wife gave birth 4 days ago and has high fever, belly pain and smelly discharge
i think i got blood poisoning from my finger, red line going up
non blanching rash on baby
her lips and tongue look pale blue and she has infection, very drowsy
Husband finished chemo last week, now has fever and chills
He is burning up, making no sense and his skin is greyish
My kid has a temp of 104, won't wake up properly and a purple rash`,
  'infant-fever': `
my 3 week old has a temperature of 38.5
newborn feels very hot, thermometer says 101
6wk baby fever 38.2 is calpol ok
Our baby is 10 days old and is burning up
2 month old with fever of 39 after vaccines
my one month old daughter is hot and won't feed
Is 100.8 rectal too high for a 5 week old?
baby boy born 12 days ago, has fever since last night
8 weeks old, temp 38.4, crying a lot
My infant (7 weeks) got fever
neonate with temperature 38
my son is just 20 days and he having fever from morning
Temp of 100.9F in my 9-week-old
can i give tylenol to my 6 week old, she has a fever
bub is 11 weeks and running a temperature
My newborn has 38,7 fever
four week old baby girl with a fever and not eating
fever in my 2.5 month baby 38.8 should I go
she's only 5 days old and her temp is 38.3
my twin babies are 8wks and one feels feverish and sleepy`,
  'pregnancy-bleeding': `
I'm 8 weeks pregnant and bleeding bright red
spotting at 12 weeks, is my baby ok?
pregnant 30 weeks and there's blood in my underwear
heavy bleeding and cramps, positive test last week
im preg and passing clots
My wife is in her third trimester and started to bleed
bleeding after sex at 20 weeks pregnancy
am I having a miscarriage? blood and strong cramps
34 weeks, gush of blood, no pain
I am expecting and have brown then red discharge with pain
woke up in pool of blood and I'm five months along
pregnant with twins and I see blood when I wipe
Light bleeding in early pregnancy, should I go to the hospital now?
I have placenta previa and I just started bleeding
blood coming out, 16 week pregnant, very worry
first trimester and soaking a pad every hour
my sister is pregnant and has vaginal bleeding with dizziness
6 weeks pregnant one sided pain and bleeding
I'm bleeding and my baby is due next month
some blood on the toilet paper this morning, I'm 9 wks`,
  'domestic-violence': `
my husband hits me when he drinks
I'm scared of my boyfriend
my partner strangled me last night and my throat hurts
he threatened to kill me if I leave
My dad beats me and my little brother
he controls my money and won't let me see a doctor
my ex keeps stalking me and I'm afraid he'll hurt the kids
I have bruises from my wife, she throws things at me
boyfriend forced me to have sex
I am not safe at home
my mom's boyfriend punches her and i dont know what to do
He pushed me down the stairs and I'm pregnant
how do I explain the black eye he gave me
I'm being abused by my husband
my girlfriend slaps and kicks me, i am a man
My son has become violent with me and I'm 80, I'm frightened
he choked me during a fight
my carer hits me and I can't tell anybody
I'm afraid to go home because of him
He locks me in the house and takes my phone`,
};
