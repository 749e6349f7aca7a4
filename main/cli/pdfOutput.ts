import { z } from 'zod';
import { done, documentLanguageSchema, windowLanguages, type MadeFile, type Result } from '../contract/index.ts';
import { writeOwnFile } from './writeOutput.ts';

/** What a command takes that writes a PDF. */
export const pdfArguments = { language: documentLanguageSchema, out: z.string().min(1).optional(), force: z.boolean().default(false) };
export const languageOption = ['--language <language>', `of whoever reads it: ${windowLanguages.join(', ')}; that of the desk otherwise`] as const;
export const outOption = ['--out <file>', 'where to; a name of its own in this folder otherwise'] as const;
export const forceOption = ['--force', 'write over a file that is there'] as const;

export interface WrittenFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** Writes what a station made where it is wanted, readable by its owner alone. `FileUnreadable`. */
export const writeMadeFile = async ({ name, bytes }: MadeFile, path = name, force: boolean): Promise<Result<WrittenFile>> => {
  const content = Buffer.from(bytes, 'base64');
  const written = await writeOwnFile({ what: 'The file', path, content, force, option: '--out' });
  return written.ok ? done({ path, size: content.length }) : written;
};

export const formatPdf = ({ path, size }: WrittenFile): string => `Written to ${path} (${Math.ceil(size / 1000)} kB).`;
