import { wordSet } from './phrases.ts';

/**
 * Discoverers after whom a disease, a sign, a test or an operation is called, as the medical dictionaries have them. Many are common
 * family names: they are nobody's where nothing near says that a person is meant.
 */
export const eponyms = wordSet(`
    addison adie aicardi alagille aldrich alexander alpers alport alzheimer alzheimers angelman apgar arnold asperger aspergers
    babinski baker bardet barlow barr barre barrett bartholin basedow batten becker beckwith behcet bell bells bence bennett bernard
    best biedl billroth binswanger birt bloom bobath boerhaave bouchard bowen bright broca brudzinski brugada budd buerger burkitt
    canavan caroli carpenter castleman cat chagas charcot chiari coats cockayne colles conn coombs cori cornelia cowden creutzfeldt
    cri crigler crohn crohns crosti crouzon cushing cushings dandy danlos darier dejerine dercum devic diamond digeorge doppler down
    downs dravet dressler dube dubin duchenne dupuytren dupuytrens eales ebstein edwards ehlers eisenmenger ellison epley epstein
    erb ewing fabry fallot fanconi farber felty foley fournier freiberg freud friedreich fuch fuchs galeazzi gardner gastaut gaucher
    gehrig gianotti gilbert gilberts glanzmann glasgow gleason golgi gorlin gram grave graves grover guillain haberman habermann
    haglund hailey hansen hartnup hashimoto hashimotos heberden heimlich heller henoch hers hickman hippel hirschsprung hodgkin
    hodgkins hoffmann hogg holmes horner hunt hunter huntington huntingtons hurler irlen ishihara jacobsen jakob jeghers johnson
    joubert kaposi kartagener kawasaki kearns kegel keller kernig kienbock kindler kleffner kleine klinefelter klippel klumpke koch
    kohler korsakoff krabbe krebs kugelberg landau lange laron lasegue leber legg leigh lemli lennox lesch levin lewy leydig li
    lindau loeys lou lyell lyme lynch machado magenis mallory mantoux marfan marfans marie mcardle mcburney menetrier meniere
    menieres menke menkes merkel merzbacher meyer moebius mohs monteggia morphea morquio morton mucha muir munchausen murphy najjar
    netherton niemann nissen noonan norrie nyhan opitz osgood osler paget pagets pap papanicolaou parkinson parkinsons parry pasteur
    pelizaeus perthes peutz peyronie pick pickwick pierre pilonidal plummer poland pompe pott pottsmith prader prinzmetal proteus
    quervain quervains ramsay rasmussen raynaud raynauds refsum reiter rett reye rinne ritter romberg rosacea rotor roussy roux
    rubinstein russell sachs sanfilippo sanger schatzki scheuermann schilling schirmer schlatter schonlein schwann seitelberger
    sever sever's sezary sheehan shprintzen shy silver sjogren sjogrens smith sneddon snellen sotos sottas soulier spitz stargardt
    steinert stevens stickler still stills strumpell sturge sweet swyer sydenham takayasu tarlov tarui tay taybi tommy tooth torre
    tourette tourettes treacher trendelenburg turner usher valsalva vincent vogt vojta vonwillebrand waardenburg waldenstrom walker
    wallenberg weber wegener weiss werdnig werner wernicke west whipple wiedemann wilkins wilkinson willebrand willi williams wilms
    wilson wilsons winter wiskott wolff wolfram wolman zellweger zollinger`);

/** Said beside an eponym: with one of these near, a capital is a disease's. */
export const diseaseWords = wordSet(`
    anaemia anemia anomaly aphasia arteritis ataxia bacillus bacteria bodies body brace catheter cell cells chorea chromosome classification contracture
    contractures criteria cyst decease deficiency dementia desease diet disease disease's diseases disorder dystrophy encephalopathy
    enfermedad escala esofago esophagitis esophagus exercise exercises fenomeno fever flu fracture gene genes granulomatosis hernia
    leukodystrophy linfoma linfomas lymphoma mal malformation maneuver manoeuvre method mutation neuralgia neuroma neuropathy nevus
    oesophagus operation palsy paralisis paralysis phenomena phenomenon procedure prueba psychosis pump purpura retinopathy sarcoma
    scale score score's sign signo sindrome smear spots stain stool surgery sydrome syndrom syndrome syndromes test tests tetralogy
    therapies therapy thyroiditis tiroiditis trisomy tumor tumors tumour type valve virus`);

