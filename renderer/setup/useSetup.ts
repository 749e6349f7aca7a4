import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem, StationSettings } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { useLanguageWish } from '../shared/Language.tsx';
import { mayGoBack, randomPin, stepsOf, suggestedAnswers } from './answers.ts';
import type { Answers, ChangeAnswers, StepId } from './answers.ts';

export interface Setup {
  readonly step: StepId;
  readonly number: number;
  readonly count: number;
  readonly answers: Answers;
  readonly change: ChangeAnswers;
  /** Does what the step stands for, and goes on if that worked. */
  readonly next: () => void;
  /** Straight to the end: for whoever joined and does not sign in now. */
  readonly finish: () => void;
  readonly back: (() => void) | undefined;
  readonly chooseCues: (set: StationSettings['cueSet']) => void;
  readonly busy: boolean;
  readonly problem: Problem | null;
}

/** The walk through the first start. `onDone` is called after its last step. */
export const useSetup = (onDone: () => void): Setup => {
  const { t } = useTranslation('setup');
  const [pin] = useState(randomPin);
  const [changed, setChanged] = useState<Partial<Answers>>({});
  // What was not typed follows the language.
  const answers: Answers = { ...suggestedAnswers({ site: t('suggested.site'), station: t('suggested.station'), place: t('suggested.place'), administrator: t('suggested.administrator') }, pin), ...changed };
  const [index, setIndex] = useState(0);
  const { wish, shown } = useLanguageWish();
  const steps = stepsOf(answers);
  const step = steps[index] ?? 'done';

  const { kind, site, station, place, code, language, publicView, administrator } = answers;
  const create = useCommand((client) => client.setup.createSite({ site, station, place, administrator: { name: administrator, pin: answers.pin }, language: shown }));
  const join = useCommand((client) => client.setup.joinSite({ code, station, place }));
  const settings = useCommand((client, change: Partial<StationSettings>) => client.station.changeSettings(change));
  const commands = [create, join, settings];
  // A site is made once: if only the setting after it failed, the next try is about that setting.
  const made = useRef(false);

  const choose = async (change: Partial<StationSettings>): Promise<boolean> => Object.keys(change).length === 0 || (await settings.run(change)).ok;
  const spoken = language === null ? {} : { language };
  const perform = async (): Promise<boolean> => {
    switch (step) {
      case 'administrator': {
        made.current ||= (await create.run()).ok;
        // The settings default to what was suggested, so only other answers are sent.
        return made.current && (await choose({ ...spoken, ...(publicView ? {} : { publicView }) }));
      }
      case 'join':
        return (await join.run()).ok;
      case 'publicView':
        return kind === 'new' || (await choose({ ...spoken, publicView }));
      default:
        return true;
    }
  };

  return {
    step,
    number: index + 1,
    count: steps.length,
    answers,
    change: (change) => {
      if (change.language !== undefined) wish(change.language);
      setChanged((before) => ({ ...before, ...change }));
    },
    next: () => {
      if (commands.some(({ busy }) => busy)) return;
      if (step === 'done') {
        wish(null);
        return onDone();
      }
      void perform().then((performed) => {
        if (performed) setIndex(index + 1);
      });
    },
    finish: () => setIndex(steps.length - 1),
    back: mayGoBack(steps, index)
      ? () => {
          for (const command of commands) command.forget();
          setIndex(index - 1);
        }
      : undefined,
    chooseCues: (cueSet) => void settings.run({ cueSet }),
    busy: commands.some(({ busy }) => busy),
    problem: commands.find(({ problem }) => problem !== null)?.problem ?? null,
  };
};
