/** Places smaller than a country, one a line or between commas, lower case and without diacritics. Written by hand. */
export const states = `
    alabama, alaska, alberta, andalucia, andalusia, andhra pradesh, antioquia, arizona, arkansas, assam, atlantico, bahia, baja
    california, balochistan, bavaria, bayern, bihar, british columbia, brittany, california, cantabria, castilla y leon, castilla la mancha, castilla - la
    mancha, catalonia, cataluna, catalunya, ceara, cheshire, chiapas, chihuahua, coahuila, colorado, connecticut, cornwall, cumbria,
    cundinamarca, delaware, devon, dorset, essex, estado de mexico, extremadura, florida, galicia, goa, guanajuato, guangdong,
    gujarat, hampshire, haryana, hawaii, hessen, hidalgo state, himachal pradesh, hokkaido, idaho, illinois, indiana, iowa, jalisco,
    jammu, jharkhand, kansas, karnataka, kashmir, kent, kentucky, kerala, khyber pakhtunkhwa, lancashire, lombardy, louisiana,
    madhya pradesh, maharashtra, maine, manitoba, maryland, massachusetts, michigan, michoacan, minas gerais, minnesota,
    mississippi, missouri, montana, nebraska, nevada, new brunswick, new hampshire, new jersey, new mexico, new south wales, new
    york, newfoundland, norfolk, normandy, north carolina, north dakota, northern ireland, nova scotia, nuevo leon, oaxaca, odisha,
    ohio, okinawa, oklahoma, ontario, oregon, orissa, pais vasco, parana, pennsylvania, pernambuco, provence, puerto rico, punjab,
    quebec, queensland, queretaro, quintana roo, rajasthan, rhode island, rio grande do sul, santander, sao paulo, sardinia,
    saskatchewan, saxony, scotland, sichuan, sicily, sinaloa, sindh, somerset, sonora, south carolina, south dakota, suffolk,
    surrey, sussex, tabasco, tamaulipas, tamil nadu, tasmania, telangana, tennessee, texas, tuscany, utah, uttar pradesh,
    uttarakhand, valle del cauca, veracruz, vermont, virginia, wales, washington, washington state, west bengal, west virginia,
    wisconsin, wyoming, yorkshire, yucatan, zacatecas`;

/** Capitals such as `TX`, as a place only after a town or where the text writes them so. */
export const stateCodes = `
    ab ak al ar az bc ca cdmx co ct dc de fl ga hi ia id il in ks ky la ma mb md me mi mn mo ms mt nb nc nd ne nh nj nm ns nsw nv
    ny oh ok on or pa qc qld ri sc sd sk tn tx ut va vic vt wa wi wv wy`;

