import type { notes as english } from './messages.en.ts';
import type { Translated } from '../shared/messages/translated.ts';

/** Spanish wording of notes/. Anybody may read it over the counter, so it is service talk only. */
export const notes: Translated<typeof english> = {
  title: 'Notas de servicio',
  empty: 'Todavía no hay notas.',
  more: 'Más',
  less: 'Menos',
  moreAbout: 'Más sobre: {{step}}',
  lessAbout: 'Menos sobre: {{step}}',
  pages: 'Páginas',
  finish: 'Terminado',
  notSaved: 'No ha podido ser. Vuelva a intentarlo.',
  handy: 'Conviene saber',
  ask: 'Pedir',
  askFor: 'Pedir: {{step}}',
  write: 'Escribir',
};
