import type { Problem } from '../contract/index.ts';

/** What a command says, and where. Standard output carries the answer alone, so that it can be piped. */
export interface Terminal {
  /** True with `--json`: the answer is one JSON document, an error another on standard error. */
  readonly json: boolean;
  /** The answer: the document with `--json`, else the text. */
  readonly answer: (document: unknown, text: string) => void;
  /** What a person at the keyboard should know meanwhile; nothing that a program reads. */
  readonly progress: (text: string) => void;
  /** How far long work is: one line that is written over, on a terminal only. It is gone when the answer comes. */
  readonly meter: (text: string) => void;
  readonly problem: (problem: Problem | Unexpected) => void;
}

/** A bug: no value that was expected to come back. */
export interface Unexpected {
  readonly type: 'Unexpected';
  readonly message: string;
  readonly remedy: string;
}

/** `argv` is looked at before it is parsed: even what is wrong with it is said in the form that was asked for. */
export const createTerminal = (argv: readonly string[], out: NodeJS.WritableStream = process.stdout, err: NodeJS.WritableStream & { readonly isTTY?: boolean } = process.stderr): Terminal => {
  const ownArguments = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const json = ownArguments.includes('--json');
  let metered = false;
  const clearMeter = (): void => {
    if (metered) err.write('\r\x1b[K');
    metered = false;
  };
  return {
    json,
    answer: (document, text) => {
      clearMeter();
      out.write(`${json ? JSON.stringify(document) : text}\n`);
    },
    progress: (text) => {
      clearMeter();
      if (!json) err.write(`${text}\n`);
    },
    meter: (text) => {
      if (json || err.isTTY !== true) return;
      err.write(`\r${text}\x1b[K`);
      metered = true;
    },
    problem: (problem) => {
      clearMeter();
      err.write(json ? `${JSON.stringify({ error: problem })}\n` : `${problem.message}\n${problem.remedy}\n`);
    },
  };
};
