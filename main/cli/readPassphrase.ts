import { text } from 'node:stream/consumers';

/** A passphrase on a command line could be read by other accounts of the machine. */
export const readPassphrase = async (): Promise<string> => (await text(process.stdin)).replace(/\r?\n$/, '');
