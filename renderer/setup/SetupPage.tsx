import { useSettings } from '../shared/useSettings.ts';
import { CueStep, KindStep, PublicViewStep, WelcomeStep } from './ChoiceSteps.tsx';
import { DoneStep, SignInStep, TriggerStep } from './FinishingSteps.tsx';
import { AdministratorStep, JoinStep, SiteStep, StationStep } from './NameSteps.tsx';
import { useSetup } from './useSetup.ts';

interface SetupPageProps {
  readonly onDone: () => void;
}

/** First start, one question at a time; every question has a suggestion that Enter takes. */
export const SetupPage = ({ onDone }: SetupPageProps) => {
  const setup = useSetup(onDone);
  const { step, number, count, answers, busy, problem } = setup;
  const cueSet = useSettings()?.cueSet ?? 'separator';

  const frame = { number, count, busy, problem, onNext: setup.next, onBack: setup.back };
  const question = { ...frame, answers, onChange: setup.change };
  switch (step) {
    case 'welcome':
      return <WelcomeStep {...frame} onChange={setup.change} />;
    case 'kind':
      return <KindStep {...question} />;
    case 'site':
      return <SiteStep {...question} />;
    case 'station':
      return <StationStep {...question} />;
    case 'publicView':
      return <PublicViewStep {...question} />;
    case 'administrator':
      return <AdministratorStep {...question} />;
    case 'join':
      return <JoinStep {...question} />;
    case 'signIn':
      return <SignInStep {...frame} onLater={setup.finish} />;
    case 'trigger':
      return <TriggerStep {...frame} />;
    case 'cues':
      return <CueStep {...frame} cueSet={cueSet} onChoose={setup.chooseCues} />;
    case 'done':
      return <DoneStep {...frame} />;
  }
};
