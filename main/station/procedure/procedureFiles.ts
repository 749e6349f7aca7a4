import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failed, type Problem, type Result } from '../../contract/problem.ts';
import type { Procedure } from '../../contract/procedure.ts';
import { procedureFromYaml } from './procedureYaml.ts';

/** A procedure that this station has without anybody having published it. */
export interface LocalProcedure {
  readonly document: Procedure;
  /** The file in the data folder; null for what came with the program. */
  readonly file: string | null;
}

export interface LoadedProcedures {
  readonly procedures: readonly LocalProcedure[];
  /** What was wrong with files that could not be used. */
  readonly problems: readonly Problem[];
}

/** Reads the procedures that came with the program, then those in the data folder's `procedures`. A damaged file is a problem to be shown. */
export const loadProcedures = (dataFolder: string): LoadedProcedures => {
  const shipped = readFolder(shippedFolder()).map(({ read }) => ({ read, file: null }));
  const all = [...shipped, ...readFolder(join(dataFolder, 'procedures'))];
  return {
    procedures: all.flatMap(({ read, file }) => (read.ok ? [{ document: read.value, file }] : [])),
    problems: all.flatMap(({ read }) => (read.ok ? [] : [read.error])),
  };
};

/** Beside the source when it runs as source; beside the bundle when it was bundled. */
const shippedFolder = (): string => {
  const candidates = ['../../core/procedure', './procedures', '../procedures'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((folder) => existsSync(join(folder, 'get-help.yaml')));
  if (found === undefined) throw new Error(`The procedures that belong to the program are missing; looked in ${candidates.join(', ')}`);
  return found;
};

const readFolder = (folder: string): readonly { readonly read: Result<Procedure>; readonly file: string }[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /\.ya?ml$/.test(name))
        .toSorted()
        .map((file) => ({ read: readProcedure(join(folder, file), file), file }))
    : [];

const readProcedure = (path: string, file: string): Result<Procedure> => {
  try {
    const read = procedureFromYaml(readFileSync(path, 'utf8'), { file, tolerant: true });
    return read.ok ? read : failed('ProcedureInvalid', `The procedure file cannot be used: ${read.error.message}`, 'Correct the file and start again; until then it is left out.');
  } catch (error) {
    return failed('ProcedureInvalid', `The procedure file ${file} cannot be read: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}.`, 'Check its rights and start again; until then it is left out.');
  }
};
