import type { Section, Step, Wording } from '../../main/contract/index.ts';
import { freeId } from '../settings/freeId.ts';
import { outlineOf } from './outline.ts';
import type { Document, OutlineNode } from './outline.ts';

/** What is done to every list of a procedure alike. */
type ListChange = <Item extends { readonly id: string }>(list: readonly Item[]) => readonly Item[];

const changeLists = (document: Document, change: ListChange): Document => {
  const steps = (list: readonly Step[]): Step[] => change(list).map((step) => (step.steps === undefined ? step : withSteps(step, steps(step.steps))));
  return {
    ...document,
    sections: change(document.sections).map((section): Section => {
      switch (section.type) {
        case 'steps':
          return { ...section, steps: steps(section.steps) };
        case 'question':
          return { ...section, answers: change(section.answers).map((answer) => ({ ...answer, steps: steps(answer.steps) })) };
        case 'cues':
          return { ...section, cues: [...change(section.cues)] };
      }
    }),
  };
};

/** A step without any below it has no list of them. */
const withSteps = ({ steps: _before, ...step }: Step, steps: readonly Step[]): Step => (steps.length === 0 ? step : { ...step, steps });

/** Every list of steps, however deep, from the outside in. */
const changeSteps = (document: Document, change: (list: readonly Step[]) => readonly Step[]): Document => {
  const deep = (list: readonly Step[]): Step[] => change(list).map((step) => (step.steps === undefined ? step : withSteps(step, deep(step.steps))));
  return {
    ...document,
    sections: document.sections.map((section): Section => {
      if (section.type === 'steps') return { ...section, steps: deep(section.steps) };
      return section.type === 'question' ? { ...section, answers: section.answers.map((answer) => ({ ...answer, steps: deep(answer.steps) })) } : section;
    }),
  };
};

/** One place up (-1) or down (1) among its neighbours; at the end of its list nothing happens. */
export const moveItem = (document: Document, id: string, by: -1 | 1): Document =>
  changeLists(document, (list) => {
    const at = list.findIndex((item) => item.id === id);
    const [item, other] = [list[at], list[at + by]];
    return item === undefined || other === undefined ? list : list.with(at, other).with(at + by, item);
  });

export const removeItem = (document: Document, id: string): Document => changeLists(document, (list) => list.filter((item) => item.id !== id));

/** A step becomes the last one within the step above it. */
export const nestStep = (document: Document, id: string): Document =>
  changeSteps(document, (list) => {
    const at = list.findIndex((step) => step.id === id);
    const [step, above] = [list[at], list[at - 1]];
    return step === undefined || above === undefined ? list : list.with(at - 1, withSteps(above, [...(above.steps ?? []), step])).toSpliced(at, 1);
  });

/** A step within another one comes out behind it. */
export const unnestStep = (document: Document, id: string): Document =>
  changeSteps(document, (list) => {
    const at = list.findIndex((step) => step.steps?.some((within) => within.id === id));
    const outer = list[at];
    const step = outer?.steps?.find((within) => within.id === id);
    if (outer === undefined || step === undefined) return list;
    return list.toSpliced(at, 1, withSteps(outer, (outer.steps ?? []).filter((within) => within !== step)), step);
  });

export const changeStep = (document: Document, id: string, change: (step: Step) => Step): Document => changeSteps(document, (list) => list.map((step) => (step.id === id ? change(step) : step)));

export const changeSection = (document: Document, id: string, change: (section: Section) => Section): Document => ({ ...document, sections: document.sections.map((section) => (section.id === id ? change(section) : section)) });

/** The wording of a title, section, answer, step or cue. */
export const changeWording = (document: Document, { key, kind }: Pick<OutlineNode, 'key' | 'kind'>, wording: Wording): Document => {
  switch (kind) {
    case 'head':
      return { ...document, title: wording };
    case 'steps':
    case 'question':
    case 'cues':
      return changeSection(document, key, (section) => ({ ...section, title: wording }));
    case 'step':
      return changeStep(document, key, (step) => ({ ...step, wording }));
    case 'answer':
    case 'cue':
      return changeLists(document, (list) => list.map((item) => (item.id === key ? { ...item, wording } : item)));
    case 'numbers':
    case 'ways':
      return document;
  }
};

const blank: Wording = { discreet: '', full: '' };

export interface Added {
  readonly document: Document;
  /** The identifier of what was added; null where nothing can be. */
  readonly id: string | null;
}

