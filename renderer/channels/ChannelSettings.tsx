import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel, ChannelInput, Status } from '../../main/contract/index.ts';
import { SettingRow } from '../settings/SettingRow.tsx';
import { siteStations } from '../settings/siteStations.ts';
import { useReturn } from '../settings/useReturn.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { useChannels } from '../shared/useChannels.ts';
import { draftOf, newDraft } from './channelDraft.ts';
import type { ChannelDraft } from './channelDraft.ts';
import { ChannelForm } from './ChannelForm.tsx';
import { ChannelRow } from './ChannelRow.tsx';
import { ChannelTypes } from './ChannelTypes.tsx';
import classes from './Channels.module.css';

type Open = { readonly what: 'nothing' } | { readonly what: 'types' } | { readonly what: 'form'; readonly start: ChannelDraft };

/** The ways out of the house: listed, added by kind, changed, tried and removed. */
export const ChannelSettings = ({ status }: { readonly status: Status }) => {
  const { t } = useTranslation('channels');
  const channels = useChannels();
  const [open, setOpen] = useState<Open>({ what: 'nothing' });
  const [said, setSaid] = useState('');
  const save = useCommand((client, input: ChannelInput): Promise<Channel> => client.channel.save(input));
  const [place, goBack] = useReturn();
  const close = (): void => {
    setOpen({ what: 'nothing' });
    goBack();
  };
  const edit = (start: ChannelDraft): void => {
    save.forget();
    setSaid('');
    setOpen({ what: 'form', start });
  };
  const form = (start: ChannelDraft) => (
    <ChannelForm
      title={start.id === null ? t('newTitle', { type: t(`type.${start.type}`) }) : t('editTitle', { name: start.name })}
      start={start}
      secretsSet={channels?.find(({ id }) => id === start.id)?.secretsSet ?? []}
      stations={siteStations(status)}
      taken={channels?.map(({ id }) => id) ?? []}
      busy={save.busy}
      problem={save.problem}
      onCancel={close}
      onSave={(input) =>
        void save.run(input).then(({ ok }) => {
          if (!ok) return;
          close();
          setSaid(t('saved', { name: input.name }));
        })
      }
    />
  );

  return (
    <SettingRow wide title={t('title')} hint={t('explanation')} source="site">
      <div ref={place} tabIndex={-1} className={classes.place}>
        {channels?.length === 0 && open.what === 'nothing' && <Text c="dimmed">{t('none')}</Text>}
        <ul className={classes.channels}>
          {channels?.map((channel) =>
            open.what === 'form' && open.start.id === channel.id ? (
              <li key={channel.id}>{form(open.start)}</li>
            ) : (
              <ChannelRow key={channel.id} channel={channel} onEdit={() => edit(draftOf(channel))} onRemoved={() => setSaid(t('removed', { name: channel.name }))} />
            ),
          )}
        </ul>
        <Text role="status">{said}</Text>
      </div>
      {open.what === 'form' && open.start.id === null && form(open.start)}
      {open.what === 'types' && <ChannelTypes onChoose={(type) => edit(newDraft(type, t(`type.${type}`)))} onCancel={close} />}
      {open.what === 'nothing' && (
        <Button variant="default" mt="sm" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen({ what: 'types' })}>
          {t('add')}
        </Button>
      )}
    </SettingRow>
  );
};
