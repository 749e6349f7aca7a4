import type { exports as english } from './messages.en.ts';
import type { Translated } from '../shared/messages/translated.ts';

/** German wording of exports/. */
export const exports: Translated<typeof english> = {
  print: 'Drucken',
  open: 'Exportieren',
  these: 'Diese exportieren',
  title_one: 'Diesen Bericht exportieren',
  title_other: '{{count}} Berichte exportieren',
  noted: 'Dass exportiert wurde, wann und von wem, bleibt im Bericht und im Protokoll stehen.',
  notedTable: 'Dass exportiert wurde, wann und von wem, bleibt im Protokoll stehen.',
  format: 'Format',
  tooMany: 'Höchstens {{count}} Berichte auf einmal: Grenzen Sie die Liste dafür ein.',
  formats: {
    pdf: 'Bericht zum Lesen (PDF)',
    csv: 'Tabelle für eine Tabellenkalkulation (CSV)',
    json: 'Daten für ein anderes Programm (JSON)',
    bundle: 'Für Gericht oder Polizei (ZIP)',
  },
  hints: {
    pdf: 'Mit Fotos, dem Verlauf des Rufs und einer letzten Seite, die sagt, wie sich alles nachprüfen lässt.',
    csv: 'Eine Zeile je Bericht, ohne Fotos.',
    json: 'Alles, was darüber bekannt ist, mit der Prüfsumme jedes Ereignisses.',
    bundle: 'Der Bericht, Fotos, signierte Ereignisse und Schlüssel, mit einer Anleitung, nach der alle sie ohne dieses Programm nachprüfen können.',
  },
  originals: 'Mit versiegelten Originalen',
  originalsHint: 'Bilder, bevor darin etwas verdeckt wurde. Bei jedem wird vermerkt, dass Sie es geöffnet haben.',
  make: 'Datei erstellen',
  reading: '{{done}} von {{of}} gelesen',
  making: 'Die Datei wird erstellt',
  ready: '{{name}} ist fertig ({{size}}).',
  save: 'Speichern',
  again: 'Noch eine',
  finished: 'Fertig',
  cancel: 'Abbrechen',
  savePdf: 'Als PDF speichern',
  size: { kilobytes: '{{size}} kB', megabytes: '{{size}} MB' },
  printed: '{{site}}, gedruckt {{time}}',
};
