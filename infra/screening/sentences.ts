/** What people add to questions, with a slot for what was made up; a half of them by hash was looked at when rules were written. */
export const english = `My name is {name} and I am worried.
I'm {name}, 34, and new here.
hi this is {name}
Dear doctor, {name} here again.
My daughter {given} has had it since March.
My husband {given} takes metformin too.
Our son {given} was diagnosed last week.
My friend {name} had the same operation.
I was seen by Dr. {surname} last week.
Dr {surname} said it was nothing.
My surgeon is Dr. {name}.
Mrs. {surname} next door told me to ask.
{given} is 6 years old and coughs at night.
Could you tell {given} whether it is safe?
Please ask for {name}.
Thanks, {given}
Thank you very much. {name}
Kind regards, {name}
Sincerely, {name}, RN
Patient: {name}
Signed {name}
We named her {given} after my aunt.
I live in {town}.
I'm from {town} and there is no specialist here.
We moved to {town} two years ago.
Is there a clinic near {town} that does this?
I was born and raised in {town}.
There is nobody in {town} who treats it.
My mother lives alone in {town}.
I was treated at {care} in 2019.
They sent me home from {care} without an answer.
She is a patient at {care}.
My doctor at {care} disagrees.
We are at {care} now.
Call me at {phone}.
My cell is {phone}
You can reach me on {phone} after six.
My number: {phone}, any time.
text {phone} please
whatsapp {phone}
Tel {phone} or {email}
{phone} is the best number for me.
Please write to {email}.
my email is {email}
E-mail: {email}
Please send it to {address}.
My address is {address}.
I live at {address}.
We are staying at {address} for now.
I read this on {url} yesterday.
See {url} for my results.
My scans are at {url}
I'm {handle} on Instagram.
dm me on twitter {handle}
You can find me as {handle}.
My date of birth is {date}.
DOB: {date}.
DOB {date}, female.
He was born on {date} by caesarean.
I was born {date}.
Her birthday is {date} if that matters.
My grandmother is {age} years old and fell.
My {age} year old father has pneumonia.
my {age}yo mother stopped eating
She's {age} and still lives alone.
He just turned {age}.
An aunt, aged {age}, takes it daily.
Age: {age}. Weight: 50 kg.
My {record}.
I have insurance, {record}, does that help?
For your files: {record}.
The letter says {record} at the top.
My {id}.
On the form I gave {id}.
The number they asked for was {id}, is that normal?
I work at {employer} and stand all day.
I work for {employer}.
My husband worked for {employer} for twenty years.
I was employed by {employer} until my back gave out.
I'm a driver at {employer} and sit all day.`.split('\n');

export const spanish = `Me llamo {name} y tengo una duda.
Mi nombre es {name}.
Hola, soy {name}.
Le escribe {name}, de nuevo.
Mi hija {given} tiene fiebre desde ayer.
Mi esposo {given} toma losartán.
La doctora {surname} me dijo que esperara.
Me atendió el Dr. {surname}.
La Sra. {surname} también lo tuvo.
Gracias, {given}
Muchas gracias. {name}
Saludos, {name}
Atentamente, {name}
Paciente: {name}
Mi hermana se llama {given}.
Vivo en {town}.
Soy de {town} y aquí no hay especialista.
Mi madre vive en {town} con mi hermano.
¿Hay algún médico en {town} que lo trate?
Nos mudamos a {town} hace un año.
Me operaron en el {care}.
Estoy ingresada en {care}.
En {care} no me dan respuesta.
Mi teléfono es {phone}.
Llámeme al {phone}.
Mi celular: {phone}
whatsapp {phone}
Mi correo es {email}.
Escríbame a {email} por favor.
Mi dirección es {address}.
Vivo en {address}.
Lo leí en {url}.
En Instagram soy {handle}.
Nací el {date}.
Fecha de nacimiento: {date}.
Mi hijo nació el {date} y no sube de peso.
F. nac. {date}.
Mi abuela tiene {age} años.
Mi padre, de {age} años, se cayó.
Mi mamá cumplió {age} y sigue activa.
Edad: {age}.
Mi {record}.
Tengo seguro, {record}.
Me dieron {record}.
Mi {id}.
Mi documento: {id}.
Trabajo en {employer} y paso el día de pie.
Soy empleada de {employer}.
Mi marido trabaja para {employer}.`.split('\n');
