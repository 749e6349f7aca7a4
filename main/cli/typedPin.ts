import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { pinSchema } from '../contract/index.ts';

/** A PIN on a command line can be read by other accounts of the machine; `-` says that it comes through standard input. */
export const typedPinSchema = z.union([z.literal('-'), pinSchema]);

export const readPin = async (typed: string): Promise<string> => (typed === '-' ? (await text(process.stdin)).trim() : typed);
