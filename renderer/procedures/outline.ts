import type { ProcedureDraft, Step, Wording } from '../../main/contract/index.ts';

/** A procedure while somebody writes it: of the same shape, with anything in its fields. */
export type Document = ProcedureDraft['document'];

/** The parts of a procedure that are no list, under keys that no identifier can have. */
export const fixedKeys = { head: '@head', numbers: '@numbers', ways: '@ways' } as const;

export type NodeKind = 'head' | 'numbers' | 'ways' | 'steps' | 'question' | 'cues' | 'answer' | 'step' | 'cue';

/** One line of the outline. */
export interface OutlineNode {
  /** The identifier, or one of `fixedKeys`. */
  readonly key: string;
  readonly kind: NodeKind;
  readonly depth: number;
  /** Null where it holds several. */
  readonly wording: Wording | null;
  /** Where it stands in the document: `sections.0.steps.1`. */
  readonly path: string;
  /** The section it stands in; null outside of them. */
  readonly section: string | null;
}

/** Everything that can be chosen, in reading order. */
export const outlineOf = (document: Document): readonly OutlineNode[] => [
  { key: fixedKeys.head, kind: 'head', depth: 0, wording: document.title, path: 'title', section: null },
  ...document.sections.flatMap((section, index): readonly OutlineNode[] => {
    const path = `sections.${index}`;
    const own: OutlineNode = { key: section.id, kind: section.type, depth: 0, wording: section.title, path, section: section.id };
    switch (section.type) {
      case 'steps':
        return [own, ...stepNodes(section.steps, `${path}.steps`, 1, section.id)];
      case 'question':
        return [
          own,
          ...section.answers.flatMap((answer, at): readonly OutlineNode[] => [
            { key: answer.id, kind: 'answer', depth: 1, wording: answer.wording, path: `${path}.answers.${at}`, section: section.id },
            ...stepNodes(answer.steps, `${path}.answers.${at}.steps`, 2, section.id),
          ]),
        ];
      case 'cues':
        return [own, ...section.cues.map((cue, at): OutlineNode => ({ key: cue.id, kind: 'cue', depth: 1, wording: cue.wording, path: `${path}.cues.${at}`, section: section.id }))];
    }
  }),
  { key: fixedKeys.numbers, kind: 'numbers', depth: 0, wording: null, path: 'numbers', section: null },
  { key: fixedKeys.ways, kind: 'ways', depth: 0, wording: null, path: 'ways', section: null },
];

const stepNodes = (steps: readonly Step[], path: string, depth: number, section: string): readonly OutlineNode[] =>
  steps.flatMap((step, index): readonly OutlineNode[] => [
    { key: step.id, kind: 'step', depth, wording: step.wording, path: `${path}.${index}`, section },
    ...stepNodes(step.steps ?? [], `${path}.${index}.steps`, depth + 1, section),
  ]);

const partsOfFixed: Readonly<Record<string, readonly string[]>> = { '@head': ['title', 'position', 'language', 'id'], '@numbers': ['numbers'], '@ways': ['codePhrase', 'alarmCode', 'safeRoom'] };

/** The line of the outline to which a place in the document belongs. */
export const nodeAt = (nodes: readonly OutlineNode[], path: string): OutlineNode | undefined => {
  const [first = ''] = path.split('.');
  const fixed = Object.entries(partsOfFixed).find(([, parts]) => parts.includes(first))?.[0];
  if (fixed !== undefined) return nodes.find(({ key }) => key === fixed);
  return nodes.filter((node) => path === node.path || path.startsWith(`${node.path}.`)).toSorted((one, other) => other.path.length - one.path.length)[0];
};
