import { wordSet } from './phrases.ts';

/**
 * Discoverers after whom a disease, a sign, a test or an operation is called, as the medical dictionaries have them. Many are common
 * family names: they are nobody's where nothing near says that a person is meant.
 */
export const eponyms =
  wordSet(`addison alport alzheimer alzheimers angelman apgar arnold asperger aspergers baker barr barre barrett bartholin basedow batten becker behcet bell bells bloom bowen bright broca
  brugada buerger burkitt carpenter castleman chagas charcot chiari cockayne conn cori crohn crohns creutzfeldt crouzon cushing cushings danlos darier dercum devic diamond down downs dressler duchenne dupuytren dupuytrens ebstein edwards ehlers
  eisenmenger epstein erb ewing fabry fallot fanconi farber felty fournier friedreich fuchs gardner gaucher gehrig gilbert gilberts gorlin graves grave guillain hansen hartnup hashimoto hashimotos henoch hirschsprung hodgkin hodgkins horner hunter huntington huntingtons hurler jakob johnson
  kaposi kartagener kawasaki kearns keller klinefelter klippel klumpke korsakoff krabbe kugelberg laron leber legg lennox lesch leigh lewy leydig li loeys lou lyme lynch machado marfan marfans marie mcardle meniere menieres menke menkes merkel meyer moebius morton morquio munchausen nissen noonan norrie nyhan osgood osler
  paget pagets parkinson parkinsons parry pelizaeus merzbacher perthes peyronie peutz jeghers pick pickwick pierre plummer poland pompe pott prader proteus prinzmetal ramsay hunt raynaud raynauds refsum reiter rett reye romberg sanfilippo schlatter schonlein scheuermann schwann seitelberger sezary sheehan shy sjogren sjogrens
  sotos spitz stargardt steinert stevens still stickler stills strumpell sturge swyer sweet sydenham tay sachs takayasu tarlov tooth tourette tourettes treacher turner usher vincent vogt vonwillebrand waardenburg waldenstrom wallenberg weber wegener werdnig hoffmann werner wernicke west whipple willebrand willi williams wilms wilson wilsons winter wiskott aldrich wolff
  wolfram wolman zellweger zollinger ellison mohs pap papanicolaou kegel heimlich hickman foley whipple billroth tommy heller roux bence mantoux babinski doppler gleason ishihara snellen glasgow coombs barre schilling schirmer rinne weber lasegue kernig brudzinski murphy mcburney trendelenburg valsalva epley bobath vojta
  kienbock freiberg sever kohler bouchard heberden baker haglund colles bennett galeazzi monteggia pottsmith ménétrier menetrier mallory weiss boerhaave schatzki barlow gram golgi krebs jacobsen sanger wilkins freud koch pasteur kleine levin binswanger alexander canavan landau kleffner dravet gastaut rasmussen aicardi joubert dandy walker budd caroli alagille crigler najjar dubin rotor dejerine sottas roussy bernard soulier glanzmann bardet biedl parry cowden muir torre birt hogg dube hippel lindau russell silver beckwith wiedemann smith lemli opitz magenis rubinstein taybi cornelia lange cri cat digeorge shprintzen
  mucha haberman habermann hailey grover ritter lyell kindler netherton gianotti crosti sneddon wilkinson morphea rosacea quervain quervains sever's pilonidal crigler coats best eales irlen adie holmes fuch leigh alpers niemann hers tarui farber`);

/** Said beside an eponym: with one of these near, a capital is a disease's. */
export const diseaseWords =
  wordSet(`disease diseases syndrome syndromes disorder desease decease sydrome syndrom tumor tumors tumour sarcoma lymphoma palsy thyroiditis ataxia chorea dystrophy anomaly malformation contracture contractures phenomenon
  phenomena sign test tests scale score score's criteria esophagus oesophagus cyst nevus procedure operation maneuver manoeuvre method therapy therapies exercises exercise gene genes mutation virus bacteria bacillus fever encephalopathy granulomatosis neuroma neuralgia hernia fracture cells cell bodies body dementia paralysis
  deficiency anemia anaemia leukodystrophy retinopathy neuropathy arteritis purpura psychosis aphasia disease's tetralogy catheter smear stain valve pump diet surgery spots trisomy type sindrome enfermedad mal prueba escala signo paralisis tiroiditis linfoma fenomeno linfomas esofago esophagitis flu`);

const ENDINGS =
  `itis osis oses emia aemia oma omas ectomy otomy ostomy pathy algia uria plasty scopy gram graphy cillin mycin pril sartan statin olol azole azepam zepam idine amine amide caine cycline floxacin profen setron triptan gliptin gliflozin
  parin xaban mab nib vir vudine zumab ximab cycline oxetine pram phylline terol sone solone olone onide tide trophy plasia plegia paresis phobia philia rrhea rrhoea rrhagia cele uresis ism ics ologist ology iatric iatrics iatry
  tion tions sion sions ment ments ness ful less able ible ical ically ously ous ious ality ility ities itudes ing ings ingly edly ings ency ancy ance ence cion ciones mente dad dades iendo ando itosa oso emos aron ieron toma tomas anil thyroxine prazole
  glycemia cytic genic genesis lysis sclerosis stenosis oxide acid chloride sulfate ide ine ate phen`.split(/\s+/);
const byLast = new Map<string, string[]>();
for (const ending of ENDINGS) {
  const last = ending.slice(-2);
  byLast.set(last, [...(byLast.get(last) ?? []), ending]);
}

/** Endings of illnesses, drugs and derived words, which a name that is in no list seldom has. */
export const hasTermEnding = (folded: string): boolean =>
  folded.length >= 6 && (byLast.get(folded.slice(-2)) ?? []).some((ending) => folded.endsWith(ending));
