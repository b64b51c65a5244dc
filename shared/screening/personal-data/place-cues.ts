import { phrases, wordSet } from './phrases.ts';

/** What says that a place of living or care follows: `sure` after any word that is none of the common, `likely` after a capital. */
export const cues = phrases<'sure' | 'firm' | 'likely'>({
  sure: `live in, lives in, lived in, living in, lives alone in, live alone in, live near, lives near, reside in, resides in, residing in,
    resident of, resident in, residents of, born in, city of, municipality of, province of, town of, village of, suburb of, raised in, grew up in, i am from, i'm
    from, im from, i m from, we are from, he is from, she is from, am from, come from, comes from, came from, writing from, mail from,
    stay in, stays in, staying in, my location is, my city is, hometown is, vivo en, vive en, vivimos en, viviendo en, viven en,
    resido en, reside en, residente en, residente de, soy de, somos de, radico en, radica en, ciudad de, municipio de, pueblo de,
    provincia de, localidad de, nacido en, nacida en, naci en, nacio en, escribo desde, mudamos a, me mude a, trasladamos a, domicilio
    en, vivo cerca de, vive cerca de, moved to, moving to, relocated to, shifted to, settled in, admitted to, located in, town called, village called,
    place called, city called, here in, living near, live close to, live outside, native of, hails from, hailing from, calling from,
    we're from, he's from, she's from, is from, was from, were from, native place is, hospital in, clinic in, clinic near, hospital
    near, nobody in, anyone in, anybody in, someone in, somebody in, aqui en, pueblo llamado, ciudad llamada, vengo de, venimos de,
    procedente de, natural de, oriundo de, oriunda de, originario de, originaria de, cerca de la ciudad de, zona de`,
  firm: `based in, move to, county of, state of, district of, my address is, address,
    location, city, town, outside of, suburbs of, outskirts of, es de, estado de, departamento de, colonia, barrio, barrio de, vecino
    de, vecina de, ubicado en, ubicada en, direccion, ciudad, afueras de, cerca de, vicinity of, admitted at, referred
    to, transferred to, transferred from, treated at, treated in, seen at, a patient at, patient at, patient in, student at, come to, go to, went to,
    travel to, travelled to, traveled to, fly to, drive to, report from, visit to, doctor in, specialist in,
    doctors in, specialists in, office in, hospitals in, place in, hospital
    en, medico en, especialista en, clinica en, hospital de, followed by, operated at, operated in, operada en, operado en, ingresada
    en, ingresado en, atendido en, atendida en, cuenta en, llevaron a, viajar a, ir a, back in, over in, down in, up
    in, back to, studying in, study in, working in, working with, posted in, staying at, doctor from, doctors from, near by, close to, not far
    from, commute to, estoy en, estamos en, trabajo en, estudio en, me atienden en, atendieron en, operaron en, tratado en, tratada en`,
  likely: `in,near,from,at,around,outside,en,desde,to,a,hacia,visiting,of,de`,
});

/** Said after, or before, the name of a place where people are cared for, or learn. */
export const kindsAfter = phrases({
  care: `hospital, hospitals, clinic, clinics, medical center, medical centre, medical centers, medical college, medical school, health
    center, health centre, health system, health services, healthcare, infirmary, hospice, nursing home, care home, cancer center,
    cancer centre, cancer institute, heart institute, institute, rehab center, rehabilitation center, rehabilitation centre, eye
    center, surgery center, university, college, high school, middle school, elementary school, primary school, school of medicine,
    school of nursing, school, academy, pharmacy, medical group, family practice, family medicine, polyclinic, county,
    area, general hospital, memorial hospital, children's hospital, childrens hospital, university hospital, district hospital, regional
    hospital, community hospital, teaching hospital, clinica, medical, health`,
});

export const kindsBefore = phrases({
  care: `hospital, hospital general, hospital universitario, hospital clinico, hospital regional, hospital nacional, hospital infantil,
    hospital de, hospital del, hospital civil, hospital central, clinica, clinica de, centro medico, centro de salud, centro de
    especialidades, policlinico, policlinica, sanatorio, consultorio, instituto nacional de, instituto, universidad, universidad de,
    universidad nacional de, university of, college of, institute of, university hospital of, unidad medica, ambulatorio, residencia,
    colegio, escuela, imss, issste, fundacion, hopital, ospedale, krankenhaus, klinikum`,
});

