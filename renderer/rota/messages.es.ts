import type { rota as english } from './messages.en.ts';
import type { Translated } from '../shared/messages/translated.ts';

/** Spanish wording of rota/. */
export const rota: Translated<typeof english> = {
  week: {
    title: 'Turnos de la semana habitual',
    hint: 'Quién está en qué mostrador y cuándo. Figura en el tablón día a día; que alguien esté en solitario, no. Un mostrador con una sola persona pasa automáticamente a trabajo en solitario.',
    day: 'Día de la semana',
    nobody: 'Nadie en este día.',
    copyFrom: 'Igual que …',
    save: 'Guardar la semana',
  },
  days: {
    title: 'Turnos de días sueltos',
    hint: 'Festivos, cambios, bajas: los turnos propios de ese día sustituyen a los habituales.',
    none: 'Todos los días siguen la semana habitual.',
    date: 'Día',
    add: 'Planificar este día aparte',
    missing: 'Elija un día',
    change: 'Cambiar',
    changeOf: 'Cambiar {{day}}',
    forget: 'Volver a la semana habitual',
    forgetOf: 'Que {{day}} vuelva a la semana habitual',
    closed: 'No trabaja nadie.',
    save: 'Guardar el día',
    saved: 'Guardado: {{day}}.',
    cancel: 'Cancelar',
    title_of: 'Turnos: {{day}}',
  },
  today: {
    title: 'Hoy',
    none: 'Hoy no hay nadie de turno.',
    now: 'Ahora',
    alone: 'en solitario',
  },
  line: {
    person: 'Persona, línea {{number}}',
    desk: 'Mostrador, línea {{number}}',
    from: 'Desde, línea {{number}}',
    to: 'Hasta, línea {{number}}',
    alone: 'En solitario',
    aloneOf: 'En solitario, línea {{number}}',
    remove: 'Quitar la línea {{number}}',
    add: 'Añadir una línea',
    left: 'Alguien que ya no está',
    gone: 'Un mostrador que ya no existe',
    anew: 'Quien ya no está y un mostrador que ya no existe no cuentan: rellene de nuevo las líneas marcadas o quítelas.',
    incomplete: 'Rellene cada línea o quítela.',
    nobodyToPlan: 'Primero añada personas: los turnos nombran a quienes pueden iniciar sesión.',
  },
  words: '{{who}} en {{desk}}, {{from}} – {{to}}',
};
