/** Wording of shared/ and of the frame around all pages. */
export const shared = {
  unreachable: {
    message: 'The station program does not answer.',
    remedy: 'It is being started again. Please try once more in a moment.',
  },
  connecting: 'One moment',
  close: 'Close',
  back: 'Back',
  cancel: 'Cancel',
  channelTest: {
    send: 'Send a test',
    sendTo: 'Send a test: {{name}}',
    sending: 'Sending a test',
    sendingTo: 'Sending a test: {{name}}',
    received: 'It arrived after {{seconds}} s.',
    failed: 'It did not arrive.',
  },
  signIn: {
    title: 'Please sign in',
    who: 'Who is it?',
    pinFor: 'PIN of {{name}}',
    pin: 'PIN',
    digit: 'Digit {{digit}}',
    clear: 'Clear',
    erase: 'Erase the last digit',
    enter: 'Sign in',
    nobody: 'There is nobody to sign in yet.',
    nobodyRemedy: 'Add the first person with “quietbell staff add” on this machine.',
    other: 'Somebody else',
  },
  signedInAs: 'Signed in as {{name}}',
  signOut: 'Sign out',
  needsRole: {
    message: 'This page is for {{roles}}.',
    remedy: 'Sign in as somebody with that role.',
  },
  role: {
    desk: 'desk staff',
    supervisor: 'supervisors',
    administrator: 'administrators',
  },
  pages: {
    records: 'Records',
    readiness: 'Readiness',
    settings: 'Settings',
    training: 'Training',
  },
} as const;
