import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personNameSchema, pinSchema, placeSchema, siteNameSchema, stationNameSchema } from '../../main/contract/index.ts';
import { firstFlaw } from '../shared/stationWords/firstFlaw.ts';
import type { Answers, ChangeAnswers } from './answers.ts';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './StepFrame.tsx';

export interface QuestionProps extends StepProps {
  readonly answers: Answers;
  readonly onChange: ChangeAnswers;
}

/** Goes on only when no field has a flaw; until the first try nothing is marked. */
const useChecked = (flaws: readonly (string | null)[], onNext: () => void) => {
  const [tried, setTried] = useState(false);
  return {
    shown: (index: number): string | null => (tried ? (flaws[index] ?? null) : null),
    next: (): void => {
      setTried(true);
      if (flaws.every((each) => each === null)) onNext();
    },
  };
};

export const SiteStep = ({ answers, onChange, ...step }: QuestionProps) => {
  const { t } = useTranslation('setup');
  const checked = useChecked([firstFlaw(siteNameSchema, answers.site)], step.onNext);
  return (
    <StepFrame {...step} title={t('site.title')} onNext={checked.next}>
      <TextInput
        size="lg"
        autoFocus
        label={t('site.label')}
        description={t('site.hint')}
        value={answers.site}
        error={checked.shown(0)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onChange({ site: event.currentTarget.value })}
      />
    </StepFrame>
  );
};

export const StationStep = ({ answers, onChange, ...step }: QuestionProps) => {
  const { t } = useTranslation('setup');
  const checked = useChecked([firstFlaw(stationNameSchema, answers.station), firstFlaw(placeSchema, answers.place)], step.onNext);
  return (
    <StepFrame {...step} title={t('station.title')} onNext={checked.next}>
      <TextInput
        size="lg"
        autoFocus
        label={t('station.label')}
        description={t('station.hint')}
        value={answers.station}
        error={checked.shown(0)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onChange({ station: event.currentTarget.value })}
      />
      <TextInput
        size="lg"
        label={t('station.place')}
        description={t('station.placeHint')}
        value={answers.place}
        error={checked.shown(1)}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
    </StepFrame>
  );
};

export const AdministratorStep = ({ answers, onChange, ...step }: QuestionProps) => {
  const { t } = useTranslation('setup');
  const checked = useChecked([firstFlaw(personNameSchema, answers.administrator), firstFlaw(pinSchema, answers.pin)], step.onNext);
  return (
    <StepFrame {...step} title={t('administrator.title')} text={t('administrator.text')} nextLabel={t('administrator.next')} onNext={checked.next}>
      <TextInput
        size="lg"
        autoFocus
        label={t('administrator.name')}
        value={answers.administrator}
        error={checked.shown(0)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onChange({ administrator: event.currentTarget.value })}
      />
      {/* Shown in clear: nobody types along yet, and it has to be written down. */}
      <TextInput
        size="lg"
        inputMode="numeric"
        autoComplete="off"
        label={t('administrator.pin')}
        description={t('administrator.pinHint')}
        value={answers.pin}
        error={checked.shown(1)}
        onChange={(event) => onChange({ pin: event.currentTarget.value.replaceAll(/\D/g, '') })}
      />
    </StepFrame>
  );
};

export const JoinStep = ({ answers, onChange, ...step }: QuestionProps) => {
  const { t } = useTranslation('setup');
  return (
    <StepFrame {...step} title={t('join.title')} nextLabel={t('join.next')}>
      <TextInput
        size="lg"
        autoFocus
        autoComplete="off"
        spellCheck={false}
        label={t('join.code')}
        description={t('join.codeHint')}
        value={answers.code}
        onChange={(event) => onChange({ code: event.currentTarget.value })}
      />
    </StepFrame>
  );
};
