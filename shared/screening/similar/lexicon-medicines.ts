/** Names of the same medicine: the generic ones first, then brands (of the US, the UK, Spain and Mexico). */
export const medicines = `
paracetamol, acetaminophen, tylenol, panadol, calpol, apap | paracetamol, acetaminofen, tylenol, gelocatil, tempra
ibuprofen, advil, motrin, nurofen | ibuprofeno, advil, espidifen, motrin
aspirin, acetylsalicylic acid, ecotrin, asa | aspirina, acido acetilsalicilico, adiro
naproxen, aleve, naprosyn, anaprox | naproxeno, flanax, aleve
diclofenac, voltaren | diclofenaco, voltaren, cataflam
celecoxib, celebrex | celecoxib, celebrex
meloxicam, mobic | meloxicam
tramadol, ultram | tramadol, adolonta
oxycodone, oxycontin, percocet, roxicodone | oxicodona
hydrocodone, vicodin, norco, lortab | hidrocodona
codeine | codeina
morphine | morfina
fentanyl, duragesic | fentanilo
buprenorphine, suboxone, subutex | buprenorfina
methadone | metadona
amoxicillin, amoxil, augmentin, amox, amoxycillin | amoxicilina, augmentine, amoxil
azithromycin, zithromax, z pack, zpack, z pak, zpak | azitromicina, zitromax
ciprofloxacin, cipro | ciprofloxacino, cipro
levofloxacin, levaquin | levofloxacino
doxycycline, vibramycin | doxiciclina
cephalexin, keflex, cefalexin | cefalexina
clindamycin, cleocin | clindamicina
metronidazole, flagyl | metronidazol, flagyl
bactrim, septra, trimethoprim sulfamethoxazole, cotrimoxazole | cotrimoxazol, bactrim, septrin
penicillin, pen vk | penicilina
nitrofurantoin, macrobid | nitrofurantoina
fluconazole, diflucan | fluconazol
miconazole, monistat | miconazol
clotrimazole, canesten, lotrimin | clotrimazol, canesten
acyclovir, zovirax, valacyclovir, valtrex, aciclovir | aciclovir, zovirax, valaciclovir
oseltamivir, tamiflu | oseltamivir, tamiflu
ivermectin, stromectol | ivermectina
metformin, glucophage | metformina, dianben, glucophage
insulin, lantus, glargine, humalog, lispro, novolog, humulin, actrapid, levemir | insulina, lantus, humalog, novorapid
glipizide, glyburide, glimepiride, amaryl, sulfonylurea | glibenclamida, glimepirida, gliclazida
semaglutide, ozempic, wegovy, rybelsus | semaglutida, ozempic, wegovy
liraglutide, victoza, saxenda | liraglutida, victoza, saxenda
tirzepatide, mounjaro, zepbound | tirzepatida, mounjaro
sitagliptin, januvia | sitagliptina, januvia
empagliflozin, jardiance | empagliflozina, jardiance
lisinopril, zestril, prinivil, enalapril, ramipril, ace inhibitor | lisinopril, enalapril, ramipril
losartan, cozaar, valsartan, diovan | losartan, valsartan, cozaar
amlodipine, norvasc | amlodipino, norvas
metoprolol, lopressor, toprol, atenolol, tenormin, bisoprolol, beta blocker, beta blockers | metoprolol, atenolol, bisoprolol, betabloqueante
propranolol, inderal | propranolol, sumial
hydrochlorothiazide, hctz, diuretic, water pill, water pills | hidroclorotiazida, diuretico, hctz
furosemide, lasix | furosemida, seguril, lasix
spironolactone, aldactone | espironolactona, aldactone
atorvastatin, lipitor, simvastatin, zocor, rosuvastatin, crestor, statin, statins, pravastatin | atorvastatina, simvastatina, rosuvastatina, estatina, estatinas
warfarin, coumadin, acenocoumarol, sintrom | warfarina, sintrom, acenocumarol, coumadin
apixaban, eliquis, rivaroxaban, xarelto, dabigatran, pradaxa | apixaban, eliquis, rivaroxaban, xarelto
clopidogrel, plavix | clopidogrel, plavix
blood thinner, anticoagulant, blood thinners, anticoagulants | anticoagulante, anticoagulantes
nitroglycerin, nitro, glyceryl trinitrate | nitroglicerina
digoxin, lanoxin | digoxina
omeprazole, prilosec, losec, esomeprazole, nexium, pantoprazole, protonix, ppi | omeprazol, esomeprazol, pantoprazol, nexium
ranitidine, zantac, famotidine, pepcid | ranitidina, famotidina
antacid, tums, maalox, gaviscon | antiacido, almax, gaviscon
loperamide, imodium | loperamida, fortasec, imodium
ondansetron, zofran | ondansetron, zofran
laxative, miralax, senna, dulcolax, stool softener | laxante, dulcolax
cetirizine, zyrtec, loratadine, claritin, fexofenadine, allegra, antihistamine, antihistamines | cetirizina, loratadina, antihistaminico, zyrtec
diphenhydramine, benadryl | difenhidramina, benadryl
pseudoephedrine, sudafed, decongestant | pseudoefedrina, descongestionante
dextromethorphan, robitussin, cough syrup, cough medicine | dextrometorfano, jarabe para la tos
montelukast, singulair | montelukast, singulair
albuterol, salbutamol, ventolin, inhaler, proair | salbutamol, ventolin, inhalador
fluticasone, flonase, flovent | fluticasona
prednisone, prednisolone, steroid, steroids, cortisone, corticosteroid, corticosteroids | prednisona, prednisolona, corticoide, corticoides, cortisona, esteroide
methotrexate, mtx | metotrexato
hydroxychloroquine, plaquenil | hidroxicloroquina, plaquenil
adalimumab, humira | adalimumab, humira
etanercept, enbrel | etanercept, enbrel
levothyroxine, synthroid, thyroxine, eltroxin, euthyrox | levotiroxina, eutirox, tiroxina
sertraline, zoloft | sertralina, besitran
fluoxetine, prozac | fluoxetina, prozac
citalopram, celexa, escitalopram, lexapro | citalopram, escitalopram, cipralex
paroxetine, paxil, seroxat | paroxetina, seroxat
venlafaxine, effexor, duloxetine, cymbalta | venlafaxina, duloxetina
bupropion, wellbutrin, zyban | bupropion
trazodone, desyrel | trazodona
amitriptyline, elavil | amitriptilina
antidepressant, antidepressants, ssri, ssris | antidepresivo, antidepresivos
alprazolam, xanax | alprazolam, trankimazin, tafil
lorazepam, ativan | lorazepam, orfidal
diazepam, valium | diazepam, valium
clonazepam, klonopin, rivotril | clonazepam, rivotril
zolpidem, ambien | zolpidem, stilnox
sleeping pill, sleeping pills, sleep aid | pastillas para dormir, somnifero
melatonin | melatonina
lithium | litio
quetiapine, seroquel | quetiapina, seroquel
risperidone, risperdal | risperidona
olanzapine, zyprexa | olanzapina, zyprexa
aripiprazole, abilify | aripiprazol
methylphenidate, ritalin, concerta | metilfenidato, ritalin, concerta
adderall, amphetamine, dextroamphetamine, vyvanse | anfetamina
gabapentin, neurontin, pregabalin, lyrica | gabapentina, pregabalina, lyrica
lamotrigine, lamictal | lamotrigina
levetiracetam, keppra | levetiracetam, keppra
topiramate, topamax | topiramato
valproate, valproic acid, depakote | valproato, acido valproico
phenytoin, dilantin | fenitoina
carbamazepine, tegretol | carbamazepina, tegretol
sumatriptan, imitrex | sumatriptan
cyclobenzaprine, flexeril, muscle relaxer, muscle relaxant | relajante muscular, ciclobenzaprina
levodopa, sinemet, carbidopa | levodopa, sinemet
donepezil, aricept | donepezilo, aricept
sildenafil, viagra | sildenafilo, viagra
tadalafil, cialis | tadalafilo, cialis
finasteride, propecia, proscar | finasterida
minoxidil, rogaine | minoxidil
tamsulosin, flomax | tamsulosina
oxybutynin, ditropan | oxibutinina
birth control, birth control pill, birth control pills, contraceptive, contraception, the pill, oral contraceptive, contraceptives, bcp | anticonceptivo, anticonceptivos, pastillas anticonceptivas, pildora, anticoncepcion
depo, depo provera, medroxyprogesterone, depo shot, birth control shot | depo provera, inyeccion anticonceptiva
iud, mirena, paragard, coil, intrauterine device | diu, dispositivo intrauterino
nexplanon, implanon, birth control implant | implante anticonceptivo
morning after pill, plan b, emergency contraception, emergency contraceptive, levonorgestrel | pastilla del dia despues, anticonceptivo de emergencia, pildora del dia despues
condom, condoms, rubber | condon, preservativo, condones
clomid, clomiphene | clomifeno
estrogen, hormone replacement, hrt, hormone therapy, oestrogen | estrogeno, terapia hormonal, estrogenos
progesterone, progestin | progesterona
testosterone | testosterona
isotretinoin, accutane, roaccutane | isotretinoina, roacutan
tretinoin, retin a | tretinoina
hydrocortisone | hidrocortisona
benzoyl peroxide | peroxido de benzoilo
alendronate, fosamax | alendronato, fosamax
allopurinol, zyloprim | alopurinol
colchicine, colcrys | colchicina
phentermine, adipex | fentermina
orlistat, xenical | orlistat, xenical
epinephrine, epipen, adrenaline | epinefrina, adrenalina
iron supplement, iron pills, ferrous sulfate, iron tablets | hierro, sulfato ferroso
folic acid, folate | acido folico
vitamin d, cholecalciferol, vit d | vitamina d
vitamin b 12, b 12, cobalamin, cyanocobalamin, vit b 12 | vitamina b 12, cobalamina
vitamin c, ascorbic acid, vit c | vitamina c, acido ascorbico
calcium | calcio
potassium | potasio
magnesium | magnesio
antibiotic, antibiotics | antibiotico, antibioticos
painkiller, pain killer, pain reliever, pain medication, analgesic, pain meds, painkillers | analgesico, calmante, analgesicos
anti inflammatory, nsaid, nsaids, antiinflammatory | antiinflamatorio, aine
probiotic, probiotics | probiotico
supplement, supplements, vitamins, multivitamin | suplemento, suplementos, vitaminas
medicine, medication, drug, meds, medications, drugs, med, prescription, pharmaceutical | medicamento, medicina, farmaco, receta
pill, pills, tablet, tablets, capsule, capsules | pastilla, pastillas, tableta, comprimido, capsula
injection, injections, inject, injecting | inyeccion, inyectar, inyecciones
dose, dosage, doses, milligrams | dosis, cuanta cantidad, miligramos
side effect, side effects, adverse effect, adverse effects, adverse reaction | efecto secundario, efectos secundarios, efecto adverso, efectos adversos
overdose, too much medication, took too many, took too much | sobredosis, tome demasiado
withdrawal, come off, wean off, stop taking, tapering, quit taking | abstinencia, dejar de tomar
`;

