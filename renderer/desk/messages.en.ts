/** Wording of desk/: the public noticeboard. Anybody may read it over the counter, so it is service talk only. */
export const desk = {
  hours: 'Opening hours',
  noHours: 'Opening hours will be posted here.',
  rota: 'Today’s rota',
  noRota: 'No rota for today yet.',
  numbers: 'Useful numbers',
  noNumbers: 'No numbers posted yet.',
  notices: 'Notices',
  noNotices: 'Nothing new today.',
  noticeBy: '{{name}}, {{date}}',
  editNotices: 'Edit notices',
  office: 'Office',
  noticesPage: {
    title: 'Notices',
    write: 'New notice',
    writeHint: 'Everybody in front of the desk can read it.',
    post: 'Post notice',
    posted: 'On the board',
    remove: 'Take down',
    removeNamed: 'Take down “{{text}}”',
  },
} as const;