/** Drugs by their brands, illnesses and parts of the body that no ending gives away: people write them with a capital, as they do names. */
export const terms = wordSet(
  `
    abilify accutane achilles acl actonel adderall adrenal adults advair advil afib aleve allegra alopecia ambien anemia anorexia
    anthrax aorta arava aricept arimidex armour aspirina asthma ativan augmentin autism avastin avonex bactrim benadryl biktarvy
    boniva botox botulism bradycardia bronchitis bulimia buspar candida carpal cataract cataracts celexa celiac cellcept cellulitis
    cerebellum cervical cervix chickenpox chikungunya children chlamydia cholera cialis cipro claritin colace colic concerta
    copaxone cornea coronavirus cosentyx coumadin covid cozaar crestor croup cuff cymbalta dementia dengue depakote depo diarrhea
    differin diflucan dilantin diovan ebola eclampsia eczema edema effexor eliquis emphysema enbrel endometriosis epclusa epilepsy
    females femara femur fibroids flagyl flonase forteo fosamax gallstones geodon gilenya glaucoma gleevec gonorrhea gout haldol
    harvoni heartburn hemorrhoids herceptin hernia herpes hives humalog humerus humira ibuprofeno imodium impetigo imuran infants
    influenza insomnia invega januvia jaundice kapvay keflex keppra klonopin lamictal lamisil lantus lasix latuda leukemia levaquin
    levitra lexapro lipitor lithium lumbar lupus lymphedema lymphoma lyrica macula malaria males measles melanoma melatonin meniscus
    menopause metamucil migraine migraines miralax mirapex mirena moderna motrin mounjaro mucinex mumps namenda narcolepsy neurontin
    newborn newborns nexium norco norvasc novolog nyquil omeprazol osteopenia otezla ovaries ovary oxycontin ozempic paracetamol
    paralysis paxil paxlovid pelvis pepcid percocet pfizer pituitary plantar plaquenil plavix pneumonia polio pradaxa preeclampsia
    premarin prilosec prograf prolia propecia protonix prozac rabies reclast reflux remeron remicade requip retin retina rickets
    risperdal ritalin rosacea rotator sacral scabies sciatica scoliosis scurvy seniors sepsis seroquel shingles sinemet singulair
    sovaldi spiriva stelara strattera stroke suboxone sudafed symbicort synthroid syphilis tachycardia tamiflu tamoxifen tarceva
    taxol tecfidera teens tegretol tetanus thalamus thoracic thrush tibia tinnitus toddlers topamax tramadol trazodone trulicity
    truvada tylenol typhoid tysabri uterus valium valtrex varicose vertigo viagra vicodin victoza vitiligo vyvanse wegovy wellbutrin
    xanax xarelto xeljanz yaz zantac zika zocor zoloft zometa zovirax zyprexa zyrtec`,
);

const ENDINGS = `
    able acid aemia algia ality amide amine ance ancy ando anil aron ate azepam azole caine cele chloride cillin cion ciones
    cycline cytic dad dades ectomy edly emia emos ence ency floxacin ful genesis genic gliflozin gliptin glycemia gram graphy iatric
    iatrics iatry ible ical ically ics ide idine iendo ieron ility ine ing ingly ings ious ism ities itis itosa itudes less lysis
    mab ment mente ments mycin ness nib ologist ology olol olone oma omas onide oses osis oso ostomy otomy ous ously oxetine oxide
    paresis parin pathy phen philia phobia phylline plasia plasty plegia pram prazole pril profen rrhagia rrhea rrhoea sartan
    sclerosis scopy setron sion sions solone sone statin stenosis sulfate terol thyroxine tide tion tions toma tomas triptan trophy
    uresis uria vir vudine xaban ximab zepam zumab`.split(/\s+/);
const byLast = new Map<string, string[]>();
for (const ending of ENDINGS) {
  const last = ending.slice(-2);
  byLast.set(last, [...(byLast.get(last) ?? []), ending]);
}

/** Endings of illnesses, drugs and derived words, which a name that is in no list seldom has. */
export const hasTermEnding = (folded: string): boolean =>
  folded.length >= 6 && (byLast.get(folded.slice(-2)) ?? []).some((ending) => folded.endsWith(ending));
