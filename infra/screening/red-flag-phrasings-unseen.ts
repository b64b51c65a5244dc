import type { FlagCode } from '../../shared/marks.ts';

/** Images and idioms, written after the last widening; whoever widens the packs next has not looked at which of them are missed. */
export const unseen: Record<FlagCode, string> = {
  'chest-pain': `
like a hot poker in my chest going through to my back, never felt anything like it
my grandad went pale at the shops and said his chest was bad
es:siento un fierro caliente en el pecho que me pasa a la espalda
es:mi abuelo se puso blanco en la tienda y dijo que le dolia el pecho`,
  stroke: `
dad cant tell me what day it is and his mouth has gone slack on the left
one pupil is huge and her speech is mush
es:mi papa no sabe ni que dia es y tiene la boca floja del lado izquierdo
es:tiene una pupila mas grande y habla como con la boca llena`,
  breathlessness: `
i have to stop every three steps just to get air
my wife is making a high whistling noise when she breathes in and panicking
es:cada tres pasos tengo que parar a agarrar aire
es:mi señora hace un silbido al respirar y esta desesperada`,
  anaphylaxis: `
was fine till i had the satay sauce, now my throat feels tiny
neck and face came up like a tomato after the contrast dye and i cant breathe
es:estaba bien hasta que comi la salsa de mani, ahora siento la garganta chiquita
es:se me puso el cuello y la cara como tomate despues del contraste y no puedo respirar`,
  overdose: `
gave my daughter the adult dose of cough medicine by accident, shes really sleepy
i finished the whole packet, i didnt mean it, please help
es:le di a mi hija la dosis de adulto por error y esta muy dormida
es:me acabe toda la caja, no queria, ayuda por favor`,
  'self-harm': `
i dont see myself making it to christmas and i dont want to
my boyfriend texted me goodbye and said look after the dog
es:no creo llegar a navidad y tampoco quiero
es:mi novio me escribio adios y que cuide al perro`,
  sepsis: `
granddad has a chest infection and now he doesnt know who i am
infected toe, red line going up my foot and chills
es:mi abuelo tiene infeccion en el pulmon y ya no me reconoce
es:tengo el dedo infectado, una linea roja me sube por el pie y escalofrios`,
  'infant-fever': `
my 5 week old feels like a radiator
3wks old temp 38.6 axillary should we go in
es:mi bebe de 5 semanas parece un horno
es:3 semanas de nacida temperatura 38.6 en la axila`,
  'pregnancy-bleeding': `
20 weeks and i just stood up and blood ran down my legs
early pregnancy, brown then red blood and a pain on one side
es:20 semanas y me pare y me corrio sangre por las piernas
es:embarazo temprano, flujo cafe y luego sangre con dolor de un lado`,
  'domestic-violence': `
he pins me to the bed when i try to leave
i lie to everyone about how i got this black eye, it was my husband
es:me sujeta contra la cama cuando quiero irme
es:miento a todos sobre el ojo morado, fue mi marido`,
};
