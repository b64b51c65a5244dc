/**
 * Family names of many cultures, lower case and without diacritics; written by hand from general knowledge.
 */
export const surnames = `
    abad abara abbas abbott abboud abdallah abdelaziz abdelrahman abdi abdullah abe abiola abramov abu acar acharya achebe acosta
    acuna adams adamu addo adebayo adekunle adeleke ademola adeniyi adesina adewale adeyemi adhikari adkins afolabi agarwal agbaje
    aggarwal aguilar aguilera aguirre agyeman ahluwalia ahmad ahmadi ahn ajayi akande akbari akbas akhtar akin akinola akpan aksoy
    aktas alabi alam alami alarcon alawi albrecht alexander alfaro alhassan ali allen allison almeida alonso alvarado alvarez alves
    amadi amador amari amin amini amoah ampofo anand anaya andersen anderson andersson ando andrade andre andrews ankrah annan
    ansari antoniou aoki aparicio appiah aquino aragon arai araujo arce arellano arias armstrong arnaud arnold arora arriaga arroyo
    arslan arthur asaad asante asare ashraf aslan atallah atas atkins atkinson austin avalos avci avila avraham awad awolowo ayala
    aydin ayodele ayoub azar azevedo aziz azoulay babic babu bach bae baek baez bahrami bai baig bailey bajaj bajwa bakar bakr bal
    balakrishnan balci baldwin ballard ballesteros balogun bamidele bandara banerjee bangura banks bansal barajas barakat barbosa
    barker barnes barrera barrett barrios barros barton bartos basha basu bates batista batungbakal bauer baumann bautista bayram
    becerra beck becker bedi begum bekele bello beltran benavides benitez bennett benoit benson berg berger bergmann bermudez bernal
    bernard bertrand bhagat bhandari bhardwaj bhargava bhat bhatia bhatt bhattacharya bhutto bianchi binder binti bishara bishop
    biswas biton black blair blake blanc blanco blom boateng boer bogdanov bondarenko bonsu bose boucher boulos boutros bowen bowman
    boyd boyer boyko bozkurt bradley brady brandt braun bravo brennan briggs briones brooks brown brun brunner bruno bryant buchanan
    buckley bui bulut burgess burke burns burton busch bush bustamante bustos butler butt byrne caballero cabrera cai calderon
    caldwell callahan calvo camacho camara camarena cameron campbell campos can cano cantu cao cardenas cardoso carlson carlsson
    carmona caron carpenter carr carranza carrasco carrera carrillo carroll carson carter caruso carvalho casas casey castaneda
    castellanos castillo castro catacutan cazares ceballos celik cerny cervantes cetin chacon chadha chahine chaiyasit chakraborty
    chambers chan chanda chandler chandran chang chao chapman chatterjee chaudhary chaudhry chauhan chavez chen cheng chernov cheung
    chevalier chiang chikwanha chin chishti chiu cho choi chopra chou choudhury chow chowdhury christensen christiansen chu chukwu
    chung cisneros clark clarke clayton clement coelho cohen coleman collins colombo colon condori connolly connor conteh conti
    contreras cook cooper cordero cordova corona coronado corral correa cortes cortez coskun costa coulibaly cox crawford cross cruz
    cuellar cuevas cummings cunha cunningham curtis czarnecki dabrowski dag dahan daher dahl dalal dang daniels danjuma daoud darko
    darwish das dasgupta datta davidson davies davila davis dawson day de dean dekker dela delacruz delaney delgado deluca demir
    demirci deng denis desai deshmukh deshpande dey dhar dhillon diallo diarra diaz dib dieng dijkstra dimaculangan dimitrov ding
    dinh diop dissanayake dixit dixon dizon dlamini do dogan doherty dominguez donaldson dong donkor donovan doyle du duarte dubey
    dubois duchamp dudek duffy dumas dumitru duncan dunn duong dupont dupuis duran durand durmaz dutta dvorak ebrahimi echeverria
    edwards effiong egwu eid ekwueme elamin elizondo elliott ellis elmasry elsayed endo engel enriquez erdem erdogan eren erickson
    eriksson escalante escobar escobedo esparza espinosa espinoza esposito esquivel essa esteves estrada etxeberria evans eze ezeh
    fabre fadel fahmy fan fang farah faraj farhat farouk farrell faure favre fayed fedorov feliciano feng ferguson fernandes
    fernandez fernando ferrando ferrara ferrari ferreira ferrer fields fierro figueroa filipovic fiore fischer fisher fitzgerald
    fitzpatrick fleming fletcher flores flynn fofana fong fonseca fontaine ford foster fournier fowler fox franco frank franke
    frazier freeman friedman friedrich fu fuchs fuentes fujii fujimoto fujita fujiwara fukuda fuller gagnon galindo gallagher
    gallardo gallegos gallo galvan gamez gandhi ganesan gao garay garcia gardner garg garnier garrett garza gauthier gaytan
    gbadamosi gebremariam gentile george georgiev georgiou gerard ghali ghanem gheorghe ghorbani ghosh gibson gil gilbert gill
    giordano girard giron godinez godoy goel gokhale goldberg goldstein golzari gomez goncalves gonzales gonzalez goodman goodwin
    gopalan gordon gorski goswami goto goyal grabowski gracia graf graham granados graves gray greco green greenberg greene greer
    grewal griffin griffith grigoryan gross grosse grover gruber guerin guerra guerrero guevara gueye guha gul gulati guler gunawan
    gunawardena gundogdu gunes gunther guo gupta gurung gustafsson gutierrez guzman haas habib haddad hahn haile hajjar hakim
    hakobyan hale halim hall hamad hamdan hamdi hamed hamid hamilton hammond hammoud hamzah han hanna hansen hanson hansson hara
    harada hardy haroun harper harris harrison hart hartmann hartono hartwig harvey hasegawa hashem hashemi hashimoto hashmi hassan
    hassoun hausmann hawkins hayashi hayes he hegde heikkinen heinrich henderson henriquez henry heredia hernandez herrera herrmann
    heydari hicks hidalgo hidayat higgins hijazi hill hinojosa hirano ho hoang hodges hofer hoffman hoffmann hofmann holguin holland
    holm holmes holt honda hong hopkins horak horton horvat horvath hossain hosseini houston howard howell hoxha hrynko hsieh hsu hu
    huaman huang hubbard huber hudson huerta hughes hui hunt hunter hurtado hussain hussaini hussein huynh hwang ibarra ibe ibekwe
    ibrahim idowu idrissi igarashi iglesias igwe iheanacho iida ikeda ikpeazu imai ingram iniguez inoue ionescu iqbal ishida ishii
    ishikawa islam ismail issa ito ivanov ivanova ivanovic iwasaki iyengar iyer izquierdo jabbar jaber jabr jackson jacobs jacobsen
    jafari jaimes jain jalloh jallow james jang jankovic jankowski janowski jansen janssen jansson jaramillo jarvinen jarvis javed
    jayawardena jenkins jennings jensen jeon jeong jha jia jiang jimenez jin jo johansen johansson johnson johnston jones jordan
    joshi jovanovic juarez jung kabbani kaczmarek kaiser kalinowski kamara kamath kamau kaminski kanaan kaneko kang kante kapadia
    kaplan kapoor kapur kara karaca karam karimi kariuki karki karlsson kassem kato kattan katz kaul kaur kawaguchi kawasaki kaya
    kazemi keita keller kelley kelly kennedy kerr kessler khademi khalaf khaldi khalifa khalil khan khanna khatib khatri khatun
    khosravi khoury khumalo kikuchi kilic kim kimani kimura king kinoshita kiptoo klein klug knight ko kobayashi koc kocaman koch
    kohler kohli kojima kondo kone kong konig korhonen korkmaz koroma koskinen kouri kovac kovacevic kovacs kovalchuk kovalenko
    kowalczyk kowalski kozlov kozlowski kraus krause kravchenko krawczyk krishnamurthy krishnan kruger kubo kucera kudo kuhn
    kulkarni kumar kumari kunz kuo kurt kusuma kuti kuznetsov kwok kwon kwong lacson lai laine lal lam lambert lane lang lange lara
    larsen larson larsson lau laurent lawal lawrence lawson le leal lebedev leblanc leclerc ledesma lee lefebvre legrand lehmann
    lehtonen lei leiva lemaire leon leonard lerma leroy lestari leung levine levy lewandowski lewis leyva li liang liao lim limon
    lin linares lindberg lindgren lindsey lindstrom ling lira little liu llamas lloyd lo loera logan lombardi lomeli long longo
    lopes lopez lorenz lowe lozano lu lucas lucero ludwig lugo luna lund luo luong ly lynch lyons lysenko ma maalouf macaraeg
    macdonald machado macias mackenzie madrigal madu maeda magalhaes magbanua magsaysay mahajan mahfouz mahlangu mahmoud mai maier
    maina majeed majewski makarov makena makinen maldonado malhotra malik malone mamani manalo mancini mandela mann manriquez
    mansour mao marchand marchetti mariani maric marin marino marinov markovic marques marquez marrero marsh marshall martin
    martinez martini martins maruyama marzouk mascarenas maseko mason masri masson massoud masuda mata matar mateo mathieu mathur
    matos matsuda matsui matsumoto matsuo matthews maxwell may maya mayer mayorga mazur mazza mbeki mbeye mccarthy mccormick mccoy
    mcdaniel mcdonald mcdonnell mcgee mcguire mckay mckenzie mckinney mclaughlin mcleod mcmahon mcmillan mcnamara mcpherson medina
    medrano mehra mehta meier mejia melendez melgar melnik melo mena mendes mendez mendoza menendez meng mengistu menon mensah
    mercado mercier merino meunier meyer meza miah michalski michel mikhailov miles miller mills milosevic min miranda mirza mishra
    misra mistry mitchell mittal miura miyazaki mizrahi mizuno mkhize modi mohamed mohammadi mohammed mohanty mohr mojica mokoena
    molefe molina moller mondal mondragon monroy montalvo montano montenegro montero montes montoya moon moore mora moradi morales
    moran moreau moreira morel moreno moretti morgan mori morita morozov morris morrison morton mota mousa mousavi moussa moya moyo
    mubarak muchiri mugabe mughal mukherjee muller mullins muniz munoz munteanu murakami murata murillo murphy murray murthy musa
    mustafa mutasa muthoni mwale mwangi myers naderi nadkarni nagai nagasawa naguib nagy naidu naik nair najera najjar nakagawa
    nakajima nakamura nakano nakayama nam nambiar narang naranjo narayan narayanan narvaez nascimento nash nasr nassar nasser
    nasution nava navarrete navarro nawaz nayak nayar nazari ncube ndiaye ndlovu ndung'u neal negrete nelson neumann neves newman
    newton ng ngai ngcobo ngo ngugi nguyen nichols nielsen nieminen nieto nieves nikolaidis nikolic nikolov nilsson nishimura
    njoroge nkomo nkosi nkrumah noel noguchi nogueira noh nolan nomura norman norouzi norris norton novak novakova novikov novotny
    nowak nowakowski ntuli nugroho nunes nunez nwachukwu nwosu nyambura o'brien o'connor o'donnell o'hara o'neill o'reilly
    o'sullivan obasanjo obeid obi obrien ocampo ochieng ochoa oconnor oda odhiambo odinga odonnell ofori ogawa ogbonna ogunleye oh
    ohashi ojeda ojha ojo okada okafor okamoto okeke okereke okoli okonkwo okoro okoye olatunji olawale olivares olivas oliveira
    oliver olsen olson olsson olszewski oluwole olvera omar omondi oneill ono ontiveros onyango opoku ordonez orellana orlov ornelas
    orozco ortega ortiz osei osman osorio ota otero othman otieno otsuka otto ouedraogo ouyang ovalle owens oyelaran oyewole oz
    ozcan ozdemir ozkan ozturk pabon pacheco padilla paez pai paik palacios palmer pan pandey pandit pandya panganiban pangilinan
    papadopoulos pappas paredes parekh parikh paris parisi park parker parmar parra parsons partida pasha patel pathak patil patino
    patterson patton pavlenko pavlov pavlovic pawlak pawlowski payne paz pearson pedersen pedraza pedroza pelletier pena peng
    peralta pereira perera peretz perez perkins perrin perry persson peters petersen peterson petit petrenko petrosyan petrov
    petrova petrovic pfeiffer pham phan phillips phiri phommachan pierce pillai pineda pinto piotrowski pizarro pohl poirier pokorny
    polanco polat ponce poole popa popescu popov popova popovic porras porter portillo posada potter poudel powell powers prabhu
    prado prasad pratama pratt preciado price prieto prochazka puente puga puig pujol puri qasem qasim qian qin qiu quartey quesada
    quezada quinn quinones quintana quintero quiroga quiroz quispe qureshi radic raghavan rahal rahimi rahman rahmani rai rajan
    rajapaksa rajput ramachandran ramadan raman ramaswamy ramirez ramon ramos ramsey randall ranganathan rangel rao rashid rathore
    rawat ray razo recinos reddy reed reese reeves regalado rehman reid ren renteria reyes reyna reynolds reynoso rezaei rhodes
    ribeiro ricci rice richards richardson richter riley rinaldi riojas rios ritter rivas rivera rizk rizzo robbins robert roberts
    robertson robinson robledo robles rocha rodgers rodrigues rodriguez rogers rojas roldan romano romero romo rosales rosario rosas
    rose rosenberg rosenthal ross rossi rostami roth rousseau roux rowe roy rubio rueda ruiz russell russo rutkowski ryan ryu saad
    saarinen saavedra sabbagh sabri sadeghi sadek sadowski saeed saenz saetang saha sahin sahni sahu saini saito sakai sakamoto
    sakurai salas salazar salcedo saldana saldivar saleh salehi salem salgado salinas salman samaan sampaio sanabria sanchez sanders
    sandoval sano santana santiago santillan santoro santos santoso saputra sargsyan sari sarkar sarkis sarmiento sarpong sasaki
    sato sauer saunders savchenko saxena sayed sayegh schaefer schafer schmid schmidt schmitt schmitz schneider scholz schreiber
    schroder schroeder schubert schulte schultz schulz schulze schumacher schuster schwartz schwarz scott segovia segura seidel
    semenov sen sengupta seo sepulveda serna serrano sesay seth sethi setiawan shaaban shah shaheen shahin shaikh shao shapiro
    sharif sharma shaw shehata shehu sheikh shelton shen sherman shetty shevchenko shi shibata shim shimada shimizu shin shirazi
    shrestha shukla sibanda siddiqui sidhu sidorov sierra silva simanjuntak simmons simoes simon simpson sims simsek singh singhal
    singleton sinha siregar sithole sitompul sleiman smirnov smirnova smith snyder soares sodhi sohn sokolov sokolowski solanki
    solano soler solis solorzano solovyov soltani somani sommer son song soni sood sorensen soria sosa sotelo soto sousa
    souvannavong souza sow sowande soyinka spencer srisai srivastava stankovic stanley stefanov stein steiner stepanov stephens
    stevens stevenson stewart stoica stojanovic stone strickland su suarez subramaniam subramanian sugawara sugimoto sugiyama suh
    suharto suleiman sullivan sun sundaram sung suri susanto sutton suwannarat suzuki svensson svoboda swaminathan swanson sy syed
    szabo szczepanski szymanski tafoya taha tahan takada takagi takahashi takeda takeuchi tamang tamayo tamura tan tanaka tandon
    tang taniguchi tao tapia tas tawfik taylor tehrani teixeira tejada tekin teklu tellez tembo terrazas terry tesfaye tewari thach
    thakkar thakur thapa thapar thiam thiel thomas thompson thomsen thomson thornton tian tirado tiwari tkachenko todd todorov
    toledo tomic toprak toro torres toth toure tovar townsend tran traore trejo tremblay trevino trinh tripathi trivedi trujillo
    truong tsai tsang tse tshabalala tucker tuncer turan turk turner tyler tymoshenko ucar uche uchida uddin udo ueda ueno ulloa
    unal underwood upadhyay urena uribe urrutia usman uysal uzoma valadez valdes valdez valdivia valencia valenzuela valle vallejo
    valles van vandenberg vaquero varela vargas varghese varma vasic vasiliev vasquez vasseur vaughn vazquez vega velasco velasquez
    velazquez velez venkataraman vera verdugo verma vesely vidal vidovic vieira viera villa villalobos villanueva villareal
    villarreal villegas vincent virtanen visser vitale vlachos vo vogel vogt vohra voigt volkov vries vu vukovic vyas wada wade
    wadhwa wagner wahba walczak walker wallace walsh walter walters walton wan wang wanjala ward warner warren washington watanabe
    waters watkins watson weaver webb weber webster wei weigel weinstein weiss wekesa welch wells werner west westerberg wheeler
    whitaker white whitehead wickramasinghe wieczorek wijaya wilkins wilkinson williams williamson willis wilson winkler winter
    winters wirth wisniewski wojcik woldemariam wolf wolfe wolff wong wongsawat wood woods woodward wozniak wright wrobel wu wyatt
    xia xiao xie xu xue yadav yakovlev yalcin yamada yamaguchi yamamoto yamashita yamazaki yan yanez yang yankov yao yaroslavsky
    yassin yates yavuz yazdani ybarra ye yeboah yeung yildirim yildiz yilmaz yin yip yokoyama yoo yoon yoshida younes young youssef
    yu yuan yuksel yun yusof zaidan zaidi zaitsev zajac zaki zamani zambrano zamora zamudio zapata zaragoza zavala zawadzki zeidan
    zelenko zeng zhang zhao zheng zhong zhou zhu ziadeh ziegler zielinski zimmerman zimmermann zondo zou zulu zuma zuniga`;