export const cities = `
    a coruna, aachen, aalborg, aarhus, aba, abbotsford, abbottabad, abeokuta, aberdeen, abidjan, abilene, abu dhabi, abuja,
    acapulco, accra, adana, addis ababa, adelaide, aden, agadir, agra, aguascalientes, ahmedabad, ahmednagar, aix en provence,
    ajman, ajmer, akron, akure, al ain, alajuela, alappuzha, albacete, albany, albuquerque, alcala de henares, alcobendas,
    alcorcon, aleppo, alexandria, alexandria egypt, algeciras, algiers, alicante, alice springs, aligarh, allahabad, allentown,
    alleppey, almaty, almeria, altoona, amarillo, ambato, ames, amman, amravati, amritsar, amsterdam, anaheim, anand, anantapur,
    anchorage, angers, ankara, ann arbor, annapolis, antalya, antananarivo, antequera, antigua guatemala, antioch, antipolo,
    antofagasta, antwerp, anuradhapura, appleton, aracaju, arad, aranjuez, arecibo, arequipa, arica, arlington, arnhem, arusha,
    arvada, asansol, ashdod, asheville, ashkelon, asmara, astana, asuncion, aswan, athens, atlanta, atlantic city, auburn,
    auckland, augsburg, augusta, aurangabad, aurora, austin, aveiro, avignon, avila, ayacucho, bacolod, badajoz, badalona,
    baghdad, baguio, bahawalpur, bahia blanca, bahir dar, bakersfield, baku, bali, ballarat, baltimore, bamako, bamenda,
    bandung, bangalore, bangkok, bangor, banjul, barakaldo, barcelona, bareilly, bari, bariloche, barinas, barnsley, baroda,
    barquisimeto, barrancabermeja, barranquilla, barrie, basel, basingstoke, basra, bathinda, baton rouge, batumi, bayamon,
    beaumont, beaverton, bedford, beersheba, beijing, beirut, belagavi, belem, belfast, belgaum, belgrade, bellary, bellevue,
    bellingham, belo horizonte, bend oregon, bendigo, bengaluru, benghazi, beni mellal, benidorm, benin city, beograd, bergamo,
    bergen, berhampur, berkeley, berlin, bern, bethesda, bhagalpur, bhavnagar, bhilai, bhiwandi, bhopal, bhubaneswar, bielefeld,
    bikaner, bilaspur, bilbao, billings, biloxi, binghamton, biratnagar, birkenhead, birmingham, bishkek, bismarck, blackburn,
    blackpool, blantyre, bloemfontein, bloomington, boca raton, bochum, bogota, boise, bokaro, bologna, bolton, bombay, bonn,
    bordeaux, boston, boulder, bournemouth, bowling green, bozeman, bradford, braga, brahmapur, brampton, brandon, brasilia,
    brasov, bratislava, braunschweig, brazzaville, breda, bremen, brescia, bridgeport, bridgetown, brighton, brisbane, bristol,
    brno, brockton, broken arrow, bronx, brooklyn, brownsville, bruges, brussels, bucaramanga, bucharest, budapest,
    buenaventura, buenos aires, buffalo, bujumbura, bulawayo, burbank, burdwan, burgas, burgos, burlington, burnaby, burnley,
    bursa, bury st edmunds, busan, caceres, cadiz, cagayan de oro, cagliari, caguas, cairns, cairo, cajamarca, calabar,
    calahorra, calama, calcutta, calgary, cali, calicut, callao, camaguey, cambridge, camden, campeche, campina grande,
    campinas, campo grande, can tho, canberra, cancun, canterbury, canton, cape coast, cape cod, cape coral, cape town, caracas,
    cardiff, carlisle, carlsbad, carmel, carolina puerto rico, carrollton, carson city, cartagena, cartago, cary, casablanca,
    casper, castellon, catamarca, catania, cavite, caxias do sul, cebu, cedar rapids, celaya, centennial, champaign, chandigarh,
    chandler, changchun, changsha, chapel hill, charleston, charlotte, charlottesville, chattanooga, chelmsford, cheltenham,
    chemnitz, chengdu, chennai, chesapeake, chester, chesterfield, chetumal, cheyenne, chiang mai, chicago, chiclayo, chillan,
    chilpancingo, chimbote, chisinau, chitre, chittagong, chongqing, christchurch, chula vista, cienfuegos, cincinnati, ciudad
    bolivar, ciudad de mexico, ciudad de panama, ciudad del este, ciudad guayana, ciudad juarez, ciudad real, ciudad victoria,
    clarksville, clearwater, cleveland, clovis, cluj, coatzacoalcos, coban, cochabamba, cochin, coimbatore, coimbra, colchester,
    colima, college station, cologne, colombo, colorado springs, columbia, columbus, comilla, comodoro rivadavia, compton,
    conakry, concepcion, concord, concordia, constanta, constantine, copenhagen, copiapo, coquimbo, coquitlam, cork, coro,
    corona, corpus christi, corrientes, corvallis, costa mesa, cotonou, coventry, cox's bazar, coyoacan, craiova, crawley,
    crewe, croydon, cuautla, cucuta, cuenca, cuernavaca, culiacan, cumana, curico, curitiba, cusco, cuttack, cuyahoga falls,
    cuzco, da nang, daegu, daejeon, dakar, dalian, dallas, daly city, damascus, dammam, danang, danbury, dar es salaam,
    darlington, darmstadt, darwin, davanagere, davao, davenport, dayton, daytona beach, dearborn, debrecen, decatur, dehradun,
    delft, delhi, den haag, denpasar, denton, denver, derby, derry, des moines, detroit, dhaka, dhanbad, dibrugarh, dijon,
    dindigul, diyarbakir, dnipro, dodoma, doha, doncaster, donetsk, dongguan, donostia, dortmund, dos hermanas, douala, dover,
    downey, dresden, drogheda, dubai, dublin, dubuque, dudley, duisburg, duluth, dundalk, dundee, dunedin, durango, durban,
    durgapur, durham, dushanbe, dusseldorf, ealing, east london, eastbourne, eau claire, ecatepec, ecija, edinburgh, edison,
    edmond, edmonton, eilat, eindhoven, el alto, el cajon, el paso, elche, eldoret, elgin, elk grove, encarnacion, enfield,
    ensenada, entebbe, enugu, envigado, erbil, erfurt, erie, ernakulam, erode, escondido, escuintla, esfahan, eskisehir,
    esmeraldas, espoo, essen, esteli, estepona, eugene, evanston, evansville, everett, exeter, fairfax, fairfield, faisalabad,
    fall river, fargo, faridabad, faro, fayetteville, ferrara, ferrol, fes, fez, firenze, florence, florianopolis, flower mound,
    flushing, fontana, formosa, fort collins, fort lauderdale, fort myers, fort smith, fort wayne, fort worth, fortaleza,
    foshan, foz do iguacu, framingham, frankfort, frankfurt, frederick, fredericksburg, fredericton, freetown, freiburg,
    fremantle, fremont, fresno, frisco, fuengirola, fuenlabrada, fukuoka, fullerton, funchal, fuzhou, gaborone, gainesville,
    gaithersburg, galle, galveston, galway, gandhinagar, gangtok, garden grove, garland, gasteiz, gateshead, gatineau, gaza,
    gaziantep, gazipur, gdansk, gdynia, geelong, general santos, geneva, genoa, genova, gent, georgetown guyana, germantown,
    getafe, ghaziabad, ghent, gijon, gilbert, gillingham, girona, giza, glasgow, glendale, gloucester, goiania, gold coast,
    gorakhpur, gothenburg, gottingen, gran canaria, granada, grand forks, grand prairie, grand rapids, graz, great falls,
    greeley, green bay, greensboro, greenville, grenoble, grimsby, groningen, guadalajara, gualeguaychu, guanajuato, guangzhou,
    guantanamo, guarulhos, guatemala city, guayaquil, guaynabo, guelph, guildford, gujranwala, gujrat, gulbarga, gulfport, gulu,
    guntur, gurgaon, gurugram, guwahati, gwalior, gwangju, gweru, gyor, haarlem, hackney, hagerstown, haifa, haiphong, haldwani,
    halifax, halle, hamburg, hamilton, hampton, hangzhou, hannover, hanoi, harare, harbin, hargeisa, haridwar, harlem,
    harlingen, harlow, harrisburg, harrisonburg, harrogate, hartford, hartlepool, hastings, hat yai, hattiesburg, havana,
    hawassa, hayward, hebron, hefei, heidelberg, helena, helsinki, hemel hempstead, henderson, heraklion, herat, heredia,
    hereford, hermosillo, hialeah, high point, high wycombe, hilo, hilton head, hiroshima, hisar, ho chi minh city, hobart,
    hoboken, holguin, hollywood, homs, hong kong, honolulu, hoshiarpur, hospitalet, hospitalet de llobregat, hosur, houston,
    howrah, huancayo, huaraz, hubli, huddersfield, hudson valley, hue, huehuetenango, huelva, huesca, hull, huntington beach,
    huntsville, hyderabad, iasi, ibadan, ibague, ibarra, ibiza, ica, iloilo, ilorin, imphal, incheon, indianapolis, indore,
    inglewood, innsbruck, invercargill, inverness, iowa city, ipoh, ipswich, iquique, iquitos, irapuato, irbid, iringa, irvine,
    irving, isfahan, islamabad, islington, istanbul, ithaca, izmir, iztapalapa, jabalpur, jackson, jacksonville, jaen, jaffna,
    jaipur, jaisalmer, jakarta, jalalabad, jalandhar, jalgaon, jammu, jamnagar, jamshedpur, jeddah, jefferson city, jeju, jena,
    jerez, jerez de la frontera, jersey city, jerusalem, jhansi, jinan, jinja, joao pessoa, jodhpur, johannesburg, johnson city,
    johor bahru, joliet, joplin, jos, juba, juiz de fora, jujuy, juliaca, juneau, kabul, kaduna, kagoshima, kakinada, kalamazoo,
    kaliningrad, kalyan, kampala, kandahar, kandy, kannur, kano, kanpur, kansas city, kaohsiung, karachi, karbala, karimnagar,
    karlsruhe, karnal, kassel, kathmandu, katowice, kaunas, kawasaki, kayseri, kazan, kearney, kelowna, kenosha, kermanshah, key
    west, kharagpur, kharkiv, khartoum, khulna, kidderminster, kiel, kiev, kigali, kilkenny, killeen, kilmarnock, kimberley,
    kingston jamaica, kinshasa, kirkuk, kissimmee, kisumu, kitchener, kitwe, klagenfurt, knoxville, kobe, kochi, kolhapur,
    kolkata, kollam, koln, konya, korat, kosice, kota, kota kinabalu, kottayam, kowloon, kozhikode, kragujevac, krakow,
    krasnodar, kuala lumpur, kuching, kumamoto, kumasi, kumbakonam, kunming, kurnool, kurunegala, kuwait city, kyiv, kyoto, la
    ceiba, la coruna, la crosse, la habana, la paz, la plata, la rioja, la romana, la serena, la vega, lafayette, lagos, lahore,
    lake charles, lakeland, lakewood, lalitpur, lancaster, langley, lansing, lanus, laramie, laredo, larissa, las cruces, las
    palmas, las rozas, las vegas, latacunga, launceston, lausanne, laval, lawton, le havre, le mans, leeds, leganes, leicester,
    leiden, leipzig, lekki, leon guanajuato, leticia, letterkenny, leuven, lewisham, lewiston, lexington, libreville, liege,
    lille, lilongwe, lima, limassol, limerick, limon, lincoln, linz, lisboa, lisbon, lisburn, little rock, liverpool,
    livingston, livonia, ljubljana, lleida, lodz, logan utah, logrono, loja, lomas de zamora, lome, london, londrina, long
    beach, long island, longview, los angeles, los mochis, loughborough, louisville, lowell, luanda, lubbock, lubeck, lublin,
    lubumbashi, lucerne, lucknow, ludhiana, lugano, lugo, luhansk, lund, lusaka, luton, luxembourg city, luxor, luzern, lviv,
    lynchburg, lyon, maastricht, macau, maceio, machakos, macon, madison, madras, madrid, madurai, magdeburg, maidstone,
    maiduguri, mainz, makassar, makati, makkah, makurdi, malacca, malaga, malang, malappuram, maldonado, malindi, mallorca,
    malmo, managua, manama, manaus, manchester, mandalay, mandaue, mangalore, manhattan, manila, manizales, mankato, mannheim,
    mansfield, mansoura, maputo, mar del plata, maracaibo, maracay, marbella, mardan, margate, maribor, mariupol, markham,
    marrakech, marrakesh, marseille, maseru, mashhad, matamoros, matanzas, mataro, mathura, maturin, mayaguez, mazar i sharif,
    mazatlan, mbarara, mcallen, mckinney, mecca, medan, medellin, medford, medicine hat, medina, meerut, mekelle, meknes,
    melbourne, melilla, memphis, mendoza, menorca, merida, mersin, mesa, messina, metz, mexicali, mexico city, miami, miami
    beach, middlesbrough, midland, milan, milano, milton keynes, milwaukee, minneapolis, minot, minsk, miraflores, mississauga,
    missoula, mixco, mobile alabama, modena, modesto, mogadishu, mombasa, moncton, monroe, monrovia, montego bay, monteria,
    monterrey, montevideo, montgomery, montpelier, montpellier, montreal, monza, moorhead, moradabad, morelia, moreno valley,
    morgantown, moscow, mostar, mostoles, mosul, motherwell, mount pleasant, mount vernon, multan, mumbai, munchen, muncie,
    munich, munster, murcia, murfreesboro, muscat, mutare, muzaffarabad, muzaffarnagar, muzaffarpur, mwanza, mykolaiv,
    mymensingh, myrtle beach, mysore, mysuru, nablus, naga city, nagasaki, nagercoil, nagoya, nagpur, nairobi, najaf, nakuru,
    nampa, nanaimo, nanjing, nantes, naperville, napier, naples, napoli, narayanganj, nashik, nashua, nashville, nassau,
    naucalpan, navi mumbai, ndola, neiva, nellore, nelson new zealand, nelspruit, netanya, neuquen, new bedford, new britain,
    new delhi, new haven, new orleans, new rochelle, new york city, newark, newcastle, newcastle upon tyne, newport, newport
    news, newton, nezahualcoyotl, nha trang, niagara falls, niamey, nice, nicosia, nimes, ningbo, nis, niteroi, nizamabad,
    nizhny novgorod, nnewi, nogales, noida, norfolk, north charleston, north las vegas, northampton, norwalk, norwich,
    nottingham, novi sad, novosibirsk, nuevo laredo, nuremberg, nurnberg, nyc, oakland, oakville, ocala, oceanside, odense,
    odesa, odessa, ogbomosho, ogden, oklahoma city, olathe, oldham, olympia, omaha, onitsha, ontario, oradea, oran, orange
    county, orihuela, orlando, oruro, osaka, oshawa, oshkosh, oslo, osorno, ostrava, ottawa, ouagadougou, ourense, overland
    park, oviedo, owensboro, owerri, oxford, oxnard, pachuca, padova, padua, paducah, paisley, palakkad, palembang, palencia,
    palermo, palm bay, palm springs, palma de mallorca, palmdale, palmerston north, palmira, pamplona, panchkula, panipat,
    paramaribo, parana, paris, parramatta, pasadena, pasay, pasig, pasto, paterson, pathankot, patiala, patna, patras, pattaya,
    pawtucket, paysandu, pecs, pembroke pines, penang, pensacola, peoria, pereira, pergamino, perpignan, perth, perugia,
    pescara, peshawar, petaling jaya, peterborough, philadelphia, phnom penh, phoenix, phuket, pierre, pietermaritzburg, pilsen,
    pinar del rio, pisa, pittsburgh, piura, plano, playa del carmen, plovdiv, plymouth, plzen, pocatello, podgorica, poitiers,
    pokhara, polanco, polokwane, poltava, pomona, ponce, pondicherry, ponferrada, pontevedra, poole, popayan, port arthur, port
    au prince, port elizabeth, port harcourt, port louis, port moresby, port of spain, port said, port st lucie, portland,
    porto, porto alegre, porto novo, portoviejo, portsmouth, posadas, potosi, potsdam, poughkeepsie, poznan, prague, praha,
    prayagraj, preston, pretoria, prince george, princeton, pristina, providence, provo, pucallpa, puducherry, puebla, pueblo,
    puerto la cruz, puerto madryn, puerto montt, puerto plata, puerto vallarta, pune, puno, punta arenas, punta del este,
    puntarenas, pyongyang, qingdao, qom, quebec city, queens, quetta, quetzaltenango, quezon city, quilmes, quincy, quito,
    rabat, racine, rahim yar khan, raipur, rajahmundry, rajkot, rajshahi, raleigh, ramallah, ramsgate, rancagua, ranchi, rancho
    cucamonga, rapid city, rasht, ravenna, rawalpindi, reading pennsylvania, recife, red deer, redding, redwood city, reggio
    calabria, reggio emilia, regina, reims, rennes, reno, resistencia, reus, reykjavik, reynosa, ribeirao preto, richmond,
    richmond hill, riga, rijeka, rimini, rio cuarto, rio de janeiro, rio gallegos, riobamba, riohacha, rivera, riverside,
    riyadh, roanoke, rochdale, rochester, rockford, rockhampton, rockville, rohtak, roma, rome, romford, rosario, roseville,
    rostock, rostov, roswell, rotherham, rotorua, rotterdam, rouen, round rock, rourkela, sabadell, sacramento, saginaw,
    saharanpur, sahiwal, saigon, saint etienne, saint louis, saint paul, saint petersburg, saitama, salalah, salamanca, salem,
    salem tamil nadu, salerno, salford, salinas, salisbury, salt lake city, salta, saltillo, salvador bahia, salzburg,
    samarkand, samsun, san angelo, san antonio, san bernardino, san cristobal de las casas, san diego, san francisco, san
    francisco de macoris, san jose, san jose costa rica, san juan, san juan del rio, san lorenzo, san luis, san luis potosi, san
    mateo, san miguel, san pedro de macoris, san pedro sula, san rafael, san sebastian, sanaa, sandton, sandy springs, sangli,
    sant boi, sant cugat, santa ana, santa barbara, santa clara, santa clarita, santa coloma, santa cruz, santa cruz de la
    sierra, santa cruz de tenerife, santa fe, santa maria, santa marta, santa monica, santa rosa, santander, santiago de chile,
    santiago de compostela, santiago de cuba, santiago de los caballeros, santiago del estero, santo domingo, santurce, sao
    bernardo, sao jose dos campos, sao luis, sao paulo, sapporo, saragossa, sarajevo, sarasota, sargodha, saskatoon, savannah,
    scarborough, schenectady, scottsdale, scranton, scunthorpe, seattle, secunderabad, segovia, semarang, sendai, seoul, setif,
    sevilla, seville, sfax, shah alam, shanghai, sharjah, sheboygan, sheffield, shenyang, shenzhen, sherbrooke, shillong,
    shimla, shimoga, shiraz, shreveport, shrewsbury, sialkot, sibiu, sidon, siem reap, siena, sikar, silchar, silicon valley,
    siliguri, silver spring, simi valley, sincelejo, sioux city, sioux falls, skopje, sligo, slough, soacha, sochi, sofia
    bulgaria, sogamoso, sohag, sohar, sokoto, solapur, solihull, somerville, sonipat, soria, sorocaba, south bend, southampton,
    southend, southport, soweto, spartanburg, split croatia, spokane, spokane valley, springdale, springfield, srinagar, st
    albans, st cloud, st gallen, st george, st john's, st joseph, st louis, st paul, st petersburg, stafford, stamford, state
    college, staten island, stavanger, stellenbosch, sterling heights, stevenage, stillwater, stirling, stockholm, stockport,
    stockton, stoke on trent, strasbourg, stuttgart, subang jaya, sucre, sudbury, suez, sugar land, sukkur, sunderland,
    sunnyvale, sunrise florida, sunshine coast, sunyani, surabaya, surakarta, surat, surprise arizona, surrey, suva, suwon,
    suzhou, swansea, swat, swindon, sydney, sylhet, syracuse, szczecin, szeged, tabriz, tacloban, tacna, tacoma, taguig,
    taichung, taif, tainan, taipei, takoradi, talavera, talca, talcahuano, tallahassee, tallinn, tamale, tampa, tampere,
    tampico, tamworth, tandil, tangier, tapachula, tarapoto, tarija, tarragona, tartu, tashkent, taunton, tauranga, tbilisi,
    tegucigalpa, tehran, tel aviv, telford, tema, temecula, tempe, temuco, tenerife, tepic, teresina, ternopil, terrassa, terre
    haute, teruel, texarkana, texcoco, thane, thanjavur, the hague, the woodlands, thessaloniki, thika, thiruvananthapuram,
    thoothukudi, thornton, thousand oaks, thrissur, thunder bay, tianjin, tijuana, tilburg, timisoara, tirana, tiruchirappalli,
    tirunelveli, tirupati, tiruppur, tlalnepantla, tlaxcala, tokyo, toledo, toluca, toms river, toowoomba, topeka, torino,
    toronto, torquay, torrance, torrejon de ardoz, torrelavega, torremolinos, torreon, torrevieja, torun, tottenham, toulon,
    toulouse, tours, townsville, towson, trabzon, tracy, tralee, trelew, trento, trenton, trichy, trier, trieste, tripoli,
    trivandrum, tromso, trondheim, troy michigan, trujillo, truro, tucson, tucuman, tulcan, tulsa, tulua, tunis, tunja, tupelo,
    turin, turku, tuscaloosa, tuxtla gutierrez, tuzla, tyler, uberlandia, udaipur, ujjain, ulaanbaatar, ulm, ulsan, uppsala,
    upstate new york, uruapan, ushuaia, utica, utrecht, uyo, vacaville, vadodara, valdivia, valencia, valladolid, valledupar,
    vallejo, valletta, valparaiso, vancouver, varanasi, varna, vaughan, vellore, venezia, venice, ventura, veracruz, verona,
    vicenza, victoria bc, victorville, viedma, vienna, vientiane, vigo, vijayawada, villahermosa, villavicencio, vilnius, vina
    del mar, vinnytsia, virginia beach, visakhapatnam, visalia, vista, vitoria, vizag, vladivostok, waco, wagga wagga,
    wakefield, walsall, waltham, warangal, warren, warri, warrington, warsaw, warszawa, warwick, washington d.c, washington dc,
    waterbury, waterford, waterloo, watford, waukesha, wausau, wellington, wenzhou, west bromwich, west covina, west jordan,
    west palm beach, west valley city, westminster, weston super mare, wexford, weymouth, whangarei, whitby, white plains,
    whitehorse, whittier, wichita, wichita falls, wien, wiesbaden, wigan, wilkes barre, williamsburg, wilmington, winchester,
    windhoek, windsor, winnipeg, winston salem, woking, wollongong, wolverhampton, woodbridge, worcester, worthing, wrexham,
    wroclaw, wuhan, wurzburg, xalapa, xiamen, xian, yakima, yamoussoukro, yangon, yaounde, yazd, yekaterinburg, yellowknife,
    yeovil, yerevan, yogyakarta, yokohama, yonkers, york, youngstown, ypsilanti, yuba city, zacatecas, zadar, zagazig, zagreb,
    zamboanga, zamora, zanzibar, zapopan, zaporizhzhia, zaragoza, zarqa, zhengzhou, zhytomyr, zipaquira, zurich`;

