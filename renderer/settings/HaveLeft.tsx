import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../main/contract/index.ts';
import { ForgetForGood } from '../shared/ForgetForGood.tsx';
import classes from './PeopleSettings.module.css';

interface Props {
  readonly people: readonly PersonRecord[];
  readonly onForgotten: (name: string) => void;
}

/** Those who have left, for whoever may forget them as well. */
export const HaveLeft = ({ people, onForgotten }: Props) => {
  const { t } = useTranslation('settings');
  return (
    <div>
      <Text c="dimmed">{t('people.haveLeft')}</Text>
      <ul className={classes.people} aria-label={t('people.haveLeft')}>
        {people.map(({ id, name }) => (
          <li key={id}>
            <div className={classes.name}>{name}</div>
            <ForgetForGood
              open={t('people.forget', { name })}
              title={t('people.forgetTitle', { name })}
              text={t('people.forgetText')}
              erase={(client, reason) => client.staff.erase({ staff: id, reason })}
              onErased={() => onForgotten(name)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
};
