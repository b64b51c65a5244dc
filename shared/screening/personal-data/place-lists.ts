/** Places smaller than a country, one a line or between commas, lower case and without diacritics. Written by hand. */
export const states = `
    alabama, alaska, alberta, andalucia, andalusia, andhra pradesh, antioquia, arizona, arkansas, assam, atlantico, bahia, baja
    california, balochistan, bavaria, bayern, bihar, british columbia, brittany, california, cantabria, castilla y leon, castilla-la
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
    a coruna, aarhus, aberdeen, abidjan, abilene, abu dhabi, abuja, acapulco, accra, adana, addis ababa, adelaide, aden, agadir,
    agra, aguascalientes, ahmedabad, ajman, akron, albacete, albany, albuquerque, alcala de henares, alcorcon, aleppo, alexandria,
    alexandria egypt, algiers, alicante, aligarh, allahabad, allentown, almeria, amarillo, ambato, amman, amritsar, amsterdam,
    anaheim, anchorage, ankara, ann arbor, annapolis, antalya, antananarivo, antofagasta, antwerp, arequipa, arlington, arusha,
    asmara, asuncion, athens, atlanta, auckland, augusta, aurangabad, aurora, austin, badajoz, badalona, baghdad, bakersfield, baku,
    bali, baltimore, bamako, bandung, bangalore, bangkok, barcelona, bareilly, bari, bariloche, baroda, barquisimeto, barranquilla,
    basel, basra, baton rouge, bayamon, beaumont, beijing, beirut, belfast, belgrade, bellevue, belo horizonte, bengaluru, benin
    city, beograd, bergen, berkeley, berlin, bern, bethesda, bhopal, bhubaneswar, bilbao, billings, birmingham, bismarck, blantyre,
    bloemfontein, boca raton, bogota, boise, bologna, bombay, bonn, bordeaux, boston, bradford, braga, brampton, brasilia,
    bratislava, brazzaville, bremen, bridgeport, bridgetown, brighton, brisbane, bristol, brno, bronx, brooklyn, brownsville,
    bruges, brussels, bucaramanga, bucharest, budapest, buenos aires, buffalo, bulawayo, burgos, bursa, busan, caceres, cadiz,
    cairo, calcutta, calgary, cali, calicut, callao, cambridge, canberra, cancun, cape coral, cape town, caracas, cardiff, carson
    city, cartagena, cary, casablanca, castellon, catania, cebu, chandigarh, chandler, charleston, charlotte, chattanooga, chengdu,
    chennai, chesapeake, cheyenne, chiang mai, chicago, chiclayo, chittagong, chongqing, christchurch, chula vista, cincinnati,
    ciudad de mexico, ciudad de panama, ciudad del este, ciudad juarez, clarksville, clearwater, cleveland, cluj, cochabamba,
    cochin, coimbatore, coimbra, cologne, colombo, colorado springs, columbus, conakry, concepcion, concord, copenhagen, cork,
    corona, corpus christi, coventry, coyoacan, cucuta, cuenca, cuernavaca, culiacan, curitiba, cusco, cuttack, cuzco, da nang,
    daegu, dakar, dallas, damascus, dammam, danang, dar es salaam, darwin, davao, dayton, dehradun, delhi, denpasar, denver, derby,
    des moines, detroit, dhaka, dhanbad, dodoma, doha, donostia, dortmund, douala, dover, dresden, dubai, dublin, duluth, dundee,
    durban, durham, dusseldorf, ecatepec, edinburgh, edmonton, eindhoven, el alto, el paso, elche, elk grove, entebbe, enugu,
    envigado, erbil, erie, escondido, esfahan, essen, eugene, evansville, faisalabad, fargo, faridabad, faro, fayetteville, fes,
    firenze, florence, fontana, fort collins, fort lauderdale, fort myers, fort wayne, fort worth, fortaleza, frankfort, frankfurt,
    freetown, freiburg, fremont, fresno, frisco, fuenlabrada, fukuoka, gaborone, gainesville, galle, galveston, galway, garden
    grove, garland, gaza, gaziantep, gdansk, geneva, genoa, genova, georgetown guyana, getafe, ghaziabad, ghent, gijon, gilbert,
    girona, giza, glasgow, glendale, gold coast, gothenburg, gran canaria, granada, grand prairie, grand rapids, graz, green bay,
    greensboro, grenoble, groningen, guadalajara, guangzhou, guatemala city, guayaquil, gujranwala, guntur, gurgaon, gurugram,
    guwahati, gwalior, haifa, haiphong, halifax, hamburg, hamilton, hangzhou, hannover, hanoi, harare, harlem, harrisburg, hartford,
    havana, hayward, heidelberg, helena, helsinki, henderson, hermosillo, hialeah, hiroshima, ho chi minh city, hobart, hollywood,
    homs, hong kong, honolulu, hospitalet, houston, howrah, hubli, huelva, hull, huntington beach, huntsville, hyderabad, iasi,
    ibadan, ibague, ibiza, incheon, indianapolis, indore, innsbruck, ipoh, iquitos, irvine, irving, isfahan, islamabad, istanbul,
    izmir, iztapalapa, jabalpur, jackson, jacksonville, jaen, jaffna, jaipur, jakarta, jalandhar, jeddah, jefferson city, jerez,
    jersey city, jerusalem, jodhpur, johannesburg, johor bahru, joliet, juneau, kabul, kaduna, kampala, kandy, kano, kanpur, kansas
    city, kaohsiung, karachi, kathmandu, kazan, kharkiv, khartoum, khulna, kiev, kigali, killeen, kingston jamaica, kinshasa,
    kisumu, knoxville, kobe, kochi, kolkata, kollam, koln, konya, kota, kota kinabalu, kowloon, kozhikode, krakow, kuala lumpur,
    kumasi, kuwait city, kyiv, kyoto, la coruna, la habana, la paz, la plata, lafayette, lagos, lahore, lakewood, lancaster,
    lansing, laredo, las palmas, las vegas, lausanne, leeds, leganes, leicester, leipzig, leon guanajuato, lexington, liege, lille,
    lilongwe, lima, limerick, lincoln, lisboa, lisbon, little rock, liverpool, ljubljana, lleida, lodz, logrono, london, long beach,
    long island, los angeles, louisville, luanda, lubbock, lubumbashi, lucknow, ludhiana, lugo, lusaka, luton, lviv, lyon, macau,
    macon, madison, madras, madrid, madurai, makati, makkah, malaga, mallorca, malmo, managua, manama, manaus, manchester, mandalay,
    mangalore, manhattan, manila, manizales, maputo, mar del plata, maracaibo, maracay, marbella, marrakech, marrakesh, marseille,
    mashhad, matamoros, mazatlan, mcallen, mckinney, mecca, medan, medellin, medina, meerut, melbourne, memphis, mendoza, menorca,
    merida, mesa, mexicali, mexico city, miami, midland, milan, milano, milwaukee, minneapolis, minsk, miraflores, mississauga,
    mobile alabama, modesto, mogadishu, mombasa, monrovia, montego bay, monterrey, montevideo, montgomery, montpelier, montpellier,
    montreal, moradabad, morelia, moreno valley, moscow, mostoles, mosul, multan, mumbai, munchen, munich, murcia, murfreesboro,
    muscat, mysore, mysuru, nagoya, nagpur, nairobi, nanjing, nantes, naperville, naples, napoli, nashik, nashville, nassau, navi
    mumbai, nellore, neuquen, new delhi, new orleans, new york city, newark, newcastle, newport news, nice, noida, norfolk, norwich,
    nottingham, novi sad, novosibirsk, nuremberg, nurnberg, nyc, oakland, oceanside, odesa, odessa, oklahoma city, olympia, omaha,
    ontario, oran, orlando, osaka, oslo, ottawa, ouagadougou, ourense, overland park, oviedo, oxford, oxnard, padova, padua,
    palermo, palm bay, palma de mallorca, palmdale, pamplona, paramaribo, paris, pasadena, patna, patras, pembroke pines, penang,
    pensacola, peoria, pereira, perth, peshawar, philadelphia, phnom penh, phoenix, phuket, pierre, pittsburgh, piura, plano,
    plovdiv, plymouth, pokhara, polanco, pomona, ponce, pondicherry, port au prince, port elizabeth, port harcourt, port of spain,
    port st lucie, portland, porto, porto alegre, portsmouth, poznan, prague, praha, pretoria, providence, provo, puebla, pune,
    pyongyang, queens, quetta, quezon city, quito, rabat, raipur, rajkot, rajshahi, raleigh, ramallah, ranchi, rancho cucamonga,
    rawalpindi, recife, regina, rennes, reno, reykjavik, reynosa, richmond, riga, rio de janeiro, riverside, riyadh, rochester,
    roma, rome, rosario, rotterdam, sabadell, sacramento, saigon, saint louis, saint paul, saint petersburg, salamanca, salem, salem
    tamil nadu, salinas, salt lake city, salta, saltillo, salvador bahia, salzburg, san antonio, san bernardino, san diego, san
    francisco, san jose, san jose costa rica, san juan, san luis potosi, san pedro sula, san sebastian, sanaa, santa ana, santa
    clara, santa clarita, santa fe, santa marta, santa rosa, santander, santiago de chile, santiago de los caballeros, santo
    domingo, sao paulo, sapporo, saragossa, sarajevo, sarasota, saskatoon, savannah, scottsdale, scranton, seattle, segovia,
    semarang, seoul, sevilla, seville, shanghai, sharjah, sheffield, shenzhen, shimla, shiraz, shreveport, sialkot, silver spring,
    sioux falls, skopje, soacha, sofia bulgaria, solapur, southampton, soweto, split croatia, spokane, springfield, srinagar, st
    louis, st paul, st petersburg, staten island, stockholm, stockton, stoke on trent, strasbourg, stuttgart, sucre, sunderland,
    sunnyvale, surabaya, surat, surrey, suva, swansea, sydney, sylhet, syracuse, szczecin, tabriz, tacoma, taipei, tallahassee,
    tallinn, tampa, tampere, tampico, tangier, tarragona, tbilisi, tegucigalpa, tehran, tel aviv, tempe, temuco, tenerife, terrassa,
    thane, the hague, thessaloniki, thiruvananthapuram, thrissur, tianjin, tijuana, timisoara, tirana, tiruchirappalli, tirupati,
    tokyo, toledo, toluca, topeka, torino, toronto, torrance, torreon, toulouse, trenton, trichy, trieste, tripoli, trivandrum,
    trondheim, trujillo, tucson, tucuman, tulsa, tunis, turin, turku, tyler, udaipur, uppsala, utrecht, vadodara, valencia,
    valladolid, valparaiso, vancouver, varanasi, varna, vellore, venezia, venice, verona, victoria bc, vienna, vientiane, vigo,
    vijayawada, vilnius, vina del mar, virginia beach, visakhapatnam, vitoria, vizag, waco, warangal, warsaw, warszawa, washington
    d.c, washington dc, wellington, west palm beach, wichita, wien, windhoek, winnipeg, winston salem, wolverhampton, worcester,
    wroclaw, wuhan, xalapa, xian, yangon, yaounde, yekaterinburg, yerevan, yogyakarta, yokohama, yonkers, zagreb, zapopan, zaragoza,
    zurich`;

/** Named places of care that say themselves what they are. */
export const carePlaces = `
    12 de octubre, aiims, all india institute of medical sciences, apollo hospital, cedars sinai, centro medico siglo xxi,
    charite, city of hope, cleveland clinic, clinic de barcelona, great ormond street, gregorio maranon, guys and st thomas, john
    hopkins, johns hopkins, kaiser permanente, la paz hospital, m d anderson, mass general, massachusetts general, mayo clinic, md
    anderson, memorial sloan kettering, mount sinai, nyu langone, sloan kettering, ucla, ucsf, vall d'hebron`;

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
