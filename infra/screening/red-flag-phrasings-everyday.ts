import type { FlagCode } from '../../shared/marks.ts';

/**
 * Everyday phrasings as they are typed, written in three rounds. Of the plain ones 56 of 60 were found at once in English and 57 of 60 in
 * Spanish, of idioms 21 and 17 of 30, then 29 and 24 of 40. The packs were widened after each round. Lines that begin with “es:” are Spanish.
 */
export const everyday: Record<FlagCode, string> = {
  'chest-pain': `
my chest has been aching since lunch and its going into my jaw
got a really heavy feeling on my chest n im all clammy
dads gone grey and hes holding his chest
feels like someone is standing on my ribs cant shift it
squeezing round my heart keeps coming and going tonight should i be worried
sore chest and my left arm feels weird and heavy
theres an elephant on me and i cant get rid of it, im 58
ticker is playing up, stabbing every time i go upstairs
my dad keeps rubbing his breastbone and burping, hes sweating buckets
cant shake this crushing feeling behind my breastbone and im dripping in sweat
my chest feels like its in a vice, started mowing the lawn
indigestion that wont budge and its gone down my left arm
my other half is clutching his chest and says he feels sick
es:me duele el pecho desde anoche y se me va para el brazo
es:siento un peso en el pecho y estoy sudando frio
es:a mi papa le dio un dolor fuerte en el pecho y esta palido
es:tengo como una opresion aca en el pecho q no se me quita
es:me aprieta el corazon y me duele la quijada
es:mi esposo se agarra el pecho y dice q no es nada
es:siento como un ladrillo en el pecho y no se me pasa
es:me dan punzadas en el corazon cuando subo escaleras
es:mi viejo se soba el pecho y esta empapado en sudor
es:tengo una opresion detras del esternon y estoy empapado en sudor
es:siento el pecho como en una prensa, empezo cortando el pasto
es:una acidez que no se quita y me baja por el brazo izquierdo
es:mi marido se lleva la mano al pecho y dice que tiene nauseas`,
  stroke: `
my mums words are coming out all jumbled since this morning
one side of my face just dropped
nan cant lift her right arm and shes dribbling out the side of her mouth
worst headache ever came out of nowhere and now i cant see right
my husbands talking rubbish and cant stand up straight all of a sudden
woke up and my hand wont do what i tell it
shes slurring like shes drunk but she hasnt touched a drop
my smile is wonky all of a sudden
cant find my words and my arms gone to sleep for an hour
his face slid down on one side while we were having dinner
gran keeps saying the wrong words and cant hold her cup
my leg just gave way and i cant feel my foot, happened half an hour ago
suddenly lost sight in my left eye like a blind came down
es:a mi mama se le fue la boca de lado
es:mi abuelo de repente no puede mover el brazo derecho y habla raro
es:se me durmio media cara y la pierna
es:mi suegra empezo a hablar enredado y no se le entiende nada
es:un dolor de cabeza horrible de golpe como nunca y veo doble
es:mi marido se despertó y no le responde la mano ni la pierna izquierda
es:habla como borracha pero no tomo nada
es:me salio la sonrisa chueca de repente
es:no me salen las palabras y tengo el brazo dormido hace una hora
es:se le cayo un lado de la cara mientras cenabamos
es:mi abuelita dice palabras que no son y no puede agarrar la taza
es:se me doblo la pierna y no siento el pie, fue hace media hora
es:de repente deje de ver con el ojo izquierdo`,
  breathlessness: `
cant catch my breath just sat here watching tv
my little boys ribs are sucking in and hes breathing dead fast
im gasping and my inhaler isnt doing anything
mums lips have gone blueish and shes struggling for air
i can hardly get a sentence out without stopping for breath
wake up choking for air and have to sit on the edge of the bed
im puffing like a steam train just going to the loo
feels like breathing through a straw
baby grunts with every breath and nostrils flaring
every breath is a fight right now
my asthma is really kicking off and the blue puffer is empty
he cant lie down at all hes drowning in his own lungs
baby is breathing so fast her belly is going in and out
es:no puedo respirar bien ni sentada
es:mi bebe respira muy rapido y se le hunden las costillas
es:me falta el aire y el inhalador no me hace nada
es:a mi mama se le ponen los labios morados y se ahoga
es:me despierto ahogada en la noche y tengo q sentarme
es:no alcanzo a terminar una frase porq me quedo sin aire
es:me canso hasta para ir al baño y me falta el aire acostado
es:siento q respiro por un popote
es:mi bebe hace un quejido cada vez q respira y abre mucho la nariz
es:cada respiracion es una lucha
es:tengo una crisis de asma y se me acabo el salbutamol
es:no se puede acostar porque se ahoga
es:la bebe respira tan rapido que se le mete la panza`,
  anaphylaxis: `
ate a prawn and now my tongue is fat and itchy
got stung by a wasp and my throats closing up
my daughters face has blown up like a balloon after peanut butter
took amoxicillin an hour ago im covered in hives and feel like im gonna pass out
my lips are huge and my voice has gone funny after eating sesame
used her epipen and shes still wheezing what now
my gob is itching and swelling up after kiwi
came up in welts and now i feel really lightheaded, new antibiotics
it feels like theres a lump closing my windpipe since the nuts
had a cashew and now i cant swallow properly
my eyes are swelling shut and im itching all over since that jab
kiddo broke out in welts and is throwing up after trying egg
bee got me on the neck and my voice is going croaky
es:comi camarones y se me hincho la lengua
es:me pico una avispa y siento q se me cierra la garganta
es:mi hija comio cacahuate y se le inflamo toda la cara
es:me puse la inyeccion de penicilina y tengo ronchas por todos lados y me mareo
es:le dieron un antibiotico y se le hincharon los labios y no respira bien
es:se me estan hinchando los ojos y la boca despues de comer nueces
es:me pica la boca y se me esta hinchando por comer kiwi
es:me llene de ronchas con el antibiotico nuevo y siento que me desmayo
es:siento un nudo que me cierra la garganta desde que comi mani
es:me comi una nuez de la india y ahora no puedo tragar
es:se me cierran los ojos de lo hinchados y me pica todo desde la vacuna
es:mi niño se lleno de ronchas y vomita despues de probar huevo
es:me pico una abeja en el cuello y se me va la voz`,
  overdose: `
i think ive had too many of my sleeping tablets
my toddler got into the ibuprofen and the bottles half empty
swallowed a load of paracetamol last night feel ok do i need to go in
my mate took loads of pills and i cant wake him
grandad took his heart pills twice today and hes really drowsy
kid drank some of the drain cleaner under the sink
necked a whole pack of nurofen dont tell my mum
she took everything in the medicine cabinet
he shot up and now hes blue and snoring funny
ive been double dosing on my blood thinners by mistake for a week
shes had a bottle of vodka and a strip of diazepam and wont wake up
he found my adhd meds and ate a handful hes only 3
done too many lines and my heart is going mental
es:creo q me tome demasiadas pastillas para dormir
es:mi niño se tomo el jarabe entero
es:me tragué como 20 paracetamol anoche
es:mi amigo se metio muchas pastillas y no despierta
es:mi abuela se tomo dos veces la pastilla de la presion y esta muy dormida
es:mi hijo tomo cloro que estaba en la cocina
es:me empastille con toda la caja de clonazepam
es:se tomo todo lo que habia en el botiquin
es:se inyecto y ahora esta morado y ronca raro
es:llevo una semana tomando el doble del anticoagulante por error
es:se tomo una botella de vodka con diazepam y no despierta
es:encontro mis pastillas y se comio un puñado, tiene 3 años
es:me pase de coca y el corazon se me sale`,
  'self-harm': `
i dont wanna be here anymore
everyone would be better off if i was gone
ive been cutting again and it went deep this time
thinking about ending it tonight
my son says he wants to die and hes got a rope in his room
i just want to go to sleep and never wake up
whats the point in carrying on
ive written my goodbye letters
no one would notice if i disappeared for good
im so tired of being alive
keep picturing myself driving into a tree
my sister posted goodbye messages and wont pick up
ive got the tablets lined up in front of me
es:ya no quiero vivir
es:todos estarian mejor sin mi
es:me volvi a cortar y esta vez fue hondo
es:pienso en quitarme la vida hoy
es:mi hija dice q se quiere morir
es:quisiera dormirme y no despertar nunca
es:para que seguir viviendo
es:ya escribi mis cartas de despedida
es:nadie se daria cuenta si desaparezco para siempre
es:estoy cansada de vivir
es:me imagino estrellando el carro contra un arbol
es:mi hermana publico mensajes de despedida y no contesta
es:tengo las pastillas aqui enfrente y no se que hacer`,
  sepsis: `
shes got a uti and now shes shivering and not making sense
my cut has gone hot with red lines up my arm and i feel awful
hes burning up, skin all blotchy and wont stay awake
had surgery last week now temp of 39.5 and shaking like mad
chemo patient with a temperature of 38.4
rash that doesnt fade with a glass and she has a fever
he feels freezing but hes boiling, breathing fast and talking nonsense
havent peed all day, fever, feel like im dying
my leg went red and hot overnight and now im shivery and confused
my stitches are weeping smelly stuff and ive got the shakes
hubby has pneumonia and hes gone all confused and clammy
shes floppy, cold hands and feet but her head is boiling
tiny purple dots all over his legs and hes so hot
es:tiene infeccion de orina y esta temblando y dice cosas sin sentido
es:la herida se me puso roja con rayas y tengo mucha fiebre
es:esta ardiendo en fiebre, con manchas en la piel y no despierta bien
es:me operaron hace 5 dias y tengo 39.5 y escalofrios
es:estoy con quimio y me subio la fiebre a 38.5
es:mi nene tiene fiebre y unas manchas moradas que no se van al apretar
es:tiene frio pero esta hirviendo, respira rapido y dice incoherencias
es:no he orinado en todo el dia, tengo fiebre y me siento morir
es:la pierna se me puso roja y caliente y ahora tiemblo y estoy confundida
es:los puntos me supuran y huelen feo y tengo escalofrios
es:mi esposo tiene neumonia y se puso confundido y sudoroso
es:esta aguadita, con manos y pies frios pero la cabeza hirviendo
es:le salieron puntitos morados en las piernas y esta muy caliente`,
  'infant-fever': `
my 6 week old feels really hot and wont feed
baby is 2 months with a temp of 38.5
newborn running a fever what do i do
our 10 day old has a temperature of 101
my 5wk old is burning up
two month old baby boy hot to touch and thermometer says 39
my lo is 7 weeks and her temps 38.8
three weeks old and roasting hot to touch
baby born last week has a fever and is floppy
my baby is only 4 weeks and his temp is 100.8
my month old is really warm and crying nonstop, 38.3
can i give calpol to a 3 week old with a fever
twins are 8 weeks and one has a 102 fever
es:mi bebe de un mes tiene fiebre
es:mi recien nacido esta muy caliente y no quiere comer
es:tiene 2 meses y el termometro marca 38.7
es:bebe de 20 dias con temperatura de 38
es:mi bebita de 6 semanas esta hirviendo
es:le puse el termometro a mi niño de dos meses y tiene 39
es:mi gordita de 7 semanas tiene 38.8
es:tres semanas de nacido y esta calientito con calentura
es:mi bebe nacio la semana pasada y tiene calentura y esta aguadito
es:mi bebe tiene apenas 4 semanas y 38.2 de temperatura
es:mi niña de un mes esta muy calientita y no para de llorar, 38.3
es:puedo darle paracetamol a un bebe de 3 semanas con fiebre
es:mis gemelos de 8 semanas y uno tiene 39 de fiebre`,
  'pregnancy-bleeding': `
im 9 weeks and theres blood when i wipe
pregnant and passing clots should i be worried
34 weeks gone and just had a gush of blood
spotting bright red at 12 wks with cramps
im expecting and woke up with blood all over the sheets
my wifes 7 months pregnant and bleeding down there
8 weeks along and theres red in my knickers
im up the duff and bleeding like a period
think im losing the baby theres so much blood
im 6 weeks preg and bleeding bright red
had sex at 28 weeks and now theres blood
positive test last week and today im passing clots
soaking a pad an hour and im 15 weeks
es:estoy de 9 semanas y me salio sangre al limpiarme
es:estoy embarazada y estoy botando coagulos
es:tengo 34 semanas y me bajo mucha sangre de golpe
es:embarazada de 3 meses y manchando rojo con colicos
es:mi esposa esta embarazada y esta sangrando
es:me desperte con la cama llena de sangre y estoy esperando bebe
es:voy en la semana 8 y manche la ropa interior de rojo
es:estoy preñada y sangro como si fuera la regla
es:creo que estoy perdiendo al bebe hay mucha sangre
es:tengo 6 semanas de embarazo y sangro rojo vivo
es:tuve relaciones a las 28 semanas y ahora hay sangre
es:la prueba salio positiva la semana pasada y hoy boto coagulos
es:empapo una toalla por hora y tengo 15 semanas`,
  'domestic-violence': `
my husband hits me when hes drunk
he put his hands round my neck last night
im scared to go home because of my boyfriend
my partner threw me against the wall and im pregnant
he wont let me leave the house or have my phone
how do i hide bruises my dad gave me
my fella smacked me about again
he says hell kill me if i leave
she keeps punching me and im a man so who do i tell
he slaps me if dinner is late
my girlfriend throws things at me and scratched my face
dad comes home drunk and goes for mum
he takes my bank card and says im nothing without him
es:mi marido me pega cuando toma
es:anoche me agarro del cuello y casi me ahorca
es:tengo miedo de volver a mi casa por mi novio
es:mi pareja me empujo contra la pared y estoy embarazada
es:no me deja salir ni usar el celular
es:como tapo los moretones que me hizo mi papa
es:mi viejo me volvio a dar una golpiza
es:me dice que si lo dejo me mata
es:mi mujer me da puñetazos y me da pena decirlo
es:me da cachetadas si la cena no esta lista
es:mi novia me avienta cosas y me rasguño la cara
es:mi papa llega borracho y se le va encima a mi mama
es:me quita la tarjeta y dice que sin el no soy nada`,
};
