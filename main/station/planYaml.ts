import { isNode, LineCounter, parseDocument, stringify, type Document } from 'yaml';
import { planDocumentSchema, type PlanDocument } from '../contract/plan.ts';
import { done, failed, type Result } from '../contract/problem.ts';
import type { PlanProblem } from '../core/plan/checkPlan.ts';

/** A station as people name it. */
export interface NamedStation {
  readonly id: string;
  readonly name: string;
}

type Path = readonly (string | number)[];

/** The document as YAML, with the names of stations; a station that is gone, or whose name would be taken for another's, keeps its id. */
export const planToYaml = (document: PlanDocument, stations: readonly NamedStation[]): string => {
  const nameOf = (id: string): string => {
    const name = stations.find((station) => station.id === id)?.name;
    return name !== undefined && idOf(name, stations) === id ? name : id;
  };
  return stringify(replaceStations(document, nameOf, []), { lineWidth: 0 });
};

/**
 * The document that a YAML text describes. `check` says what is wrong with it on this site. `PlanInvalid` names the line and the key of the first
 * mistake and what may stand there.
 */
export const planFromYaml = (text: string, stations: readonly NamedStation[], check: (document: PlanDocument) => readonly PlanProblem[]): Result<PlanDocument> => {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines });
  const wrong = parsed.errors[0];
  if (wrong !== undefined) return invalid(wrong.linePos?.[0].line ?? 1, '', wrong.message.split('\n')[0] ?? 'This is not YAML', 'Write it as the example that quietbell plan export prints.');
  const strangers: { readonly path: Path; readonly name: string }[] = [];
  const toId = (name: string, path: Path): string => {
    const id = idOf(name, stations);
    if (id === undefined) strangers.push({ path, name });
    return id ?? name;
  };
  const value = replaceStations(plain(parsed), toId, []);
  const at = (path: Path, message: string, remedy: string) => invalid(lineOf(parsed, lines, path), path.join('.'), message, remedy);
  const stranger = strangers[0];
  if (stranger !== undefined) return at(stranger.path, `The site has no station called "${stranger.name}"`, `Its stations are ${stations.map(({ name }) => name).join(', ')}.`);
  const document = planDocumentSchema.safeParse(value);
  const issue = document.success ? undefined : document.error.issues[0];
  if (!document.success) return at(issue === undefined ? [] : pathOf(issue.path, issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined), issue?.message ?? 'It does not fit', 'Correct the line; nothing was changed.');
  const problem = check(document.data).find(({ severity }) => severity === 'error');
  return problem === undefined ? done(document.data) : at(problem.field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)), problem.message.replace(/\.$/, ''), problem.remedy);
};

/** A name in whatever case, or the id itself. */
const idOf = (text: string, stations: readonly NamedStation[]): string | undefined => {
  const known = stations.find(({ id }) => id === text);
  const named = stations.filter(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
  return known?.id ?? (named.length === 1 ? named[0]?.id : /^[0-9a-f]{32}$/.test(text) ? text : undefined);
};

/** No document of plans is as deep as that; one whose alias stands within itself has no bottom. */
const deepest = 12;

/** Stations stand under `station` and `stations`, wherever in the document that is. */
const replaceStations = (value: unknown, replace: (station: string, path: Path) => string, path: Path): unknown => {
  const key = path.at(-1);
  if (path.length > deepest) return null;
  if (typeof value === 'string') return key === 'station' || (typeof key === 'number' && path.at(-2) === 'stations') ? replace(value, path) : value;
  if (Array.isArray(value)) return value.map((item: unknown, index) => replaceStations(item, replace, [...path, index]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replaceStations(item, replace, [...path, name])]));
};

/** Aliases can unfold to more than any memory holds; the package refuses them then. */
const plain = (parsed: Document): unknown => {
  try {
    return parsed.toJS();
  } catch {
    return null;
  }
};

const pathOf = (path: readonly PropertyKey[], key: string | undefined): Path => [...path.map((part) => (typeof part === 'symbol' ? String(part) : part)), ...(key === undefined ? [] : [key])];

/** The line of a key, or of what it is missing from. */
const lineOf = (parsed: Document, lines: LineCounter, path: Path): number => {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? parsed.contents : parsed.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range != null) return lines.linePos(node.range[0]).line;
  }
  return 1;
};

const invalid = (line: number, key: string, message: string, remedy: string) => failed('PlanInvalid', `Line ${line}${key === '' ? '' : `, ${key}`}: ${message}.`, remedy, 'text');
