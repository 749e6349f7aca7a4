import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { done, failed, type Result } from '../contract/problem.ts';

const addressSchema = z.string().regex(/^(\[[0-9a-fA-F:.]+(%[\w.-]+)?\]|[^\s:[\]]+):\d{1,5}$/, 'an address is written host:port');

/** `station.yaml` in the data folder: what IT sets from outside. Everything has a default; the file may be missing. */
export const configurationSchema = z.strictObject({
  /** Where this station listens for the others. */
  listen: addressSchema.default('0.0.0.0:7411'),
  /** Stations on networks that are dialled besides those learnt from the site. */
  peers: z.array(addressSchema).default([]),
  /** Looks for the other stations on the network by multicast DNS. */
  discover: z.boolean().default(true),
  /** So many GB of photos, scans and sound of the site this station keeps at most. */
  attachments: z.number().min(0).max(10_000).default(10),
});
export type Configuration = z.output<typeof configurationSchema>;

/** `ConfigurationInvalid` names the file, the key and what may stand there. */
export const readConfiguration = (folder: string): Result<Configuration> => {
  const file = join(folder, 'station.yaml');
  if (!existsSync(file)) return done(configurationSchema.parse({}));
  let raw: unknown;
  try {
    raw = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return invalid(file, error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it is not YAML');
  }
  const parsed = configurationSchema.safeParse(raw ?? {});
  return parsed.success ? done(parsed.data) : invalid(file, parsed.error.issues.map(describe).join('; '));
};

const describe = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys' ? `unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}` : `${issue.path.join('.') || 'the document'}: ${issue.message}`;

const invalid = (file: string, what: string) =>
  failed('ConfigurationInvalid', `The configuration ${file} cannot be used: ${what}.`, `Correct the file; the keys are ${Object.keys(configurationSchema.shape).join(', ')}.`);