/** Named places of care that say themselves what they are. */
export const carePlaces = `
    12 de octubre, addenbrooke ' s, addenbrookes, aga khan, aiims, all india institute of medical sciences, almenara, apollo
    hospital, ascension health, bambino gesu, baragwanath, barnes - jewish, barnes jewish, bellvitge, beth israel, brigham and
    women ' s, bumrungrad, cedars - sinai, cedars sinai, centro medico siglo xxi, charite, chris hani baragwanath, city of hope,
    cleveland clinic, clinic de barcelona, clinica alemana, cmc vellore, dana - farber, dana farber, essalud, fred hutch, fred
    hutchinson, garrahan, geisinger, gemelli, great ormond street, gregorio maranon, groote schuur, gustave roussy, guy ' s,
    guys and st thomas, hadassah, hammersmith, ichilov, intermountain health, jipmer, john hopkins, john radcliffe, johns
    hopkins, kaiser, kaiser permanente, karolinska, kenyatta national, king faisal specialist, kokilaben, korle bu, la paz
    hospital, lenox hill, lilavati, m d anderson, marques de valdecilla, mass general, mass general brigham, massachusetts
    general, max saket, mayo clinic, md anderson, medanta, memorial sloan kettering, miguel servet, moffitt, montefiore,
    moorfields, mount elizabeth, mount sinai, mulago, necker, nimhans, northwell, nyu langone, ohsu, osakidetza, pablo tobon
    uribe, papworth, penn medicine, pgi chandigarh, pgimer, pitie - salpetriere, puerta de hierro, ramon y cajal, rebagliati,
    rigshospitalet, royal free, royal marsden, salvador zubiran, san raffaele, sant pau, scripps, shaio, shaukat khanum, siglo
    xxi, sloan kettering, st jude, st jude ' s, st jude childrens, st thomas ', tata memorial, ucla, ucsf, upmc, va hospital, va medical center, vall d'hebron,
    valle del lili, virgen del rocio, yale - new haven, yale new haven, zubiran`;

