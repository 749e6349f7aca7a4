import type { setup as english } from './messages.en.ts';
import type { Translated } from '../shared/messages/translated.ts';

/** Spanish wording of setup/. */
export const setup: Translated<typeof english> = {
  step: 'Paso {{number}} de {{count}}',
  next: 'Siguiente',
  back: 'Atrás',
  suggested: { site: 'Biblioteca central', station: 'Mostrador 1', place: 'Recepción', administrator: 'Responsable de turno' },
  welcome: {
    title: 'Le damos la bienvenida a Quietbell',
    text: 'Unas preguntas breves y este mostrador podrá pedir ayuda sin que nadie lo note. Intro acepta cada propuesta.',
    next: 'Empezar',
  },
  kind: {
    title: '¿Es este el primer mostrador de aquí?',
    new: 'Sí, crear una sede nueva',
    newHint: 'Una sede es un centro: los mostradores que reciben las llamadas de los demás.',
    join: 'No, unirse a una sede con un código',
    joinHint: 'El código lo da el mostrador que se configuró primero: Oficina, Ajustes, Invitar a un puesto.',
  },
  site: {
    title: '¿Cómo se llama este centro?',
    label: 'Nombre de la sede',
    hint: 'Figura en la parte superior de la pantalla.',
  },
  station: {
    title: '¿Qué mostrador es este?',
    label: 'Nombre del puesto',
    hint: 'Sus compañeros lo leen cuando usted llama. Mejor corto.',
    place: 'Dónde está',
    placeHint: 'Para que alguien nuevo lo encuentre: planta, sala, dirección.',
  },
  join: {
    title: '¿Cuál es el código?',
    code: 'Código',
    codeHint: 'Escríbalo o péguelo entero. Sirve una vez.',
    next: 'Unirse',
  },
  publicView: {
    title: '¿Pueden ver esta pantalla las visitas?',
    yes: 'Sí',
    yesHint: 'Las llamadas de otros aparecen como un mensaje pequeño y corriente.',
    no: 'No, está en una oficina interior',
    noHint: 'Las llamadas de otros ocupan toda la pantalla.',
  },
  administrator: {
    title: '¿Quién se ocupa de esta sede?',
    text: 'Esta persona puede dar de alta a compañeros, invitar a más mostradores y cambiar los ajustes.',
    name: 'Nombre',
    pin: 'PIN',
    pinHint: 'Este se generó al azar. Quédese con él o escriba otro, y apúntelo ahora: no se vuelve a mostrar.',
    next: 'Configurar este mostrador',
  },
  signIn: {
    title: 'Este mostrador se ha unido a la sede',
    text: 'Inicie sesión para elegir con qué se envía una llamada desde aquí, o déjelo para más tarde.',
    later: 'Más tarde',
  },
  trigger: {
    title: '¿Cómo va a pedir ayuda?',
    text: 'Esto ya funciona. Pulse ahora un pedal u otra tecla para añadirlos.',
    next: 'Continuar',
  },
  cues: {
    title: '¿Cómo quiere que se lo muestre la pantalla?',
    text: 'Cambia una pequeña forma, y las visitas no ven nada en ella. Elija dónde mirar; todo está en Formación.',
  },
  done: {
    armed: 'Este mostrador está operativo',
    unarmed: 'Este mostrador está configurado, pero aún no operativo',
    heard_one: 'Otro puesto recibiría una llamada.',
    heard_other: 'Otros {{count}} puestos recibirían una llamada.',
    unheard: 'Todavía no hay ningún otro puesto conectado. Invite al siguiente mostrador en Oficina, Ajustes.',
    next: 'Abrir el mostrador',
  },
};
