/** People who do not exist, of many cultures. Most are in no list of the product: their share is printed with the figures. */
export const given = `
    Xóchitl Citlali Tlaloc Nayra Wara Amaru Illari Sayri Itzae Yareli Dayanara Yamileth Maikel Yosbany Yuniesky Leidy Anyela Jhon
    Wilmer Yeferson Duberney Arelis Migdalia Eleuterio Hermelinda Eufemia Oddny Ragnheidur Thorsteinn Snorri Aoibhinn Caoimhe Tadhg
    Fionnuala Blodwyn Iorwerth Llewelyn Seren Eilidh Ruaridh Delphina Quincy Braxton Jaxon Kyleigh Makayla Brynlee Oaklynn Zander
    Keagan Trevon DeAndre Tanisha Shanice Ladonna Keshia Thandolwethu Nkosinathi Zanokuhle Bongani Nokuthula Khethiwe Refiloe Tumelo
    Katlego Boitumelo Chukwuebuka Somtochukwu Nneoma Uzoamaka Onyinyechi Adaeze Obiageli Ngozika Iyanuoluwa Ayomide Morenikeji
    Abimbola Gbenga Wanjohi Nyokabi Achieng Okello Nakato Kizza Mutoni Uwimana Habimana Yared Tsegaye Hirut Mulugeta Senait Kidist
    Padmavathi Thiruvengadam Muthulakshmi Senthil Kalaivani Murugan Vaishnavi Bhuvaneswari Ramanujan Venkatesan Jaswinder Paramjit
    Sukhwinder Kulwinder Balwinder Amandeep Navjot Dhananjay Shrikant Vaibhav Sampada Ketaki Mrunal Tanmay Debjani Sudeshna Tapas
    Subrata Anirban Poulomi Rubaiyat Tanzila Mehjabin Shakila Parveen Ghazala Zarmina Gulalai Palwasha Sunethra Chathurika Ishara
    Roshan Yoshimitsu Kazuhiro Nobuyuki Harumi Sayuri Tomomi Chizuru Ryunosuke Xiaoyan Guangming Yanling Shuqin Zhiqiang Meihua Ruolan
    Haiyan Seungwoo Hyunjung Kyungmin Jaewon Bomi Daeun Sunyoung Thanawat Phuwadon Wilaiwan Kanchana Sovannarith Bopha Chanthavy Huynh
    Ngoclan Quoc Tuyetmai Rosalinda Jejomar Liezl Aileen Ekarini Suhartini Nurhayati Sulastri Abdulaziz Abdelhamid Abderrahim Moulay
    Fatoumata Khadijatou Zoubida Rachida Hafida Noureddine Lahcen Mbarek Soumaya Houda Nesrine Ikram Chaymae Oumaima Thamer Mishaal
    Faisal Turki Sultana Munira Latifa Ghaida Shatha Raneem Jumana Lujain Hessa Maitha Ardeshir Golnar Kiarash Niki Peyman Shahrzad
    Tahereh Zohreh Shoshana Yocheved Hillel Tzipora Wolodymyr Solomiya Zlata Bohuslav Ludvik Jarmila Blazena Zdislava Vlasta
    Bronislawa Swietlana Dobromir Radmila Ognjen Vukasin Tijana Snezana Desislava Tsvetan Rumyana Plamen Ruxandra Anamaria Costin
    Traian Doina Szabolcs Boglarka Csilla Gyongyi Ilmari Tuulikki Eerikki Maarit Liivika Kaarel Daiva Rasa Vytautas Gintaras Janis
    Ilze Giedrius Gotzon Nekane Arantxa Izaskun Xulio Uxia Brais Jaume Mercè Laia Pau Baptiste Capucine Maelys Gwenael Yolaine
    Thibault Solene Ulrike Friedhelm Hannelore Dietlinde Burkhard Roswitha Wolfram Sibylle Giandomenico Pierluigi Fiorella Ornella
    Loredana Graziella Ermenegildo Concetta Theodoros Evangelia Chrysoula Anastasios Panayiota Merih Bengisu Caglar Sevgul Tayfun
    Gurkan Yagmur Mary John David Susan Linda Robert Maria Jose Carmen Luis Ahmed Fatima Mohammed Priya Sunita Rajesh Wei Hiroshi Linh
    Olga Dmitri Anna Peter Giovanni Ingrid Chloe Grace Kofi Ngozi Yusuf Emily Sarah Michael Jessica Karen Paul Lisa Nancy Ashley Kevin
    Brian Juan Sofia Diego Lucia Elena Pedro Ana Jorge Rosa`
  .trim()
  .split(/\s+/);

