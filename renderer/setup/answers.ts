import type { WindowLanguage } from '../../main/contract/index.ts';

/** What was answered so far. All of it is kept when somebody goes back or something fails. */
export interface Answers {
  /** Null: that of the machine. */
  readonly language: WindowLanguage | null;
  readonly kind: 'new' | 'join';
  readonly site: string;
  readonly station: string;
  readonly place: string;
  readonly code: string;
  readonly publicView: boolean;
  readonly administrator: string;
  readonly pin: string;
}
export type ChangeAnswers = (change: Partial<Answers>) => void;

/** In the language of the window. The terminal's own name is no place that staff would know, so it is not offered. */
export type SuggestedNames = Pick<Answers, 'site' | 'station' | 'place' | 'administrator'>;

/** What Enter, Enter, Enter takes. */
export const suggestedAnswers = (names: SuggestedNames, pin: string): Answers => ({ ...names, language: null, kind: 'new', code: '', publicView: true, pin });

export type StepId = 'welcome' | 'kind' | 'site' | 'station' | 'publicView' | 'administrator' | 'join' | 'signIn' | 'trigger' | 'cues' | 'done';

/** The questions in their order. Until `administrator` or `join` was answered nothing exists, so one may go back. */
export const stepsOf = ({ kind }: Pick<Answers, 'kind'>): readonly StepId[] =>
  kind === 'new'
    ? ['welcome', 'kind', 'site', 'station', 'publicView', 'administrator', 'trigger', 'cues', 'done']
    : ['welcome', 'kind', 'station', 'join', 'signIn', 'publicView', 'trigger', 'cues', 'done'];

/** Whether there is a way back: not before the first step, and not over the one that made the station. */
export const mayGoBack = (steps: readonly StepId[], index: number): boolean => {
  const made = steps.findIndex((step) => step === 'administrator' || step === 'join');
  return index > 0 && index !== made + 1 && steps[index - 1] !== 'signIn';
};

/** Six digits that nobody chose. */
export const randomPin = (): string => {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(number % 1_000_000).padStart(6, '0');
};
