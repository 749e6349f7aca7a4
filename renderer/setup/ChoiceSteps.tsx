import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StationSettings } from '../../main/contract/index.ts';
import { useLanguageWish } from '../shared/Language.tsx';
import { LanguageChoice } from '../shared/LanguageChoice.tsx';
import { ChoiceCards } from '../shared/ChoiceCards.tsx';
import { CueChoice } from '../training/CueChoice.tsx';
import type { QuestionProps } from './NameSteps.tsx';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './StepFrame.tsx';

export const WelcomeStep = ({ onChange, ...step }: StepProps & Pick<QuestionProps, 'onChange'>) => {
  const { t } = useTranslation('setup');
  const { shown } = useLanguageWish();
  return (
    <StepFrame {...step} title={t('welcome.title')} text={t('welcome.text')} nextLabel={t('welcome.next')} focusNext>
      <LanguageChoice value={shown} onChoose={(language) => onChange({ language })} />
    </StepFrame>
  );
};

export const KindStep = ({ answers, onChange, ...step }: QuestionProps) => {
  const { t } = useTranslation('setup');
  return (
    <StepFrame {...step} title={t('kind.title')} focusNext>
      <Radio.Group aria-label={t('kind.title')} value={answers.kind} onChange={(kind) => onChange({ kind: kind === 'join' ? 'join' : 'new' })}>
        <ChoiceCards
          choices={[
            { value: 'new', label: t('kind.new'), hint: t('kind.newHint') },
            { value: 'join', label: t('kind.join'), hint: t('kind.joinHint') },
          ]}
        />
      </Radio.Group>
    </StepFrame>
  );
};

export const PublicViewStep = ({ answers, onChange, ...step }: QuestionProps) => {
  const { t } = useTranslation('setup');
  return (
    <StepFrame {...step} title={t('publicView.title')} focusNext>
      <Radio.Group aria-label={t('publicView.title')} value={answers.publicView ? 'yes' : 'no'} onChange={(seen) => onChange({ publicView: seen !== 'no' })}>
        <ChoiceCards
          choices={[
            { value: 'yes', label: t('publicView.yes'), hint: t('publicView.yesHint') },
            { value: 'no', label: t('publicView.no'), hint: t('publicView.noHint') },
          ]}
        />
      </Radio.Group>
    </StepFrame>
  );
};

interface CueStepProps extends StepProps {
  readonly cueSet: StationSettings['cueSet'];
  readonly onChoose: (set: StationSettings['cueSet']) => void;
}

export const CueStep = ({ cueSet, onChoose, ...step }: CueStepProps) => {
  const { t } = useTranslation('setup');
  return (
    <StepFrame {...step} title={t('cues.title')} text={t('cues.text')} focusNext wide>
      <CueChoice label={t('cues.title')} value={cueSet} onChoose={onChoose} />
    </StepFrame>
  );
};