/** Before the name of a place of care in a text without capitals. */
export const kindsLower = phrases({
  care: `hospital, hospital general, hospital universitario, hospital regional, hospital nacional, hospital infantil, hospital clinico,
    clinica, fundacion, hopital, klinikum, sanatorio, policlinico, policlinica, centro de salud, centro medico, universidad de, university of`,
});

/** What follows a town in the name of a place of care. */
export const ofCare = wordSet(`children childrens general memorial university medical north south east west central regional community
    district state royal city metropolitan infirmary baptist methodist presbyterian mercy universitario universitaria`);

/** Parts of a hospital, which are in all of them. */
export const specialities =
  wordSet(`pain sleep wound fertility memory skin foot allergy diabetes blood breast bone brain kidney liver lung stroke
    trauma burn birth fever family weight travel walk urgent day night physical speech oral free online outpatient inpatient research
    cardiac spine spinal hair vein ear women men kids infant maternity dialysis rehabilitation surgical surgery training main`);

export const kindsSure = wordSet('hospital clinic university infirmary hospice clinica county area');

export const generic = wordSet(
  `the a an my our your his her their this that local general state public private children's childrens university medical
    memorial community county city national nearest big large mental rehab teaching government govt govt. any some every each in
    at from to near of and health psychiatric women's veterans va el la los las un una mi su del privado publico general cancer
    heart eye nursing high middle elementary primary high medicine law middle grade med dental nurse new same other another
    different old emergency hospital clinic doctor`,
);

export const linking = wordSet('of and the de del la los las y el for & san santa st saint our lady nuestra senora virgen');

/** What towns begin with, and end with, in their names: `Fort Yates`, `Klamath Falls`. */
export const townBegins = wordSet('bad ciudad fort lake mount nueva nuevo port puerto san santa santo villa');
export const townEnds = wordSet(`
    bay beach bluff bluffs borough city creek falls forest grove harbor harbour heights hills island islands junction lake landing
    mills palms parish park rapids ridge shire shores springs township vale valley view village vista woods`);

/** Said after a town: `the Omagh doctors`, `a Omagh resident`. */
export const ofTowns = wordSet(
  'resident residents native specialists doctors physicians surgeons hospitals clinics area region suburb suburbs based county state province district',
);

/** Said after a region. */
export const divisions = wordSet('county state province district region');

/** After an age and a comma a town may stand: `Ana, 52 years, Omagh, has`. */
export const agesEnd = wordSet('years yrs year old yo y age anos m f male female');

/** Words that are no town, with a capital or without, after `born in` and the like. */
export const noTowns = wordSet(`
    january february march april may june july august september october november december enero febrero marzo abril mayo junio julio
    agosto septiembre octubre noviembre diciembre spring summer autumn fall winter god jesus christ english spanish pain fear bed
    hospice assisted public housing care shelter rural country town city village north south east west northern southern eastern
    western central downtown upstate europe asia africa america i my the a pueblo ciudad aldea rancho`);

/** States whose letters mean nothing else to a doctor: `from NJ`, but not `in CT`. */
export const plainCodes = wordSet('tx ny nj fl oh il nh nv nm ky tn wv wi ks ut az wa nsw qld');

/** Before a name of the gazetteer, of a capital or not. */
export const placing = wordSet(
  'in near from at around outside en desde hacia downtown central southern northern eastern western greater visiting',
);
/** Before `to` and a name of the gazetteer. */
export const going = wordSet(
  'go goes going gone went come comes came coming move moved moving travel traveled travelled fly flew drive drove back',
);

export const before = wordSet(
  `in at from to near en desde hacia around of de for visiting live lives city county outside a cerca area y and los las`,
);

