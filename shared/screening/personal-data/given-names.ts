/**
 * Given names that are seldom anything but a name, of many cultures, lower case and without diacritics. Written by hand from general
 * knowledge; a list can only ever hold some. In one order for all, which is what compresses best.
 */
export const givenNames = `
    aaliyah aarav aaron aarti abbas abdallah abdel abdelkader abdi abdul abdullah abdulrahman abebe abeer abena abigail abiodun
    abiola abir abubakar adam ade adebayo adebola adel adele adeola aderonke adham adina aditi aditya adnan adolfo adrian adriana
    adrien adwoa afaf afonso afsaneh agathe agnes agnieszka agus agustin ahlam ahmad ahmadu ahmed ahmet aicha aidan aiden aileen
    ainhoa aino aisha aitor ajay ajit akash akhil akiko akinyi akira akosua akram akshay akua alaa alain alan albert alberto
    albrecht alec alejandra alejandro aleksandar aleksander aleksandr aleksandra aleksei alemu alessandra alessandro alessia alessio
    alex alexander alexandra alexandre alexei alexis alfonso alfred alfredo alice alicia alina alison alistair allan allen allison
    almaz alok alonso alphonse alvaro alya alyona alyssa amadi amanda amani amara amelia amelie amina aminata amine aminu amir amira
    amirhossein amit amr amrita amy anabel anahit anand ananya anas anastasia anatoly anders andrea andreas andreea andrei andrej
    andres andrew andrzej andy aneta anette angela angelica angelo angus anh ania anil anita anja anjali anjana anke ankit ankita
    ann anna anne anneke annette annie annika anthony antje antoine anton antonella antonia antonio antti anup anuradha anushka
    anwar aoife aparna araceli aram arben archana ardian ariel arjun arkady arlene armando armen arnaud arnav arnel arnold arthur
    arturo arun aruna arvind asha ashish ashkan ashley ashok ashwin asif asli aslihan asma asmaa assem astrid attila audrey aurelie
    aurelio austin ava avi avinash ayaan ayat aydin ayelet ayesha ayhan ayla aylin ayman aynur ayodele ayse aysegul ayu ayumi azadeh
    aziz aziza azman babajide babak babatunde badr bahram balazs bambang barbara barbora barry bartosz basak basel bashar basim
    basma bassam bastien bayani beatrice beatrix beatriz becky begona behnaz behrouz bekele ben benedetta benedikt benito benjamin
    benoit berk berna bernard bernardo bernd bernhard bernice besnik beth bethany betsy betty betul beverly bharat bhavna bilal
    bingbing binh birgit birgitta biruk bishnu bjorn blerim bobby bogdan bogdana bohdan bonnie boris borislav boubacar bozena brad
    bradley brandi brandon branka branko brayan brayden brenda brendan brent brett brian bridget brigitte brittany bruce bruno bryan
    budi bukola burak burcu bushra busisiwe busra caitlin caleb callum calvin cameron camila camille canan candice cansu carina carl
    carla carlos carmela carmen carole carolina caroline carolyn carrie carsten caspar cassandra catalina catarina catherine cathy
    cecile cecilia celine cem cemal cengiz ceren cezary chad chaim chaminda chana chantal charlene charles charlotte chau chelsea
    cheryl chetan chiamaka chiara chidi chidinma chieko chika chike chinedu chinonso chinwe chioma chloe chris christel christelle
    christina christine christoph christophe christopher chucho chukwudi chukwuemeka chunhua ciaran cindy claire clarence claudia
    claus cleide clement clifford clotilde clyde cody colin colleen concha conchi connie connor corey corinne cormac cosimo craig
    cristian cristiano cristina cristobal cuong curtis cynthia czeslaw dagmar daisuke dalal dalisay damian damien daniel daniela
    daniele danielle danny danuta daria dario dariusz darko darlene darnell darren darryl daryush dave david davide dawei dawit
    deanna debbie deborah debra declan deepa deepak deepika deirdre dejan delfina delphine demetrius denis denise dennis derek
    deshawn desmond despina detlef devi dewi dhruv dian diana diane didier diego dieter dietmar dikembe dilek dilip dilshan dimitar
    dimitri dimitris dinesh dirk divya dmitri dmitry dmytro dominik dominique donald donatella dongwook donna doreen doris dorota
    dorothy doug douglas dragan dragana duaa duane duarte duong dusan dustin dylan dylis ebele ebru ece ed eddie edgar edgardo edith
    edoardo edson eduardo edward edwin edyta eero eeva efrain efua ehab eileen eitan eivind ejike ekaterina eko elaine eleanor elena
    eleni elham elias elif elijah elisa elisabetta eliyahu elizabeth elke ella ellen ellie eloisa elsa elvira elzbieta eman emanuele
    emeka emi emiliano emilio emily emine emma emmanuel emrah emre enrique enzo eoin ercan erdem erdogan erhan erica erik erika erin
    erkan ernest ernesto ernst erol erzsebet esra essam esteban esther eszter ethan ethel etienne eugene eugenia eunji eunkyung evan
    evelyn evgenia evgeny evren ewa ewan eyob fabian fabien fabienne fabio fabiola fabrice fabrizio fadi fadia fadime fahad faisal
    farah farhad farhan farhia fariba farid farida faris farzaneh fatema faten fatima fatma fatos fatou fawzi federica federico
    felicia felipe felix feras ferenc fereshteh ferhat feride fernanda fernando fikre filip filippo filiz fiona fitri flavia florian
    florin floyd folake folasade fouad frances francesca francesco francisca francisco franck francois francoise frankie franz fred
    freddie frederic frederick frieda friedhelm friedrich fumiko funke funmilayo furkan gabor gabriel gabriela gaelle gail galina
    gareth gary gaurav gauri gavin gebre geeta geir gemma genadi genaro genevieve gennady gennaro geoff geoffrey georg george georgi
    gerald geraldine gerard gerardo gerd gerda gerhard ghada ghassan gheorghe ghislaine giacomo giang gianluca gianni gilbert
    gilberto gilles gina gino giorgia giorgio giorgos giovanna giovanni girish girma gisela gita giulia giuliana giulio giuseppe
    gjergj glenda glenn gokhan golnaz goncalo gonul gonzalo gopal goran gordon gosia gottfried govind graciela graham grazyna greg
    gregorio gregory greta gretchen grigory grzegorz guadalupe guido guilherme guillaume guillermina guillermo guiseppe gulay gulsah
    gulsen gunilla gunnar gunter gunther guoqiang gurpreet gustav gustavo gwen gwendolyn gwyneth hadas hadeel hadi hadiya haeun
    hafiz hafsa haidar haifa hailu hakan halil halima halina haluk hamad hamdi hamed hamid hamish hamza hanan hande hanh hanin hanna
    hannah hannelore hans hansjorg haoran harald harish harold harpreet harriet harsh hartmut haruka haruki haruna haruto harvey
    hasan hassan hatem hatice hauwa haya hayk hayriye haytham haziq heba hector hege heidi heike heikki heiko heinrich heinz helen
    helene helga helmi helmut hemant hend hendra henrik henry henryk herbert heriberto hernan herve hesham hicham hideki hideo hien
    hieu hilda hildegard hiroko hiroshi hiroyuki hoang hodan holger horst hossam hossein howard huan hubert huda hugh hugo hugues
    humberto huong husain huseyin husniye hussam hussein huy huyen hyejin hyun iain ibrahim ibtisam ichiro idowu idris ifeanyi
    ifeoma ifrah ignacio igor ikechukwu iker ilaria ildiko ilhan ilker ilona ilse ilya imad iman imane imogen imran inas indah
    indira ines inge ingeborg ingrid inmaculada intisar ioana ionut iracema irem irena irina irma isaac isabel isabella isabelle
    isamu ishaan ishita isidro ismael ismail issa istvan itzel ivana ivanka ivonne iwona iyabo izabela jaber jabulani jacek jacinto
    jackie jackson jacob jacqueline jacques jacqui jadwiga jaehyun jagdish jaime jake jakub jalal jamal james jamie jamila janaina
    jane janet janice janusz jared jarek jari jaroslav jason jaspreet jatin javad javier jawad jayant jayden jeanette jeanne
    jeannette jeannie jeff jeffrey jelani jelena jen jenna jennifer jenny jens jeremie jeremy jerome jerry jerzy jesse jessica
    jianguo jianhua jiayi jihad jihoon jill jim jimena jimmy jing jinwoo jiri jitendra jiwoo jiyoung joachim joan joann joanna
    joanne joao joaquim joaquin jocelyne jodi joe joel joelle johan johann johanna johannes john johnny joko jolanta jomar jon
    jonalyn jonathan jordi jorg jorge jorn jose josef josefa josefina josep joseph josephine joshua josiane joyce jozef juan juana
    juanita judith judy juha jukka jules julia julian juliana julie julien julieta juliette julio julius junho junko jurgen jussara
    justin justyna jutta jyoti kaan kaarina kabir kadir kagiso kaitlyn kalle kamala kamau kamil kamila kamlesh kamran kanchan kaori
    kareem karel karen karim karima karin karina karl karla karolina karsten karthik kasia kasun katalin katarzyna kate katelyn
    katerina kateryna katharina katherine kathleen kathryn kathy katie katja katrin katrina katya kaveh kavita kavya kawthar kayla
    kaylee kazimierz kazuko kazuo kebede kehinde keiko keisha keisuke keith kelechi kelly kelsey kemal kenichi kenji kenneth kenta
    kerry kerstin ketut kevin khadidiatou khadija khadijah khaled khalid khalil khanh khoa kieran kieu kimberly kinga kiran kirsi
    kirsten kirsty kishore kittisak kiyoshi kjell klara klaudia klaus knut kofi koji kojo komal konrad konstantin koray kostas
    krishna krista kristen kristin kristof krystyna krzysztof ksenia kseniya kubra kumar kumiko kunal kunle kurt kwabena kwaku kwame
    kwasi kyle kyung kyungsoo lakeisha lakmini lakshmi laleh lalit lalo lamia lana landon larissa larry lars lasse laszlo latifa
    latoya laura lauren laurence laurent laurie lawrence layla leah leandro lech leela leif leigh leila lenka lennart leonard
    leonardo leonid leonie leonor lerato leroy leslie lester leticia letizia levent levi levon lewis leyla liam libor lidia
    lieselotte lihua liisa liliana lillian lina lindiwe lindsay lindsey linh linnea lionel liora lisa liz ljiljana lloyd loan logan
    loic lois lorenz lorenzo loretta lori lorraine lothar louis louise luay lubna lubomir luca lucas lucia luciana lucie lucien
    lucille lucy ludmila ludovic ludwig luigi luis luisa luiz lukasz luke lupita lutz lwazi lydia lynn lynne lyudmila maarten mabel
    macarena maciej mackenzie madeleine madeline madhavi madison mads magda magdalena maggie magnus mahdi maher mahesh mahmoud
    mahmud mahsa maike maite majed majid makena makoto malaika malak malcolm malgorzata malini mamadou manal mandy manfred manish
    manisha manjit manju manoj manolo manon manuel manuela marc marcel marcela marcelo marcia marcin marco marcus marek margaret
    margarethe margarita margie margot margret mariam mariama marian mariana marianne mariano maribel maricel maricela marie marika
    mariko marilyn mario marion marisol marites mariusz marjorie marko markus marlene marlies marquis marsha marta martha martin
    martina martyna marvin marwa marwan mary maryam maryna marzena masahiro masako masao masha massimo mateusz matheus mathew
    mathias mathieu mathilde matias matilda mats matteo matthew matthias matti mattia maureen mauricio maurizio mauro maxime
    maximiliano maxine mayke mayra maysa mayumi mazen mbali meena meera megan mehdi mehmet mehran mehul mei meiling mekdes melanie
    melinda melis melissa meltem melvin memo menachem meredith meritxell mert mervat merve meseret mesut metin mette mfon micaela
    michael michal michele michelle michiko mickael midori miguel mihai mijung mika mikhail mikko mila mildred milena milica milos
    miloslav milton minh minji minjun minseo miranda mireille mirela mireya miriam mirko miroslav mirta mitchell miyuki mladen modou
    mohamed mohammad mohammed mohan mohit mohsen moira molly monika monique monserrat montse montserrat morag mordechai moritz
    morteza moshe mostafa mouna mpho muhammad mukesh mukul muna munir murad murat muriel mustafa mwangi myra myrtle myung nabil
    nacho nadav nadeem nadege nadezhda nadia nadine nadja nael nagwa naima najib najwa nancy nandini naoki naoko naomi narendra
    naresh narine nasreen nasrin nasser natalia natalie nataliya natalya natasha nate nathalie nathan nathaniel nattapong naveed
    naveen navin nawal nayef nayeli nazanin nazli ndidi nebojsa necla neelam neeraj neeta neha neil nell nellie nermin nese nesrin
    nestor nevena ngan ngoc ngozi nguyet nhan nhung niamh nicholas nicola nicolas nicole nidal niels nigel nikhil nikita nikola
    nikolai nikolaus nikolay nikos nilesh niloofar nils nilufer nina nisha nitin nizar njeri nkechi nkosana nnamdi noah noam nobuo
    noel noelia noemie nomsa nomvula norberto norhayati noriko norman nour noura nthabiseng nuno nuray nuria nurten nurul nuwan
    nwanneka nyoman obinna octavio odile ofelia ofer oguz okan oksana olabisi oladipo olaf olamide olayinka oleg oleksandr oleksiy
    olena olga oliver olivia olivier olu olufemi olumide oluwaseun oluwatobi omar omer omid ondrej onyeka orhan oriol orit orlando
    osagie osama osamu oscar osei oskar osvaldo othman otieno ottavio otto ouma oumar ousmane outi owen ozan ozge ozgur ozlem pablo
    paco padraig paige paivi pallavi pam pamela panagiotis pancho pankaj paola paolo parisa parth parvati pascal pasquale patrice
    patricia patricio patrick patrizia patryk patty paul paula paulina pauline paulo pavel pavlo pawel payam pedro peggy pekka pelin
    pepe percy perry petar pete petr philip philippe phillip phoebe phuc phuong phyllis pierre pieter pietro pinar piotr pirjo
    polina polly pooja pornthip prabhat pradeep prakash pramod pranav prasad prashant pratik praveen predrag preeti priya priyanka
    przemyslaw puja putri putu qais qasim quan quang quyen quynh rabab rachael rachel radek radha radoslav radovan radu radwan
    rafael rafaela rafat raffaele raghad raghav ragnhild rahel rahim rahma rahul raimundo rainer raisa rajat rajeev rajendra rajesh
    rajiv rajni raju rakesh ralph raman ramazan ramesh ramiro ramon randall randy rani rania ranjit raphael raquel rasha rashed
    rashid rashmi ratchanee raul ravi ravindra rawan rayan raymond razak razan rebeca rebecca recep reem reena refilwe regine reiko
    reinhard reinhold rekha remi renata renate renato renaud rene renee renu reynaldo reynante reza rhonda rhys ricardo riccardo
    richard rick ricky rida rigoberto riitta rima rina risto ritu rivka riya riyad rizky rizwan robert roberta roberto rodel rodney
    rodolfo rodrigo rogelio roger rohan rohini rohit roksana roland romain romina ronald ronit ronnie roopa rory rosalba rosalind
    roseanne rosella rosie rosnah ross rostislav rowena roxana roxanne roya ruba ruben ruchi rudiger rudolf ruediger rui rukhsana
    rula rupa ruslan russell ruth ryan ryo ryota ryszard ryuichi saad sabah sabine sabrin sabrina sachiko sachin sadhana saeed
    saeideh safa safiya sahar sahil saif saima sajid sakari sakura salah saleh salem saliha salim salimata salma salman salvatore
    samah samaneh samantha samar sameer samer sami samia samir samira samuel sanaa sanaullah sandeep sander sandhya sandrine
    sangeeta sangwoo sanjay sanjeev sanjeewa sanna santosh saoirse sarah sarita sascha sasha saskia satish satoshi satu sawsan scott
    sean sebastian sebastien seda seema segun sekou selam selcuk selin sello semra senem seojun seoyeon seppo serdar serge sergei
    sergey sergio serhiy serkan serpil seth setsuko seulgi sevda sevgi sevim shabnam shadi shahid shahram shaima shalini shane
    shaniqua shannon shanti sharad sharif sharmila sharon shashi shaun shawn shazia sheila shelby shelley sherif sherri shigeru
    shilpa shimon shinji shira shirin shirley shizuka shlomo shobha shoichi shreya shruti shubham shun shweta shyam sian siavash
    sibel sibusiso siddharth siegfried sieglinde sigrid sigurd silke silvia silvio simon simone simran sinan sinead siobhan sipho
    siriporn sita siyabonga sizwe slamet slavica slavko slawomir slobodan smita sneha sofia sofie soha soheila solange solomon
    solveig somchai somsak sonal songul sonia soojin sooyoung sophia sophie soraya soren sota sotiris sourav spencer spyros sri
    sridhar srinivas stacey stacy stan stanislav stanislaw stanley stavros stefan stefania stefano steffen stepan stephane stephanie
    stephen steve steven stewart stu stuart suad subhash sudha sudhir suhail suhaila sujata sukru suleiman suleyman sulistyo suman
    sumaya sumit sunghee sungmin sunil sunita supaporn suraj surendra suresh susana susanne sushil sushila sushma susumu suzanne
    sven svenja svetlana swati sybil sylvain sylvia sylvie sylwia szymon tabitha tadashi tadesse tadeusz taehyung taeko tafadzwa
    taha tahir taina taiwo taka takashi takeshi takumi talal tamar tamara tamas tamer tamika tammy tandiwe tanja tanvi tanya tapio
    taras tarek tareq tariq tarun tatenda tatiana tatsuya tatyana taylor teguh temitope tendai teodoro teresa terje terrence terri
    tesfaye tetiana thabo thandi thandiwe thang thanh thanos thao tharindu thelma themba theo theodore theresa therese thiago thien
    thierry thilini thinh thoa thomas thorsten thuan thulani thuy tiago tien tiffany tigist tigran tihomir tim timo timothy tinashe
    titilayo tiziana toan tobias todd tolga tolu tomas tomasz tomislav tommaso tommy tomoko tomoya tony torben torsten toru toshio
    tova tracey tracy tram trang travis trent trevor tricia trinh trisha trond troy trung truong tsehay tsepo tsutomu tuan tugba
    tugce tuncay tung turgut tushar tuula tuyet tyler tyrell tyrone uche uday ugochukwu ugur ulises ulla ulrich ulrike umar umberto
    umesh unai unni urban urmila ursula urszula usman ute uwe uyen vaclav vadim vahid valentin valentina valeria valerie valerio
    valery vandana vanessa varun vasant vasco vasil vasiliki vasily veena veit veli venkat venkatesh vernon veronica veronika vesna
    vicente vicki vickie victor vidya vijay vikas vikram viktor viktoria ville vimal vinay vince vincent vincenzo vinh vinod vipin
    vishal vitaly vivek vivian viviana viviane vjosa vlad vladimir vladislav vojtech volkan volker volodymyr vuk vusi vyacheslav
    wael wafa wagner wahyu waldemar walid walt walter waltraud wambui wanda wangari wanjiku wanjiru waqar warren warsame wayan wayne
    wei weiming wellington wendy werner wesley wiam wieslaw wilfredo wilfried wilhelm willem willi willie wilma winifred wissam
    witold wladyslaw wojciech wolfgang xavi xavier xiao xiaoming ximena xin xiuying xuan yaa yaakov yadira yael yahya yair yana yann
    yannick yannis yanti yara yaroslav yasemin yaser yash yasin yasmin yasmine yasser yasuko yavuz yaw yazan yegor yehuda yelena
    yeliz yemi yesenia yetunde yevgeny yichen yildiz yilmaz yitzhak yogesh yohannes yoko yonatan yoon yosef yoshi yoshiko younes
    youngho youngja yousef youssef yui yuka yuki yukiko yulia yuliana yumi yumiko yuna yunus yuri yuriy yusuf yusuke yuto yuxuan
    yves yvette yvonne zach zachary zahra zaid zainab zainal zaki zaleha zandile zanele zbigniew zdenek zdravko zeeshan zehra zeina
    zeinab zerrin zewdu zeynep zhen zhiwei ziad zihan zineb zixuan zlatko zodwa zoe zofia zola zoltan zoran zsofia zsuzsa zubair
    zuhair zulema zuzana zvi zygmunt`;

