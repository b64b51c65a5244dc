/** Hard ones: words of emergencies in questions that are none. One a line; written before the pack was. */
export const ordinary = `
My father died of a heart attack in 1990, should I be tested?
What are the symptoms of a stroke?
Can anxiety cause chest pain?
I had a stroke 5 years ago, can I fly?
How is chest pain treated in women?
I have no chest pain or shortness of breath, only swollen ankles
Is breathlessness a side effect of beta blockers?
My mother had breast cancer at 45. When should I start mammograms?
What is the difference between a panic attack and a heart attack?
My doctor says my chest x-ray is clear. Do I need another?
Does aspirin prevent strokes?
How long after a TIA can I drive?
My grandmother passed away from sepsis last year, is it hereditary?
I get a little short of breath when I run, am I just unfit?
How do I use an EpiPen?
Can you grow out of a peanut allergy?
What is the maximum dose of paracetamol per day?
How many ibuprofen can I take in a day?
My brother took his own life ten years ago, how do I talk about it with my kids?
I was depressed and suicidal as a teenager but I am fine now. Does this affect my insurance?
How do I support a friend who lost her son to suicide?
My baby is 8 months old and has a fever after the vaccine, is that normal?
When can my 3 week old go swimming?
How do I take my newborn's temperature?
Is light exercise safe at 20 weeks pregnant?
Can I dye my hair while pregnant?
Is it normal to have heavy bleeding during my period?
I had bleeding in my first pregnancy three years ago; will it happen again?
My gums bleed when I brush and I am pregnant, is that common?
My ex-husband used to hit me years ago, could my headaches be from that?
What is domestic violence screening and why does my doctor ask?
My toddler hits me when he is angry, is this normal at two?
Does stress raise blood pressure?
Which foods are good for the heart after a heart attack?
I have a history of angina but feel well. Can I take up cycling?
My face goes red when I drink wine, is this an allergy?
The cut on my finger healed, do I still need antibiotics?
Do statins lower the risk of stroke?
Does COPD always get worse?
My asthma is well controlled; can I reduce my inhaler?
I get hives in the cold, what can I take?
Should I carry an EpiPen if I am allergic to bees?
My mother has sepsis recovery fatigue six months on, what helps?
What vaccines does a newborn need?
Is it safe to take paracetamol while breastfeeding?
How is a pulmonary embolism diagnosed?
My son choked on a grape last year and is now afraid of eating, what can we do?
I took two ibuprofen this morning, can I have a glass of wine tonight?
I forgot my pill yesterday, can I take two today?
Can a child overdose on vitamin C?
Why do I feel tired after my stroke?
My heart skips a beat when I drink coffee. Is that serious?
What causes numbness in fingers at night?
I have Bell's palsy since March, when will my face recover?
My migraine gives me zigzag lines, is it dangerous?
Why does my chest crackle when I stretch?
I had heartburn after pizza, which antacid is best?
My breast hurts before my period, is that normal?
How do I help my husband quit smoking after his heart attack?
My dad's cholesterol is killing him, he says. What diet helps?
I'm dying to know if coffee is bad for me
This cough is killing me, what can I take?
I could kill for a cigarette, how do I stop craving?
Can depression be cured without tablets?
Where can I find help for postnatal depression?
What helps against fear of flying?
I am scared of needles, how can I get my vaccine?
I am afraid of my upcoming surgery
How can I stop my dog from attacking my partner?
Does a fever help fight infection?
My 5 year old has a fever of 38.5 and a runny nose, can he go to school?
Is 37.2 a fever in a newborn?
My temperature is 36.8, is that normal?
What is the normal oxygen level for someone with COPD?
How is sepsis prevented in hospitals?
My chemo ended in 2019, can I still get infections more easily?
Why is my skin blotchy after a hot shower?
What does a DNR mean?
How do I talk to my teenage daughter about self-harm in the news?
What are the warning signs of suicide in teenagers?
How common is miscarriage in the first trimester?
I had a miscarriage in May, when can we try again?
Can I travel at 30 weeks pregnant with no bleeding or pain?
How soon after giving birth will my period return?
What foods cause anaphylaxis most often?
Does swelling of ankles mean heart failure?
My tongue has a white coating, what is it?
My lips are dry and cracked all winter
Why do I get out of breath going upstairs since having a baby? I am unfit and overweight
Can I take my blood pressure tablet twice a day instead of once?
My cat swallowed a string, but my question is about my own allergy
I was told that my left arm weakness is from an old injury in 2005
Does smoking cause strokes in young people?
My mother is 80 and slow but not confused. Which vitamins help her?
I denied chest pain to my doctor because I have none, why did he do an ECG?
Would a heart attack always hurt?
I never had chest pain, but my brother did. Should I get a stress test?
After my heart attack two years ago I take clopidogrel, can I stop?
Are people with diabetes more likely to have a stroke?
My insurance refuses to pay for my EpiPen
¿Cuáles son los síntomas de un infarto?
Mi padre murió de un infarto en 1998, ¿debo preocuparme?
¿La ansiedad puede causar dolor de pecho?
Tuve un derrame hace 5 años, ¿puedo viajar en avión?
No tengo dolor en el pecho ni falta de aire, solo cansancio
¿Cómo se trata la falta de aire en la EPOC?
¿Qué diferencia hay entre un infarto y un ataque de pánico?
Mi abuela falleció de un derrame cerebral, ¿es hereditario?
¿Cuánto paracetamol puedo tomar al día?
¿La aspirina previene el infarto?
¿Cómo se usa el autoinyector de adrenalina?
¿Se puede curar la alergia al maní?
Sin fiebre ni dolor, pero con tos desde hace dos semanas
¿Cómo se toma la temperatura a un recién nacido?
Mi bebé de 9 meses tiene fiebre después de la vacuna
¿Qué vacunas necesita un recién nacido?
¿Puedo hacer ejercicio con 20 semanas de embarazo?
Mi regla es muy abundante, sangro mucho cada mes
¿Es normal que me sangren las encías en el embarazo?
Tuve un aborto espontáneo el año pasado, ¿cuándo puedo intentarlo de nuevo?
¿Cómo ayudo a una amiga que perdió a su hermano por suicidio?
Me muero de ganas de saber si el café es malo
Este dolor de rodilla me está matando
Tengo miedo a las agujas
Me da miedo la operación de la próxima semana
¿Qué es la sepsis?
¿El tabaco aumenta el riesgo de derrame cerebral?
Mi hijo de dos años me pega cuando se enoja
¿Los betabloqueantes causan dificultad para respirar?
Me dio un infarto en 2018, ¿puedo tener relaciones?
Mi asma está controlada, ¿puedo bajar la dosis?
¿Qué hago si olvido tomar una pastilla?
Tomé dos ibuprofenos por la mañana, ¿puedo beber vino?
Se me duermen las manos por la noche
Me duele el seno antes de la regla
¿Cuáles son las señales de alerta de suicidio en adolescentes?
¿Puede un niño tener un derrame?
Antecedentes de angina, ahora me siento bien, ¿puedo nadar?
¿Es peligrosa la picadura de abeja para los alérgicos?
¿Qué es la violencia doméstica según la ley?
Mi hermano se suicidó hace diez años y todavía lo extraño
Me corté el dedo cocinando, ¿necesito la vacuna del tétanos?
¿Por qué me falta energía por las tardes?
Quiero morirme de risa cuando mi médico me dice que haga dieta
Mi nieto de 4 años tiene 38 de fiebre y mocos
El médico descartó un infarto, ¿qué puede ser el cansancio?
¿Qué alimentos ayudan después de un derrame?
Nunca he tenido dolor de pecho, ¿necesito un electrocardiograma?
¿Cómo puedo prevenir la muerte súbita en mi bebé de 2 meses?
Me operaron del corazón en 2015, ¿puedo levantar peso?`;
