/**
 * Words that a person's own name or a small town is seldom: they end what looks like a name, and keep a closing sentence from being one.
 * Lower case and without diacritics. English and Spanish.
 */
export const commonWords = `
    a able abogada abogado about above abrazo abril accept accident account ache aches aching acid across action active actually
    acute add addition address adelante adhd adult advace advance advice advices advise affect affected afford afraid african after
    afternoon again against age aged ago agosto agradeceria agradezco agree ah ahora aid aim air al alcohol algo alguien alguna
    algunas alguno algunos all alla allah allergic allergies allergy alli allow almost alone along alot already alright als also
    alta alto always am ama amazing ambos american amiga amigo amount amp an and android ankle ano anos another answer answers
    antemano antes any anybody anymore anyone anything anyway anywhere apoyo apparently appear apply appointment appreciate
    appreciated apr april aquel aqui arab arabic are area areas argentina argentine argentinian argentino arm arms around as asap
    asi asian ask asked asking aspirin assistance assisted at atencion atentamente attach attached attack attention aug august aun
    aunque aunt australian austrian autism available average avoid aware away awful ayer ayuda ayudar ayudarme baby back background
    bacteria bad bajo balance bald bangladeshi barriga bastante bath bc be bear bebe became because become bed been before began
    begin behind being believe below bendiciones benefit besides besos best better between beyond bien big biopsy bit bite black
    bladder bleed bleeding bless blessings blind bloated blood blue boca body bone bones book born both bottom bowel boy boyfriend
    brain brand brazilian brazo bread break breast breath breathe breathing bring british broke broken brother brother's brothers
    brown bruise btw buen buena buenas bueno buenos bump bumps burn burning but buy by cabeza cada cadera call called came can can't
    canadian cancer cannot cansada cansado cansancio cant car cara card cardiologist care careful caregiver carrier casa casada
    casado case cases casi caso catholic caucasian causa cause caused causes cdc cell cells center centre cerca certain chance
    change changed check cheers chemo chest child childhood children chilean chilena chileno chinese choice cholesterol christ
    christian christmas chronic church cita city class classmates clean clear clearly clinic clinical clinicaltrials close clue
    coast cold college colombian colombiana colombiano colon color come comes comfort coming comment common como company complete
    completely con concern concerned concerns condition conditions confused congratulations consider constant consulta contact
    continue contra control cool cooperation coordinator copd corazon cord cordial cordially cordialmente correct cosa cost cough
    could couldn't couple course cousin cover cramps cream cual cuales cuando cuanta cuanto cuban cuello cuerpo cuidado cure cured
    curious current currently cut cuz czech dado daily damage dangerous danish dar dark data date dating daughter daughters day days
    de dead deaf deal dear death debe debo dec december decided decir dedo dedos deep deficiency definitely del delay delivery
    demasiado dental dentist dentro depressed depression dermatologist describe desde desperate despite despues detail detailed
    details develop developed dia diabetes diabetic diabetica diabetico diagnose diagnosed diagnosis dias dice dicen diciembre did
    didn't die died diet dieta difference different difficult difficulty digestive dijeron dijo direct director disability disabled
    disease diseases disorder disorders divorced do dob doc doctor doctora doctors does doesn't dog doing dolor dolores domingo
    dominican don't donde done dont dormir dos dose doses doubt down dr drink drinking drive driver drop drug drugs dry duda dudas
    due duele durante during dutch dvm each ear early ears easier easily easter easy eat eating ed edad edit editor eds efectos
    effect effective effects egyptian eight either ejercicio el elbow elderly ella ellas ellos else email embarazada embarazo
    emergency en encontrar end endocrinologist enero enferma enfermedad enfermedades enfermera enfermero enfermo engineer english
    ent cystic cerebellum acne ingredients sulfa subject empleada empleado enough entire entonces entre er era error es esa ese eso
    espalda espanol espanola especially espero esposa esposo esta estaba estado estamos estan estar estas este estimada estimado
    estimados esto estomago estos estoy estudiante estudio etc european even evening ever every everybody everyday everyone
    everything everywhere exact exactly exam examen examenes example excellent exercise expect expensive experience experienced
    explain extra extreme extremely eye eyes face facebook fact failure fainted faithfully fall family famous faq far farmer fast
    fat father fatigue favor fax fda fear feb febrero february feel feeling feels feet fell felt female fetus fever few fiebre field
    fight figure filipino fin final finally find finding fine finger fingers finnish first fit five fix flu fluid fluids follow
    following food foods foot for foreign form forward found four free french frequent friday friend friends from front fue fuerte
    fui full further future fwd fyi gain gallbladder ganas garganta gave gender gene general genes genetic genetics gerd german get
    gets getting ghanaian girl girlfriend give given giving glad glands glasses gluten go god goes going gone good google got gotten
    gp gracias gran grandchild granddaughter grande grandfather grandma grandmother grandpa grandson grasa grave great greatly greek
    green greetings gripe group grow growing growth guess guide gum gums guys gyn gynecologist ha haber habia habla hace hacer hacia
    had hair haitian half han hand hands happen happened happening happens happy hard has hasn't hasta have haven't having hay he
    head headache headaches heal healing health healthy hear heard hearing heart heat heavy hecho heel height hello help help-me
    helped helpful helping helps hepatitis her here hereditary hermana hermano hernia herself hey hi higado high hija hijo hijos him
    himself hip hipertension hips his hispanic history hit hiv hola hold hombre hombro home hope hopefully hoping hora horas hormone
    hormones hospital hot hour hours house how however hoy hpv hubby hueso huesos huge human hungarian hurt hurting hurts husband i
    i'd i'll i'm i've ibs ice icu idea ideas identify if ill illness illnesses im imagine immediate immediately immune impact
    important improve in inch include including increase increased indian indonesian infant infected infection infections
    inflammation info inform informacion information ingeniera ingeniero inherited injection injured injuries injury inside instead
    insulin insulina insurance intense interest interested interesting internal internet into ipad iphone ir iranian iraqi irish is
    isn't israeli issue issues it it's italian itch itching itchy its itself izquierda izquierdo jamaican jamas jan january japanese
    jaw jesus jewish job join joint joints journal journey jubilada jubilado jueves jul julio july jun june junio just keep keeps
    kenyan kid kidney kidneys kids kill kind kindly knee knees knew know knowing knowledge known knows korean la lab labs lack lado
    lady large las last late lately later latina latino law lawyer lay le lead leaking learn least leave leaves leche left leg legs
    les less let letter level levels librarian life lift light like likely limit line link lip list listed literature little live
    lived liver lives living llama llamo llevo lo local long longer look looked looking lord los lose losing loss lost lot lots love
    loved loving low lower luego lugar lump lumps lunes lung lungs ma'am maam machine mad madam madame made madre maestra maestro
    mail main major make makes making mal mala male malo man manage manager manana manera mano manos manufacturer many mar march
    mareo mareos mark marriage married martes marzo mas mass massage matter may maybe mayo mayor md me meal mean means meanwhile
    measure media medica medical medicamento medicamentos medication medications medicina medicine medicines medico medicos medline
    medlineplus meds meet mejor member memory men menos mental mentioned mes meses mess message met mexican mexicana mexicano mi
    middle midwife miedo miercoles might mild milk mind mine minute minutes miracle mis miscarriage misma mismo miss missing mobile
    moderate mom moment momento moms monday money month months mood more morning mornings most mostly mother mother-in-law mothers
    mouth move moved movement mr mri mrn mrs mrsa ms msg much mucha muchas mucho muchos mujer multiple mum muscle muscles muslim
    must muy my myself nada nadie nail nails name named names nariz national native natural nausea nauseas near nearly necesito
    necessary neck need needed needs negative neither nepali nerve nerves neurologist never new news next ni nigerian night nights
    nih nina nine ningun nino ninos nlm no nobody noche noches nombre non none nonsmoker normal normally north norwegian nos nose
    not note nothing notice noticed nov november noviembre now nuestro nueva nuevo numb number numbness nunca nurse nutrition o ob
    obese obgyn oct october octubre of off offer office often oh oil ojo ojos ok okay old older on once oncologist one ones online
    only onto open operacion operation opinion option options or oral order organ other others otra otras otro otros our ours
    ourselves out outcome outside over overall overweight own oxygen paciente padece padre padres page paid pain painful pains
    pakistani palm palms pancreas paper papers para paragraph paralyzed paramedic parece parent parents part parte particular parts
    party pass passed past pastilla pastillas patch patient patients pay pecho people pequeno per percent perhaps period periods
    permanent pero person persona personal personas persons peruana peruano peruvian peso ph pharmacist phd phone physical physician
    physicians physiotherapist pick picture pie piece piel pierna piernas pill pills pink pl place plan plans plastic play pleas
    please pls plus plz poco pocos podria podrian point poison polish poor population por porque portuguese posible positive
    possible possibly post potential pounds practice pray pregnancy pregnant pregunta preguntas premature prescribed prescription
    present president presion pressure pretty prevent previous price primary primera primero prior private probably problem problema
    problemas problems procedure product products professional professor prognosis progress project pronto proper properly prostate
    protein proud prove provide provided prueba psychiatrist psychologist public pubmed puede pueden puedo puerto pues pulled pulmon
    pulmones pulse purchase pus put quality que querida querido question questions quick quickly quien quiero quisiera quit quite
    radiologist rain ramadan range rare rash rather re reach reaction read reading ready real really reason reasonable receive
    received recent recently recomienda recomiendan recommend recommended record records recover recovery red reduce refer reference
    referred regard regarding regards regular rehab related relative relatives release relief remain remedy remember remove removed
    repair repeat reply report reporter research researcher resfriado resident respectfully respetado respond response respuesta
    rest result resultado resultados results retired return rican riesgo right rinon rinones risk risks rn rodilla role romanian
    room round run running runs russian sabado saber sad safe said saludo saludos same sample samples samsung sangrado sangre
    saturday save saw say saying says scan scar scared scary school science scottish screening se sea search second secretary
    section see seeing seek seem seems seen segun seguro seizure seizures semana semanas send senior senor senora senores sense
    sensitive sent sep sept september septiembre ser serious seriously serum seven several severe severity sex sexual sexually shake
    shaking shall share sharp she shock shoes short shot shots should shoulder shoulders show showed showing shows shunt si sibling
    siblings sick sickness side sides sido siempre siento sign signs similar simple sin since sincere sincerely single sintomas
    sinus sir sirs sister sisters sit signed fecha uv site sitting situation six size skin skype sleep sleeping slight slightly slow
    small smell smoke smoker smoker's smoking so sobre sobrina sobrino social sodium soft sola soldier sole solo soltera soltero
    solution some somebody someone someone's something sometimes somewhere somos son sons soon sore sores sorry sort sospecha sound
    source south soy spanish speak special specialist specialists specific speech spinal spine spoke spot spots spread staff ssn stage
    stand standard standing start started starting starts state states stay std steroid steroids still stomach stone stones stool
    stop stopped straight strange stress stroke strong student students studies study stuff stupid su sub subject success such
    sudden suddenly suffer suffered suffering suffers sufre sugar suggest suggested suggestion suggestions suicide summer sun sunday
    supplement supply support suppose supposed sure surgeon surgeries surgery surgical sus swallow sweat swedish swell swelling
    swiss swollen symptom symptoms syndrome system take taken takes taking tal talk talking tambien tan tanto tarde tardes taste te
    tea teacher team teenager teeth tel tell telling temperature ten tener tengo tenia term terrible terribly terrified test tested
    testing tests text thai than thank thankful thankfull thanking thanks thanksgiving thankyou that that's thats the their them
    themselves then therapist therapy there therefore these they thick thigh thin thing things think thinking third this those
    though thought three throat through throughout throw thru thumb thursday thus thx thyroid ti tia tiempo tiene tienen tight till
    time times tio tip tired tissue to toda todas today todo todos toe toes together told toma tomando tomar tomo tomorrow tongue
    tonight too took tooth top torn tos total totally touch toward town toxic trabajo transplant tratamiento tratamientos travel
    treat treated treating treatment treatments tres tried trigger trouble true truly trust truthfully try trying tu tuesday tumor
    tumors turkish turn turned tuve twice twin twins two ty type types u uk ukrainian ulcer ultrasound un una unas uncle
    uncomfortable under understand understanding underwent unemployed united university unknown unless uno unos unsure until up
    update upon upper ur urgent urgente urgentemente urgently urine urologist us usa use used useful usg using usted ustedes usual
    usually uti va vaccine vacuna vagina vamos varias varios various veces vegan vegetarian vein veins venezolana venezolano
    venezuelan ver verizon very veteran vez via vida videos viernes vietnamese view virus visible vision visit vitamin vitamins
    viuda viudo vive vivir vivo vomit vomiting vomito vuelta wait waiting wake walk walking wall want wanted wants warm was wash
    wasn't watch water way we weak weakness wear weather web website wednesday week weekend weeks weight welcome well welsh went
    were weren't west what what's whatever whats whatsapp wheelchair when whenever where whether which while white who whole whom
    whose why wide widow widowed wife wikipedia will wish with within without woke woman women won't wonder wonderful wondering word
    words work worked working works world worried worry worse worst worth would wouldn't wound wrist wrists write writer writing
    wrong x-ray y ya yeah year yearly years yell yellow yes yesterday yet yo you you're young your youre yours yourself youtube yr
    yrs`;
