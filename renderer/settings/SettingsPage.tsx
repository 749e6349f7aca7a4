import { Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '../desk/useBoard.ts';
import { usePlans } from '../plans/usePlans.ts';
import type { Capability } from '../../main/contract/index.ts';
import { PrivatePage } from '../shared/PrivatePage.tsx';
import { useSession } from '../shared/useSession.ts';
import { useSettings } from '../shared/useSettings.ts';
import { useStatus } from '../shared/useStatus.ts';
import classes from './SettingsPage.module.css';
import { useSettingList } from './useSettingList.tsx';

const groups = ['desk', 'triggers', 'ways', 'board', 'site'] as const;

/** All settings in one list that can be searched. Each change holds at once or has its own button. */
export const SettingsPage = () => {
  const { t } = useTranslation('settings');
  return (
    <PrivatePage title={t('title')}>
      <SettingList />
    </PrivatePage>
  );
};

const SettingList = () => {
  const { t } = useTranslation('settings');
  const [text, setText] = useState('');
  const session = useSession();
  const staff = session?.staff ?? null;
  const may = (capability: Capability): boolean => session?.capabilities.includes(capability) ?? false;
  const readsAll = may('read-setup');
  const list = useSettingList({ settings: useSettings(), status: useStatus(), board: useBoard(), plans: usePlans() ?? null, staff });
  const wanted = text.trim().toLocaleLowerCase();
  const found = list.filter(({ words, needs }) => (readsAll || may(needs)) && words.toLocaleLowerCase().includes(wanted));

  return (
    <div className={classes.list}>
      <TextInput
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {!may('change-site') && <Text c="dimmed">{readsAll ? t('readOnly') : t('onlyAdministrators')}</Text>}
      <Text role="status">{found.length === 0 && list.length > 0 && t('noMatch', { text })}</Text>
      {groups.map((group) => {
        const rows = found.filter((setting) => setting.group === group);
        return rows.length === 0 ? null : (
          <section key={group} aria-labelledby={`settings-${group}`}>
            <Title order={2} size="h3" id={`settings-${group}`}>
              {t(`group.${group}`)}
            </Title>
            {rows.map(({ id, row, needs }) => (
              // The browser itself keeps whoever only reads from every control in it.
              <fieldset key={id} disabled={!may(needs)} className={classes.setting}>
                {row}
              </fieldset>
            ))}
          </section>
        );
      })}
    </div>
  );
};
