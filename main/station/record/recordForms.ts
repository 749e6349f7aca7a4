import type { StaffReference } from '../../contract/alarm.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { WindowLanguage } from '../../contract/language.ts';
import type { RecordForm, RecordFormSet } from '../../contract/recordForm.ts';
import { flawsOfRecordForm } from '../../contract/recordFormFlaws.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { wordsOfFormFlaw } from '../../core/recordForm/formWords.ts';
import { recordFormSets, standardRecordForm } from '../../core/recordForm/recordFormSets.ts';
import { byWhom, type StationContext } from '../context.ts';
import { documentLanguage } from '../documentLanguage.ts';
import { recordFormFromYaml, recordFormToYaml } from './recordFormYaml.ts';

/** What the site asks for in its records. */
export interface RecordForms {
  /** The site's own; until it has one, that of a library in the language of this desk. */
  readonly form: () => RecordForm;
  /** Forms to begin with; in the language of this desk where none is named. */
  readonly sets: (language?: WindowLanguage) => Readonly<Record<RecordFormSet, RecordForm>>;
  /** `RecordFormInvalid` names the first thing that does not fit. */
  readonly save: (form: RecordForm, staff: StaffReference | null) => Result<RecordForm>;
  readonly toYaml: () => string;
  /** `RecordFormInvalid` names the line; nothing is replaced then. */
  readonly fromYaml: (text: string, staff: StaffReference | null) => Result<RecordForm>;
}

const subject = subjectOf('form', 'site');

export const createRecordForms = (context: StationContext): RecordForms => {
  const { ledger } = context;
  const saved = (): RecordForm | undefined => ledger.state('form', subject);
  const form = (): RecordForm => saved() ?? standardRecordForm(documentLanguage(context, undefined));

  const write = (changed: RecordForm, staff: StaffReference | null): Result<RecordForm> => {
    const by = byWhom(context, staff);
    // Records may have been filed with the program's own form: it is what was there before, so that nothing of it is lost.
    const before = saved() === undefined ? [{ kind: 'RecordFormChanged' as const, subject, body: { form: form(), ...by } }] : [];
    const appended = ledger.append([...before, { kind: 'RecordFormChanged', subject, body: { form: changed, ...by } }]);
    return appended.ok ? done(form()) : appended;
  };

  return {
    form,
    sets: (language) => recordFormSets(documentLanguage(context, language)),
    save: (changed, staff) => {
      const [flaw] = flawsOfRecordForm(changed, form());
      if (flaw === undefined) return write(changed, staff);
      const { message, remedy } = wordsOfFormFlaw(flaw);
      return failed('RecordFormInvalid', `${message}.`, remedy, flaw.path);
    },
    toYaml: () => recordFormToYaml(form()),
    fromYaml: (text, staff) => {
      const read = recordFormFromYaml(text, form());
      return read.ok ? write(read.value, staff) : read;
    },
  };
};
