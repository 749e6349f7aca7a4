/** Wording of training/: how the desk works, for staff only. */
export const training = {
  title: 'Training',
  cueSet: {
    separator: 'The clock’s separator',
    mark: 'The mark before the station’s name',
    rule: 'The rule under the date',
  },
  state: {
    heard: 'Armed: a colleague would hear you',
    unheard: 'Armed, but no other station is connected',
    unarmed: 'Not armed: a call would not get out',
    out: 'Your call is out',
    coming: 'Somebody is coming',
  },
  cuesTitle: 'What the screen tells you',
  cuesIntro: 'One small shape changes. Nobody who was not told can read it. This desk uses: {{set}}.',
  how: {
    title: 'How it works',
    trigger: 'To call for help',
    triggerText: 'Press the pedal, the button or the key that was chosen for this desk, or tap the mark before the station’s name twice. There is no sound, and nothing moves. A second press says: I am in danger.',
    coming: 'To know that help is coming',
    comingText: 'Look at the shape. It changes when your call is out, and again when a colleague has said “I am coming”.',
    notes: 'To be guided',
    notesText: 'After a few seconds the service notes open at the right page by themselves. Tick what you do. “More” or the key i shows what a line really means; it goes away by itself.',
    blank: 'To hide everything private',
    blankText: 'Escape leads back to the plain noticeboard at once, from everywhere.',
    close: 'To end a call',
    closeText: 'A colleague at another station closes it, or you do with your PIN. The record then waits half filled under Records.',
    practise: 'Practise the press once a month',
    practiseText: 'Tell your colleagues first, then press. They close it as a drill.',
  },
} as const;
