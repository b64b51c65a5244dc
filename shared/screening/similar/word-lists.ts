const words = (text: string) => text.split(/\s/).filter(Boolean);

/** Words of the grammar. Without accents, as `split` gives them. */
export const stopWords: Record<'en' | 'es', ReadonlySet<string>> = {
  en: new Set(
    words(`a about after again all also although am an and any anyone are arent around as at be because been before being both but by came
      can cant cannot could couldnt did didnt do does doesnt doing dont down during each either else even ever every few for from further
      get gets getting go goes going gone got had hadnt has hasnt have havent having he hello her here hers herself hi him himself his how
      however i id if ill im in into is isnt it its itself ive just kind know let lets like lot made make makes many may me might mine more
      most much must my myself no nor not now of off on once one only or other our ours out over own per please plz pls put really same
      say says she should shouldnt since so some someone something still such than thank thanks that the their them themselves then there
      theres these they theyre thing things this those though through thru to too took u until up upon us use used using very via want
      was wasnt we well went were what whats when where whether which while who whom whose why will wish with within without wont would
      wouldnt yes yet you youre your yours yourself q ok okay dr doc able q`),
  ),
  es: new Set(
    words(`a al algo alguien algun alguna algunas algunos ante antes aquel aquella aqui asi aun aunque bien cada como con cosa cosas cual
      cuales cualquier cuando cuanto cuanta cuantas cuantos cuya cuyo da dan de debe deben deberia debo decir del desde despues dia donde
      dos durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta estaba estan estar estas este esto estos estoy fue
      fueron gracias ha haber habia hace hacen hacer hago han hasta hay he hola la las le les lo los luego mas me mi mis mismo mucha muchas
      mucho muchos muy ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque pues pude puede pueden
      puedo que quien quiero saber se sea segun ser seria si sido siempre sin sino sobre sois solo somos son soy su sus suya suyo tal
      tambien tampoco tan tanto te tener tenga tengo tiene tienen toda todas todavia todo todos tras tu tus un una unas uno unos usted
      ustedes va vamos van vez voy y ya yo doctor doctora`),
  ),
};

/** Words that questions to doctors are full of: two that share only these are about different things. */
export const commonWords: Record<'en' | 'es', readonly string[]> = {
  en: words(`affect afraid age ago anything bad become begin best better body bother cause chance change come concern condition consider
    current cure daily day decrease describe develop different difference disease doctor eat effect experience fast feel feeling felt female find
    first friend give good happen help health healthy high hour husband idea illness increase issue kid large last late later life little
    live long look lose low main male man matter mean medical medicine medication mild mom month morning mother need new next nice night
    normal notice old pain part patient people person possible prevent problem reason recent recommend reduce regular relate result risk
    safe see seem serious severe show side sign sister slight small son start stop suffer suggest sure symptom take talk tell test think
    time today tomorrow treat treatment try turn type usual way week wife woman wonder work worry worse wrong year yesterday daughter
    brother father dad boyfriend girlfriend advice explain understand anyway appointment visit check past keep prescribe suggestion tip`),
  es: words(`afectar ahora ano anos ayer ayuda ayudar bueno buena cambiar causa causar condicion consejo consulta cuerpo cura curar
    deber dejar dia dias diferencia doctor dolor edad efecto empezar enfermedad esposa esposo explicar forma gente grave hija hijo hombre
    hora horas hoy madre malo mala mal manana medicamento medicina medico mejor mejorar mes meses miedo mujer necesitar noche normal nuevo
    padre pasar peor pequeno persona posible preguntar pregunta prevenir problema razon recomendar reciente resultado riesgo seguro
    semana semanas sentir siento signo sintoma sufrir tardar tiempo tipo tomar tomo trabajar tratamiento tratar usar vida preocupar`),
};

/** Forms that no ending explains, and the stem of the others. */
export const irregularWords: ReadonlyMap<string, string> = new Map(
  words(`children:child kids:child kid:child men:man women:woman feet:foot teeth:tooth took:tak taken:tak taking:tak ate:eat eaten:eat
    felt:feel gave:giv given:giv bled:bleed bleeding:bleed slept:sleep drank:drink drunk:drink swollen:swell swelled:swell hurts:hurt
    lost:los losing:los loss:los grew:grow grown:grow bit:bit bitten:bit broke:break broken:break fell:fall fallen:fall began:begin
    begun:begin caught:catch mice:mouse lice:lous bacteria:bacterium bacterias:bacterium viruses:virus virus:virus dose:dos doses:dos
    dosage:dos dosages:dos died:die dying:die death:die deaths:die dead:die breathing:breath breathe:breath breathes:breath breaths:breath
    anal:anal oral:oral renal:renal nasal:nasal fetal:fetal being:being thing:thing need:need needs:need blood:blood bed:bed red:red
    feed:feed speed:speed seed:seed ring:ring sting:sting stung:sting meal:meal gas:gas yes:yes pus:pus his:his ovulation:ovul
    ovulate:ovul ovulates:ovul ovulating:ovul vaccine:vaccin vaccines:vaccin vaccinated:vaccin vaccination:vaccin ultrasound:ultrasound
    pregnant:pregnan pregnancy:pregnan pregnancies:pregnan preg:pregnan allergic:allerg allergy:allerg allergies:allerg allergen:allerg
    diabetic:diabet diabetes:diabet diabetics:diabet anemic:anemi anemia:anemi asthmatic:asthma asthma:asthma itchy:itch itching:itch itches:itch
    itchiness:itch sleepy:sleep sleepiness:sleep dizzy:dizz dizziness:dizz nausea:naus nauseous:naus nauseated:naus depressed:depress
    depression:depress anxious:anxi anxiety:anxi contagious:contagi infectious:infect surgical:surg surgery:surg surgeries:surg
    constipated:constip constipation:constip menstrual:menstru menstruation:menstru menstruating:menstru vaginal:vagin vagina:vagin
    penile:penis abdominal:abdom abdomen:abdom muscular:muscl muscle:muscl muscles:muscl cardiac:cardi hepatic:liver thicken:thick painful:pain
    fertility:fertil fertile:fertil infertile:infertil infertility:infertil genetic:gene genetics:gene genes:gene inherited:inherit
    embarazada:embaraz embarazo:embaraz embarazos:embaraz alergia:alerg alergias:alerg alergico:alerg alergica:alerg
    diabetico:diabet diabetica:diabet tomo:tom tome:tom tomar:tom tomando:tom duele:dol duelen:dol dolor:dol dolores:dol
    testes:testicle hija:hija hijas:hija esposa:esposa mama:mama ano:ano anos:ano marido:marido hives:hives spine:spine spinal:spine fatal:fatal scared:scared nervous:nervous beber:beber nervio:nervio nervios:nervios tragos:tragos
    crecimiento:crecimient numbing:numbing therapies:therapi therapy:therapi sangra:sangr sangro:sangr sangre:sangre`).map(
    (pair): [string, string] => {
      const [form = '', stem = ''] = pair.split(':');
      return [form, stem];
    },
  ),
);

/** Numbers as they are said, in digits. */
export const numberWords: ReadonlyMap<string, string> = new Map(
  words(`two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 twenty:20 thirty:30 forty:40 fifty:50
    twice:2 thrice:3 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 doce:12 quince:15 veinte:20 treinta:30`).map(
    (pair): [string, string] => {
      const [word = '', digits = ''] = pair.split(':');
      return [word, digits];
    },
  ),
);