export const family = `
    Quispe Condorcanqui Huamani Choque Ticona Catrileo Huenchullan Pop Tzoc Chiquin Xicay Canul Pech Uicab Balam Chuc Tecuapetla
    Zempoalteca Cuauhtémoc Etcheverry Goikoetxea Zabaleta Urrutikoetxea Arrizabalaga Mendizabal Bofill Casadevall Puigdemont
    Carballeira Feijoo Villaverde Sotomayor Monasterio Bracamontes Cienfuegos Talamantes Berumen Zavaleta Bocanegra Sigurdardottir
    Gudmundsson Fearghail MacGillivray Ó'Ceallaigh McGillicuddy Featherstonehaugh Cholmondeley Wigglesworth Ramsbottom Higginbotham
    Thistlewood Oglethorpe Ravenscroft Blankenship Stubblefield Killingsworth Hollingshead Vandergriff Hostetler Yoder Stoltzfus
    Boudreaux Thibodeaux Broussard Arceneaux Mouton Pettigrew Nwabueze Onwuachi Chukwuemeka Okwuosa Anyanwu Ogunbanjo Oyedepo Adeyinka
    Fashola Akinwunmi Agyapong Nketia Quansah Wachira Gitonga Kipchoge Cheruiyot Wafula Makokha Nyirenda Chikafu Mapfumo Mahlobo
    Sithebe Radebe Mofokeng Tekle Woldegiorgis Habtemariam Ndayishimiye Nshimirimana Kagame Byaruhanga Ssemakula Venkatasubramanian
    Thiruvalluvar Balasubramaniam Annamalai Chidambaram Kuppuswamy Vishwanathan Deshpande Jayaraman Padmanabhan Gaikwad Shinde Jadhav
    Bhosale Kadam Mohapatra Panigrahi Behera Hazarika Baruah Ahluwalia Randhawa Sekhon Brar Toor Virk Bandyopadhyay Mukhopadhyay
    Majumder Talukdar Chowdhury Siddiqi Mirchandani Advani Rathnayake Weerasinghe Abeysekera Kandel Bhattarai Kuroda Matsushita
    Nishikawa Kawabata Shirakawa Tsuchiya Hamasaki Ogata Fukushima Oyama Zhuang Ouyang Shangguan Situ Geng Miao Xiong Lü Pyo Gwon
    Maeng Seok Namgung Phetcharat Suksawat Rattanakosin Chantharangsy Sok Keo Vongsa Luu Kieu Mac Lieu Macapagal Dimagiba Katigbak
    Sumulong Hutapea Manurung Wibowo Purnomo Benchekroun Bouhaddou Lahlou Tazi Bennani Chraibi Zerouali Boukhari Belkacem Bouzid
    Khelifi Trabelsi Gharbi Hammami Ayari Al-Otaibi Al-Qahtani Al-Shammari Al-Dosari Al-Maktoum El-Sherbiny El-Gohary Abdelfattah
    Shalaby Barghouti Qawasmeh Khoury-Haddad Tannous Ghaemmaghami Farrokhzad Shahbazi Zandi Ben-David Ashkenazi Rabinowitz Hryhorenko
    Moroz Zubko Chornovil Wojciechowska Szymborska Przybylski Grzelak Brzezinski Hlavacek Blazek Sramek Krejcirik Djordjevic Obradovic
    Hadzic Mehmedovic Karadzic Stoyanova Dragomir Lazarescu Teodorescu Kiss Fazekas Szentgyorgyi Haapasalo Vainamoinen Kallaste
    Kazlauskas Berzins Ozolins Le-Goff Kerguelen Guivarch Dutertre Charpentier Boulanger Rochefoucauld d'Aubigné Vanderpoorten
    Oosterhuis Steenbergen van-Dijkhuizen Schwarzenegger Oberhofer Unterberger Kirchgassner Hirschfeld Löwenthal Pfefferkorn
    Bevilacqua Castiglione Quattrocchi Scognamiglio Pappalardo Kyriakopoulos Athanasiadis Xenakis Karagiannis Küçükoğlu Demirtaş
    Albayrak Karadeniz Smith Johnson Garcia Martinez Rodriguez Hernandez Patel Sharma Singh Khan Nguyen Tran Kim Park Tanaka Wang Li
    Chen Okafor Mensah Ivanov Kowalski Novak Müller Schmidt Rossi Dubois Silva Santos O'Brien Murphy Brown Williams Davis Gomez Perez
    Reddy Hussain Yilmaz Papadopoulos`
  .trim()
  .split(/\s+/);

