import type { z } from 'zod';
import type { Result, StationClient } from '../contract/index.ts';

/** A station as a command sees it: whether it runs elsewhere or was opened for this one command makes no difference. */
export interface StationAccess {
  readonly client: StationClient;
  /** A fresh one-time address of its browser window; null where none is shown. */
  readonly windowAddress: () => Promise<string | null>;
}

/** One thing to do with a station. `Arguments` come from the command line through the schema, `Output` is its JSON document. */
export interface StationCommand<Arguments, Output> {
  /**
   * `running`: only a running station can do it. `ledger`: works in the ledger, with or without one; there has to be a site.
   * `set-up`: as `ledger`, and makes the data folder where there is none.
   */
  readonly needs: 'running' | 'ledger' | 'set-up';
  readonly arguments: z.ZodType<Arguments>;
  /** `progress` says something meanwhile, a line each; `meter` how far it is, in one line that is written over. */
  readonly run: (station: StationAccess, input: Arguments, progress: (text: string) => void, meter: (text: string) => void) => Promise<Result<Output>>;
  /** The same for people. */
  readonly format: (output: Output) => string;
  /** True where the outcome is a failure though the command did its work (`verify`). */
  readonly isFailure?: (output: Output) => boolean;
}

/** Parses what was typed, finds the station, runs the command and says the outcome. */
export type Perform = <Arguments, Output>(command: StationCommand<Arguments, Output>, typed: unknown) => Promise<void>;
