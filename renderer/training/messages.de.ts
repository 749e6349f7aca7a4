import type { training as english } from './messages.en.ts';
import type { Translated } from '../shared/messages/translated.ts';

/** German wording of training/. */
export const training: Translated<typeof english> = {
  title: 'Einweisung',
  cueSet: {
    separator: 'Das Trennzeichen der Uhr',
    mark: 'Das Zeichen vor dem Namen der Station',
    rule: 'Der Strich unter dem Datum',
  },
  picture: { station: 'Theke 2' },
  state: {
    heard: 'Einsatzbereit: Jemand an einem Bildschirm würde Ihren Ruf sehen',
    unattended: 'Einsatzbereit, aber an den anderen Bildschirmen saß länger niemand',
    nobody: 'Einsatzbereit, aber keine andere Station ist verbunden: Niemand würde Sie hören',
    unarmed: 'Nicht einsatzbereit: Ein Ruf käme nicht hinaus',
    due: 'Sie arbeiten allein und werden um eine Rückmeldung gebeten',
    out: 'Ihr Ruf ist draußen',
    unheard: 'Ihr Ruf ist draußen, aber niemand hat ihn empfangen: Nehmen Sie einen anderen Weg',
    coming: 'Jemand kommt',
  },
  beforeCall: 'Vor einem Ruf',
  duringCall: 'Solange Ihr Ruf offen ist',
  cuesTitle: 'Was der Bildschirm Ihnen sagt',
  cuesIntro: 'Eine kleine Form ändert sich. Nur wer eingeweiht ist, kann sie lesen. Diese Theke verwendet „{{set}}“.',
  how: {
    title: 'Wie es geht',
    trigger: 'Hilfe rufen',
    triggerText: 'Tun Sie, was für diese Theke gewählt wurde: Drücken Sie Pedal, Taster oder Taste, halten Sie sie oder drücken Sie zweimal; oder tippen Sie zweimal auf das Zeichen vor dem Namen der Station. Es gibt keinen Ton, und nichts bewegt sich. Ein zweiter Ruf kurz danach heißt: Ich bin in Gefahr.',
    coming: 'Wissen, dass Hilfe kommt',
    comingText: 'Schauen Sie auf die Form. Sie ändert sich, wenn Ihr Ruf draußen ist, und wieder, wenn jemand „Ich komme“ gesagt hat. Zeigt sie, dass niemand ihn empfangen hat, rufen Sie jemanden an oder gehen Sie.',
    alone: 'Wenn Sie allein arbeiten',
    aloneText: 'Tippen Sie unten am Aushang auf „Einzelplatz“. Ab und zu fragt die Form, ob es Ihnen gut geht: Antworten Sie mit der dafür gewählten Taste oder dem Pedal oder tippen Sie auf „Alles in Ordnung“. Beides zählt auch, bevor Sie gefragt werden. Kommt keine Antwort, werden Kolleginnen und Kollegen gerufen, wie es der Plan des Standorts vorsieht. Tippen Sie wieder auf „Einzelplatz“, wenn Sie nicht mehr allein sind.',
    notes: 'Sich führen lassen',
    notesText: 'Nach einigen Sekunden öffnen sich die Servicehinweise von selbst auf der richtigen Seite. Eine Taste oder ein Pedal kann sie sofort öffnen. Haken Sie ab, was Sie tun. „Mehr“ oder die Taste i zeigt, was eine Zeile wirklich bedeutet; es verschwindet von selbst.',
    blank: 'Alles Vertrauliche verbergen',
    blankText: 'Die Escape-Taste führt von überall sofort zum schlichten Aushang zurück. Auch dafür kann eine Taste oder ein Pedal gewählt werden.',
    close: 'Einen Ruf beenden',
    closeText: 'Jemand an einer anderen Station beendet ihn, oder Sie selbst mit Ihrer PIN. Werden Sie dazu gezwungen, geben Sie statt der PIN Ihren Zwangscode ein: Dieser Bildschirm sieht genauso aus, aber alle anderen erfahren, dass Sie in Gefahr sind. Der Bericht wartet danach halb ausgefüllt unter „Berichte“.',
    practise: 'Üben Sie das Auslösen einmal im Monat',
    practiseText: 'Sagen Sie zuerst im Team Bescheid, dann drücken Sie. Das Team beendet den Ruf als Übung.',
  },
};
