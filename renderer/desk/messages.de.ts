import type { desk as english } from './messages.en.ts';
import type { Translated } from '../shared/messages/translated.ts';

/** German wording of desk/. Anybody may read it over the counter, so it is service talk only. */
export const desk: Translated<typeof english> = {
  hours: 'Öffnungszeiten',
  noHours: 'Die Öffnungszeiten stehen bald hier.',
  rota: 'Dienstplan heute',
  rotaLine: '{{who}}, {{from}} – {{to}}',
  noRota: 'Für heute noch kein Dienstplan.',
  numbers: 'Nützliche Nummern',
  noNumbers: 'Noch keine Nummern eingetragen.',
  notices: 'Mitteilungen',
  noNotices: 'Heute nichts Neues.',
  noticeBy: '{{name}}, {{date}}',
  editNotices: 'Mitteilungen bearbeiten',
  office: 'Büro',
  singleDesk: 'Einzelplatz',
  allInOrder: 'Alles in Ordnung',
  notSaved: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  noticesPage: {
    title: 'Mitteilungen',
    write: 'Neue Mitteilung',
    writeHint: 'Wer vor der Theke steht, kann sie lesen.',
    post: 'Mitteilung aushängen',
    posted: 'Ausgehängt',
    remove: 'Abnehmen',
    removeNamed: '„{{text}}“ abnehmen',
  },
};
