import type { notes as english } from './messages.en.ts';
import type { Translated } from '../shared/messages/translated.ts';

/** German wording of notes/. Anybody may read it over the counter, so it is service talk only. */
export const notes: Translated<typeof english> = {
  title: 'Servicehinweise',
  empty: 'Es gibt noch keine Hinweise.',
  more: 'Mehr',
  less: 'Weniger',
  moreAbout: 'Mehr zu: {{step}}',
  lessAbout: 'Weniger zu: {{step}}',
  pages: 'Seiten',
  finish: 'Fertig',
  notSaved: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  handy: 'Gut zu wissen',
  ask: 'Anfordern',
  askFor: 'Anfordern: {{step}}',
  write: 'Schreiben',
};