/** Given names that are also words of English or Spanish, months, places or drugs: a name only with a cue, or before a surname. */
export const wordNames = `
    abbey abril ada ala alba alegria ali alia alma alto ama amado amal amar amber amparo an ana ande angel angeles ani anis april
    ari art asa asia august augusta aurora autumn axel aya ayo baby bahar bao baris bay bella bill billy blake blanca bliss bo bob
    bola brandy brook brooke buck bud cam camilo can candy carol casey cesar chance chandra charity chase cherry chi chip christian
    chuck cielo clara claro clay clemente cliff cole colon concepcion consuelo coral courtney cruz crystal daisy dale dalia dan dana
    dawn dean dee deniz denver derya destiny dev deva dina do dolly dolores domingo don dov dove drew duc duke dung dusty earl ebony
    eden ela emir encarnacion eren eric esperanza estrella eva eve faith fang fara fatih fe feng fern ferry fidel flor flora
    florence foster fran france francis frank gal gamze gaspar gene georgia german ginger glen gloria grace gracia grant guy ha hala
    hale hana hani hari harmony harrison harry hay hazel heath heather heaven herb hina hiro ho hoa holly hong hope hui hung hunter
    ian ida ine inga inocencio irene iris isla ivan ivo ivy jack jade jama jamaica jan jasmine jay jaya jean jesus jet jo job jody
    jordan josh joy jun june juno justice justo kamal karan kari karma kashi kay ken khan kim kit kitty kris la lan lance lane lata
    laurel le lea lee len leo leon leona les lev liberty lily lima linda long lorena lou lourdes love lucero luna luz made madhu
    maha mai mala mali malik mansour mar marcos maria marin marina marine mark mason mat matt max maxim may maya mel melek melody
    mercedes mercy merit mia mike milagros milan min mina mini mira misty mitra mo modesto mona monica moon morgan moses musa my
    nada nadir nam nana nasal nat naz nga nick nieves nil ninja noble noor nora norma nova oasis ola ole oliva olive olivo om onur
    page palma paloma pan paris parker pascual pat patience paz pearl peer peg penny pepper perla peter petit petra phil phoenix
    phong pia pierce pilar piper placido pole polo prem presley prim primitivo primo prince princess queen rabia rain raj raja ram
    rami rana ray red reed regina rem remedios ren rex reyes rich rico rigo rita river rob robin rocio rod rolf roma roman romero
    ron rosa rosalia rosario rose rosemary roy roza ruby ruiz russ rusty sabri sade sage said salam sally salud salvador sam sana
    sandalio sandra sandy santiago santo santos sara sari savannah scarlet sea see selma serena serenity serrano sherry shiv sidney
    sienna sierra sima simba siri siti sky socorro sol soledad son sonny sosa star stella sterling stone storm sue sultan sultana
    summer sunny surya susan tad tal tam tan tanner tara taro tata tate tea ted teddy temple terry thi thu thy tin tina to toby tom
    toni tor tore tri trinidad tu tunde ufuk uma umit umut una urs usha val vale van vera vic victoria vida viernes viet vin viola
    violet virginia virtudes vy wally ward wen wes will willow winter wren yen yes ying yoga yolanda yong zita`;
