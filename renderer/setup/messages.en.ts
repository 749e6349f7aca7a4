/** Wording of setup/: the first start of a station. */
export const setup = {
  step: 'Step {{number}} of {{count}}',
  next: 'Next',
  back: 'Back',
  /** What Enter takes where a name is asked for. */
  suggested: { site: 'Main Library', station: 'Desk 1', place: 'Front desk', administrator: 'Duty manager' },
  welcome: {
    title: 'Welcome to Quietbell',
    text: 'A few short questions, and this desk can call for help without anybody noticing. Enter takes each suggestion.',
    next: 'Begin',
  },
  kind: {
    title: 'Is this the first desk here?',
    new: 'Yes, set up a new site',
    newHint: 'A site is one branch: the desks that hear each other.',
    join: 'No, join a site with a code',
    joinHint: 'The code comes from the desk that was set up first: Office, Settings, Invite a station.',
  },
  site: {
    title: 'What is this branch called?',
    label: 'Site name',
    hint: 'It stands at the top of the screen.',
  },
  station: {
    title: 'Which desk is this?',
    label: 'Station name',
    hint: 'Colleagues read it when you call. Short is good.',
    place: 'Where it stands',
    placeHint: 'So that somebody who is new can find it: floor, room, direction.',
  },
  join: {
    title: 'What is the code?',
    code: 'Code',
    codeHint: 'Type or paste all of it. It works once.',
    next: 'Join',
  },
  publicView: {
    title: 'Can visitors see this screen?',
    yes: 'Yes',
    yesHint: 'Calls of others show as a small, ordinary-looking message.',
    no: 'No, it is in a back office',
    noHint: 'Calls of others take the whole screen.',
  },
  administrator: {
    title: 'Who looks after this site?',
    text: 'This person can add colleagues, invite more desks and change the settings.',
    name: 'Name',
    pin: 'PIN',
    pinHint: 'This one was made at random. Keep it or type your own, and write it down now: it is not shown again.',
    next: 'Set up this desk',
  },
  signIn: {
    title: 'This desk has joined the site',
    text: 'Sign in to go on with what should send a call from here, or leave that for later.',
    later: 'Later',
  },
  trigger: {
    title: 'How will you call for help?',
    text: 'These work already. Press a pedal or another key now to add it.',
    next: 'Go on',
  },
  cues: {
    title: 'How should the screen tell you?',
    text: 'One small shape changes, and visitors see nothing in it. Choose where to look; all of it stands under Training.',
  },
  done: {
    armed: 'This desk is armed',
    unarmed: 'This desk is set up, but not yet armed',
    heard_one: 'One other station would hear a call.',
    heard_other: '{{count}} other stations would hear a call.',
    unheard: 'No other station is connected yet. Invite the next desk under Office, Settings.',
    next: 'Open the desk',
  },
} as const;
