import { stringify } from 'yaml';
import { done, failed, type Result } from '../../contract/problem.ts';
import { recordFormSchema, type RecordForm } from '../../contract/recordForm.ts';
import { flawsOfRecordForm } from '../../contract/recordFormFlaws.ts';
import { wordsOfFormFlaw } from '../../core/recordForm/formWords.ts';
import { issueOf, readYaml, segmentsOf } from '../yamlLines.ts';

export const recordFormToYaml = (form: RecordForm): string => stringify(form, { lineWidth: 0 });

/** The form that a YAML text describes. `RecordFormInvalid` names the line and the key of the first mistake. */
export const recordFormFromYaml = (text: string, known: RecordForm): Result<RecordForm> => {
  const yaml = readYaml(text, deepest);
  if (!yaml.ok) return invalid(yaml.line, '', yaml.message, 'Write it as the example that quietbell form export prints.');
  const form = recordFormSchema.safeParse(yaml.value);
  if (!form.success) {
    const { path, message } = issueOf(form.error);
    return invalid(yaml.lineOf(path), path.join('.'), message, 'Correct the line; nothing was changed.');
  }
  const [flaw] = flawsOfRecordForm(form.data, known);
  if (flaw === undefined) return done(form.data);
  const { message, remedy } = wordsOfFormFlaw(flaw);
  return invalid(yaml.lineOf(segmentsOf(flaw.path)), flaw.path, message, remedy);
};

/** No form is as deep as that. */
const deepest = 8;

const invalid = (line: number, key: string, message: string, remedy: string) => failed('RecordFormInvalid', `Line ${line}${key === '' ? '' : `, ${key}`}: ${message}.`, remedy, 'text');