const idsOf = (document: Document): readonly string[] => outlineOf(document).map(({ key }) => key);
const behind = <Item extends { readonly id: string }>(list: readonly Item[], id: string, item: Item): Item[] => list.flatMap((each) => (each.id === id ? [each, item] : [each]));

/** What comes next where somebody is writing: a step after a step, a first step in a section or an answer, a cue after a cue. */
export const addBelow = (document: Document, { key, kind }: Pick<OutlineNode, 'key' | 'kind'>): Added => {
  const id = freeId(kind === 'cues' || kind === 'cue' ? 'cue' : 'step', idsOf(document), 'step');
  const step: Step = { id, wording: blank };
  switch (kind) {
    case 'step':
      return { id, document: changeSteps(document, (list) => behind(list, key, step)) };
    case 'steps':
      return { id, document: changeSection(document, key, (section) => (section.type === 'steps' ? { ...section, steps: [step, ...section.steps] } : section)) };
    case 'answer':
      return { id, document: { ...document, sections: document.sections.map((section) => (section.type === 'question' ? { ...section, answers: section.answers.map((answer) => (answer.id === key ? { ...answer, steps: [step, ...answer.steps] } : answer)) } : section)) } };
    case 'cue':
      return { id, document: { ...document, sections: document.sections.map((section) => (section.type === 'cues' ? { ...section, cues: behind(section.cues, key, { id, wording: blank }) } : section)) } };
    case 'cues':
      return { id, document: changeSection(document, key, (section) => (section.type === 'cues' ? { ...section, cues: [{ id, wording: blank }, ...section.cues] } : section)) };
    case 'question':
      return addAnswer(document, key);
    case 'head':
    case 'numbers':
    case 'ways':
      return { document, id: null };
  }
};

const addAnswer = (document: Document, question: string): Added => {
  const taken = idsOf(document);
  const id = freeId('answer', taken, 'answer');
  const answer = { id, wording: blank, steps: [{ id: freeId('step', taken, 'step'), wording: blank }] };
  return { id, document: changeSection(document, question, (section) => (section.type === 'question' ? { ...section, answers: [...section.answers, answer] } : section)) };
};

/** A section of a kind, behind the one that is chosen, or at the end. */
export const addSection = (document: Document, type: Section['type'], after: string | null): Added => {
  const section = newSection(type, idsOf(document));
  const at = document.sections.findIndex(({ id }) => id === after);
  return { id: section.id, document: { ...document, sections: document.sections.toSpliced(at === -1 ? document.sections.length : at + 1, 0, section) } };
};

const newSection = (type: Section['type'], taken: readonly string[]): Section => {
  const ids: string[] = [...taken];
  const next = (name: string): string => {
    const id = freeId(name, ids, name);
    ids.push(id);
    return id;
  };
  const id = next(type === 'steps' ? 'section' : type);
  const step = (): Step => ({ id: next('step'), wording: blank });
  switch (type) {
    case 'steps':
      return { type, id, title: blank, alone: false, steps: [step()] };
    case 'question':
      return { type, id, title: blank, answers: [{ id: next('answer'), wording: blank, steps: [step()] }, { id: next('answer'), wording: blank, steps: [step()] }] };
    case 'cues':
      return { type, id, title: blank, cues: [{ id: next('cue'), wording: blank }] };
  }
};

/** A new procedure: what is the site's own, taken from one that is there, and a first step to write. */
export const newProcedure = (title: Wording, taken: readonly string[], pattern: Document | undefined): Document => ({
  id: freeId(title.full, taken, 'procedure'),
  version: 1,
  language: pattern?.language ?? 'en',
  position: 50,
  title,
  numbers: pattern?.numbers ?? [],
  codePhrase: pattern?.codePhrase ?? blank,
  alarmCode: pattern?.alarmCode ?? { dial: '', wording: blank },
  safeRoom: pattern?.safeRoom ?? { place: '', wording: blank },
  sections: [newSection('steps', [])],
});

/** One face in one language: `null` is the procedure's own. A translation of which nothing is left is taken away. */
export const writeFace = (wording: Wording, language: string | null, face: 'discreet' | 'full', text: string): Wording => {
  if (language === null) return { ...wording, [face]: text };
  const faces = { ...(wording.translations?.[language] ?? blank), [face]: text };
  const { [language]: _before, ...others } = wording.translations ?? {};
  const translations = faces.discreet === '' && faces.full === '' ? others : { ...others, [language]: { discreet: faces.discreet, full: faces.full } };
  const { translations: _all, ...own } = wording;
  return Object.keys(translations).length === 0 ? own : { ...own, translations };
};
