/** Family names, lower case and without diacritics, by the culture that most bears them; written by hand from general knowledge. */
export const surnames: Readonly<Record<string, string>> = {
  english: `abbott adams adkins alexander allen allison anderson andrews armstrong arnold atkins atkinson austin bailey baldwin ballard banks barker
    barnes barrett barton bates beck becker bennett benson bishop black blair blake bowen bowman boyd bradley brady brennan briggs brooks brown
    bryant buchanan buckley burgess burke burns burton bush butler byrne caldwell callahan cameron campbell carlson carpenter carroll carr carson
    carter casey chambers chandler chapman christensen clark clarke clayton cohen coleman collins connolly connor cook cooper cox crawford
    cross cummings cunningham curtis daniels davidson davies davis dawson day dean delaney dixon doherty donaldson donovan doyle duffy duncan dunn
    edwards elliott ellis erickson evans farrell ferguson fernandes fields fischer fisher fitzgerald fitzpatrick fleming fletcher flynn ford
    foster fowler fox frazier freeman fuller gallagher gardner garrett george gibson gilbert gill goodman goodwin gordon graham graves gray green greene
    greer griffin griffith hale hall hamilton hammond hansen hanson hardy harper harris harrison hart harvey hawkins hayes henderson henry hicks
    higgins hill hodges hoffman holland holmes holt hopkins horton houston howard howell hubbard hudson hughes hunt hunter ingram jackson
    jacobs james jarvis jenkins jennings jensen johnson johnston jones jordan keller kelley kelly kennedy kerr king klein knight lambert lane larson
    lawrence lawson lee leonard levine lewis lindsey little lloyd logan long lowe lucas lynch lyons macdonald mackenzie malone mann marsh marshall
    martin mason matthews maxwell may mccarthy mccormick mccoy mcdaniel mcdonald mcdonnell mcgee mcguire mckay mckenzie mckinney mclaughlin
    mcleod mcmahon mcmillan mcnamara mcpherson meyer miles miller mills mitchell moore moran morgan morris morrison morton mullins murphy murray
    myers nash neal nelson newman newton nichols nolan norman norris norton obrien o'brien o'connor oconnor o'donnell odonnell o'hara o'neill oneill o'sullivan o'reilly
    oliver olson owens palmer parker parsons patterson patton payne pearson perkins perry peters peterson phillips pierce poole porter potter
    powell powers pratt price quinn ramsey randall ray reed reese reeves reid reynolds rhodes rice richards richardson riley robbins roberts
    robertson robinson rodgers rogers rose ross rowe russell ryan sanders saunders schneider schultz schwartz scott shaw shelton sherman
    simmons simon simpson sims singleton smith snyder spencer stanley stephens stevens stevenson stewart stone strickland sullivan sutton
    swanson taylor terry thomas thompson thomson thornton todd townsend tucker turner tyler underwood vaughn wade wagner walker wallace walsh
    walters walton ward warner warren washington waters watkins watson weaver webb weber webster welch wells west wheeler white whitaker
    whitehead wilkins wilkinson williams williamson willis wilson winters wolfe wood woods woodward wright wyatt yates young zimmerman`,
  hispanic: `abad acosta acuna aguilar aguilera aguirre alarcon alfaro alonso alvarado alvarez amador anaya andrade aparicio aragon arce arellano
    arias arriaga arroyo avalos avila ayala baez ballesteros barajas barrera barrios bautista becerra beltran benavides benitez bermudez
    bernal blanco bravo briones bustamante bustos caballero cabrera calderon calvo camacho camarena campos cano cantu cardenas cardoso carmona
    carranza carrasco carrera carrillo casas castaneda castellanos castillo castro cazares ceballos cervantes chacon chavez cisneros colon contreras
    cordero cordova corona coronado corral correa cortes cortez cruz cuellar cuevas davila delgado delacruz diaz dominguez duarte duran echeverria
    elizondo enriquez escalante escobar escobedo esparza espinosa espinoza esquivel estrada feliciano fernandez ferrer fierro figueroa flores fonseca
    franco fuentes galindo gallardo gallegos galvan gamez garay garcia garza gaytan gil giron godinez godoy gomez gonzales gonzalez gracia granados
    guerra guerrero guevara gutierrez guzman henriquez heredia hernandez herrera hidalgo hinojosa holguin huerta hurtado ibarra iglesias iniguez
    izquierdo jaimes jaramillo jimenez juarez lara leal ledesma leiva leon lerma leyva limon linares lira llamas loera lomeli lopez lozano lucero
    lugo luna macias madrigal maldonado manriquez marin marquez marrero martinez mascarenas mata mateo matos maya mayorga medina medrano mejia melendez
    melgar mena mendez mendoza menendez mercado merino meza miranda mojica molina mondragon monroy montalvo montano montenegro montero montes montoya mora
    morales moreno mota moya muniz munoz murillo najera naranjo narvaez nava navarrete navarro negrete nieto nieves nunez ocampo ochoa ojeda olivares oliveira
    olivas olvera ontiveros ordonez orellana ornelas orozco ortega ortiz osorio otero ovalle pabon pacheco padilla paez palacios paredes parra partida patino
    paz pedraza pedroza pena peralta perez pineda pizarro polanco ponce porras portillo posada prado preciado prieto puente puga quesada quezada quinones quintana
    quintero quiroga quiroz ramirez ramon ramos rangel razo recinos regalado renteria reyes reyna reynoso riojas rios rivas rivera robledo robles rocha rodriguez
    rojas roldan romero romo rosales rosario rosas rubio rueda ruiz saavedra saenz salas salazar salcedo saldana saldivar salgado salinas sanabria sanchez sandoval
    santana santiago santillan santos sarmiento segovia segura sepulveda serna serrano sierra silva solano solis solorzano soria sosa sotelo soto suarez
    tafoya tamayo tapia tejada tellez terrazas tirado toledo toro torres tovar trejo trevino trujillo ulloa urena uribe urrutia valadez valdes valdez valdivia valencia
    valenzuela valle vallejo valles vaquero varela vargas vasquez vazquez vega velasco velasquez velazquez velez vera verdugo viera villa villalobos villanueva villareal
    villarreal villegas yanez ybarra zambrano zamora zamudio zapata zaragoza zavala zuniga etxeberria puig vidal ferrando soler pujol quispe mamani condori huaman`,
  southAsian: `acharya agarwal aggarwal ahluwalia anand arora babu bajaj bajwa balakrishnan banerjee bansal basu bedi bhagat bhandari bhardwaj bhargava
    bhat bhatia bhatt bhattacharya biswas bose chadha chakraborty chandran chatterjee chauhan chaudhary chaudhry chopra choudhury dalal das dasgupta datta desai deshmukh
    deshpande dey dhar dhillon dixit dubey dutta gandhi ganesan garg ghosh gill goel gokhale gopalan goswami goyal grewal grover guha gulati gupta hegde
    iyengar iyer jain jha joshi kamath kapadia kapoor kapur kaul kaur khanna khatri kohli krishnamurthy krishnan kulkarni kumar kumari lal mahajan
    malhotra malik mathur mehra mehta menon mishra misra mistry mittal modi mohanty mukherjee murthy nadkarni naidu naik nair nambiar narang narayan
    narayanan nayak nayar ojha pai pandey pandit pandya parekh parikh parmar patel pathak patil pillai prabhu prasad puri rai raghavan rajan rajput
    ramachandran raman ramaswamy ranganathan rao rathore rawat reddy roy sahni saha sahu saini saxena sen sengupta sethi seth shah sharma shetty
    shukla sidhu singh singhal sinha sodhi solanki somani soni sood srivastava subramaniam subramanian sundaram suri swaminathan tandon
    tewari thakkar thakur thapar tiwari trivedi tripathi upadhyay varghese varma venkataraman verma vohra vyas wadhwa yadav bhutto chaudhary
    khan qureshi siddiqui akhtar ansari baig butt chishti hashmi iqbal javed mirza mughal nawaz pasha rehman sheikh shaikh syed zaidi begum
    khatun hossain islam miah uddin chowdhury rahman sarkar mondal perera fernando silva jayawardena wickramasinghe bandara dissanayake
    gunawardena rajapaksa shrestha tamang gurung thapa karki adhikari poudel`,
  eastAsian: `abe aoki arai ando endo fujii fujimoto fujita fujiwara fukuda goto hara harada hasegawa hashimoto hayashi hirano honda igarashi iida
    ikeda imai inoue ishida ishii ishikawa ito iwasaki kaneko kato kawaguchi kawasaki kikuchi kimura kinoshita kobayashi kojima kondo kubo kudo maeda
    maruyama masuda matsuda matsui matsumoto matsuo mizuno mori morita miura miyazaki murakami murata nagai nagasawa nakagawa nakajima nakamura nakano nakayama
    nishimura noguchi nomura oda ogawa ohashi okada okamoto ono ota otsuka saito sakai sakamoto sakurai sano sasaki sato shibata shimada shimizu
    sugawara sugimoto sugiyama suzuki takada takagi takahashi takeda takeuchi tamura tanaka taniguchi ueda ueno uchida wada watanabe yamada yamaguchi yamamoto
    yamashita yamazaki yokoyama yoshida bai cai cao chan chang chao chen cheng cheung chiang chin chiu choi chou chow chu deng ding dong du fan fang feng fong fu gao
    guo han he ho hong hsieh hsu hu huang hui jia jiang jin kong kuo kwok kwong lai lam lau lei leung li liang liao lim lin ling liu lo lu luo ma mao meng ng ngai
    ouyang pan peng qian qin qiu ren shao shen shi song su sun tan tang tao tian tsai tse tsang wan wang wei wong wu xia xiao xie xu xue yan yang yao ye yeung yin yip
    yu yuan zeng zhang zhao zheng zhong zhou zhu zou ahn bae baek cho choi chung hwang jang jeon jeong jo jung kang kim ko kwon lee lim min moon nam noh oh paik
    park ryu seo shim shin sohn son song suh sung yoo yoon yun`,
  southEastAsian: `nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh truong luong trinh mai cao lam thach
    santoso wijaya susanto setiawan hidayat kusuma nugroho pratama saputra siregar nasution simanjuntak sitompul suharto gunawan halim hartono lestari
    abdullah ahmad ismail othman yusof bakar hamzah binti osman srisai suwannarat saetang chaiyasit wongsawat phommachan souvannavong
    reyes bautista dela ocampo macaraeg dimaculangan pangilinan manalo magsaysay aquino batungbakal catacutan panganiban lacson magbanua dizon`,
  arabic: `abbas abboud abdallah abdelrahman abdelaziz abdullah abu ahmad alawi alam alami alhassan ali amin amari ansari asaad ashraf atallah awad ayoub aziz azar
    aziz bakr barakat basha bishara boulos boutros chahine daher darwish daoud dib eid elamin elmasry elsayed essa fadel fahmy farah farouk farhat faraj
    fayed ghanem ghali habib haddad hajjar hakim hamad hamdan hamdi hamed hamid hammoud hanna haroun hashem hassan hassoun hijazi hosseini hussain hussein
    ibrahim idrissi ismail issa jabbar jaber jabr kabbani kanaan karam karimi kassem kattan khalaf khaldi khalifa khalil khan khatib khoury kouri
    maalouf mahfouz mahmoud majeed malik mansour marzouk masri massoud matar mohamed mousa moussa mustafa mubarak naguib najjar nasr nasser
    nassar nazari obeid omar osman qasem qasim rahimi rahmani rahman rahal ramadan rashid rizk saad sabbagh sabri sadek saeed saleh salem salman
    samaan sarkis sayegh sayed shaaban shaheen shahin sharif shehata sleiman suleiman taha tahan tawfik wahba yassin younes youssef zaidan zaki zeidan
    ziadeh ahmadi akbari amini bahrami ebrahimi ghorbani golzari hashemi heydari jafari kazemi khademi khosravi mohammadi moradi mousavi naderi
    norouzi rezaei rostami sadeghi salehi shirazi soltani tehrani yazdani zamani abramov avraham azoulay biton cohen dahan friedman goldberg
    goldstein greenberg katz levy mizrahi peretz rosenberg rosenthal shapiro weinstein weiss`,
  african: `abara abdi abiola achebe adamu addo adebayo adekunle adeleke ademola adeniyi adesina adewale adeyemi afolabi agbaje agyeman ajayi akande akinola
    akpan alabi amadi ampofo amoah ankrah annan appiah arthur asante asare awolowo ayodele balogun bamidele bangura bello boateng bekele bonsu camara
    chanda chikwanha chukwu conteh coulibaly danjuma darko diallo diarra dieng diop dlamini donkor effiong egwu ekwueme ezeh eze fofana gbadamosi gueye
    haile hussaini ibe ibekwe idowu igwe iheanacho ikpeazu jallow jalloh kamara kamau kante kariuki keita khumalo kiptoo kimani kone koroma kuti lawal
    madu mahlangu maina makena mandela maseko mbeki mbeye mensah mkhize mohammed mokoena molefe moyo muchiri muthoni mugabe mukherjee musa mutasa
    mwangi mwale nakamura ncube ndiaye ndlovu ndung'u ngcobo ngugi njoroge nkomo nkosi nkrumah ntuli nwachukwu nwosu nyambura obi obasanjo ochieng odhiambo
    odinga ofori ogbonna ogunleye ojo okafor okeke okereke okoli okonkwo okoro okoye olatunji olawale oluwole omondi onyango opoku osei osman otieno ouedraogo
    oyelaran oyewole phiri quartey sarpong sesay sibanda sithole sow soyinka sowande sy tembo thiam toure traore tshabalala uche udo usman uzoma
    van wanjala wekesa yeboah zondo zulu zuma tesfaye gebremariam woldemariam teklu mengistu`,
  european: `albrecht andersen andersson andre arnaud bach bauer baumann becker benoit berg berger bergmann bernard bertrand bianchi binder blanc
    blom boer boucher boyer braun brandt brun bruno brunner busch carlsson caruso caron chevalier christiansen clement colombo conti costa dahl
    de dekker deluca denis dijkstra dubois duchamp dumas dupont dupuis durand engel eriksson esposito fabre faure favre ferrara ferrari ferreira fiore
    fontaine fournier frank franke friedrich fuchs gagnon gallo garnier gauthier gentile george gerard giordano girard graf greco gross grosse gruber
    guerin gunther gustafsson haas hahn hansson hartmann hartwig hausmann heinrich henry herrmann hoffmann hofer hofmann holm horvath huber jacobsen jansen jansson janssen
    jensen johansen johansson jung kaiser karlsson keller kessler klein klug koch kohler konig kraus krause kruger kuhn kunz lambert lang lange
    larsen larsson laurent leblanc leclerc lefebvre legrand lehmann lemaire leroy lindberg lindgren lindstrom lombardi longo lorenz ludwig lund
    maier mancini marchand marchetti mariani marino martini masson mathieu mayer mazza meier mercier meunier meyer michel mohr moller moreau moretti morel
    muller nagy neumann nielsen nilsson noel olsen olsson otto parisi paris pedersen pelletier perrin persson petersen petit pfeiffer poirier pohl
    ricci richter rinaldi ritter rizzo robert romano rossi roth rousseau roux roy russo sauer santoro schafer schaefer schmid schmidt schmitt schmitz
    schneider scholz schreiber schroder schroeder schubert schulte schulz schulze schumacher schuster schwarz seidel simon sommer sorensen stein steiner svensson
    thiel thomsen tremblay vandenberg vasseur villa vincent visser vitale vogel vogt voigt vries wagner walter weber weigel weiss werner westerberg winkler wolff winter wirth
    wolf ziegler zimmermann almeida alves araujo azevedo barbosa barros batista cardoso carvalho coelho costa cunha esteves ferreira fonseca goncalves
    lopes machado magalhaes marques martins melo mendes moreira nascimento neves nogueira nunes oliveira pereira pinto ribeiro rocha rodrigues sampaio santana
    santos silva simoes soares sousa souza teixeira vieira korhonen virtanen nieminen makinen laine heikkinen koskinen jarvinen lehtonen saarinen`,
  slavic: `babic bartos bogdanov bondarenko boyko cerny chernov czarnecki dabrowski dimitrov dvorak dudek fedorov filipovic georgiev gorski grabowski
    horak horvat hrynko ivanov ivanova ivanovic jankovic jankowski janowski jovanovic kaczmarek kalinowski kaminski kovac kovacevic kovacs kovalenko kovalchuk kowalczyk
    kowalski kozlov kozlowski krawczyk kravchenko kucera kuznetsov lebedev lewandowski lysenko majewski makarov maric markovic marinov mazur melnik michalski
    mikhailov milosevic morozov nikolic nikolov novak novakova novikov novotny nowak nowakowski olszewski orlov pavlov pavlenko pavlovic pawlak pawlowski
    petrov petrova petrovic petrenko piotrowski pokorny popescu popov popova popovic prochazka radic rutkowski savchenko sadowski semenov shevchenko sidorov
    smirnov smirnova sokolov sokolowski solovyov stankovic stefanov stepanov stojanovic svoboda szabo szczepanski szymanski tkachenko todorov toth tomic tymoshenko vasiliev
    vasic vesely vidovic volkov vukovic walczak wieczorek wisniewski wojcik wozniak wrobel yakovlev yaroslavsky yankov zaitsev zajac zawadzki zelenko zielinski
    ionescu popa dumitru stoica gheorghe munteanu papadopoulos pappas georgiou nikolaidis vlachos antoniou hoxha shehu sargsyan petrosyan hakobyan grigoryan`,
  turkish: `acar akbas akin aksoy aktas arslan aslan atas avci aydin bal balci bayram bozkurt bulut can celik cetin coskun dag demir demirci dogan durmaz
    erdogan erdem eren gul gunes gundogdu guler kaplan kara karaca kaya kilic kocaman koc korkmaz kurt oz ozcan ozdemir ozkan ozturk polat sahin sari
    sen simsek tas tekin toprak tuncer turan turk ucar unal uysal yalcin yavuz yildirim yildiz yilmaz yuksel`,
};
