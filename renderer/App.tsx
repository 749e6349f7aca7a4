import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { AuditPage } from './audit/AuditPage.tsx';
import { Desk } from './desk/Desk.tsx';
import { NoticesPage } from './desk/NoticesPage.tsx';
import { IncidentsPage } from './incidents/IncidentsPage.tsx';
import { RecordFormPage } from './paperwork/RecordFormPage.tsx';
import { PeoplePage } from './people/PeoplePage.tsx';
import { ProceduresPage } from './procedures/ProceduresPage.tsx';
import { DataProtectionPage } from './protection/DataProtectionPage.tsx';
import { ReadinessPage } from './readiness/ReadinessPage.tsx';
import { ReportsPage } from './reports/ReportsPage.tsx';
import { RespondOverlay } from './respond/Respond.tsx';
import { SettingsPage } from './settings/SettingsPage.tsx';
import { TrainingPage } from './training/TrainingPage.tsx';
import { SetupPage } from './setup/SetupPage.tsx';
import { Connecting } from './shared/Connecting.tsx';
import { useAsks } from './shared/asks.ts';
import { blank } from './shared/blank.ts';
import { useStation } from './shared/connection/hooks.tsx';
import { rootFontSize } from './shared/theme.ts';
import { useActivity } from './shared/useActivity.ts';
import { useIdle } from './shared/useIdle.ts';
import { SecondsLeft } from './shared/SigningOut.tsx';
import { useBadgeReader } from './shared/useBadges.ts';
import { useSession } from './shared/useSession.ts';
import { useSettings } from './shared/useSettings.ts';
import { useSignOut } from './shared/useSignOut.ts';
import { useStrayDrops } from './shared/useStrayDrops.ts';

/** Nobody stays signed in, and no private page open, at a terminal that was left. Minutes, until the station said how many. */
const idleBeforeClosing = 5;

/** Set-up until there is a site; then the noticeboard, always there, and the private pages over it. */
export const App = () => {
  const client = useStation();
  const setup = useQuery({ queryKey: ['setup'], queryFn: ({ signal }) => client.setup.state(undefined, { signal }), retry: true });
  // Set-up goes on after the site was made: what begins here ends here.
  const [settingUp, setSettingUp] = useState<boolean>();
  useAppearance();
  useBlankingKey();
  useStrayDrops();
  useBadgeReader();
  // Which say in what language and how large the desk stands; a station without a site has none yet.
  const settings = useSettings();

  if (setup.data === undefined || (setup.data.phase === 'ready' && settings === undefined)) return <Connecting />;
  if (settingUp === undefined && setup.data.phase === 'new') setSettingUp(true);
  if (settingUp === true) return <SetupPage onDone={() => setSettingUp(false)} />;
  return <DeskAndPages />;
};

const DeskAndPages = () => {
  const [location, navigate] = useLocation();
  const signOut = useSignOut(() => {});
  const session = useSession();
  useActivity();
  useAsks();
  const secondsLeft = useIdle((session?.signOutAfter ?? idleBeforeClosing) * 60_000, () => {
    navigate('/');
    void signOut();
  });
  return (
    <SecondsLeft value={secondsLeft}>
      <div inert={location !== '/'}>
        <Desk />
      </div>
      <Switch>
        <Route path="/notices">
          <NoticesPage />
        </Route>
        <Route path="/records/*?">
          <IncidentsPage />
        </Route>
        <Route path="/people/*?">
          <PeoplePage />
        </Route>
        <Route path="/reports">
          <ReportsPage />
        </Route>
        <Route path="/readiness">
          <ReadinessPage />
        </Route>
        <Route path="/settings">
          <SettingsPage />
        </Route>
        <Route path="/data-protection/*?">
          <DataProtectionPage />
        </Route>
        <Route path="/audit">
          <AuditPage />
        </Route>
        <Route path="/procedures/*?">
          <ProceduresPage />
        </Route>
        <Route path="/record-form">
          <RecordFormPage />
        </Route>
        <Route path="/training">
          <TrainingPage />
        </Route>
      </Switch>
      <RespondOverlay />
    </SecondsLeft>
  );
};

const useAppearance = (): void => {
  const settings = useSettings();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = settings?.colourScheme ?? 'light';
  const size = settings?.textSize ?? 'medium';
  useEffect(() => setColorScheme(scheme), [scheme, setColorScheme]);
  useEffect(() => {
    document.documentElement.style.fontSize = rootFontSize[size];
  }, [size]);
};

/** Escape, on any page and in any field. */
const useBlankingKey = (): void => {
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') blank();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
};