/** Towns: 40 that the product lists, the others small and in none of its lists, so that what finds them is what stands around. */
export const towns = `
    Ixtapaluca, Zitácuaro, Jojutla, Tecate, Tequisquiapan, Jiquilpan, Ocosingo, Tuxtepec, Guasave, Chía, Sabanalarga, El Espinal,
    Duitama, Huarmey, Chincha Alta, Otavalo, Cayambe, Uyuni, Quillacollo, Lota, Pichilemu, Villa Carlos Paz, Chivilcoy, Bragado,
    Tacuarembó, Itauguá, Jinotega, Nueva Gerona, Baní, Humacao, Vega Baja, Baeza, Tarancón, Monforte de Lemos, Cangas de Onís,
    Astorga, Alcoy, Xàtiva, Olot, Tárrega, Almendralejo, Villanueva de la Serena, Elko, Sedalia, Punxsutawney, Zanesville, Xenia,
    Elyria, Kokomo, Vincennes, Galesburg, Kankakee, Ashtabula, Corsicana, Lufkin, Uvalde, Hobbs, Gallup, Show Low, Sierra Vista,
    Twentynine Palms, Ukiah, Yreka, Klamath Falls, Coos Bay, Walla Walla, Moses Lake, Lewistown, Havre, Scottsbluff, Hays, Ponca
    City, Muskogee, Jonesboro, Natchez, Dothan, Opelika, Anniston, Statesboro, Sumter, Hickory, Bluefield, Elkins, Oconomowoc,
    Skegness, Bognor Regis, Whitehaven, Penzance, Bodmin, Haverfordwest, Rhyl, Dunfermline, Falkirk, Oban, Omagh, Enniskillen,
    Ballinasloe, Clonmel, Moose Jaw, Corner Brook, Chilliwack, Mildura, Wodonga, Kalgoorlie, Taree, Gisborne, Timaru, Malegaon,
    Ichalkaranji, Bhusawal, Gondia, Washim, Chhindwara, Satna, Damoh, Mandsaur, Sirsa, Rewari, Moga, Barnala, Kapurthala, Hardoi,
    Chapra, Siwan, Arrah, Purulia, Bankura, Cooch Behar, Tezpur, Jorhat, Nalgonda, Khammam, Adoni, Tenali, Chittoor, Karaikudi,
    Theni, Pollachi, Udupi, Raichur, Hospet, Chiniot, Kasur, Vehari, Kohat, Nawabshah, Pabna, Feni, Ikorodu, Sagamu, Ilesa, Iseyin,
    Offa, Techiman, Nkawkaw, Winneba, Bungoma, Kakamega, Embu, Naivasha, Kasese, Soroti, Songea, Kigoma, Chipata, Kabwe, Masvingo,
    Kadoma, Welkom, Upington, Oudtshoorn, Jimma, Adigrat, Sodo, Kafr El Sheikh, Beni Suef, Taza, Khemisset, Batna, Tlemcen, Gabès,
    Kairouan, Jerash, Baalbek, Fallujah, Khamis Mushait, Nizwa, Birjand, Sabzevar, Bandırma, Düzce, Çorum, Kütahya, Uşak, Bila
    Tserkva, Nowy Sącz, Tarnów, Zlín, Trenčín, Szolnok, Eger, Alba Iulia, Bistrița, Čačak, Zenica, Veliko Tarnovo, Kavala, Serres,
    Hameln, Bamberg, Bad Kreuznach, Quimper, Vannes, Cuneo, Matera, Lecce, Gouda, Aalst, Hasselt, Växjö, Karlstad, Ålesund, Horsens,
    Zhangjiakou, Jiaxing, Xinxiang, Yueyang, Morioka, Aomori, Mokpo, Yeosu, Quy Nhon, Rach Gia, Surin, Phitsanulok, Kediri, Jember,
    Tegal, Taiping, Sibu, Ormoc, Tagum, Roxas City, Kampong Cham, Boston, Houston, Chicago, Miami, Phoenix, Toronto, London,
    Birmingham, Glasgow, Mumbai, Chennai, Karachi, Lagos, Nairobi, Manila, Cairo, Madrid, Sevilla, Guadalajara, Monterrey, Bogotá,
    Lima, Buenos Aires, Berlin, Istanbul, Sydney, Pune, Leeds, Denver, Quito, Medellín, Lahore, Kampala, Atlanta, Valencia, Rosario,
    Perth, Calgary, Dhaka, Cebu`
  .split(',')
  .map(oneLine);

