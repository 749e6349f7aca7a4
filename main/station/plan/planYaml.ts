import { stringify } from 'yaml';
import { planDocumentSchema, type PlanDocument } from '../../contract/plan.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { PlanProblem } from '../../core/plan/checkPlan.ts';
import { issueOf, readYaml, segmentsOf, type Path } from '../yamlLines.ts';

/** A station as people name it. */
export interface NamedStation {
  readonly id: string;
  readonly name: string;
}

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
  const yaml = readYaml(text, deepest);
  if (!yaml.ok) return invalid(yaml.line, '', yaml.message, 'Write it as the example that quietbell plan export prints.');
  const strangers: { readonly path: Path; readonly name: string }[] = [];
  const toId = (name: string, path: Path): string => {
    const id = idOf(name, stations);
    if (id === undefined) strangers.push({ path, name });
    return id ?? name;
  };
  const value = replaceStations(yaml.value, toId, []);
  const at = (path: Path, message: string, remedy: string) => invalid(yaml.lineOf(path), path.join('.'), message, remedy);
  const stranger = strangers[0];
  if (stranger !== undefined) return at(stranger.path, `The site has no station called "${stranger.name}"`, `Its stations are ${stations.map(({ name }) => name).join(', ')}.`);
  const document = planDocumentSchema.safeParse(value);
  if (!document.success) {
    const { path, message } = issueOf(document.error);
    return at(path, message, 'Correct the line; nothing was changed.');
  }
  const problem = check(document.data).find(({ severity }) => severity === 'error');
  return problem === undefined ? done(document.data) : at(segmentsOf(problem.field), problem.message.replace(/\.$/, ''), problem.remedy);
};

/** A name in whatever case, or the id itself. */
const idOf = (text: string, stations: readonly NamedStation[]): string | undefined => {
  const known = stations.find(({ id }) => id === text);
  const named = stations.filter(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
  return known?.id ?? (named.length === 1 ? named[0]?.id : /^[0-9a-f]{32}$/.test(text) ? text : undefined);
};

/** No document of plans is as deep as that. */
const deepest = 12;

/** Stations stand under `station` and `stations`, wherever in the document that is. */
const replaceStations = (value: unknown, replace: (station: string, path: Path) => string, path: Path): unknown => {
  const key = path.at(-1);
  if (typeof value === 'string') return key === 'station' || (typeof key === 'number' && path.at(-2) === 'stations') ? replace(value, path) : value;
  if (Array.isArray(value)) return value.map((item: unknown, index) => replaceStations(item, replace, [...path, index]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replaceStations(item, replace, [...path, name])]));
};

const invalid = (line: number, key: string, message: string, remedy: string) => failed('PlanInvalid', `Line ${line}${key === '' ? '' : `, ${key}`}: ${message}.`, remedy, 'text');
