import { phrases, wordSet } from './phrases.ts';

/**
 * What says that a name follows. `said`: nothing else can. `title`: a capital, or a name of a list. `self`, `kin`, `mention`: a capital
 * that is no word, or a name of a list. `greeting`: the same, in the same line. `closing`: what fills the line, or ends it.
 */
export type NameCue = 'said' | 'title' | 'self' | 'kin' | 'mention' | 'greeting' | 'closing';

export const nameCues = phrases<NameCue>({
  said: `
    patient :, paciente :, name :, nombre :, my name is, my names, my name's, name is, name's, name, names, full name, first name,
    last name, surname, patient name, name of patient, name of the patient, patient's name, i am called, i'm called, is called, was
    called, called me, named, is named, call me, known as, signed, signed by, signature, le escribe, les escribe, te escribe, goes
    by, nee, me llamo, mi nombre es, mi nombre, se llama, se llamaba, nombre, nombres, apellido, apellidos, nombre del paciente,
    nombre completo, nombre y apellidos, llamado, llamada, de nombre, a nombre de, firma, firmado, firmado por, le dicen, me dicen,
    ask for, spoke to, spoke with, pregunte por`,
  title: `
    dr, drs, doctor, mr, mrs, ms, miss, mister, mx, prof, professor, nurse, rev, reverend, capt, sgt, lt, col, sir, sr, sra, srta,
    senor, senora, senorita, don, dona, dra, doctora, profesor, profesora, lic, licenciada, ing, enfermera, enfermero, herr, frau,
    mme, monsieur, madame, shri, smt, sri, pastor, father, judge`,
  self: `i am,i'm,im,i m,this is,soy,habla,aqui,le habla,les habla,te habla,yo soy,somos,here is`,
  kin: `
    son, daughter, husband, wife, friend, mother, father, mom, mum, mam, dad, brother, sister, baby, uncle, aunt, auntie,
    grandmother, grandfather, grandma, grandpa, nana, granny, grandson, granddaughter, niece, nephew, cousin, partner, boyfriend,
    girlfriend, fiance, fiancee, patient, client, boy, girl, neighbor, neighbour, colleague, coworker, roommate, stepson,
    stepdaughter, twins, caregiver, carer, therapist, surgeon, oncologist, neurologist, cardiologist, son is, daughter is, doctor
    is, surgeon is, specialist is, hijo, hija, esposo, esposa, marido, mujer, amigo, amiga, madre, padre, mama, papa, hermano,
    hermana, bebe, tio, tia, abuelo, abuela, abuelita, nieto, nieta, sobrino, sobrina, primo, prima, pareja, novio, novia, paciente,
    nino, nina, suegra, suegro, cunada, cunado, vecina, vecino, companera, companero, medico es, doctor es, doctora es, patient is,
    paciente es, sons, daughters, kids, children`,
  mention: `
    from, desde, tell, told, ask, asked, give, gave, help, helps, with, on behalf of, behalf of, of behalf of, for, para, con,
    met, saw, by, por, de parte de, name of, attn, c/o, fao, cc, contact, contacting, call, dile a, digale a, a, see, seen by,
    thank, and, y, her, him, him named, is`,
  greeting: `
    dear, hi, hello, hey, estimado, estimada, querido, querida, hola, dearest, greetings, good morning, good evening, good
    afternoon, buenas, buenos dias, buenas tardes, buenas noches, attention, a la atencion de`,
  closing: `
    thanks, thank you, thank u, thankyou, thank you so much, thank you very much, thank you very, thanks a lot, many thanks,
    thanks so much, thanks in advance, thank you in advance, thanking you, thx, thnx, thanx, tks, thankz, tnx, ty, regards, regard,
    kind regards, best regards, warm regards, warmest regards, with regards, rgds, sincerely, yours sincerely, sincerely yours,
    yours truly, yours faithfully, yours, faithfully, cheers, best, all the best, best wishes, love, with love, respectfully,
    cordially, blessings, god bless, god bless you, take care, gracias, muchas gracias, mil gracias, gracias de antemano, de
    antemano gracias, saludos, saludos cordiales, un saludo, un cordial saludo, cordial saludo, atentamente, atte, att, un abrazo,
    abrazos, besos, cordialmente, bendiciones, dios los bendiga, dios le bendiga, quedo atenta, quedo atento, hasta pronto, please
    help, pls help, plz help, help me, warmly, xoxo, signing off, much appreciated, greatly appreciated, be appreciated`,
});

/** After `and`, `is` and their like only what is surely a given name stands for a person. */
export const weakMentions = wordSet('with for para con by por a and y is see call contact her him');

export const things = wordSet(`
    also antacid bacteria book brand chemical common commonly company condition cream disease disorder domain drug enzyme exact
    gene generic herb hospital manufacturer medicamento medication medicine other pill plant procedure product scientific site
    something sometimes supplement syndrome tablet test thing things trade user username virus vitamin website what`);
export const introducers = wordSet("i'm im am is soy habla aqui somos m escribe");
export const placingWords = wordSet(`
    at central clinic clinica de desde east en from hacia hospital in near north saint san santa santo south st to university west`);
export const species = wordSet(`
    acnes albicans army aureus based botulinum burgdorferi canis cereus citizen coli department dept diff difficile elegans
    faecalis gondii gov government jejuni navy pneumoniae pylori pyogenes sativa tetani trachomatis tuberculosis vaginalis`);
export const personVerbs = wordSet(`
    dice era es feels fue had has is lives needs said says suffers sufre takes tiene told toma vive wants was will would`);
