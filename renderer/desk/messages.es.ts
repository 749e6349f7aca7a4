import type { desk as english } from './messages.en.ts';
import type { Translated } from '../shared/messages/translated.ts';

/** Spanish wording of desk/. Anybody may read it over the counter, so it is service talk only. */
export const desk: Translated<typeof english> = {
  hours: 'Horario',
  noHours: 'Aquí figurará el horario.',
  rota: 'Turnos de hoy',
  rotaLine: '{{who}}, {{from}} – {{to}}',
  noRota: 'Todavía no hay turnos para hoy.',
  numbers: 'Teléfonos útiles',
  noNumbers: 'Todavía no hay teléfonos.',
  notices: 'Avisos',
  noNotices: 'Hoy no hay novedades.',
  noticeBy: '{{name}}, {{date}}',
  editNotices: 'Editar los avisos',
  office: 'Oficina',
  singleDesk: 'Mostrador individual',
  allInOrder: 'Todo en orden',
  notSaved: 'No ha podido ser. Vuelva a intentarlo.',
  noticesPage: {
    title: 'Avisos',
    write: 'Aviso nuevo',
    writeHint: 'Pueden leerlo todas las personas que están ante el mostrador.',
    post: 'Publicar el aviso',
    posted: 'En el tablón',
    remove: 'Retirar',
    removeNamed: 'Retirar «{{text}}»',
  },
};