/** Countries and their like: not personal alone, but a part of the place when they follow a town. */
export const countries = `
    afghanistan, africa, albania, alemania, algeria, america, angola, arabia saudita, argelia, argentina, armenia, asia,
    australia, austria, azerbaijan, bahamas, bahrain, bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia,
    bosnia, bosnia and herzegovina, botswana, brasil, brazil, brunei, bulgaria, burkina faso, burma, burundi, cambodia, cameroon,
    canada, caribbean, chile, china, colombia, congo, costa rica, cote d'ivoire, croatia, cuba, czech republic, denmark, dinamarca,
    dominican republic, drc, ecuador, ee uu, eeuu, egipto, egypt, el salvador, england, eritrea, espana, estados unidos, estonia,
    ethiopia, europa, europe, fiji, filipinas, finland, finlandia, france, francia, gambia, georgia, germany, ghana, great britain,
    grecia, greece, guatemala, guinea, guyana, haiti, holland, honduras, hungary, iceland, india, indonesia, inglaterra, iran, iraq,
    ireland, israel, italia, italy, ivory coast, jamaica, japan, japon, jordan, jordania, kazakhstan, kenya, korea, ksa, kuwait,
    laos, latin america, latvia, lebanon, lesotho, libano, liberia, libya, lithuania, macedonia, madagascar, malawi, malaysia,
    maldives, mali, marruecos, mauritius, mexico, middle east, mongolia, morocco, mozambique, myanmar, namibia, nepal, netherlands,
    new zealand, nicaragua, niger, nigeria, north america, north korea, noruega, norway, nueva zelanda, oman, pakistan, palestine,
    panama, papua new guinea, paraguay, peru, philippines, poland, polonia, portugal, qatar, reino unido, republica dominicana,
    romania, rusia, russia, rwanda, saudi arabia, scandinavia, senegal, serbia, sierra leone, singapore, siria, slovakia, slovenia,
    somalia, south africa, south america, south korea, south sudan, spain, sri lanka, sudafrica, sudan, suecia, suiza, suriname,
    sweden, switzerland, syria, tailandia, taiwan, tanzania, thailand, the gambia, togo, trinidad, trinidad and tobago, tunisia,
    turkey, turquia, u.k, u.s, u.s.a, uae, ucrania, uganda, uk, ukraine, united arab emirates, united kingdom, united states,
    uruguay, us, usa, uzbekistan, venezuela, vietnam, yemen, zambia, zimbabwe`;
