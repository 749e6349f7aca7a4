import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { done, failed } from '../contract/index.ts';
import type { Result } from '../contract/index.ts';

/** What people call where it came from: the file, or standard input for `-`. */
export const inputName = (file: string): string => (file === '-' ? 'Standard input' : file);

/** The whole of a file, or of standard input for `-`. `FileUnreadable`. */
export const readInput = async (file: string): Promise<Result<string>> => {
  try {
    return done(file === '-' ? await text(process.stdin) : await readFile(file, 'utf8'));
  } catch (error) {
    return failed('FileUnreadable', `${inputName(file)} cannot be read: ${error instanceof Error ? error.message : String(error)}`, 'Check the path and its rights; nothing was changed.');
  }
};

/** A YAML document (JSON is one too) in the shape of a schema. `FileUnreadable`, `InputInvalid`; both name the line. */
export const readDocument = async <Value>(file: string, schema: z.ZodType<Value>): Promise<Result<Value>> => {
  const content = await readInput(file);
  if (!content.ok) return content;
  const lineCounter = new LineCounter();
  const document = parseDocument(content.value, { lineCounter });
  const [broken] = document.errors;
  if (broken !== undefined) return failed('FileUnreadable', `${inputName(file)} is neither YAML nor JSON: ${broken.message.split('\n')[0] ?? ''}`, 'Correct it, and try again; nothing was changed.');
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return done(parsed.data);
  const issue = parsed.error.issues[0];
  const path = issue?.path.filter((part) => typeof part !== 'symbol') ?? [];
  const line = lineOf(document, path, lineCounter);
  const field = path.join('.') || undefined;
  return failed('InputInvalid', `${inputName(file)}${line === null ? '' : `, line ${line}`}: ${field === undefined ? '' : `${field}: `}${issue?.message ?? 'wrong shape'}`, 'Correct it, and try again; nothing was changed.', field);
};

/** The line on which a member stands, or the nearest one above it that is there. */
const lineOf = (document: ReturnType<typeof parseDocument>, path: readonly (string | number)[], lines: LineCounter): number | null => {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    const range = typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? node.range : null;
    const start: unknown = range?.[0];
    if (typeof start === 'number') return lines.linePos(start).line;
  }
  return null;
};