/** Kinds of medicines, and what belongs to them: a question about one of them is near one about the kind. */
export const kinds = `
antibiotic: amoxicillin, azithromycin, ciprofloxacin, levofloxacin, doxycycline, cephalexin, clindamycin, metronidazole, bactrim, penicillin, nitrofurantoin
painkiller: paracetamol, ibuprofen, aspirin, naproxen, tramadol, oxycodone, hydrocodone, codeine, morphine
anti inflammatory: ibuprofen, naproxen, diclofenac, celecoxib, meloxicam
antidepressant: sertraline, fluoxetine, citalopram, paroxetine, venlafaxine, bupropion, trazodone, amitriptyline
blood thinner: warfarin, apixaban, clopidogrel
birth control: depo, iud, nexplanon
std: hiv, hpv, chlamydia, gonorrhea, syphilis, genital herpes
cancer: breast cancer, colon cancer, leukemia, lymphoma, skin cancer
heart: heart attack, irregular heartbeat, heart failure, palpitations
stomach pain: indigestion, acid reflux
pregnant: trying to conceive, ectopic pregnancy, miscarriage
missed period: amenorrhea
period: missed period, painful periods, heavy period
tooth: toothache, cavity
headache: migraine
pain: headache, chest pain, back pain, neck pain, stomach pain, knee pain, muscle pain, sore throat, toothache, painful periods, painful urination
back: back pain
neck: neck pain
chest: chest pain
belly: stomach pain
knee: knee pain
throat: sore throat
ear: ear infection
stool: blood in stool
pee: blood in urine, painful urination, frequent urination, incontinence
bleed: blood in stool, blood in urine, heavy period, spotting, nosebleed
lump: boil
hair: hair loss
`;
