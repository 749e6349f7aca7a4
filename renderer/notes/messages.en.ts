/** Wording of notes/: part of the public noticeboard, so it is service talk only. */
export const notes = {
  title: 'Service notes',
  empty: 'There are no notes yet.',
  more: 'More',
  less: 'Less',
  moreAbout: 'More about: {{step}}',
  lessAbout: 'Less about: {{step}}',
  pages: 'Pages',
  finish: 'Finished',
  notSaved: 'That did not go through. Please try again.',
  handy: 'Good to know',
  ask: 'Ask',
  askFor: 'Ask: {{step}}',
  write: 'Write',
} as const;