export const ambiguous = wordSet(
  `nice reading mobile mesa orange split male bath hull cork essen kano fes suva aden derby surat cali porto bergen cary corona
    modesto aurora leon salta faro bari basel bern cebu davao lugo medina padua galle ponce toledo victoria salem buffalo
    rosario cordoba reno tyler nashik lima goa bali kota maine georgia concord dover pierre helena laredo midland odessa
    hollywood queens garland gilbert peoria chandler lexington phoenix providence independence normal kent devon tabasco sonora
    hamburg frankfurt sharjah aba ames angers boulder centennial clearwater coro corrientes cuenca esmeraldas matanzas pueblo quito reus thane anand arad auburn avila beira bello bend bolton buckeye camden canton chester colima colon compton concordia delta durango elgin enfield flushing fez flint florencia formosa gaya gent goma granada halle hassan heredia hilo hue ica ife jos juba langley leticia limon linz loja lund manta milagro moron natal nelson newport nis nogales palmas parla parma pasto pecs plantation posadas preston qom quevedo racine resistencia rivera ruse sagar salamanca salto slough sparks suez surprise swat tema tours troy ulm ventura vista windsor york oran ibiza lille turku riga trichy lyon erie kandy kashmir angora lancaster durham jersey burgos`,
);

/** Towns that are words, too: not without a capital. */
export const townsToo = wordSet(
  `acre alegria alpha alpine angles antelope apache apex arco arcos arenas armada assumption bacon badger ball bamboo banda bangs
    banks banner banos barranca barras basin bata battle begun bent berry bland blossom boca bocas bolo bolsa bong boom boot
    borne boundary braga brake branch bridge brilliant brush bureau cabezas cabo cache cactus caldera calera caliente calor
    camp capital caras carbon caridad carmen cascade casino cebolla central century cherry clay clever clones cloud clover
    coco codo coffee coin combine consolacion continental converse cook corral costa costilla cota crema crescent cricket
    cross cruces crystal cuarto cuero curry dare delta descanso diamante dire dispatch divide dodge dollar dolores door drain
    dulce earth economy effort elixir ende energy enterprise espejo esperanza estancia experiment falls farms federal ferry
    fleet flint fortuna fountain freedom friendly frio frontier fuente fuentes gamut gang gastos gates gateway glacier glide
    gloria golden gore grad grain grand granite grant gray guardia halfway hall hana harvest hatch haven hazard helper hermosa
    holder holiday honey hood hook hooks humble independence industry isla island islands junction king kissing laguna lamb
    lame landing landmark lane lazy lens liberal libertad liberty llano locking loma luck mango manzana marks mesas meta metro
    midstream mina minas mineral minor mirador mission mold molino mono monster monte mora moral muse naranja needles noble
    nogal norte northeast northern ocean oil olla opera opportunity orange oriente pace palma palo papa park paso paste pasto
    peach peculiar peel peer perm piedras pike pinch pinto planta plata plateau plato playa plenty plum police poll pool pope
    pout power pozo progreso puente punch punta quarter quemada quito rainbow ramos rand reform reforma regla remedios reserve
    reservoir retreat ribera rice rich ridge rise roman root rush sake sala salada salado sale salmon salt salto salud
    sandwich sauce scissors sector sells settle shaping shields sierra sigma silla slope socorro soledad southern spark split
    spring springs spur stamps star stock store story street summit sunrise sunset superior surprise swift tabu tactic tangent
    tapes taza thermal tire toast toma tomas tool tornado toro torre tower towns trail trapiche traverse triangle trim
    trinidad turbo union unity valle vega verde vice villas violet volcano vuelta wall walls ward warrior wedding weed western
    wing wink winner wise wood worms yale`,
);

/** Said before what somebody takes or has, and not right before a town. */
export const ofThings = wordSet(
  `an the my your his her this that with on take takes taking took taken using use used called have has had having or mg drug drugs
    medication medicine un una el la mi su con tomo toma tomar tomando tengo tiene uso usar usando`,
);

/** Words that something is in, or from, which is no place: `the ingredients in X`. */
export const contained = wordSet(
  `ingredient ingredients found contained contain used present content gluten alcohol lactose dye dyes contents active inactive
    difference withdrawal switch switched switching changed change made interested believe participate results`,
);

export const fromPerson = wordSet(
  `am is i'm are come came comes writing written mail report hello hi us me people person somebody man woman doctor doctors
    back nurse student teacher girl boy lady guy patient patients mother father mom dad son daughter sister brother friend
    friends wife husband cousin uncle aunt family colleague hailing greetings`,
);
