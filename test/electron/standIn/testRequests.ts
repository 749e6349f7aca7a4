import type * as Electron from 'electron';

/** What a test asks of the stand-in from outside: things that a person or the operating system does to Electron. */
export type Request =
  | { readonly request: 'shortcut'; readonly accelerator: string }
  | { readonly request: 'key'; readonly input: Electron.Input }
  | { readonly request: 'crash-window' }
  | { readonly request: 'quit' };

/** What the stand-in tells the test: things that a person would see or the system would know. */
export type Report =
  | { readonly report: 'utility-process'; readonly pid: number }
  | { readonly report: 'shortcuts'; readonly accelerators: readonly string[] }
  | { readonly report: 'key'; readonly prevented: boolean }
  | { readonly report: 'error-box'; readonly title: string; readonly content: string }
  | { readonly report: 'menu'; readonly shown: boolean };

export const isRequest = (message: unknown): message is Request => typeof message === 'object' && message !== null && 'request' in message;
export const isReport = (message: unknown): message is Report => typeof message === 'object' && message !== null && 'report' in message;

/** Nobody listens when the stand-in was started by hand. */
export const report = (message: Report): void => void process.send?.(message);
