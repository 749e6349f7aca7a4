import { isNode, LineCounter, parseDocument, type Document, type ErrorCode, type YAMLParseError } from 'yaml';
import type { z } from 'zod';

/** Where something stands in a document. */
export type Path = readonly (string | number)[];

/** A YAML text as plain data that knows its lines, or the line where it is no YAML. */
export type YamlRead =
  | { readonly ok: true; readonly value: unknown; /** The line of a key, or of what it is missing from. */ readonly lineOf: (path: Path) => number }
  | { readonly ok: false; readonly line: number; readonly message: string };

/** `deepest`: what lies deeper is left out; a document whose alias stands within itself has no bottom. */
export const readYaml = (text: string, deepest: number): YamlRead => {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines });
  const wrong = parsed.errors[0];
  if (wrong !== undefined) return { ok: false, line: wrong.linePos?.[0].line ?? 1, message: wordsOf(wrong) };
  if (parsed.contents === null) return { ok: false, line: 1, message: 'There is nothing in this document' };
  const value = plain(parsed);
  if (value === undefined) return { ok: false, line: 1, message: 'Its aliases unfold to more than can be read' };
  return { ok: true, value: cut(value, deepest), lineOf: (path) => lineOf(parsed, lines, path) };
};

/** What is often wrong, in words that say what to do. */
const ownWords: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'Indent with blanks, not with tabs',
  DUPLICATE_KEY: 'This key stands here twice',
  MULTIPLE_DOCS: 'A second document begins here; leave it out',
};

/** The package names the line once more, and then quotes it. */
const wordsOf = ({ code, message }: YAMLParseError): string => ownWords[code] ?? (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');

/** The first thing that a schema does not accept, with the path of the key that is meant. */
export const issueOf = (error: z.ZodError): { readonly path: Path; readonly message: string } => {
  const issue = error.issues[0];
  if (issue === undefined) return { path: [], message: 'It does not fit' };
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const [unknown] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  if (unknown !== undefined) return { path: [...path, unknown], message: 'There is no such key here; leave it out' };
  return { path, message: issue.message.endsWith('received undefined') ? 'This is missing' : issue.message };
};

/** A dotted path as keys and indices. */
export const segmentsOf = (path: string): Path => path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** Aliases can unfold to more than any memory holds; the package refuses them then. */
const plain = (parsed: Document): unknown => {
  try {
    return parsed.toJS();
  } catch {
    return undefined;
  }
};

const cut = (value: unknown, depth: number): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (depth < 0) return null;
  if (Array.isArray(value)) return value.map((item: unknown) => cut(item, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, cut(item, depth - 1)]));
};

const lineOf = (parsed: Document, lines: LineCounter, path: Path): number => {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? parsed.contents : parsed.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range != null) return lines.linePos(node.range[0]).line;
  }
  return 1;
};
