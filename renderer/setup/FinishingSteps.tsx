import { Text } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { BindingList } from '../binding/BindingList.tsx';
import { BindTrigger } from '../binding/BindTrigger.tsx';
import { SignIn } from '../shared/SignIn.tsx';
import { useSession } from '../shared/useSession.ts';
import { useStatus } from '../shared/useStatus.ts';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './StepFrame.tsx';
import { stationWords } from '../shared/stationWords/stationWords.ts';

interface SignInStepProps extends StepProps {
  readonly onLater: () => void;
}

/** After joining: who is it? What follows needs a sign-in, so it may be left for later. */
export const SignInStep = ({ onLater, ...step }: SignInStepProps) => {
  const { t } = useTranslation('setup');
  const signedIn = useSession()?.staff != null;
  const goOn = useEffectEvent(step.onNext);
  useEffect(() => {
    if (signedIn) goOn();
  }, [signedIn]);
  return (
    <StepFrame {...step} title={t('signIn.title')} text={t('signIn.text')} nextLabel={t('signIn.later')} onNext={onLater} aside={<SignIn />} nextIsAside />
  );
};

export const TriggerStep = (step: StepProps) => {
  const { t } = useTranslation('setup');
  return (
    <StepFrame {...step} title={t('trigger.title')} text={t('trigger.text')} nextLabel={t('trigger.next')} focusNext>
      <BindingList />
      <BindTrigger onBound={() => {}} />
    </StepFrame>
  );
};

export const DoneStep = (step: StepProps) => {
  const { t } = useTranslation(['setup', 'shared']);
  const status = useStatus();
  if (status === undefined) return <StepFrame {...step} title={t('shared:connecting')} nextLabel={t('done.next')} focusNext />;
  return (
    <StepFrame {...step} title={status.armed ? t('done.armed') : t('done.unarmed')} nextLabel={t('done.next')} focusNext>
      <Text size="lg">{status.heardBy === 0 ? t('done.unheard') : t('done.heard', { count: status.heardBy })}</Text>
      {status.faults.map((fault) => (
        <Text key={fault.id}>
          {stationWords(fault.message)} {stationWords(fault.remedy)}
        </Text>
      ))}
    </StepFrame>
  );
};
