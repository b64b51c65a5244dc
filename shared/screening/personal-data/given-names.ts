/**
 * Given names that are seldom anything but a name, lower case and without diacritics, by the culture that most bears them. Written by
 * hand from general knowledge; a list can only ever hold some.
 */
export const givenNames: Readonly<Record<string, string>> = {
  english: `aaron abigail adam adrian aidan aileen alan albert alec alex alexander alexandra alexis alfred alice alicia alison allan allen
    allison alyssa amanda amber amelia amy andrea andrew andy angela anita ann anna anne annette annie anthony antonia april arlene arnold
    arthur ashley audrey austin ava barbara barry beatrice becky ben benjamin bernard bernice beth bethany betsy betty beverly bonnie
    brad bradley brandon brandi brenda brendan brent brett brian bridget brittany bruce bryan caitlin caleb calvin cameron candice carl
    carla carol carole caroline carolyn carrie casey cassandra catherine cathy cecilia chad charlene charles charlotte chelsea cheryl
    chloe chris christian christina christine christopher cindy claire clara clarence claudia clifford clyde cody colin colleen connie
    connor corey courtney craig crystal curtis cynthia daisy dale dan dana daniel danielle danny darlene darren darryl dave david dawn
    dean deanna deborah debbie debra deirdre denise dennis derek desmond diana diane dolores donald donna doreen doris dorothy douglas
    doug duane dustin dylan earl ed eddie edgar edith edward edwin eileen elaine eleanor elijah elizabeth ella ellen ellie emily emma
    eric erica erik erin ernest ethan ethel eugene eva evan evelyn felicia fiona florence floyd fran frances francis frank frankie fred
    freddie frederick gail gareth gary gavin gemma geoff geoffrey george georgia gerald geraldine gilbert gina ginger glen glenda glenn
    gloria gordon graham greg gregory gwen gwendolyn hannah harold harriet harry harvey hazel heather heidi helen henry herbert holly
    howard hugh ian imogen irene iris isaac isabel isabella isla ivan jack jackie jackson jacob jacqueline jacqui jake james jamie jan
    jane janet janice jared jasmine jason jay jean jeanette jeanne jeff jeffrey jen jenna jennifer jenny jeremy jerome jerry jesse
    jessica jill jim jimmy jo joan joann joanna joanne jodi jody joe joel john johnny jon jonathan jordan joseph josephine josh joshua
    joyce juanita judith judy julia julian julie june justin kaitlyn karen kate katelyn katherine kathleen kathryn kathy katie katrina
    kay kayla keith kelly kelsey ken kenneth kerry kevin kieran kim kimberly kirsten kris krista kristen kristin kurt kyle lana larry
    laura lauren laurie lawrence leah lee leigh len leo leon leonard leroy leslie lester lewis lillian lily linda lindsay lindsey lisa
    liz lloyd logan lois loretta lori lorraine louis louise lucas lucille lucy luke lydia lynn lynne mabel mackenzie madeline madison
    maggie malcolm mandy marc marcia marcus margaret margie maria marian marianne marie marilyn marion marjorie mark marlene marsha
    martha martin marvin mary mathew matt matthew maureen max maxine megan melanie melinda melissa melvin meredith mia michael michele
    michelle mike mildred milton miranda mitchell moira molly monica morgan myra myrtle nancy naomi natalie natasha nathan nathaniel
    neil nellie nicholas nicola nicole nigel nina noah noel nora norma norman olive oliver olivia oscar owen paige pam pamela patricia
    patrick patty paul paula pauline peggy penny percy perry pete peter phil philip phillip phoebe phyllis polly rachael rachel ralph
    randall randy raymond rebecca regina renee rhonda richard rick ricky rita robert roberta robin rodney roger roland ronald ronnie rory
    rosalind roseanne rosemary rosie ross roxanne roy russell ruth ryan sabrina sally samantha samuel sam sandra sandy sara sarah scott sean
    seth shane shannon sharon shaun shawn sheila shelby shelley sherri sherry shirley sidney simon sophia sophie spencer stacey stacy
    stanley stella stephanie stephen steve steven stewart stuart susan susanne suzanne sybil sylvia tabitha tamara tammy tanya tara taylor
    ted teresa terrence terri terry thelma theodore theresa thomas tiffany tim timothy tina toby todd tom tommy toni tony tracey tracy
    travis trevor tricia trisha troy tyler tyrone ursula valerie vanessa vera vernon veronica vicki vickie victor victoria vincent viola violet
    virginia vivian walter wanda warren wayne wendy wesley wilma willie winifred yvette yvonne zachary zach zoe jayden aiden liam
    mason landon brayden kaylee keisha latoya tamika shaniqua darnell deshawn jamal lakeisha marquis tyrell trent ebony demetrius
    siobhan niamh aoife saoirse ciaran padraig sinead eoin declan cormac rhys sian dylis gwyneth angus hamish callum ewan iain
    alistair morag kirsty bob bobby billy jeannie jeannette mel nell nate nick rob ron russ stan stu val vince walt wes`,
  hispanic: `adolfo adriana agustin alberto alejandra alejandro alfonso alfredo alma alonso alvaro amparo ana anabel andres angelica
    antonio araceli armando arturo aurelio aurora beatriz benito bernardo blanca camila carlos carmen carolina catalina cesar
    consuelo cristian cristina cristobal daniela dario david delfina diego domingo edgardo eduardo efrain elena elias elisa eloisa elsa
    elvira emiliano emilio emma enrique ernesto esperanza esteban esther estrella eugenia eva fabian fabiola federico felipe felix
    fernanda fernando fidel francisca francisco gabriel gabriela gaspar genaro gerardo german gilberto gisela gonzalo graciela gregorio
    guadalupe guillermina guillermo gustavo hector heriberto hernan hilda hugo humberto ignacio ines inmaculada irma isabel isidro
    ismael itzel ivonne jacinto jaime javier jesus jimena joaquin jorge jose josefa josefina juan juana julieta julio karina laura
    leandro leonardo leonor leticia liliana lorena lorenzo lourdes lucero lucia luciana luis luisa lupita macarena magdalena manolo manuel
    manuela marcela marcelo marcos margarita mariana mariano maribel maricela marina mario marisol marta martina matias mauricio
    maximiliano mayra mercedes micaela miguel milagros mireya mirta monserrat montserrat nayeli nestor nicolas noelia norberto nuria octavio
    ofelia olga omar orlando oscar osvaldo pablo paco paloma paola pascual patricio paulina pedro pepe pilar rafael raimundo ramiro
    ramon raquel raul rebeca renata reynaldo ricardo rigoberto roberto rocio rodolfo rodrigo rogelio roman romina rosalia rosario
    roxana ruben salvador santiago santos sara sebastian sergio silvia soledad sonia susana tatiana teodoro teresa tomas trinidad ulises
    valentina valeria vicente victoria virginia viviana wilfredo xavier ximena yadira yolanda zulema yesenia yuliana brayan maite ainhoa
    iker aitor unai begona montse nuria jordi josep xavi oriol meritxell concha conchi chucho lalo memo nacho pancho`,
  southAsian: `aarav aarti aditi aditya ajay ajit akash akhil akshay alok amar amit amrita anand ananya anil anita anjali anjana
    ankit ankita anup anuradha anushka aparna archana arjun arnav arun aruna arvind asha ashish ashok ashwin avinash bharat bhavna
    chandra chetan deepa deepak deepika dev devi dhruv dilip dinesh divya farhan fatima gaurav gauri geeta girish gita gopal govind
    gurpreet hari harish harpreet harsh hemant hina imran indira ishaan ishita jagdish jaspreet jatin jaya jayant jitendra jyoti kabir
    kamal kamala kamlesh kanchan karan karthik kavita kavya kiran kishore komal krishna kumar kunal lakshmi lata lalit leela madhavi
    madhu mahesh mala malini manish manisha manjit manju manoj meena meera mehul mohan mohit mukesh mukul nandini naresh narendra naveen
    navin neelam neeraj neeta neha nikhil nilesh nisha nitin om pallavi pankaj parth parvati pooja prabhat pradeep prakash pramod
    pranav prasad prashant pratik praveen preeti prem priya priyanka puja radha raghav rahul raj raja rajat rajeev rajendra rajesh
    rajiv rajni raju rakesh ram raman ramesh rani ranjit rashmi ravi ravindra reena rekha renu ritu riya rohan rohini rohit roopa ruchi
    rupa sachin sadhana sahil sameer sandeep sandhya sangeeta sanjay sanjeev santosh sarita satish seema shalini shanti sharad sharmila
    shashi shilpa shiv shobha shreya shruti shubham shweta shyam siddharth simran sita smita sneha sonal sourav sridhar srinivas subhash
    sudha sudhir sujata suman sumit sunil sunita suraj surendra suresh surya sushil sushma swati tanvi tarun tushar uday uma umesh
    urmila usha vandana varun vasant veena venkat venkatesh vidya vijay vikas vikram vimal vinay vinod vipin vishal vivek yash yogesh
    ayesha bilal asif faisal hamza nadeem nasreen naveed rukhsana saima sajid shahid shabnam shazia tahir tariq usman waqar zeeshan
    zubair kamran rizwan saad sanaullah dilshan chaminda nuwan sanjeewa thilini kasun lakmini tharindu bishnu sushila`,
  eastAsian: `akira akiko ayumi chieko daisuke emi fumiko haruka haruki haruto hideki hideo hiro hiroko hiroshi hiroyuki ichiro isamu
    jun junko kaori kazuko kazuo keiko keisuke kenichi kenji kenta kiyoshi koji kumiko makoto mariko masako masao masahiro mayumi michiko
    midori miyuki naoko naoki naomi nobuo noriko osamu ren reiko rina ryo ryota ryuichi sachiko sakura satoshi setsuko shigeru shinji
    shizuka shoichi shun sota susumu tadashi taeko taka takashi takeshi takumi taro tatsuya tomoko tomoya toru toshio tsutomu yasuko
    yoko yoshi yoshiko yui yuka yuki yukiko yumi yumiko yusuke yuto wei xiao xiaoming xin ying yong jianguo jianhua jing jiayi mei meiling
    lihua hui huan haoran guoqiang fang feng dawei chunhua bo bingbing zhen zhiwei zihan zixuan yuxuan yichen xiuying weiming minh
    jihoon jiwoo minjun minji minseo seojun seoyeon soojin sooyoung sungmin sunghee hyejin hyun jiyoung jinwoo dongwook eunji
    eunkyung haeun jaehyun junho kyung kyungsoo mijung myung youngho youngja yuna yoon taehyung seulgi sangwoo`,
  southEastAsian: `anh binh bao chau cuong dung duc duong giang hanh hien hieu hoa hoang hong hung huong huy huyen khanh khoa kieu lan
    linh loan long mai minh my nam nga ngan ngoc nhan nhung nguyet phong phuc phuong quan quang quyen quynh son tam tan thang thanh thao
    thi thien thinh thoa thu thuan thuy thy tien tin toan tram trang tri trinh trung truong tu tuan tung tuyet uyen van viet vinh vy xuan yen
    agus ayu bambang budi dewi dian eko fitri hendra indah joko ketut made nyoman putri putu rina rizky siti slamet sri sulistyo teguh
    tri wahyu wayan yanti aziz azman farid hafiz haziq norhayati nurul rahim razak rosnah suhaila zainal zaleha somchai somsak
    siriporn supaporn nattapong pornthip kittisak ratchanee bayani dalisay jomar rodel rowena maricel marites reynante arnel jonalyn`,
  arabic: `aaliyah abbas abdallah abdel abdelkader abdul abdullah abdulrahman abeer abir adel adham adnan afaf ahlam ahmad ahmed aicha aisha
    akram ala alaa ali alia alya amal amani amina amine amir amira amr anas anwar asma asmaa assem ayman aya ayat aziza badr basel
    basim basma bashar bassam bilal bushra dalal dalia dana dina duaa ehab eman essam fadi fadia fahad farah farid farida faris faten
    fatema fatima fatma fawzi feras fouad ghada ghassan hadeel hadi hadiya hafsa haidar haifa hala halima hamad hamdi hamid hamza hana hanan
    hani hanin hasan hassan hatem haya haytham heba hend hesham hicham hossam huda hussam hussein husain ibrahim ibtisam idris iman
    imad imane inas intisar ismail issa jaber jalal jamal jamila jawad jihad kareem karim karima kawthar khadija khadijah khaled khalid khalil
    lamia latifa layla leila lina lubna luay maha mahdi maher mahmoud mahmud majed majid malak malik manal mansour mariam marwa marwan
    maryam maysa mazen mervat mohamed mohammad mohammed mostafa mouna muhammad muna munir murad musa mustafa muna nabil nada nadia nadine
    nael nagwa naima najib najwa nasser nawal nayef nermin nidal nizar noor nora nour noura omar omer osama othman qais qasim rabab
    rabia radwan rafat raghad rahma rami rana rania rasha rashed rashid rawan rayan razan reem rida rima riyad ruba rula saad sabah sabrin
    saeed safa safiya sahar said saif salah salam saleh salem salim salma salman samah samar samer sami samia samir samira sana sanaa sara sawsan
    shadi shaima sharif sherif shirin sumaya soha suad suhail suleiman sultan taha talal tamer tarek tareq umar wael wafa walid ward wiam
    wissam yahya yara yaser yasin yasmin yasmine yasser yazan younes yousef youssef yusuf zahra zaid zainab zaki zeinab zeina zineb ziad zuhair
    afsaneh ali amirhossein ashkan azadeh babak bahar bahram behnaz behrouz daryush elham fariba farhad farzaneh fereshteh golnaz hamed hossein
    javad kaveh laleh leyla mahsa mehdi mehran mina mitra mohsen morteza nasrin nazanin niloofar omid parisa payam reza roya saeideh
    samaneh shahram shirin siavash sima soheila soraya vahid zahra avi ari ariel ayelet chaim chana dov eitan eliyahu esther gal hadas
    levi liora menachem michal miriam mordechai moshe nadav noam ofer orit rivka ronit shimon shira shlomo tal tamar tova yael yaakov yair
    yehuda yitzhak yonatan yosef zvi`,
  african: `abena abiodun abiola abubakar ade adebayo adebola adeola aderonke adwoa ahmadu akosua akua akinyi ama amadi aminata aminu amara
    ayo ayodele babajide babatunde bola boubacar bukola busisiwe chiamaka chidi chidinma chika chike chinedu chinonso chinwe chioma
    chukwudi chukwuemeka dikembe ebele efua emeka ejike fatou folake folasade funmilayo funke gebre hailu haruna hauwa idowu ifeanyi
    ifeoma ikechukwu iyabo jabulani jelani kagiso kamau kehinde kelechi khadidiatou kofi kojo kwabena kwaku kwame kwasi kunle lerato
    lindiwe lwazi makena malaika mamadou mariama mbali mfon modou mpho musa mwangi nana ndidi ngozi njeri nkechi nkosana nnamdi nomsa
    nomvula nthabiseng nwanneka obinna ousmane ola olabisi oladipo olamide olayinka olu olufemi olumide oluwaseun oluwatobi onyeka osagie
    osei otieno ouma oumar rahel refilwe sade salimata segun sekou sello sibusiso sipho siyabonga simba sizwe tafadzwa taiwo tandiwe tatenda
    temitope tendai tesfaye thabo thandi thandiwe themba thulani tinashe titilayo tolu tsepo tunde uche ugochukwu vusi wambui wangari
    wanjiru wanjiku yaa yaw yemi yetunde zandile zanele zodwa zola abebe alemu almaz bekele biruk dawit eyob fikre girma hanna kebede
    mekdes meseret selam solomon tadesse tigist tsehay yohannes zewdu abdi ayaan farhia hodan ifrah jama warsame`,
  slavic: `agnieszka aleksandar aleksander aleksandr aleksandra aleksei alexei alina alyona anastasia anatoly andrei andrej andrzej aneta ania
    anton arkady bartosz barbora bogdan bohdan boris borislav bozena branka branko cezary czeslaw damian danuta daria darko dariusz dejan
    denis dimitar dimitri dmitri dmitry dmytro dorota dragan dragana dusan edyta ekaterina elzbieta ewa evgeny evgenia filip galina
    genadi georgi gennady goran gosia grazyna grigory grzegorz halina hana henryk igor ilona ilya inga irena irina ivana ivanka ivo iwona
    izabela jacek jadwiga jakub jan janusz jarek jaroslav jelena jerzy jiri joanna jolanta jozef justyna kamil kamila karel karolina
    katarzyna kateryna katya kasia kazimierz kinga klara klaudia konstantin krystyna krzysztof ksenia kseniya lech lenka leonid lev libor lidia
    ljiljana lubomir ludmila lukasz lyudmila maciej magda malgorzata marcin marek mariusz marko martyna maryna marzena masha
    mateusz maxim michal mikhail mila milan milena milica milos miloslav mira miroslav mirela mladen monika nadezhda natalia natalya nataliya
    nebojsa nevena nikita nikola nikolai nikolay oksana oleg oleksandr oleksiy olena olga ondrej patryk pavel pavlo pawel petar petra petr
    piotr polina predrag przemyslaw radek radoslav radovan raisa roksana roman rostislav ruslan ryszard sasha sergei sergey serhiy slavica
    slavko slawomir slobodan sofia stanislav stanislaw stefan stepan svetlana sylwia szymon tadeusz taras tatyana tetiana tihomir
    tomasz tomislav urszula vaclav vadim valentin valery vasil vasily vera veronika vesna viktor viktoria vitaly vlad vladimir vladislav
    vojtech volodymyr vuk vyacheslav waldemar wanda wieslaw witold wladyslaw wojciech yana yaroslav yegor yelena yevgeny yulia yuri yuriy
    zbigniew zdenek zdravko zlatko zofia zoran zuzana zygmunt dana ioana mihai radu andreea ionut gheorghe florin cristian adina
    bogdana laszlo istvan zoltan ferenc attila katalin ildiko erzsebet gabor tamas zsofia zsuzsa agnes balazs eszter
    eleni giorgos yannis kostas dimitris vasiliki nikos panagiotis sotiris spyros stavros thanos katerina despina arben blerim besnik
    ardian fatos vjosa gjergj aram armen anahit ani hayk levon narine tigran`,
  turkish: `abdullah ahmet aslihan asli aydin ayhan ayla aylin aynur ayse aysegul baris basak berk berna betul burak burcu busra can canan
    cansu cem cemal cengiz ceren deniz derya dilek ebru ece ela elif emine emir emrah emre ercan erdem erdogan eren erhan erkan erol esra evren
    fadime fatih fatma ferhat feride filiz furkan gamze gokhan gonul gulay gulsah gulsen hakan halil hande haluk hasan hatice hayriye huseyin
    husniye ibrahim ilhan ilker irem ismail kadir kaan kemal koray kubra leyla levent mehmet melek meltem melis mert merve mesut metin murat
    mustafa naz nazli necla nese nesrin nilufer nuray nurten oguz okan omer onur orhan ozan ozge ozgur ozlem pelin pinar ramazan recep
    sabri saliha seda selcuk selin selma semra senem serdar serkan serpil sevda sevgi sevim sibel sinan songul suleyman sukru tamer tolga
    tugba tugce tuncay turgut ufuk ugur umit umut veli volkan yasemin yasin yavuz yeliz yildiz yilmaz yunus zehra zerrin zeynep`,
  european: `adele adrien agathe alain albrecht alessandra alessandro alessia alessio alexandre alphonse amelie anders andreas anette angelo
    anja anke anneke annika antoine antonella antje arnaud astrid aurelie axel bastien beatrix benedetta benedikt benoit bernd bernhard birgit
    bjorn brigitte bruno camille carina carmela carsten caspar cecile celine chantal chiara christel christelle christoph christophe claus
    clement clotilde corinne cosimo cristiano dagmar damien daniele davide delphine detlef didier dieter dietmar dirk dominik dominique donatella
    edoardo elisabetta elke emanuele emmanuel enzo erika ernst etienne fabien fabio fabienne fabrice fabrizio federica filippo flavia florian
    francesca francesco franck francois francoise franz frederic friedrich frieda friedhelm gaelle gennaro genevieve georg gerard gerd gerda
    gerhard ghislaine giacomo gianluca gianni gilles gino giorgia giorgio giovanna giovanni giulia giuliana giulio giuseppe gottfried greta
    gretchen guido guillaume guiseppe gunter gunther gustav hanna hannelore hans hansjorg harald hartmut heike heiko heinrich heinz helga helmut
    helene henrik herbert herve hildegard holger horst hubert hugues ilaria ilse inge ingeborg ingrid isabelle jacques jean jens jeremie
    joachim jocelyne joelle johan johann johanna johannes jorn jorg josef josiane jules julien juliette julius jurgen jutta karin karl
    karla karsten katharina katja katrin klaus konrad kristof lars laurence laurent leonie lennart letizia lieselotte lionel lothar loic
    lorenz luca lucien lucia lucie ludovic ludwig luigi lutz maarten madeleine mads magnus maike manfred manon marcel marco margot margret
    margarethe marika marine markus marlies marta massimo mathias mathieu mathilde matilda matteo matthias mattia maurizio mauro maxime mayke
    mette mickael mireille mirko monique moritz muriel nadege nadja nathalie niels nils nikolaus noemie odile olaf ole olivier oskar
    ottavio otto pascal pasquale patrice patrizia paolo peer petra philippe pierre pieter pietro raffaele rainer raphael regine reinhard
    reinhold remi renate renato renaud rene riccardo rolf romain rosa rosalba rosella rudolf ruediger rudiger sabine salvatore sander sandrine
    sascha saskia sebastien serge sieglinde siegfried sigrid silke silvio simone sofie solange soren stefania stefano steffen stephane susanne
    sven svenja sylvain sylvie tanja theo therese thierry thorsten tiziana tobias tommaso torben torsten ulrich ulrike umberto urs ute uwe valentin
    valerio veit vincenzo viviane volker waltraud werner wilfried wilhelm willem willi wolfgang xavier yann yannick yves yvette zita
    joao tiago thiago luiz paulo pedro goncalo rui nuno vasco afonso duarte joaquim antonia beatriz ines catarina matheus gustavo guilherme
    leticia larissa juliana luciana rafaela fernanda edson wagner wellington jussara iracema cleide janaina
    aino antti eero eeva heikki helmi jari juha jukka kaarina kalle kari kirsi lasse liisa matti mika mikko outi paivi pekka pirjo
    riitta risto sakari sanna sari satu seppo taina tapio timo tuula ville asa birgitta goran gunilla gunnar hakan kerstin lennart
    linnea mats ulla urban eivind geir hege kjell knut leif ragnhild siri solveig sigurd terje tore trond unni`,
};

