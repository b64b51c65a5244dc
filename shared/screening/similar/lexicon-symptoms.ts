/** Complaints, parts of the body, tests and acts, lay and medical, as in `conditions`. */
export const symptoms = `
fever, high temperature, febrile, pyrexia, temperature | fiebre, calentura, temperatura alta, temperatura
headache, headaches, head pain, head hurts, head ache, cephalalgia | dolor de cabeza, cefalea, me duele la cabeza, dolores de cabeza
chest pain, angina, chest pains, chest tightness, tight chest, pain in chest, pain in my chest, chest hurts | dolor de pecho, dolor en el pecho, angina de pecho, opresion en el pecho, me duele el pecho
shortness of breath, breathless, dyspnea, breathlessness, trouble breathing, difficulty breathing, cant breathe, short of breath, hard to breathe, out of breath | falta de aire, dificultad para respirar, disnea, ahogo, me falta el aire, no puedo respirar
back pain, backache, lumbago, back hurts, lower back pain, low back pain, back ache | dolor de espalda, lumbalgia, lumbago, me duele la espalda, dolor lumbar
neck pain, stiff neck, neck hurts | dolor de cuello, cuello rigido, torticolis
stomach pain, abdominal pain, stomach ache, belly pain, stomachache, stomach hurts, tummy ache, bellyache, pain in abdomen, pain in stomach | dolor de estomago, dolor abdominal, dolor de barriga, dolor de panza, me duele el estomago
knee pain, knee hurts | dolor de rodilla, me duele la rodilla
muscle pain, myalgia, sore muscles, muscle ache, body aches, body ache, muscle aches | dolor muscular, mialgia, dolores musculares
muscle cramp, cramp, cramps, cramping, charley horse, spasm, spasms, muscle spasm | calambre, calambres, espasmo, espasmos, colico, colicos
numbness, numb, tingling, pins and needles, paresthesia | entumecimiento, hormigueo, adormecimiento, entumecido, parestesia
tired, fatigue, exhausted, tiredness, exhaustion, no energy, lethargic, lethargy, fatigued, worn out | cansancio, cansado, fatiga, agotamiento, cansada, sin energia, agotado
weakness, weak, frail | debilidad, debil
dizzy, dizziness, lightheaded, light headed, lightheadedness, woozy | mareo, mareos, mareado, mareada, aturdido
faint, fainting, pass out, passed out, syncope, fainted, blackout, black out, passing out | desmayo, desmayarse, sincope, me desmaye, desmayos
nausea, nauseous, nauseated, sick to stomach, queasy | nausea, nauseas, ganas de vomitar
vomit, vomiting, throwing up, throw up, puke, puking, emesis, threw up, vomited | vomito, vomitar, vomitos, devolver
diarrhea, loose stools, runny stool, diarrhoea, the runs, watery stool, loose stool, loose motion | diarrea, heces liquidas, suelto del estomago
constipation, constipated, cant poop, hard stool, unable to poop, no bowel movement, constapated | estrenimiento, estrenido, estrenida, no puedo evacuar
bloating, bloated, gas, flatulence, gassy, farting, passing gas | hinchazon abdominal, gases, flatulencia, distension
indigestion, dyspepsia, upset stomach | indigestion, dispepsia, empacho
poop, stool, feces, bowel movement, stools, bowel movements, faeces, excrement, poo | heces, caca, excremento, evacuacion, deposicion, materia fecal
blood in stool, bloody stool, rectal bleeding, blood in stools, bloody stools, blood in poop | sangre en las heces, sangrado rectal, sangre en la caca
pee, urine, urination, urinate, peeing, urinating, wee, urinary | orina, orinar, pis, hacer pis, pipi, miccion
blood in urine, hematuria, bloody urine, blood in pee | sangre en la orina, hematuria
painful urination, dysuria, burning when peeing, hurts to pee, burning urination, burns when i pee | ardor al orinar, disuria, dolor al orinar
frequent urination, urinating a lot, pee a lot, urinate frequently, peeing a lot, frequent urge to urinate | orinar mucho, ganas de orinar, orinar con frecuencia
incontinence, leaking urine, bladder leak, bladder control | incontinencia, perdidas de orina, escapes de orina
cough, coughing, coughs | tos, toser
phlegm, mucus, sputum, mucous, snot, catarrh | flema, flemas, moco, mocos, mucosidad, esputo
runny nose, rhinorrhea, nasal discharge, post nasal drip, postnasal drip | moqueo, secrecion nasal, goteo nasal
stuffy nose, blocked nose, nasal congestion, congested, congestion, stuffed nose | nariz tapada, congestion nasal, nariz congestionada
nosebleed, nose bleed, epistaxis, bleeding nose, nosebleeds | sangrado de nariz, hemorragia nasal, epistaxis
sneeze, sneezing | estornudo, estornudar
hoarse, lost voice, laryngitis, hoarseness | ronquera, afonia, laringitis
wheeze, wheezing | sibilancia, silbido en el pecho, pitos
swallow, dysphagia, trouble swallowing, difficulty swallowing, hard to swallow, swallowing | tragar, disfagia, dificultad para tragar
swelling, swollen, inflammation, inflamed, puffy, swell, inflammatory | hinchazon, inflamacion, hinchado, inflamado, hinchada, inflamada
lump, bump, knot, nodule, mass, growth, cyst, lumps, bumps, cysts | bulto, bola, nodulo, masa, quiste, bolita, quistes, bultos
swollen lymph nodes, swollen glands, lymph node, lymph nodes, swollen lymph node | ganglios inflamados, ganglio, ganglios
itch, itchy, itching, pruritus, scratching, itchiness | picor, picazon, comezon, prurito
bruise, bruising, hematoma, black and blue, contusion | moreton, moretones, hematoma, cardenal
cut, wound, laceration, gash, injury, injured | herida, corte, lesion, cortada
burn, burned, scald, burnt | quemadura, quemarse
blister, blisters | ampolla, ampollas
scar, scars, scarring | cicatriz, cicatrices
bleed, bleeding, hemorrhage, blood loss | sangrado, sangrar, hemorragia
spotting, light bleeding, brown discharge | manchado, sangrado leve
discharge, vaginal discharge, secretion | flujo, flujo vaginal, secrecion
blurry vision, blurred vision, blurry, cant see clearly, vision blurry | vision borrosa, veo borroso
vision, sight, eyesight | vision, vista
floaters, spots in vision | moscas volantes, manchas en la vista
tremor, shaking, shaky, trembling, tremors, shakes | temblor, temblores
chills, shivering, shiver | escalofrios
sweat, sweating, perspiration, night sweats, perspire, hyperhidrosis | sudor, sudoracion, sudores nocturnos, sudar, hiperhidrosis
loss of appetite, no appetite, not hungry | falta de apetito, sin apetito, no tengo hambre
weight loss, losing weight, lose weight, shed pounds, slim down, lost weight | perder peso, perdida de peso, bajar de peso, adelgazar
weight gain, gain weight, gaining weight, gained weight, put on weight | subir de peso, aumento de peso, engordar
mood swings, moody, irritable, irritability | cambios de humor, irritabilidad
stress, stressed, stressful | estres, estresado, estresada
confusion, confused, disoriented | confusion, confundido
hallucination, hallucinations, seeing things, hearing voices | alucinaciones, alucinacion
drowsy, sleepy, drowsiness, sedated | sueno, somnolencia, adormilado
twitch, twitching, tic | tic, tics
sore, tender, tenderness, aching, ache, aches, painful, hurts, hurting, pain, pains, discomfort, soreness | dolor, duele, doloroso, molestia, dolorido
severe, intense, unbearable, excruciating, extreme, terrible, intolerable | intenso, fuerte, insoportable, severo
constant, persistent, chronic, all the time, nonstop, continuous, wont go away | constante, persistente, cronico, todo el tiempo
frequent, often, repeated, recurrent, keeps coming back, recurring, repeatedly | frecuente, a menudo, recurrente
sudden, suddenly, all of a sudden, abrupt | de repente, repentino, de pronto
belly, abdomen, stomach, tummy, abdominal, gut, gastric, stomache | barriga, abdomen, estomago, panza, vientre
kidney, kidneys, renal | rinon, rinones, renal
liver, hepatic | higado, hepatico
heart, cardiac, cardio | corazon, cardiaco
lung, lungs, pulmonary | pulmon, pulmones, pulmonar
brain, cerebral | cerebro, cerebral
skin, cutaneous, dermal | piel, cutaneo
bone, bones, skeletal | hueso, huesos
joint, joints | articulacion, articulaciones
muscle, muscles, muscular | musculo, musculos
nerve, nerves, neural | nervio
throat, pharynx | garganta
nose, nasal, nostril, nostrils | nariz, nasal
ear, ears | oido, oidos, oreja
eye, eyes, ocular | ojo, ojos, ocular
mouth, oral | boca, oral, bucal
tooth, teeth, molar, dental | diente, dientes, muela, muelas, dental
gum, gums | encia, encias
tongue | lengua
neck, cervical spine, nape | cuello, nuca
shoulder, shoulders | hombro, hombros
back, spine, spinal, lumbar | espalda, columna, lumbar
chest, thorax, rib cage, thoracic | pecho, torax
breast, breasts, boob, boobs, mammary | seno, senos, mamas
nipple, nipples, areola | pezon, pezones
knee, knees | rodilla, rodillas
ankle, ankles | tobillo, tobillos
foot, feet | pie, pies
leg, legs, calf, thigh, lower limb | pierna, piernas, pantorrilla, muslo
arm, arms, forearm, upper limb | brazo, brazos
hand, hands | mano, manos
finger, fingers, thumb | dedo, dedos, pulgar
toe, toes, pinkie toe | dedo del pie, dedos de los pies
hip, hips | cadera, caderas
groin, crotch | ingle, entrepierna
buttock, butt, buttocks, bottom | nalga, nalgas, gluteo, trasero
anus, rectum, rectal, anal, butthole | recto, rectal, anal
womb, uterus, uterine | utero, matriz
ovary, ovaries, ovarian | ovario, ovarios
vagina, vaginal, vulva, labia | vagina, vaginal, vulva
penis, penile | pene
testicle, testicles, balls, testes, scrotum, testicular | testiculo, testiculos, escroto
bowel, intestine, intestines, colon, bowels, intestinal | intestino, intestinos, colon
bladder | vejiga
thyroid, thyroid gland | tiroides
hair, scalp | pelo, cabello, cuero cabelludo
nail, nails, fingernail, toenail | una, unas
vein, veins, artery, arteries, blood vessel, blood vessels | vena, venas, arteria, arterias
x ray, xray, radiograph, x rays, xrays | radiografia, rayos x
ct scan, cat scan, ct, computed tomography | tomografia, tac, tomografia computarizada
mri, magnetic resonance | resonancia magnetica, resonancia
ultrasound, sonogram, scan, echo | ecografia, ultrasonido, sonograma
blood test, blood work, lab test, bloodwork, labs, blood tests | analisis de sangre, examen de sangre, prueba de sangre, analitica
ekg, ecg, electrocardiogram | electrocardiograma
pap smear, pap test, pap, cervical screening | papanicolau, citologia
colonoscopy | colonoscopia
mammogram, mammography | mamografia
biopsy, tissue sample | biopsia
pregnancy test, hcg, hpt | prueba de embarazo, test de embarazo
surgery, operation, operate, surgical, procedure, surgeries, operated | cirugia, operacion, operar, quirurgico, intervencion
anesthesia, anesthetic, numbing, put to sleep, anaesthesia | anestesia
hysterectomy, uterus removed, womb removed, removal of uterus | histerectomia
vasectomy | vasectomia
tubal ligation, tubes tied, tubal, tied tubes | ligadura de trompas, trompas ligadas
root canal, endodontic | endodoncia, tratamiento de conducto
extraction, tooth pulled, tooth removed, pulled tooth, tooth extraction, wisdom teeth | extraccion, sacar la muela, muela del juicio
braces, orthodontic | frenos, ortodoncia, brackets
stitches, sutures, suture | puntos, sutura, suturas
cast, splint | yeso, escayola, ferula
physical therapy, physiotherapy, physio, rehab | fisioterapia, terapia fisica, rehabilitacion
therapy, counseling, psychotherapy, therapist, psychologist, counselor, psychiatrist | psicoterapia, psicologo, terapia psicologica, terapeuta, psiquiatra
emergency room, er, urgent care, emergency department, emergency | urgencias, sala de emergencias, emergencia
surgeon, doctor, physician, gp | medico, doctor, cirujano
vaccine, vaccination, shot, immunization, jab, vaccinated, immunized, inoculation, booster | vacuna, vacunacion, vacunarse, inmunizacion, refuerzo
transplant, transplantation | trasplante
blood transfusion, transfusion | transfusion, transfusion de sangre
sex, intercourse, sexual intercourse, unprotected sex, sexually active, had sex, made love | sexo, relaciones sexuales, relaciones, coito
masturbate, masturbation, masturbating, jerk off, jerking off | masturbacion, masturbarse, masturbar
sperm, semen, ejaculate, cum | semen, esperma, espermatozoides
ovulation, ovulate, ovulating, fertile window, fertile days | ovulacion, dias fertiles, ovular
virgin, virginity, hymen | virgen, virginidad, himen
baby, infant, newborn, babies, neonate | bebe, recien nacido, lactante
toddler, young child, preschooler | nino pequeno
child, kid, children, pediatric, little one | nino, nina, ninos, pediatrico
teenager, teen, adolescent, teens, teenage, puberty | adolescente, adolescentes, pubertad
elderly, seniors, older adults, old people, senior | ancianos, anciano, mayores, tercera edad
fetus, unborn baby, foetus, embryo | feto, embrion
smoke, smoking, cigarettes, cigarette, tobacco, smoker, nicotine | fumar, tabaco, cigarro, cigarrillo, fumador, nicotina
alcohol, drinking, drinks, beer, wine, booze, drunk, liquor | alcohol, beber, cerveza, vino, tragos
marijuana, cannabis, weed, pot, thc | marihuana, cannabis, mariguana
exercise, workout, working out, physical activity, gym, exercises, sports, training | ejercicio, hacer ejercicio, deporte, actividad fisica, gimnasio
diet, nutrition, eating plan, food | dieta, alimentacion, nutricion, comida
contagious, infectious, catching, spread, transmitted, transmit, transmissible, pass it on | contagioso, contagiosa, se contagia, transmite, contagiar
hereditary, genetic, inherited, runs in the family, run in families, inherit, gene, congenital | hereditario, genetico, hereditaria, heredar, genetica, congenito
fatal, deadly, die, death, lethal, life threatening, kill, life expectancy | mortal, morir, muerte, letal, esperanza de vida
cure, curable, get rid of, heal, healing, go away, cured | cura, curar, curable, sanar, quitar, curacion
treatment, treat, remedy, remedies, treated, relief, relieve | tratamiento, tratar, remedio, remedios, alivio, aliviar
home remedy, home remedies, natural remedies, natural remedy, home treatment, natural treatment | remedio casero, remedios caseros, remedios naturales, remedio natural
prevent, prevention, avoid, stop from, preventing | prevenir, evitar, prevencion
symptom, symptoms, signs, sign, warning signs | sintoma, sintomas, signos, senales
cause, causes, caused, reason, lead to, result in, due to, trigger | causa, causar, provocar, motivo, causas, provoca
diagnose, diagnosis, diagnosed, detect | diagnostico, diagnosticar, detectar
normal, common, natural, ok, okay | normal, comun, natural
dangerous, harmful, harm, unsafe, danger, hazardous, risky | peligroso, danino, peligro, peligrosa, arriesgado
safe, safely, safety | seguro, segura, seguridad
worried, worry, concerned, concern, afraid, scared | preocupado, preocupada, preocupa, miedo
recovery, recover, recovery time, heal time, recuperate | recuperacion, recuperarse, recuperar
specialist, kind of doctor, type of doctor, which doctor | especialista, que medico, que tipo de medico
tall, taller, height, grow taller | estatura, altura
worse, worsen, worsened, aggravate, aggravated, exacerbate | peor, empeorar, empeora, agravar
better, improve, improved, best | mejor, mejorar
increase, raise, raised, elevated, higher, high, rise | aumentar, subir, alto, elevado
decrease, lower, reduce, low, come down, drop | bajar, reducir, disminuir, bajo
enlarge, enlargement, bigger, larger, enlarged, enlargment | agrandar, mas grande
purchase, buy, obtain | comprar, conseguir
take, use | tomar, tomo, usar, uso
son, my boy | hijo
daughter, my girl | hija
husband | esposo, marido
wife | esposa
mother, mom | madre
father, dad | padre, papa
week | semana
month | mes
year | ano
night | noche
morning | manana
work | trabajo, trabajar
help | ayuda, ayudar
feel | sentir, siento
test, exam | prueba, examen
risk | riesgo
result | resultado
grow | crecer
wash | lavar
drive | conducir, manejar
travel, fly | viajar, volar
water | agua
salt, sodium | sal, sodio
sugar | azucar
coffee, caffeine | cafe, cafeina
milk, dairy | leche, lacteos
egg | huevo
meat | carne
fish | pescado
fruit | fruta
`;