export const regions = `
    TX, CA, NY, FL, OH, PA, MI, NC, WA, Tennessee, Ohio, Georgia, India, Mexico, Nigeria, Spain, Kenya, Pakistan, Philippines, Egypt,
    Colombia, UK, Turkey, Brazil, Peru, Australia`
  .split(',')
  .map(oneLine);

export const careEnglish = `
    Saint Luke's Hospital, St. Mary's Medical Center, Mercy General Hospital, Riverside Community Hospital, Kenyatta National
    Hospital, Lilavati Hospital, Fortis Hospital, King Faisal Specialist Hospital, Addenbrooke's Hospital, Royal Infirmary of
    Edinburgh, Groote Schuur Hospital, Mulago Hospital, Providence Alaska Medical Center, Geisinger Medical Center, Barnes-Jewish
    Hospital, Ochsner Clinic, Marshfield Clinic, Scripps Clinic, Emory University Hospital, Duke University Medical Center, Stanford,
    Vanderbilt University, University of Iowa Hospitals, Baylor College of Medicine, Christian Medical College, Aga Khan University
    Hospital, Tata Memorial Hospital, Sunnybrook Health Sciences Centre, Westmead Hospital, Queen Elizabeth Hospital, Nationwide
    Children's Hospital, Oak Hill Nursing Home, Lakeview Family Practice, Northgate Pharmacy, Walter Reed, Royal Marsden, Dana-Farber
    Cancer Institute, Brigham and Women's Hospital`
  .split(',')
  .map(oneLine);
export const careSpanish = `
    Hospital Ángeles del Pedregal, Hospital General de Tijuana, Clínica Las Condes, Hospital Universitario Ramón y Cajal, Hospital
    Virgen del Rocío, Clínica San Pablo, Hospital Italiano, Centro Médico Nacional La Raza, Hospital Pablo Tobón Uribe, Centro de
    Salud Los Olivos, Sanatorio Güemes, Hospital Rebagliati, Clínica Foianini, Hospital Civil Fray Antonio Alcalde, Policlínico
    Vitacura, Hospital de la Santa Creu`
  .split(',')
  .map(oneLine);

export const employers = `
    Hartwell Logistics, Pinnacle Foods, Tata Steel, Larsen & Toubro, Grupo Modelo, Mercadona, Cementos Argos, Amazon, Walmart,
    Lockheed Martin, Union Pacific, Kroger, the Denver Post, Delta Airlines, First Baptist Church, Brightway Insurance, Jefferson
    Elementary School, Ecopetrol, Banco Azteca, Telefónica, Maersk, Safaricom, Dangote Cement, Blue Ridge Dental, Kowalski & Sons,
    Home Depot, Carnival Cruise Line, Telmex, Grupo Éxito, Renfe`
  .split(',')
  .map(oneLine);

function oneLine(value: string): string {
  return value.trim().replaceAll(/\s+/g, ' ');
}
