import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { failed, type Problem, type Result } from '../contract/problem.ts';
import type { Procedure } from '../contract/procedure.ts';
import { checkProcedure } from '../core/procedure/checkProcedure.ts';

/** The procedures of this station, and what was wrong with files that could not be used. */
export interface LoadedProcedures {
  readonly procedures: readonly Procedure[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the procedures that came with the program, then those in the data folder's `procedures`, which replace one of
 * the same id. A damaged file is a problem to be shown; the procedure it was meant to replace stays.
 */
export const loadProcedures = (dataFolder: string): LoadedProcedures => {
  const results = [shippedFolder(), join(dataFolder, 'procedures')].flatMap(readFolder);
  const byId = new Map<string, Procedure>();
  for (const result of results) if (result.ok) byId.set(result.value.id, result.value);
  return { procedures: [...byId.values()], problems: results.flatMap((result) => (result.ok ? [] : [result.error])) };
};

/** Beside the source when it runs as source; beside the bundle when it was bundled. */
const shippedFolder = (): string => {
  const candidates = ['../core/procedure', './procedures', '../procedures'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((folder) => existsSync(join(folder, 'get-help.yaml')));
  if (found === undefined) throw new Error(`The procedures that belong to the program are missing; looked in ${candidates.join(', ')}`);
  return found;
};

const readFolder = (folder: string): readonly Result<Procedure>[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /\.ya?ml$/.test(name))
        .toSorted()
        .map((name) => readProcedure(join(folder, name)))
    : [];

const readProcedure = (file: string): Result<Procedure> => {
  try {
    return checkProcedure(parse(readFileSync(file, 'utf8')), basename(file));
  } catch (error) {
    const what = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it cannot be read';
    return failed('ProcedureInvalid', `The procedure file ${basename(file)} cannot be used: ${what}`, 'Correct the file and start again; until then the procedure that came with the program is shown.');
  }
};
