import type { Command } from 'commander';
import { z } from 'zod';
import { done, failed, inLanguage, languageSchema, languagesOf, slugSchema, untranslated } from '../../contract/index.ts';
import type { Procedure, ProcedureStanding, ProcedureVersion, Result, Section, Step, StepAction, StationClient } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { inputName, readInput } from '../readInput.ts';
import { formatMoment, formatTable } from '../table.ts';
import { formatYaml, writeYaml, type YamlOutput } from '../writeOutput.ts';

const listProcedures: StationCommand<object, { readonly procedures: readonly ProcedureStanding[] }> = {
  needs: 'ledger',
  arguments: z.object({}),
  run: async ({ client }) => done({ procedures: await client.procedure.standings() }),
  format: ({ procedures }) =>
    [
      formatTable(
        ['ID', 'TITLE', 'VERSION', 'FROM', 'LANGUAGES'],
        procedures.map(({ id, document, source, withdrawn }) => [id, document.title.full, String(document.version), withdrawn ? 'withdrawn' : sourceWords[source], languagesOf(document).map((language) => languageWords(document, language)).join(', ')]),
      ),
      ...procedures.flatMap(({ offer, id }) => (offer === null ? [] : [`${offer.file} says something else than the site has published as ${id}; \`quietbell procedures import\` takes it over.`])),
    ].join('\n'),
};

const sourceWords = { published: 'the site', file: 'a file of this station', shipped: 'the program' } as const;

const languageWords = (document: Procedure, language: string): string => {
  const missing = untranslated(document, language).length;
  return missing === 0 ? language : `${language} (${missing} missing)`;
};

const showArguments = z.object({ id: slugSchema, language: languageSchema.optional() });

const showProcedure: StationCommand<z.infer<typeof showArguments>, Procedure> = {
  needs: 'ledger',
  arguments: showArguments,
  run: async ({ client }, { id, language }) => done(inLanguage(await client.procedure.edition({ procedure: id, edition: null }), language ?? null)),
  format: (procedure) =>
    [
      `${procedure.title.full} (${procedure.title.discreet}), version ${procedure.version}`,
      ...procedure.sections.flatMap((section) => ['', `${section.title.full}  [${section.title.discreet}]`, ...sectionLines(section, procedure)]),
    ].join('\n'),
};

const sectionLines = (section: Section, procedure: Procedure): readonly string[] => {
  switch (section.type) {
    case 'steps':
      return stepLines(section.steps, procedure, '  ');
    case 'cues':
      return section.cues.map(({ wording }) => `  ~ ${wording.full}  [${wording.discreet}]`);
    case 'question':
      return section.answers.flatMap((answer) => [`  > ${answer.wording.full}  [${answer.wording.discreet}]`, ...stepLines(answer.steps, procedure, '    ')]);
  }
};

const stepLines = (steps: readonly Step[], procedure: Procedure, indent: string): readonly string[] =>
  steps.flatMap(({ wording, action, steps: within }) => [`${indent}- ${wording.full}  [${wording.discreet}]${action === undefined ? '' : `  ${actionWords(action, procedure)}`}`, ...stepLines(within ?? [], procedure, `${indent}  `)]);

const actionWords = (action: StepAction, procedure: Procedure): string => {
  switch (action.do) {
    case 'dial':
      return `dial ${procedure.numbers.find(({ id }) => id === action.number)?.dial ?? action.number}`;
    case 'alarm-code':
      return `dial ${procedure.alarmCode.dial}`;
    case 'raise':
      return `raises ${action.level}`;
    case 'code-phrase':
      return `say: ${procedure.codePhrase.discreet}`;
    case 'safe-room':
      return procedure.safeRoom.place;
    case 'record':
      return 'opens the records';
  }
};

const versionsArguments = z.object({ id: slugSchema });

