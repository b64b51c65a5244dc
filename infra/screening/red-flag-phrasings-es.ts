import type { FlagCode } from '../../shared/marks.ts';

/** As in English: one phrasing a line, written before the pack was. */
export const spanish: Record<FlagCode, string> = {
  'chest-pain': `
me duele mucho el pecho y se me va el dolor al brazo izquierdo
Tengo una opresión en el pecho desde hace una hora y estoy sudando frío
mi papá tiene un dolor fuerte en el pecho y está pálido
siento como un peso en el pecho que no me deja
creo que me está dando un infarto
Doctor, tengo punzadas en el pecho y la mandíbula dormida
dolor de pecho y brazo, tengo 62 años, que hago
se me aprieta el pecho y me falta el aire
mi esposo despertó con dolor en medio del pecho y náuseas
me esta dando un dolor en el pecho muy feo ahorita`,
  stroke: `
a mi mamá se le torció la boca y no puede hablar bien
de repente no puedo mover el brazo derecho
mi abuelo habla enredado y se le cae un lado de la cara
se me durmió la mitad del cuerpo de golpe
creo que a mi padre le está dando un derrame cerebral
perdí la visión de un ojo de repente hace un rato
tengo el peor dolor de cabeza de mi vida, empezó de golpe
mi esposa no puede levantar un brazo y dice cosas sin sentido
Tiene la cara caída de un lado y arrastra las palabras
de pronto se quedó sin fuerza en la pierna y el brazo izquierdos`,
  breathlessness: `
no puedo respirar
me falta el aire y no puedo ni hablar
mi hijo respira muy rápido y se le hunden las costillas
tiene los labios morados y le cuesta respirar
siento que me ahogo, el inhalador no me hace nada
mi mamá está saturando en 85
se está atragantando con un pedazo de carne
me cuesta mucho trabajo respirar desde anoche
mi bebé hace ruido al respirar y se pone azul
estoy muy agitada y no me entra el aire`,
  anaphylaxis: `
se me está cerrando la garganta después de comer camarones
mi hija comió maní y se le hinchó la cara y tiene ronchas
se me hinchó la lengua después del antibiótico
me picó una abeja y me cuesta tragar
reacción alérgica grave, labios hinchados y mareo
tengo ronchas en todo el cuerpo y la garganta apretada
acabo de usar el autoinyector de adrenalina
creo que es un choque anafiláctico
comió nueces y ahora tiene los ojos hinchados y vomita
me inyectaron penicilina y se me hinchan los labios y me ahogo`,
  overdose: `
me tomé 20 pastillas de paracetamol
mi niño se tragó las pastillas de la abuela
tomó cloro por accidente
mi hermana se tomó todo el frasco de pastillas para dormir
me pasé con la dosis de insulina y me siento mal
mi hija de 2 años bebió detergente
creo que tengo una sobredosis
tomé el doble de mi medicina del corazón por error
el bebé se comió una pila de botón
ingirió veneno para ratas`,
  'self-harm': `
ya no quiero vivir
me quiero morir
he pensado en quitarme la vida
todos estarían mejor sin mí
me corto los brazos cuando estoy triste
mi hija dice que se quiere matar
quisiera dormirme y no despertar nunca
ya no aguanto más, quiero que todo termine
no le veo sentido a la vida
tengo ganas de tirarme por la ventana`,
  sepsis: `
tiene fiebre y manchas moradas en la piel que no se quitan al apretar
mi mamá tiene infección de orina y ahora está confundida y con escalofríos
mi hijo tiene fiebre, cuello rígido y vómitos
estoy en quimioterapia y tengo 38.5 de fiebre
la herida tiene pus, tengo fiebre y tiemblo mucho
línea roja que sube por el brazo desde la herida
está muy dormido, no despierta bien y tiene fiebre alta
piel fría y manchada, respira rápido, creo que es sepsis
di a luz hace 5 días y tengo fiebre y mal olor
no orina desde ayer, tiene fiebre y delira`,
  'infant-fever': `
mi bebé de 3 semanas tiene 38.5 de fiebre
recién nacido con fiebre
mi bebé de un mes está muy caliente
tiene 20 días de nacido y temperatura de 38
bebé de 2 meses con calentura
mi niña de 6 semanas tiene fiebre desde anoche
puedo darle paracetamol a mi bebe de 1 mes con 39 de temperatura
mi hijito de 40 días tiene calentura
neonato con 38,3
fiebre en bebé de mes y medio`,
  'pregnancy-bleeding': `
estoy embarazada de 8 semanas y estoy sangrando
tengo un sangrado y tengo 3 meses de embarazo
manchado rojo en el primer trimestre
mi esposa está embarazada y le bajó sangre
embarazo de 32 semanas y sangro mucho
creo que estoy teniendo un aborto, cólicos y sangre
estoy esperando bebé y vi sangre al limpiarme
tengo 20 semanas y me salen coágulos
placenta previa y empecé a sangrar
prueba positiva la semana pasada y ahora sangrado con dolor`,
  'domestic-violence': `
mi esposo me pega
le tengo miedo a mi novio
mi pareja me amenaza con matarme
mi papá golpea a mi mamá
me ahorcó anoche en una pelea
mi marido me obliga a tener relaciones
no me deja salir de casa ni ver a mi familia
sufro violencia en casa
mi ex me persigue y me da miedo
mi hijo me maltrata, soy una persona mayor`,
};
