import type { RecordFormFlaw } from '../../contract/recordFormFlaws.ts';
import type { ReportFlaw } from '../../contract/reportFlaws.ts';

/** What is wrong and what to do, for the command line and logs. The window has words of its own. */
export const wordsOfFormFlaw = ({ kind, what }: RecordFormFlaw): { readonly message: string; readonly remedy: string } => {
  switch (kind) {
    case 'id-twice':
      return { message: `There are two entries with the id "${what}"`, remedy: 'Give one of them another id.' };
    case 'name-twice':
      return { message: `"${what}" stands there twice`, remedy: 'Give one of them another name, or retire it.' };
    case 'few-choices':
      return { message: `The field "${what}" has fewer than two choices`, remedy: 'Write down at least two, or make it a field of another kind.' };
    case 'choice-twice':
      return { message: `The choice "${what}" stands there twice`, remedy: 'Take one of them away.' };
    case 'category-unknown':
      return { message: `No category has the id "${what}"`, remedy: 'Name one of the categories of the form.' };
    case 'kind-changed':
      return { message: `The field "${what}" was of another kind before, and records were filed with it`, remedy: 'Retire it, and add a new field with another id.' };
  }
};

export const wordsOfReportFlaw = ({ kind, what }: ReportFlaw): { readonly message: string; readonly remedy: string } => {
  switch (kind) {
    case 'missing':
      return { message: `"${what}" is not filled in, and the site files no record without it.`, remedy: 'Fill it in; what is written so far is kept as a draft.' };
    case 'no-number':
      return { message: `What stands under "${what}" is no number.`, remedy: 'Write it in digits.' };
    case 'no-date':
      return { message: `What stands under "${what}" is no day.`, remedy: 'Write a day as 2026-12-24.' };
    case 'no-choice':
      return { message: `What stands under "${what}" is none of its choices.`, remedy: 'Take one of those that the form of the site has.' };
    case 'no-yes-or-no':
      return { message: `"${what}" can be answered with yes or no.`, remedy: 'Write yes or no.' };
    case 'unknown':
      return { message: `The form of the site has nothing with the id "${what}".`, remedy: 'Use the ids that the form has: it can be exported.' };
    case 'not-yet-happened':
      return { message: `It cannot have happened at ${what}: that time has not come yet.`, remedy: 'Correct when it happened, or set the clock of this terminal; what is written so far is kept as a draft.' };
    case 'not-yet-left':
      return { message: `They cannot have left the grounds at ${what}: that time has not come yet.`, remedy: 'Correct when they left, or set the clock of this terminal; what is written so far is kept as a draft.' };
  }
};
