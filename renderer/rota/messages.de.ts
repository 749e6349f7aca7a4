import type { rota as english } from './messages.en.ts';
import type { Translated } from '../shared/messages/translated.ts';

/** German wording of rota/. */
export const rota: Translated<typeof english> = {
  week: {
    title: 'Dienstplan einer normalen Woche',
    hint: 'Wer wann an welcher Theke ist. Er steht Tag für Tag am Aushang; dass jemand allein ist, steht dort nicht. Eine Theke mit einer einzelnen Person schaltet von selbst auf Einzelplatz.',
    day: 'Wochentag',
    nobody: 'Niemand an diesem Tag.',
    copyFrom: 'Wie am …',
    save: 'Woche speichern',
  },
  days: {
    title: 'Einzelne Tage des Dienstplans',
    hint: 'Feiertage, Diensttausch, Krankheit: Der eigene Plan des Tages ersetzt den seines Wochentags.',
    none: 'Kein Tag weicht von seinem Wochentag ab.',
    date: 'Tag',
    add: 'Diesen Tag eigens planen',
    missing: 'Bitte wählen Sie einen Tag',
    change: 'Ändern',
    changeOf: '{{day}} ändern',
    forget: 'Wieder wie der Wochentag',
    forgetOf: '{{day}} wieder wie den Wochentag',
    closed: 'Niemand arbeitet.',
    save: 'Tag speichern',
    saved: '{{day}} ist gespeichert.',
    cancel: 'Abbrechen',
    title_of: 'Dienstplan: {{day}}',
  },
  today: {
    title: 'Heute',
    none: 'Heute steht niemand im Dienstplan.',
    now: 'Jetzt',
    alone: 'allein',
  },
  line: {
    person: 'Person, Zeile {{number}}',
    desk: 'Theke, Zeile {{number}}',
    from: 'Von, Zeile {{number}}',
    to: 'Bis, Zeile {{number}}',
    alone: 'Dort allein',
    aloneOf: 'Dort allein, Zeile {{number}}',
    remove: 'Zeile {{number}} entfernen',
    add: 'Zeile hinzufügen',
    left: 'Jemand, der nicht mehr da ist',
    gone: 'Eine Theke, die es nicht mehr gibt',
    anew: 'Personen, die nicht mehr da sind, und Theken, die es nicht mehr gibt, zählen nicht: Füllen Sie die markierten Zeilen neu aus oder entfernen Sie sie.',
    incomplete: 'Bitte füllen Sie jede Zeile aus oder entfernen Sie sie.',
    nobodyToPlan: 'Legen Sie zuerst Personen an: Der Dienstplan nennt alle, die sich anmelden können.',
  },
  words: '{{who}} an {{desk}}, {{from}} – {{to}}',
};