const showVersions: StationCommand<z.infer<typeof versionsArguments>, { readonly versions: readonly ProcedureVersion[] }> = {
  needs: 'ledger',
  arguments: versionsArguments,
  run: async ({ client }, { id }) => {
    const standing = await standingOf(client, id);
    return standing.ok ? done({ versions: standing.value.versions }) : standing;
  },
  format: ({ versions }) =>
    versions.length === 0
      ? 'Nothing was published yet: what came with the program holds, or a file of this station.'
      : formatTable(
          ['VERSION', 'PUBLISHED', 'BY', 'WHAT CHANGED', 'EDITION'],
          versions.map(({ version, at, station, staff, note, unseen, edition }) => [String(version), formatMoment(at), staff === null ? station : `${staff} (${station})`, `${note === '' ? '-' : note}${unseen === null ? '' : ' (had not seen the one before)'}`, edition]),
        ),
};

const exportArguments = z.object({ id: slugSchema, file: z.string().min(1).optional(), number: z.coerce.number().int().min(1).optional() });

const exportProcedure: StationCommand<z.infer<typeof exportArguments>, YamlOutput> = {
  needs: 'ledger',
  arguments: exportArguments,
  run: async ({ client }, { id, file, number }) => {
    const edition = number === undefined ? done(null) : await editionOf(client, id, number);
    if (!edition.ok) return edition;
    return writeYaml(await client.procedure.toYaml({ procedure: id, edition: edition.value }), file);
  },
  format: formatYaml,
};

const standingOf = async (client: StationClient, id: string): Promise<Result<ProcedureStanding>> => {
  const found = (await client.procedure.standings()).find((standing) => standing.id === id);
  return found === undefined ? failed('ProcedureUnknown', `This site has no procedure "${id}".`, '`quietbell procedures list` shows which there are.', 'id') : done(found);
};

/** Of two that were published at the same time the later one. */
const editionOf = async (client: StationClient, id: string, version: number): Promise<Result<string>> => {
  const standing = await standingOf(client, id);
  if (!standing.ok) return standing;
  const { versions, edition, document } = standing.value;
  const found = versions.findLast((published) => published.version === version)?.edition ?? (document.version === version ? edition : undefined);
  return found === undefined ? failed('ProcedureUnknown', `"${id}" has no version ${version}.`, `\`quietbell procedures versions ${id}\` shows which there are.`, 'number') : done(found);
};

const importArguments = z.object({ file: z.string().min(1), note: z.string().max(200).default('') });

const importProcedure: StationCommand<z.infer<typeof importArguments>, { readonly id: string; readonly version: number }> = {
  needs: 'ledger',
  arguments: importArguments,
  run: async ({ client }, { file, note }) => {
    const text = await readInput(file);
    if (!text.ok) return text;
    const document = await client.procedure.fromYaml({ text: text.value });
    const standing = await standingOf(client, document.id);
    const { document: published } = await client.procedure.publish({ document, note, basedOn: standing.ok ? standing.value.edition : null });
    return done({ id: published.id, version: published.version });
  },
  format: ({ id, version }) => `${id} holds as version ${version} now, on every station of the site.`,
};

export const addProcedureCommands = (program: Command, perform: Perform): void => {
  const procedures = program.command('procedures').description('what the service notes show: versions, export, import');
  procedures
    .command('list')
    .description('every procedure, where it is from, and its languages')
    .action((options: unknown) => perform(listProcedures, options));
  procedures
    .command('show')
    .description('the steps of one, in full and discreet wording')
    .argument('<id>')
    .option('--language <language>', 'in another language, where it is translated')
    .action((id: string, options: object) => perform(showProcedure, { ...options, id }));
  procedures
    .command('versions')
    .description('what was published when, by whom')
    .argument('<id>')
    .action((id: string) => perform(showVersions, { id }));
  procedures
    .command('export')
    .description('one as YAML')
    .argument('<id>')
    .argument('[file]', 'where to write it; else standard output')
    .option('--number <version>', 'an older version')
    .action((id: string, file: string | undefined, options: object) => perform(exportProcedure, { ...options, id, file }));
  procedures
    .command('import')
    .description(`publish a YAML file; what is wrong with it names its line (${inputName('-').toLowerCase()} with -)`)
    .argument('<file>', 'as `quietbell procedures export` writes it; - reads standard input')
    .option('--note <text>', 'what was changed, in a few words')
    .action((file: string, options: object) => perform(importProcedure, { ...options, file }));
};
