import { Command, CommanderError } from 'commander';
import { z } from 'zod';
import type { Problem, Result } from '../contract/index.ts';
import { addAlarmCommands } from './commands/alarm.ts';
import { addAuditCommand } from './commands/audit.ts';
import { addAuthorityCommands } from './commands/authority.ts';
import { addBackupCommands } from './commands/backup.ts';
import { addChannelCommands } from './commands/channel.ts';
import { addDemoCommand } from './commands/demo.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addAttachmentCommands } from './commands/attachment.ts';
import { addIncidentCommands } from './commands/incident.ts';
import { addPersonCommands } from './commands/person.ts';
import { addPlanCommands } from './commands/plan.ts';
import { addRecordFormCommands } from './commands/recordForm.ts';
import { addProcedureCommands } from './commands/procedures.ts';
import { addRecordsCommands } from './commands/records.ts';
import { addReportsCommand } from './commands/reports.ts';
import { addRetentionCommands } from './commands/retention.ts';
import { addRunCommands } from './commands/run.ts';
import { addSiteCommands } from './commands/site.ts';
import { addVerifyCommand } from './commands/verify.ts';
import { addStaffCommands } from './commands/staff.ts';
import { addTriggerCommands } from './commands/trigger.ts';
import { addWatchCommands } from './commands/watch.ts';
import type { Perform } from './command.ts';
import { chooseDataFolder } from '../control/chooseDataFolder.ts';
import { openStation } from './openStation.ts';
import { problemOf, problemOfArguments, problemOfUse } from './problems.ts';
import { programVersion } from './run/programFolder.ts';
import type { Terminal, Unexpected } from './terminal.ts';

/** What a command that is no simple call to a station gets: `run` and `demo`. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** As told by --data; undefined where it was not. */
  readonly toldFolder: () => string | undefined;
  /** Parses what was typed and runs; a failure is said and becomes the exit status. */
  readonly attempt: <Arguments>(schema: z.ZodType<Arguments>, typed: unknown, work: (input: Arguments) => Promise<Result<unknown>>) => Promise<void>;
  /** The command did its work, and its outcome is a failure all the same. */
  readonly failed: () => void;
}

const globalOptionsSchema = z.object({ data: z.string().min(1).optional() });

/** Runs one command line to its end. Returns the exit status: 0 done, 1 failed, 2 wrong use. */
export const runCommandLine = async (argv: readonly string[], terminal: Terminal): Promise<number> => {
  let exitCode = 0;
  const fail = (problem: Problem | Unexpected, code: number): void => {
    terminal.problem(problem);
    exitCode = code;
  };

  const program = new Command('quietbell')
    .description('Silent alarms for service desks: sets up, runs and asks the station of one desk.')
    .version(programVersion(), '--version', 'print the version')
    .option('--data <folder>', "the station's data folder (else QUIETBELL_DATA, else where this system keeps programs' data)")
    .option('--json', 'answer with one JSON document')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  const toldFolder = (): string | undefined => globalOptionsSchema.parse(program.opts()).data;

  const attempt: CommandContext['attempt'] = async (schema, typed, work) => {
    const input = schema.safeParse(typed);
    if (!input.success) return fail(problemOfArguments(input.error), 2);
    try {
      const outcome = await work(input.data);
      if (!outcome.ok) fail(outcome.error, 1);
    } catch (error) {
      fail(problemOf(error), 1);
    }
  };

  const perform: Perform = (command, typed) =>
    attempt(command.arguments, typed, async (input) => {
      const opened = await openStation(chooseDataFolder(toldFolder()), command.needs);
      if (!opened.ok) return opened;
      try {
        const outcome = await command.run(opened.value, input, terminal.progress, terminal.meter);
        if (outcome.ok) {
          terminal.answer(outcome.value, command.format(outcome.value));
          if (command.isFailure?.(outcome.value)) exitCode = 1;
        }
        return outcome;
      } finally {
        await opened.value.close();
      }
    });

  const failed = (): void => {
    exitCode = 1;
  };
  const context: CommandContext = { terminal, toldFolder, attempt, failed };
  addSiteCommands(program, perform);
  addVerifyCommand(program, perform);
  addAuthorityCommands(program, perform);
  addRunCommands(program, perform, context);
  addTriggerCommands(program, perform);
  addAlarmCommands(program, perform);
  addPlanCommands(program, perform);
  addRecordFormCommands(program, perform);
  addProcedureCommands(program, perform);
  addChannelCommands(program, perform);
  addWatchCommands(program, perform);
  addIncidentCommands(program, perform);
  addAttachmentCommands(program, perform);
  addRecordsCommands(program, perform);
  addReportsCommand(program, perform);
  addPersonCommands(program, perform);
  addRetentionCommands(program, perform);
  addStaffCommands(program, perform);
  addBackupCommands(program, perform, context);
  addAuditCommand(program, perform);
  addDoctorCommand(program, context);
  addDemoCommand(program, context);

  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const problem = problemOfUse(error);
    if (problem !== null) fail(problem, 2);
  }
  return exitCode;
};
