import { ORPCError } from '@orpc/client';
import type { CommanderError } from 'commander';
import type { z } from 'zod';
import { problemSchema } from '../contract/index.ts';
import type { Problem } from '../contract/index.ts';
import type { Unexpected } from './terminal.ts';

/** What a call to the station threw: its typed problem, or a bug. */
export const problemOf = (error: unknown): Problem | Unexpected => {
  if (error instanceof ORPCError) {
    const problem = problemSchema.safeParse(error.data);
    if (error.code === 'PROBLEM' && problem.success) return problem.data;
  }
  return {
    type: 'Unexpected',
    message: `Something went wrong that should not: ${error instanceof Error ? error.message : String(error)}`,
    remedy: 'Look into station.log in the data folder, and please report this with what you find there.',
  };
};

/** Wrong use, as commander found it. Null when it only showed help or the version. */
export const problemOfUse = (error: CommanderError): Problem | null => {
  if (error.exitCode === 0) return null;
  if (error.code === 'commander.help') return wrongUse('A command is missing.');
  return wrongUse(sentence(error.message.replace(/^error: /, '')));
};

/** Wrong use, as the schema of a command's arguments found it. */
export const problemOfArguments = (error: z.ZodError): Problem => {
  const issue = error.issues[0];
  const name = String(issue?.path[0] ?? '');
  const message = issue === undefined ? 'has a wrong value' : issue.code === 'invalid_value' ? `must be ${oneOf.format(issue.values.map(String))}` : issue.message;
  if (name === '') return wrongUse(sentence(message));
  const label = withoutDashes.includes(name) ? name : `--${name}`;
  // Our own schemas end the sentence that the name begins.
  return wrongUse(sentence(/^(must|has) /.test(message) ? `${label} ${message}` : `${label}: ${message}`), name);
};

const oneOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** Arguments that are no options: `ack ALARM`. */
const withoutDashes = ['alarm', 'code', 'file', 'id', 'person', 'staff', 'state'];

const wrongUse = (message: string, field?: string): Problem => ({
  type: 'InputInvalid',
  message,
  remedy: 'Type `quietbell --help` for the commands, `quietbell COMMAND --help` for one of them.',
  ...(field === undefined ? {} : { field }),
});

const sentence = (text: string): string => {
  const words = text.trim().replaceAll(/\s*\n\s*/g, ' ');
  const end = /[.?!)]$/.test(words) ? '' : '.';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${end}`;
};
