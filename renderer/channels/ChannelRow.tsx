import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plansNaming } from '../../main/contract/index.ts';
import type { Channel } from '../../main/contract/index.ts';
import { usePlans } from '../plans/usePlans.ts';
import { ButtonRow } from '../settings/ButtonRow.tsx';
import { ChannelTest } from '../shared/ChannelTest.tsx';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import classes from './Channels.module.css';
import { LastTries } from './LastTries.tsx';
import { stationWords } from '../shared/stationWords/stationWords.ts';

interface Props {
  readonly channel: Channel;
  readonly onEdit: () => void;
  readonly onRemoved: () => void;
}

/** One channel in the list: what it is, whether it works, and what can be done with it. */
export const ChannelRow = ({ channel: { id, name, settings, state }, onEdit, onRemoved }: Props) => {
  const { t } = useTranslation('channels');
  const [removing, setRemoving] = useState(false);
  const [showsTries, setShowsTries] = useState(false);
  const remove = useCommand((client) => client.channel.remove({ id }));
  const document = usePlans();
  const named = document === undefined ? null : plansNaming(document, id);
  const by = [...(named?.plans ?? []), ...(named?.faults === true ? [t('faultList')] : [])];
  return (
    <li className={classes.channel}>
      <div className={classes.channelName}>
        <strong>{name}</strong>
        <Text size="sm" c="dimmed">
          {t(`type.${settings.type}`)}. {t(`state.${state.state}`)}
          {state.message === '' ? '.' : `: ${stationWords(state.message)}`}
        </Text>
      </div>
      <ButtonRow>
        <Button variant="default" aria-label={t('lastTriesOf', { name })} aria-expanded={showsTries} onClick={() => setShowsTries(!showsTries)}>
          {t('lastTries')}
        </Button>
        <Button variant="default" aria-label={t('editOf', { name })} onClick={onEdit}>
          {t('edit')}
        </Button>
        <Button variant="default" aria-label={t('removeOf', { name })} onClick={() => setRemoving(true)}>
          {t('remove')}
        </Button>
      </ButtonRow>
      <div className={classes.below}>
        <ChannelTest id={id} name={name} />
        {showsTries && <LastTries id={id} />}
      </div>
      {removing && (
        <div className={classes.below} role="alertdialog" aria-label={t('removeOf', { name })}>
          <Text mb="xs">{by.length > 0 ? t('stillNamed', { name, by: by.join(', ') }) : t('confirmRemove', { name })}</Text>
          <ProblemNote problem={remove.problem} />
          <ButtonRow>
            <Button autoFocus variant="default" onClick={() => setRemoving(false)}>
              {t('keepIt')}
            </Button>
            {named !== null && by.length === 0 && (
              <Button
                loading={remove.busy}
                onClick={() =>
                  void remove.run().then(({ ok }) => {
                    if (ok) onRemoved();
                  })
                }
              >
                {t('removeIt')}
              </Button>
            )}
          </ButtonRow>
        </div>
      )}
    </li>
  );
};
