import type { Command } from 'commander';
import { z } from 'zod';
import { done, failed, recordFormSetSchema, windowLanguageSchema, windowLanguages } from '../../contract/index.ts';
import type { RecordForm } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { inputName, readInput } from '../readInput.ts';
import { formatYaml, writeYaml, type YamlOutput } from '../writeOutput.ts';

const exportArguments = z.object({ file: z.string().min(1).optional() });

const exportForm: StationCommand<z.infer<typeof exportArguments>, YamlOutput> = {
  needs: 'ledger',
  arguments: exportArguments,
  run: async ({ client }, { file }) => writeYaml(await client.recordForm.toYaml(), file),
  format: formatYaml,
};

const importArguments = z.object({ file: z.string().min(1) });

const importForm: StationCommand<z.infer<typeof importArguments>, { readonly form: RecordForm }> = {
  needs: 'ledger',
  arguments: importArguments,
  run: async ({ client }, { file }) => {
    const text = await readInput(file);
    return text.ok ? done({ form: await client.recordForm.fromYaml({ text: text.value }) }) : text;
  },
  format: ({ form }) => holds(form),
};

const useArguments = z.object({ set: recordFormSetSchema, language: windowLanguageSchema.optional() });

const beginForm: StationCommand<z.infer<typeof useArguments>, { readonly form: RecordForm }> = {
  needs: 'ledger',
  arguments: useArguments,
  run: async ({ client }, { set, language }) => {
    const found = (await client.recordForm.sets({ language })).find((each) => each.set === set);
    return found === undefined ? failed('InputInvalid', `This station has no form for a ${set}.`, 'Bring its program up to date.') : done({ form: await client.recordForm.save(found.form) });
  },
  format: ({ form }) => holds(form),
};

const inUse = (items: readonly { readonly retired: boolean }[]): number => items.filter(({ retired }) => !retired).length;
const holds = ({ categories, places, rules, fields }: RecordForm): string =>
  `Every desk asks for it from now on: ${inUse(categories)} categories, ${places.length} places, ${inUse(rules)} house rules, ${inUse(fields)} questions of the site's own.`;

export const addRecordFormCommands = (program: Command, perform: Perform): void => {
  const form = program.command('form').description('what the site asks for in its records: categories, places, house rules, questions of its own');
  form
    .command('export')
    .description('the form as YAML, with what is retired')
    .argument('[file]', 'where to write it; else standard output')
    .action((file: string | undefined) => perform(exportForm, { file }));
  form
    .command('import')
    .description(`replace it by a YAML file; what is left out is retired, what is wrong names its line (${inputName('-').toLowerCase()} with -)`)
    .argument('<file>', 'as `quietbell form export` writes it; - reads standard input')
    .action((file: string) => perform(importForm, { file }));
  form
    .command('begin')
    .description('begin with one of the forms that come with the program')
    .argument('<set>', recordFormSetSchema.options.join(', '))
    .option('--language <language>', `what it is written in: ${windowLanguages.join(', ')}; that of the desk otherwise`)
    .action((set: string, options: object) => perform(beginForm, { set, ...options }));
};