/** Given names that are also words of English or Spanish, months, places or drugs: a name only with a cue, or before a surname. */
export const wordNames = `abbey abril alba alma amado amber amparo angel angeles april art asa asia august augusta aurora autumn baby bay bella bill
  billy blanca blake bliss bob brandy brook brooke buck bud camilo candy carol casey chance charity chase cherry chip christian chuck
  clay clara claro cliff cole colon concepcion consuelo coral courtney cruz crystal daisy dale dan dana dawn dean dee denver destiny dolores
  dolly don dove drew duke dusty earl ebony eden encarnacion eric esperanza estrella eve faith fe fern flora flor florence foster fran france francis frank
  gene georgia ginger glen gloria gracia grace grant guy hale harmony harrison harry hazel heath heather heaven herb holly hope hunter iris
  isla ivy jack jade jan jasmine jay jean jesus jet jo job jordan josh joy june justice kay ken kit kitty lance lane laurel lee leo lily linda liberty
  lima long lorena lourdes love lucero luz mar marcos mark marina mason maria may maya max mai melody mercedes mercy milagros mina misty moon
  morgan my nana nat nick ninja noble norma nova oasis olive om page pan paris parker pat patience paz penny peg pearl pepper phoenix pia pierce pilar
  piper presley prince princess queen rain ray red reed regina remedios rich river rob robin rocio roman ron rosa rosario rose roy ruby russ rusty rusty sage salvador sam
  sandy santiago santos savannah scarlet sea serena serenity sienna sierra sky socorro sol soledad sonny star stella sterling stone storm
  sue summer sunny tan tanner tate temple teddy terry tin tina toni trinidad tu van vera victoria virginia viola violet virtudes will willow winter wren ward
  son lan tam thi thu thy bao chi hung duc dung hong nam nga phong vy viet ha ho la le do to an
  amar amal ada ali alto ana ande baris bo can dev eva fang hay hui jun khan madhu mala mini om prem ram rana ren sana sara sari see siri sol son uma usha urs
  vale ala ama ani anis ari aya bola chandra dalia dina ela fara feng hala hari hana hani hina hiro hoa ida ian ine ivo jama jaya kari kamal karan karma lata
  made mali maha malik mira mona mia min mansour maxim melek musa nada nadir nasal naz noor nora ola ole petit peer polo prem rabia raja raj rita roma roza sade said salam
  sabri sade selma sima siti sultan tal tara tata taro tor tore tri tunde una vida yen yes yoga ying yong ayo axel cam deniz emir eren fatih ferry gal gamze
  gaspar german inga irene ivan jamaica jody juno kim leon len les lou mala marin marine mat matt mel merit milan mo monica moses nil paloma peter
  petra phil pole primo prim rami rex rod rolf rosalia rosemary santo sandra sari sally sandalio sherry simba sultana susan tad tea ted tom toby val vic vin
  ward wally wen wes zita yolanda cesar sidney lea dov lev shiv surya alia bahar mina mitra mike derya can umut ufuk umit onur deva kit kris kashi rem yes sage
  luna cielo alegria modesto rigo fidel justo placido primitivo clemente inocencio domingo pascual viernes leona nieves olivo oliva palma perla reyes rico romero ruiz salud serrano sierra sosa`;
