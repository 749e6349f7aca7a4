import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Channel, ChannelState, FaultRecord } from '../../main/contract/index.ts';
import { ChannelTest } from '../shared/ChannelTest.tsx';
import { relativeTime } from '../shared/time.ts';
import { useNow } from '../shared/useNow.ts';
import { useMay } from '../shared/useSession.ts';
import { channelStanding } from './channelStanding.ts';
import classes from './Readiness.module.css';
import { stationWords } from '../shared/stationWords/stationWords.ts';

const signByState = { ok: IconCircleCheck, fault: IconAlertTriangle, untried: IconCircleDashed, unused: IconCircleDashed } satisfies Record<ChannelState['state'], unknown>;

/** The ways out of the house, each with what is known of it, when it was looked at last, and a way to try it. */
export const ChannelList = ({ channels, faults }: { readonly channels: readonly Channel[]; readonly faults: readonly FaultRecord[] }) => {
  const { t } = useTranslation('readiness');
  const now = useNow(5_000);
  const mayTest = useMay('change-channels');
  return (
    <section aria-labelledby="channels">
      <h2 id="channels" className={classes.heading}>
        {t('channels.title')}
      </h2>
      {channels.length === 0 && <Text c="dimmed">{t('channels.none')}</Text>}
      <ul className={classes.rows}>
        {channels.map((channel) => {
          const { id, name, settings, safeForDrills, reachesPolice } = channel;
          const state = channelStanding(channel, faults);
          const Sign = signByState[state.state];
          return (
            <li key={id} className={classes.channel} data-state={state.state}>
              <Sign size={30} stroke={1.8} aria-hidden className={classes.sign} />
              <div className={classes.name}>
                <span>{name}</span>
                <span className={classes.place}>
                  {[t(`channels.type.${settings.type}`), ...(reachesPolice ? [t('channels.reachesPolice')] : []), safeForDrills ? t('channels.drills') : t('channels.noDrills')].join(', ')}
                </span>
              </div>
              <div className={classes.channelState}>
                <span className={classes.state}>{t(`channels.state.${state.state}`)}</span>
                <span className={classes.place}>{state.state === 'unused' ? t('channels.elsewhere') : state.checkedAt === null ? t('channels.never') : t('channels.checked', { time: relativeTime(state.checkedAt, now) })}</span>
              </div>
              {state.message !== '' && <p className={classes.channelMessage}>{stationWords(state.message)}</p>}
              {mayTest && (
                <div className={classes.channelMessage}>
                  <ChannelTest id={id} name={name} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
