import { fc } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type Abuse, findAbuse } from './find.ts';

const lines = (text: string) => text.trim().split('\n');

/** What people ask doctors, with words that stock lists hold. */
const honest = lines(`
Is an anal fissure the same as piles?
My semen analysis came back low, what now?
I am a rape survivor and smear tests frighten me. Can I ask for a female nurse?
Vaginal dryness after menopause, what helps?
I found a lump in my breast. Should I wait for my period?
Is anal sex safe during pregnancy?
Does masturbation lower testosterone?
My penis curves to the left, is that Peyronie's?
White discharge from the penis after unprotected sex
Can oral sex give me throat cancer?
How do I clean under the foreskin?
My nipples hurt when breastfeeding
What causes painful erections at night?
My testicle is swollen and it hurts to sit
Is it normal for one testicle to hang lower?
My clitoris is sore after using a vibrator
Why do I bleed after sex?
I have itching around my anus at night
My rectum hurts when I poop
There is blood when I poop, is it piles?
It burns when I pee, what can I take?
Can I get HIV from a prostitute if the condom broke?
My labia are different sizes, is that normal?
Premature ejaculation is ruining my marriage
How long does sperm live inside the vagina?
My boobs hurt before my period
My butt hurts after a long bike ride
My ass hurts when I sit, could it be the coccyx?
My asshole itches all night, is it worms?
There is a bump on my dick, should I worry?
Does my cock need checking if it bends?
Is my balls hanging low a sign of infertility?
Does swallowing cum cause infection?
Why is my cum yellow?
Is it safe to have sex after a vasectomy?
I am a gay man; which vaccines do I need?
My daughter is a lesbian and wants IVF, how does it work?
As a trans woman, do I need prostate checks?
My son has mental retardation, which school helps?
The scan shows growth retardation, what does it mean?
I have a spastic colon; what should I eat?
My nephew has spastic diplegia. Does botox help?
Does flame retardant cause cancer?
I smoke ten fags a day, how do I stop?
My period is retarded by two weeks
Is a pap smear painful for a virgin?
What is a cystoscopy of the urethra like?
Can fat people donate blood?
Do I have dense breasts?
Will sugar kill you slowly?
Could stopping insulin kill you?
My knee is killing me
I feel so stupid asking this, but is mole hair bad?
Are you going to die if you have sepsis?
Does my BS of 140 mean diabetes?
I have a pinched nerve in my neck
What does HP positive mean in a stomach biopsy?
Is hoarseness from GERD?
I am scared I was drugged and raped, which tests do I need?
Where do sexual abuse survivors find therapy?
My husband calls me names, how do I cope?
Should I shut my eyes during laser treatment?
Is feces in urine a fistula?
My B12 and A1C are low!!! What now?
**Important** I take *two* pills, is that ok?
¿Es normal la secreción vaginal amarilla?
Me duele el pene al orinar
Tengo una fisura anal y sangro
¿El análisis de semen duele?
Me pica el ano por la noche, ¿son lombrices?
Mi regla está retrasada dos semanas
¿Puedo tener sexo anal con hemorroides?
Se me hinchó un testículo
Me duele el culo al sentarme
Fui víctima de violación, ¿qué pruebas necesito?
Me duelen las tetas antes de la regla
¿La masturbación es mala para el corazón?
¿El sexo oral contagia gonorrea?
Mi bebé tiene mancha mongólica, ¿es grave?
Tengo retraso mental leve, ¿puedo votar?
¿Qué hago con un bulto en la vagina?
Me duele la verga después de correr
Mi bebé no cierra la boca al dormir
¿Te vas a morir si tienes sepsis?
¿Tiene mi hijo un coeficiente de animal de laboratorio?`);

const abusive: Record<Abuse['kind'], string[]> = {
  profanity: lines(`
this is fucking ridiculous
what the fuck is this
f*ck this
f**k off
f u c k this show
f.u.c.k
fuuuuuck
sh1t answer
bullshit, all of it
b!tch please
why is my shit green
a$$hole
suck my dick
show us your tits
piss off
eat shit
mierda de programa
vete a la mierda
hijo de puta
no mames cabrón
chinga tu madre
c0ño joder`),
  insult: lines(`
you are an idiot
you're a fucking quack
ur so stupid
You are such a fraud, doctor
this doctor is a clown
Doctor, you are useless
stupid doctor
shut up
go to hell
you dumb bitch
you absolute moron
u r a m0ron
Dr Osei is a charlatan
the host is an imbecile
you fat pig
nobody likes you
you disgust me
I hate you
screw you
you 1d1ot
eres un idiota
eres una inútil
usted es un imbécil
doctor de mierda
este médico es un charlatán
cállate ya
me das asco
vete al infierno
son unos pendejos`),
  threat: lines(`
kill yourself
k1ll y0urself
kys
go die
I hope you die
I will kill you
im gonna find you and hurt you
I know where you live
you deserve to die
someone should shoot you
watch your back
I'm coming for you
we will burn down the clinic
ojalá te mueras
te voy a matar
mátate
sé dónde vives
muérete`),
  slur: lines(`
you faggot
f4ggot
n1gger
dirty immigrants
what a retard
you spastic
whore
sl*t
maricón
sudaca
negro de mierda
vuelve a tu país`),
};

describe('[H1] abuse is held for a person', () => {
  it.each(honest)('passes: %s', (text) => {
    // The one that is held does no harm: a person looks.
    expect(findAbuse(text)).toEqual([]);
  });

  it.each(Object.entries(abusive).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text }))))('is held: $text', ({ text }) => {
    expect(findAbuse(text)).not.toEqual([]);
  });

  it('says of which kind it is, the gravest where two overlap', () => {
    const kindsOf = (text: string) => findAbuse(text).map(({ kind }) => kind);
    expect(kindsOf('What a mess. F*ck this.')).toEqual(['profanity']);
    expect(kindsOf('you are a fucking idiot')).toEqual(['insult']);
    expect(kindsOf('I will fucking kill you')).toEqual(['threat']);
    expect(kindsOf('shit. you faggot!')).toEqual(['profanity', 'slur']);
  });

  it('says where it is, in the text as given', () => {
    const text = 'Oké 👩‍⚕️: f u c k… you sh1tty doctor!!';
    expect(findAbuse(text).map(({ start, end }) => text.slice(start, end))).toEqual(['f u c k', 'sh1tty doctor']);
  });

  it('never throws, and stays within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let last = 0;
        for (const { start, end } of findAbuse(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  }, 60_000);

  it.each(['f*', 'f ', 'f.u.', 'you are a ', '@$!', 'f*ck ', 'a'])(
    'takes time in proportion to the length: %s',
    (pump) => {
      const timeOf = (length: number) => {
        const start = performance.now();
        findAbuse(pump.repeat(length / pump.length));
        return performance.now() - start;
      };
      timeOf(20_000);
      // A hundred thousand characters would take a quadratic function minutes.
      expect(timeOf(100_000)).toBeLessThan(20_000);
    },
    60_000,
  );
});
