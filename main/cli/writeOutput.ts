import { writeFile } from 'node:fs/promises';
import { done, failed } from '../contract/index.ts';
import type { Result } from '../contract/index.ts';

/** A YAML document for people to change, and the file that it was written to; null: it is shown instead. */
export interface YamlOutput {
  readonly yaml: string;
  readonly file: string | null;
}

/** Writes it to the file, over whatever stands there; without one it is to be shown. `FileUnreadable`. */
export const writeYaml = async (yaml: string, file: string | undefined): Promise<Result<YamlOutput>> => {
  if (file === undefined) return done({ yaml, file: null });
  try {
    await writeFile(file, yaml);
  } catch (error) {
    return failed('FileUnreadable', `${file} cannot be written: ${reasonOf(error)}`, 'Name another file.');
  }
  return done({ yaml, file });
};

export const formatYaml = ({ yaml, file }: YamlOutput): string => (file === null ? yaml.trimEnd() : `Written to ${file}.`);

export interface OwnFile {
  /** What the file is called to people: `The report`. */
  readonly what: string;
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Over whatever stands there; left out where the command has no such option. */
  readonly force?: boolean;
  /** The option that names the place, where there is one. */
  readonly option?: string;
}

/** Readable by its owner alone. `FileUnreadable` where it cannot be written, or is there already. */
export const writeOwnFile = async ({ what, path, content, force, option }: OwnFile): Promise<Result<void>> => {
  try {
    await writeFile(path, content, { flag: force === true ? 'w' : 'wx', mode: 0o600 });
    return done(undefined);
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    const by = option === undefined ? '' : ` with ${option}`;
    return failed('FileUnreadable', `${what} ${path} ${exists ? 'is there already' : `cannot be written: ${reasonOf(error)}`}`, exists ? `Choose another name${by}${force === undefined ? '' : ', or write over it with --force'}.` : `Choose another place${by}.`);
  }
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
