import type { Command } from 'commander';
import { z } from 'zod';
import { done } from '../../contract/index.ts';
import type { PlanDocument, PlanStep, Recipient } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { inputName, readInput } from '../readInput.ts';
import { formatTable } from '../table.ts';
import { formatYaml, writeYaml, type YamlOutput } from '../writeOutput.ts';

interface NamedPlans {
  readonly document: PlanDocument;
  /** Names of stations by id. */
  readonly stations: Readonly<Record<string, string>>;
}

const showPlans: StationCommand<object, NamedPlans> = {
  needs: 'ledger',
  arguments: z.object({}),
  run: async ({ client }) => {
    const [document, status] = [await client.plan.get(), await client.site.status()];
    return done({ document, stations: Object.fromEntries([[status.stationId, status.station], ...status.peers.map(({ id, station }) => [id, station])]) });
  },
  format: ({ document, stations }) =>
    formatTable(
      ['PLAN', 'FOR', 'AFTER', 'WHO', 'ONLY IF'],
      document.plans.flatMap((plan) => plan.steps.map((step, index) => [index === 0 ? plan.name : '', index === 0 ? plan.use : '', `${step.after} s`, step.recipients.map((recipient) => whoIs(recipient, stations)).join(', '), onlyIf(step)])),
    ),
};

const whoIs = (recipient: Recipient, stations: NamedPlans['stations']): string => {
  if (recipient.to === 'everyone') return 'everyone';
  if (recipient.to === 'station') return stations[recipient.station] ?? recipient.station;
  return recipient.to === 'group' ? `group ${recipient.group}` : `channel ${recipient.channel}`;
};

const onlyIf = ({ when }: PlanStep): string =>
  [
    ...(when.unacknowledged ? ['nobody is coming'] : []),
    ...(when.level === 'emergency' ? ['emergency'] : []),
    ...(when.alone === undefined ? [] : [when.alone ? 'alone' : 'not alone']),
    ...(when.outOfHours === undefined ? [] : [when.outOfHours ? 'out of hours' : 'within hours']),
  ].join(', ') || '-';

const exportArguments = z.object({ file: z.string().min(1).optional() });

const exportPlans: StationCommand<z.infer<typeof exportArguments>, YamlOutput> = {
  needs: 'ledger',
  arguments: exportArguments,
  run: async ({ client }, { file }) => writeYaml(await client.plan.toYaml(), file),
  format: formatYaml,
};

const importArguments = z.object({ file: z.string().min(1) });

const importPlans: StationCommand<z.infer<typeof importArguments>, { readonly plans: number }> = {
  needs: 'ledger',
  arguments: importArguments,
  run: async ({ client }, { file }) => {
    const text = await readInput(file);
    if (!text.ok) return text;
    await client.plan.fromYaml({ text: text.value });
    return done({ plans: (await client.plan.get()).plans.length });
  },
  format: ({ plans }) => `${plans === 1 ? 'One plan holds' : `${plans} plans hold`} now, on every station of the site.`,
};

export const addPlanCommands = (program: Command, perform: Perform): void => {
  const plan = program.command('plan').description('who is told of an alarm, and when');
  plan
    .command('show')
    .description('the steps of every plan')
    .action((options: unknown) => perform(showPlans, options));
  plan
    .command('export')
    .description('all plans, groups, hours, faults and check-ins as YAML')
    .argument('[file]', 'where to write it; else standard output')
    .action((file: string | undefined) => perform(exportPlans, { file }));
  plan
    .command('import')
    .description(`replace them by a YAML file; what is wrong with it names its line (${inputName('-').toLowerCase()} with -)`)
    .argument('<file>', 'as `quietbell plan export` writes it; - reads standard input')
    .action((file: string) => perform(importPlans, { file }));
};
