import type { Step, Wording } from '../../main/contract/index.ts';
import { outlineOf } from './outline.ts';
import type { Document, OutlineNode } from './outline.ts';

/** One thing that differs between two versions, with what it is called. */
export type Difference =
  | { readonly kind: 'added' | 'removed' | 'moved' | 'reordered' | 'translated'; readonly what: string }
  | { readonly kind: 'discreet' | 'full' | 'action' | 'place' | 'language' | 'dial'; readonly what: string; readonly before: string; readonly after: string };

/** What is the same in both goes by its identifier, so that another wording is no other step. */
export const differencesOf = (before: Document, after: Document): readonly Difference[] => {
  const [olds, news] = [entriesOf(before), entriesOf(after)];
  const removed = [...olds].flatMap(([key, { name }]) => (news.has(key) ? [] : [{ kind: 'removed' as const, what: name }]));
  const changed = [...news].flatMap(([key, entry]): readonly Difference[] => {
    const old = olds.get(key);
    return old === undefined ? [{ kind: 'added', what: entry.name }] : compare(old, entry);
  });
  return [...removed, ...changed, ...reordered(olds, news)];
};

interface Entry {
  readonly name: string;
  /** What it stands in. */
  readonly parent: string;
  readonly wording: Wording | null;
  readonly extra: readonly { readonly kind: 'action' | 'place' | 'language' | 'dial'; readonly value: string }[];
}

const compare = (old: Entry, entry: Entry): readonly Difference[] => {
  const what = entry.name;
  const faces = (['discreet', 'full'] as const).flatMap((kind): readonly Difference[] => {
    const [before, after] = [old.wording?.[kind] ?? '', entry.wording?.[kind] ?? ''];
    return before === after ? [] : [{ kind, what, before, after }];
  });
  const translated: readonly Difference[] = JSON.stringify(sortedTranslations(old.wording)) === JSON.stringify(sortedTranslations(entry.wording)) ? [] : [{ kind: 'translated', what }];
  const extra = entry.extra.flatMap(({ kind, value }, index): readonly Difference[] => {
    const before = old.extra[index]?.value ?? '';
    return before === value ? [] : [{ kind, what, before, after: value }];
  });
  return [...(old.parent === entry.parent ? [] : [{ kind: 'moved' as const, what }]), ...faces, ...translated, ...extra];
};

const sortedTranslations = (wording: Wording | null) => Object.entries(wording?.translations ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([language, { discreet, full }]) => [language, discreet, full]);

/** Lists in which what is in both stands in another order. */
const reordered = (olds: ReadonlyMap<string, Entry>, news: ReadonlyMap<string, Entry>): readonly Difference[] => {
  const inBoth = (entries: ReadonlyMap<string, Entry>, others: ReadonlyMap<string, Entry>) => Map.groupBy([...entries].filter(([key, { parent }]) => others.get(key)?.parent === parent), ([, { parent }]) => parent);
  const before = inBoth(olds, news);
  return [...inBoth(news, olds)].flatMap(([parent, entries]): readonly Difference[] => {
    const same = entries.every(([key], index) => before.get(parent)?.[index]?.[0] === key);
    return same ? [] : [{ kind: 'reordered', what: news.get(parent)?.name ?? '' }];
  });
};

const entriesOf = (document: Document): ReadonlyMap<string, Entry> => {
  const nodes = outlineOf(document);
  const steps = new Map<string, string>(actionsOf(document));
  const entries = nodes
    .filter(({ kind }) => kind !== 'numbers' && kind !== 'ways')
    .map((node): readonly [string, Entry] => [
      node.key,
      { name: nameOf(node.wording), parent: parentOf(node, nodes), wording: node.wording, extra: node.kind === 'head' ? headExtra(document) : [{ kind: 'action', value: steps.get(node.key) ?? '' }] },
    ]);
  const numbers = document.numbers.map(({ id, label, dial }): readonly [string, Entry] => [`number ${id}`, { name: nameOf(label), parent: '@numbers', wording: label, extra: [{ kind: 'dial', value: dial }] }]);
  const { codePhrase, alarmCode, safeRoom } = document;
  return new Map([
    ...entries,
    ...numbers,
    ['@phrase', { name: nameOf(codePhrase), parent: '', wording: codePhrase, extra: [] }],
    ['@code', { name: nameOf(alarmCode.wording), parent: '', wording: alarmCode.wording, extra: [{ kind: 'dial', value: alarmCode.dial }] }],
    ['@room', { name: nameOf(safeRoom.wording), parent: '', wording: safeRoom.wording, extra: [{ kind: 'place', value: safeRoom.place }] }],
  ]);
};

const headExtra = (document: Document): Entry['extra'] => [
  { kind: 'place', value: String(document.position) },
  { kind: 'language', value: document.language },
];

const nameOf = (wording: Wording | null): string => (wording === null ? '' : wording.discreet === '' ? wording.full : wording.discreet);

/** The nearest line above that stands further out. */
const parentOf = (node: OutlineNode, nodes: readonly OutlineNode[]): string => nodes.slice(0, nodes.indexOf(node)).findLast(({ depth }) => depth < node.depth)?.key ?? '';

/** What each step does, in one text; whether a section is for whoever works alone. */
const actionsOf = (document: Document): readonly (readonly [string, string])[] => {
  const ofSteps = (steps: readonly Step[]): readonly (readonly [string, string])[] => steps.flatMap((step) => [[step.id, actionText(step)] as const, ...ofSteps(step.steps ?? [])]);
  return document.sections.flatMap((section) => {
    if (section.type === 'steps') return [[section.id, section.alone ? 'alone' : ''] as const, ...ofSteps(section.steps)];
    return section.type === 'question' ? section.answers.flatMap(({ steps }) => ofSteps(steps)) : [];
  });
};

const actionText = ({ action }: Step): string => {
  if (action === undefined) return '';
  return action.do === 'dial' ? `dial ${action.number}` : action.do === 'raise' ? `raise ${action.level}` : action.do;
};
