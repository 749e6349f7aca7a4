import { giveawaysIn } from './giveaways.ts';
import { stepsOf, type Procedure, type Step } from './procedure.ts';
import { wordingsOf } from './wordings.ts';

/** What keeps a procedure of the right shape from being used, and where: `sections.0.steps.1.id`. */
export interface ProcedureFlaw {
  readonly kind: 'twice' | 'number' | 'deep' | 'giveaway';
  readonly path: string;
  /** The identifier, or the words that give the desk away. */
  readonly what: string;
}

const deepest = 3;

/** Every identifier is used once, every number that a step dials is listed, steps are not nested without end, and no discreet wording says what it is for. */
export const flawsOfProcedure = (procedure: Procedure): readonly ProcedureFlaw[] => [...repeated(procedure), ...unlisted(procedure), ...tooDeep(procedure), ...givenAway(procedure)];

interface Placed {
  readonly id: string;
  readonly path: string;
}

const stepsIn = (steps: readonly Step[], path: string): readonly (Placed & { readonly step: Step; readonly depth: number })[] =>
  steps.flatMap((step, index) => {
    const at = `${path}.${index}`;
    return [{ id: step.id, path: at, step, depth: 1 }, ...stepsIn(step.steps ?? [], `${at}.steps`).map((each) => ({ ...each, depth: each.depth + 1 }))];
  });

const placedSteps = (procedure: Procedure) =>
  procedure.sections.flatMap((section, index) => {
    if (section.type === 'steps') return stepsIn(section.steps, `sections.${index}.steps`);
    return section.type === 'question' ? section.answers.flatMap((answer, at) => stepsIn(answer.steps, `sections.${index}.answers.${at}.steps`)) : [];
  });

const repeated = (procedure: Procedure): readonly ProcedureFlaw[] => {
  const inSections = procedure.sections.flatMap((section, index): readonly Placed[] => {
    const path = `sections.${index}`;
    const within = section.type === 'question' ? section.answers.map(({ id }, at) => ({ id, path: `${path}.answers.${at}` })) : section.type === 'cues' ? section.cues.map(({ id }, at) => ({ id, path: `${path}.cues.${at}` })) : [];
    return [{ id: section.id, path }, ...within];
  });
  const numbers = procedure.numbers.map(({ id }, index) => ({ id, path: `numbers.${index}` }));
  return [...secondOf([...inSections, ...placedSteps(procedure)]), ...secondOf(numbers)];
};

/** Records refer to steps by their identifiers, so that one that stands twice would say nothing. */
const secondOf = (placed: readonly Placed[]): readonly ProcedureFlaw[] => {
  const seen = new Set<string>();
  return placed.flatMap(({ id, path }) => {
    if (seen.has(id)) return [{ kind: 'twice' as const, path: `${path}.id`, what: id }];
    seen.add(id);
    return [];
  });
};

const unlisted = (procedure: Procedure): readonly ProcedureFlaw[] => {
  const listed = new Set(procedure.numbers.map(({ id }) => id));
  return placedSteps(procedure).flatMap(({ step, path }) => (step.action?.do === 'dial' && !listed.has(step.action.number) ? [{ kind: 'number' as const, path: `${path}.action.number`, what: step.action.number }] : []));
};

const tooDeep = (procedure: Procedure): readonly ProcedureFlaw[] => placedSteps(procedure).flatMap(({ depth, id, path }) => (depth > deepest ? [{ kind: 'deep' as const, path, what: id }] : []));

const givenAway = (procedure: Procedure): readonly ProcedureFlaw[] =>
  [...wordingsOf(procedure), { path: 'safeRoom', wording: { discreet: procedure.safeRoom.place, full: '' } }].flatMap(({ path, wording }) => {
    const own = { path: path === 'safeRoom' ? 'safeRoom.place' : `${path}.discreet`, text: wording.discreet };
    const translated = Object.entries(wording.translations ?? {}).map(([language, { discreet }]) => ({ path: `${path}.translations.${language}.discreet`, text: discreet }));
    return [own, ...translated].flatMap(({ path: at, text }) => {
      const words = giveawaysIn(text);
      return words.length === 0 ? [] : [{ kind: 'giveaway' as const, path: at, what: words.join(', ') }];
    });
  });

/** The numbers that some step dials: one of them cannot simply be taken away. */
export const dialledNumbers = (procedure: Procedure): ReadonlySet<string> => new Set(stepsOf(procedure).flatMap(({ action }) => (action?.do === 'dial' ? [action.number] : [])));
