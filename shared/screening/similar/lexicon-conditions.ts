/**
 * Names of the same illness or condition, lay and medical, one a line; after the bar the Spanish ones. Written by hand; a clinician
 * may add to it. As near as questions are: words that a moderator would take for the same subject, not for the same diagnosis.
 */
export const conditions = `
heart attack, myocardial infarction, coronary, cardiac infarction | infarto, ataque al corazon, ataque cardiaco, infarto de miocardio
stroke, cva, cerebrovascular accident, brain attack | derrame cerebral, ictus, accidente cerebrovascular, embolia cerebral, acv
mini stroke, tia, transient ischemic attack | ataque isquemico transitorio, miniderrame
high blood pressure, hypertension, hypertensive, raised blood pressure, high bp, elevated blood pressure | presion alta, hipertension, tension alta, hipertenso, hipertensa, presion arterial alta
low blood pressure, hypotension, low bp | presion baja, hipotension, tension baja
blood pressure, bp | presion arterial, tension arterial, presion sanguinea
irregular heartbeat, arrhythmia, arrhythmias, heart arrhythmia, abnormal heart rhythm, dysrhythmia | arritmia, ritmo cardiaco irregular
atrial fibrillation, afib, a fib | fibrilacion auricular
palpitations, heart racing, racing heart, heart pounding, pounding heart, fast heartbeat, rapid heartbeat, tachycardia, palpitation | palpitaciones, taquicardia, corazon acelerado, latidos rapidos
heart failure, chf, congestive heart failure | insuficiencia cardiaca, fallo cardiaco
coronary artery disease, coronary heart disease, cad, ischemic heart disease, clogged arteries, blocked arteries | enfermedad coronaria, cardiopatia isquemica, arterias tapadas
high cholesterol, hypercholesterolemia, hyperlipidemia, high ldl | colesterol alto, hipercolesterolemia
blood clot, thrombosis, dvt, deep vein thrombosis, thrombus, blood clots | coagulo, coagulo de sangre, trombosis, trombo
pulmonary embolism, clot in lung, lung clot | embolia pulmonar
varicose veins, varicosities, varicose vein | varices, venas varicosas
diabetes, diabetic, high blood sugar, hyperglycemia, high sugar, dm, diabetes mellitus, sugar disease | diabetes, azucar alta, azucar en la sangre, hiperglucemia
low blood sugar, hypoglycemia, low sugar | azucar baja, hipoglucemia, hipoglicemia
blood sugar, blood glucose, glucose, sugar level | glucosa, glucemia, nivel de azucar
underactive thyroid, hypothyroidism, low thyroid, hypothyroid, hashimoto | hipotiroidismo, tiroides lenta
overactive thyroid, hyperthyroidism, high thyroid, hyperthyroid, graves disease | hipertiroidismo
cold sore, cold sores, oral herpes, fever blister, fever blisters, herpes labialis | herpes labial, fuego labial, fuegos en los labios
genital herpes, hsv 2, hsv2 | herpes genital
shingles, herpes zoster, zoster | culebrilla, herpes zoster
chickenpox, chicken pox, varicella | varicela
flu, influenza, grippe | gripe, influenza, gripa
common cold, head cold, colds | resfriado, resfrio, catarro, constipado
covid, covid 19, coronavirus, sars cov 2, corona virus, covid19 | covid, coronavirus, covid 19
strep throat, streptococcal pharyngitis, strep | faringitis estreptococica, estreptococo
sore throat, pharyngitis, throat pain, throat hurts, tonsillitis, scratchy throat | dolor de garganta, faringitis, amigdalitis, anginas, me duele la garganta
sinus infection, sinusitis, sinus | sinusitis
pink eye, conjunctivitis, pinkeye | conjuntivitis, ojo rojo
ear infection, otitis, earache, ear ache, ear pain | otitis, infeccion de oido, dolor de oido, infeccion del oido
ringing in ears, tinnitus, ears ringing, ear ringing, ringing in my ears, ringing ears | zumbido en los oidos, tinnitus, acufenos, pitido en los oidos
vertigo, spinning, room spinning | vertigo, todo da vueltas
hearing loss, deaf, deafness | sordera, perdida de audicion
nearsighted, myopia, nearsightedness, shortsighted | miopia
lazy eye, amblyopia | ojo vago, ojo perezoso
cataract, cataracts | catarata, cataratas
uti, urinary tract infection, bladder infection, cystitis, urine infection, urinary infection, utis | infeccion urinaria, cistitis, infeccion de orina, infeccion de vias urinarias, mal de orin
kidney stone, kidney stones, renal calculi, nephrolithiasis, renal stone | calculos renales, piedras en el rinon, piedra en el rinon, litiasis renal
kidney failure, renal failure, chronic kidney disease, ckd, esrd | insuficiencia renal, fallo renal, enfermedad renal cronica
dialysis, hemodialysis | dialisis, hemodialisis
gallstones, gallstone, cholelithiasis, gall stones | calculos biliares, piedras en la vesicula, calculos en la vesicula
gallbladder, gall bladder, cholecyst | vesicula, vesicula biliar
cholecystectomy, gallbladder removal, gallbladder surgery, gallbladder removed | colecistectomia, operacion de vesicula
appendicitis, appendix | apendicitis, apendice
acid reflux, gerd, heartburn, gastroesophageal reflux, heart burn, reflux, acidity | reflujo, acidez, agruras, ardor de estomago, reflujo gastroesofagico
stomach ulcer, peptic ulcer, gastric ulcer, ulcers, ulcer | ulcera, ulcera de estomago, ulcera gastrica, ulcera peptica
irritable bowel syndrome, ibs, irritable bowel, spastic colon | colon irritable, sindrome de intestino irritable, intestino irritable
crohns, crohns disease, crohn, inflammatory bowel disease, ibd, ulcerative colitis, colitis | crohn, enfermedad de crohn, colitis ulcerosa, colitis
stomach flu, gastroenteritis, stomach bug, food poisoning, stomach virus | gastroenteritis, intoxicacion alimentaria
celiac disease, celiac, gluten intolerance, coeliac | celiaquia, enfermedad celiaca, celiaco, intolerancia al gluten
piles, hemorrhoids, hemorrhoid, haemorrhoids, hemmorhoids, hemroids | hemorroides, almorranas
hernia, inguinal hernia | hernia, hernia inguinal
liver cirrhosis, cirrhosis, scarred liver | cirrosis, cirrosis hepatica
fatty liver, hepatic steatosis, nafld, nash | higado graso, esteatosis hepatica
jaundice, yellow skin, yellow eyes, icterus | ictericia, piel amarilla, ojos amarillos
hepatitis, liver inflammation, hep | hepatitis
asthma, asthmatic, reactive airway | asma, asmatico
copd, emphysema, chronic bronchitis, chronic obstructive pulmonary disease | epoc, enfisema, bronquitis cronica
pneumonia, lung infection, walking pneumonia | neumonia, pulmonia, infeccion pulmonar
bronchitis, chest cold | bronquitis
tuberculosis, tb | tuberculosis
whooping cough, pertussis | tos ferina, tosferina
sleep apnea, apnea, sleep apnoea, osa | apnea del sueno, apnea
snoring, snore | ronquido, roncar, ronquidos
cancer, malignancy, malignant, carcinoma, cancerous, tumor, tumour | cancer, tumor, tumor maligno, carcinoma
breast cancer, mammary carcinoma | cancer de mama, cancer de seno, cancer de pecho
colon cancer, colorectal cancer, bowel cancer | cancer de colon, cancer colorrectal
leukemia, blood cancer, leukaemia | leucemia, cancer de la sangre
lymphoma, hodgkins, non hodgkin | linfoma
skin cancer, melanoma, basal cell | cancer de piel, melanoma
metastasis, metastatic, cancer spread, metastases | metastasis, metastasico
chemotherapy, chemo | quimioterapia, quimio
radiation therapy, radiotherapy, radiation | radioterapia
benign, noncancerous, non cancerous, not cancer | benigno, benigna
anemia, low iron, low hemoglobin, iron deficiency, anaemia, low blood count | anemia, hierro bajo, falta de hierro, hemoglobina baja
arthritis, osteoarthritis, joint inflammation, joint pain, arthralgia, rheumatoid, ra | artritis, artrosis, osteoartritis, dolor articular, dolor en las articulaciones, reuma, artritis reumatoide
gout, uric acid | gota, acido urico
osteoporosis, brittle bones, bone loss, thin bones, low bone density, osteopenia | osteoporosis, huesos fragiles, osteopenia
broken bone, fracture, fractured, broken, broke | fractura, hueso roto, fracturado, fracturada
sprain, sprained, twisted ankle, twisted, strain, strained | esguince, torcedura, torcido
slipped disc, herniated disc, herniated disk, bulging disc, disc herniation | hernia de disco, hernia discal, disco herniado
sciatica, sciatic nerve, pinched nerve, sciatic | ciatica, nervio ciatico, nervio pinzado
scoliosis, curved spine | escoliosis
carpal tunnel, carpal tunnel syndrome | tunel carpiano, sindrome del tunel carpiano
fibromyalgia, fibro | fibromialgia
lupus, sle, systemic lupus | lupus
multiple sclerosis, ms | esclerosis multiple
epilepsy, epileptic | epilepsia, epileptico
seizure, seizures, convulsion, convulsions, fits | convulsion, convulsiones, ataque epileptico
parkinsons, parkinson, parkinsons disease | parkinson, mal de parkinson
alzheimers, alzheimer, dementia, memory loss, alzheimers disease, forgetfulness | alzheimer, demencia, perdida de memoria
migraine, migraines | migrana, migranas, jaqueca, jaquecas
concussion, head injury, hit my head, hit head, bumped head, traumatic brain injury, tbi | conmocion cerebral, golpe en la cabeza, traumatismo craneal
brain aneurysm, aneurysm, aneurism | aneurisma
neuropathy, nerve damage, peripheral neuropathy, nerve pain | neuropatia, dano en los nervios
bells palsy, facial paralysis, facial palsy | paralisis facial, paralisis de bell
depression, depressed, depressive, major depressive disorder, feeling down | depresion, deprimido, deprimida
anxiety, anxious, gad, nervousness | ansiedad, ansioso, nervios, ansiosa
panic attack, panic attacks, panic disorder | ataque de panico, crisis de panico, crisis de ansiedad, ataques de panico
bipolar, manic depression, bipolar disorder, manic | bipolar, trastorno bipolar
adhd, attention deficit, attention deficit disorder, hyperactive, hyperactivity | tdah, deficit de atencion, hiperactividad
ptsd, post traumatic stress | estres postraumatico, tept
autism, autistic, asd, asperger, aspergers | autismo, autista
schizophrenia, schizophrenic | esquizofrenia
ocd, obsessive compulsive, obsessive compulsive disorder | toc, trastorno obsesivo compulsivo
eating disorder, anorexia, bulimia, anorexic | trastorno alimentario, anorexia, bulimia
insomnia, cant sleep, trouble sleeping, difficulty sleeping, sleepless, unable to sleep, cannot sleep, sleep problems | insomnio, no puedo dormir, no duermo, problemas para dormir, dificultad para dormir
pregnant, pregnancy, expecting a baby, gestation, preggo, conceive, conception, conceived | embarazada, embarazo, gestacion, encinta, embarazarse
trying to conceive, ttc, get pregnant, getting pregnant, become pregnant, trying for a baby | buscar embarazo, quedar embarazada, intentar embarazo
miscarriage, miscarry, pregnancy loss, spontaneous abortion, miscarried | aborto espontaneo, perdida del embarazo
abortion, terminate pregnancy, termination | aborto, interrupcion del embarazo
ectopic pregnancy, ectopic, tubal pregnancy | embarazo ectopico
morning sickness, hyperemesis | nauseas del embarazo, nauseas matutinas
labor, childbirth, giving birth, give birth, delivery, labour | parto, dar a luz, alumbramiento
c section, cesarean, caesarean, csection, cesarian | cesarea
gestational diabetes | diabetes gestacional
preeclampsia, toxemia | preeclampsia
breastfeeding, breast feeding, nursing, breastfeed, lactation, lactating, breast feed | lactancia, amamantar, dar pecho, dar el pecho, amamantando, dando pecho
period, periods, menstruation, menses, menstrual cycle, menstrual, menstruating | regla, periodo, menstruacion, ciclo menstrual
missed period, late period, amenorrhea, period late, period is late, missed my period, skipped period | amenorrea, retraso de la regla, no me baja la regla, retraso menstrual, no me ha bajado
painful periods, dysmenorrhea, menstrual cramps, period cramps, period pain, menstrual pain | dismenorrea, dolor menstrual, colicos menstruales, dolor de regla
heavy period, heavy periods, menorrhagia, heavy bleeding | menorragia, reglas abundantes, sangrado abundante
menopause, change of life, perimenopause, hot flashes, hot flash, hot flushes | menopausia, sofocos, bochornos, perimenopausia
polycystic ovary syndrome, pcos, polycystic ovaries, polycystic ovary | ovario poliquistico, ovarios poliquisticos, sop
endometriosis, endo | endometriosis
fibroid, fibroids, uterine fibroids, myoma | mioma, miomas, fibromas
yeast infection, candida, candidiasis, thrush, monilia, yeast infections | candidiasis, hongos vaginales, candida
bacterial vaginosis, bv | vaginosis bacteriana, vaginosis
std, sti, sexually transmitted disease, sexually transmitted infection, stds, venereal disease | ets, its, enfermedad de transmision sexual, infeccion de transmision sexual, enfermedad venerea
hiv, aids, hiv positive | vih, sida
hpv, human papillomavirus, genital warts, genital wart | vph, virus del papiloma humano, papiloma, verrugas genitales
chlamydia | clamidia
gonorrhea, the clap | gonorrea
syphilis | sifilis
erectile dysfunction, impotence, ed, erection, erections | disfuncion erectil, impotencia, ereccion
premature ejaculation | eyaculacion precoz
enlarged prostate, bph, prostatic hyperplasia | prostata agrandada, hiperplasia prostatica, prostata inflamada
infertility, infertile, cant conceive, sterile, sterility | infertilidad, esteril, esterilidad
acne, pimples, zits, pimple, breakout, breakouts | acne, granos, espinillas, barros
eczema, atopic dermatitis, dermatitis | eccema, dermatitis, dermatitis atopica
psoriasis | psoriasis
hives, urticaria, welts | urticaria, ronchas, habones
ringworm, ring worm, tinea, fungal infection, fungus, fungal | tina, hongos, infeccion por hongos
athletes foot, athletic feet, tinea pedis, foot fungus | pie de atleta, hongos en los pies
jock itch, tinea cruris | tina inguinal
rash, skin rash, eruption, exanthem, rashes | sarpullido, erupcion, salpullido, erupcion cutanea
boil, abscess, furuncle, abcess | forunculo, absceso, nacido
wart, warts, verruca | verruga, verrugas
mole, nevus, moles | lunar, lunares
scabies, mites | sarna, escabiosis
lice, head lice, louse, pediculosis | piojos, pediculosis
bed bugs, bedbugs, bedbug | chinches
staph, staphylococcus, mrsa, staph infection | estafilococo
cellulitis, skin infection | celulitis infecciosa, infeccion de piel
hair loss, alopecia, balding, hair falling out, baldness, hair fall, losing hair, thinning hair | caida del cabello, alopecia, caida del pelo, calvicie, se me cae el pelo
dandruff, seborrheic dermatitis | caspa, dermatitis seborreica
stretch marks, striae | estrias
vitiligo, white patches | vitiligo
dehydration, dehydrated | deshidratacion, deshidratado
obesity, overweight, obese, fat | obesidad, sobrepeso, obeso
allergy, allergies, allergic, hay fever, allergic rhinitis, allergic reaction | alergia, rinitis alergica, fiebre del heno, reaccion alergica
anaphylaxis, anaphylactic shock | anafilaxia, choque anafilactico, shock anafilactico
mono, mononucleosis, kissing disease, epstein barr | mononucleosis
lyme, lyme disease, tick bite | enfermedad de lyme, picadura de garrapata
tetanus, lockjaw, tetanus shot | tetanos
rabies | rabia
measles, rubeola | sarampion
mumps | paperas
german measles, rubella | rubeola
hand foot and mouth, hand foot mouth | boca mano pie, mano pie boca
worms, pinworms, parasites, intestinal worms, tapeworm, parasite | lombrices, parasitos, oxiuros, gusanos intestinales
malaria | malaria, paludismo
sepsis, blood poisoning, septicemia | sepsis, septicemia, infeccion en la sangre
cavity, tooth decay, dental caries, cavities, caries | caries
gum disease, gingivitis, periodontitis, bleeding gums, swollen gums | gingivitis, periodontitis, encias inflamadas, sangrado de encias
toothache, tooth pain, tooth hurts, tooth ache | dolor de muelas, dolor de diente, me duele la muela
canker sore, mouth ulcer, canker sores, mouth sore, mouth ulcers, aphthous | afta, aftas, llaga en la boca, ulcera bucal
bad breath, halitosis | mal aliento, halitosis
down syndrome, trisomy 21, downs syndrome | sindrome de down, trisomia 21
cystic fibrosis | fibrosis quistica
sickle cell, sickle cell anemia, sickle cell disease | anemia falciforme, drepanocitosis
cerebral palsy | paralisis cerebral
als, lou gehrigs disease, motor neuron disease, amyotrophic lateral sclerosis | ela, esclerosis lateral amiotrofica
hidradenitis, hs | hidradenitis
plantar fasciitis, heel pain, heel spur | fascitis plantar, dolor de talon, espolon
bunion, hallux valgus, bunions | juanete, juanetes
edema, water retention, fluid retention, swollen legs, swollen ankles, swollen feet | edema, retencion de liquidos, piernas hinchadas, pies hinchados
`;
