import type { setup as english } from './messages.en.ts';
import type { Translated } from '../shared/messages/translated.ts';

/** German wording of setup/. */
export const setup: Translated<typeof english> = {
  step: 'Schritt {{number}} von {{count}}',
  next: 'Weiter',
  back: 'Zurück',
  suggested: { site: 'Stadtbibliothek', station: 'Theke 1', place: 'Eingangsbereich', administrator: 'Leitung vom Dienst' },
  welcome: {
    title: 'Willkommen bei Quietbell',
    text: 'Ein paar kurze Fragen, dann kann diese Theke unbemerkt Hilfe rufen. Die Eingabetaste übernimmt jeden Vorschlag.',
    next: 'Beginnen',
  },
  kind: {
    title: 'Ist dies hier die erste Theke?',
    new: 'Ja, einen neuen Standort einrichten',
    newHint: 'Ein Standort ist ein Haus oder eine Zweigstelle: alle Theken, die einander hören.',
    join: 'Nein, einem Standort mit einem Code beitreten',
    joinHint: 'Den Code bekommen Sie an der zuerst eingerichteten Theke: Büro, Einstellungen, Station einladen.',
  },
  site: {
    title: 'Wie heißt dieser Standort?',
    label: 'Name des Standorts',
    hint: 'Er steht oben auf dem Bildschirm.',
  },
  station: {
    title: 'Welche Theke ist dies?',
    label: 'Name der Station',
    hint: 'Kolleginnen und Kollegen lesen ihn, wenn Sie rufen. Kurz ist gut.',
    place: 'Wo sie steht',
    placeHint: 'Damit auch jemand Neues hinfindet: Stockwerk, Raum, Richtung.',
  },
  join: {
    title: 'Wie lautet der Code?',
    code: 'Code',
    codeHint: 'Geben Sie ihn ganz ein oder fügen Sie ihn ein. Er gilt einmal.',
    next: 'Beitreten',
  },
  publicView: {
    title: 'Kann das Publikum diesen Bildschirm sehen?',
    yes: 'Ja',
    yesHint: 'Rufe anderer erscheinen als kleine, alltäglich wirkende Meldung.',
    no: 'Nein, er steht in einem Büro',
    noHint: 'Rufe anderer füllen den ganzen Bildschirm.',
  },
  administrator: {
    title: 'Wer betreut diesen Standort?',
    text: 'Diese Person kann Kolleginnen und Kollegen anlegen, weitere Theken einladen und die Einstellungen ändern.',
    name: 'Name',
    pin: 'PIN',
    pinHint: 'Diese ist zufällig gewählt. Behalten Sie sie oder geben Sie eine eigene ein, und schreiben Sie sie jetzt auf: Sie wird nicht wieder angezeigt.',
    next: 'Diese Theke einrichten',
  },
  signIn: {
    title: 'Diese Theke gehört jetzt zum Standort',
    text: 'Melden Sie sich an, um festzulegen, was hier einen Ruf auslöst, oder lassen Sie das für später.',
    later: 'Später',
  },
  trigger: {
    title: 'Wie möchten Sie Hilfe rufen?',
    text: 'Dies funktioniert schon. Drücken Sie jetzt ein Pedal oder eine andere Taste, um sie hinzuzufügen.',
    next: 'Weiter',
  },
  cues: {
    title: 'Wie soll der Bildschirm es Ihnen zeigen?',
    text: 'Eine kleine Form ändert sich, und das Publikum denkt sich nichts dabei. Wählen Sie, wohin Sie schauen; alles Weitere steht unter „Einweisung“.',
  },
  done: {
    armed: 'Diese Theke ist einsatzbereit',
    unarmed: 'Diese Theke ist eingerichtet, aber noch nicht einsatzbereit',
    heard_one: 'Eine andere Station würde einen Ruf hören.',
    heard_other: '{{count}} andere Stationen würden einen Ruf hören.',
    unheard: 'Noch ist keine andere Station verbunden. Laden Sie die nächste Theke unter Büro, Einstellungen ein.',
    next: 'Theke öffnen',
  },
};
