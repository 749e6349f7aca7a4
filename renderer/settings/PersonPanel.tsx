import { Button, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roleSchema } from '../../main/contract/index.ts';
import type { PersonRecord, Role } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { takesBadges } from '../shared/useBadges.ts';
import { BadgeSetting } from './BadgeSetting.tsx';
import { DuressCode } from './DuressCode.tsx';
import { NewPin } from './NewPin.tsx';
import classes from './PeopleSettings.module.css';

interface Props {
  readonly person: PersonRecord;
  /** Says in words what was changed. */
  readonly onChanged: (words: string) => void;
  readonly onRemoved: () => void;
}

/** Everything about one person that an administrator can change. */
export const PersonPanel = ({ person, onChanged, onRemoved }: Props) => {
  const { t } = useTranslation(['settings', 'shared']);
  const { id, name, role, badge } = person;
  const setRole = useCommand((client, chosen: Role) => client.staff.setRole({ staff: id, role: chosen }));
  const choose = async (chosen: Role): Promise<void> => {
    if ((await setRole.run(chosen)).ok) onChanged(t('settings:people.roleSet', { name, role: t(`shared:role.${chosen}`) }));
  };
  return (
    <div className={classes.panel} role="group" aria-label={t('settings:people.changeOf', { name })} {...takesBadges}>
      <div>
        <NativeSelect
          className={classes.short ?? ''}
          label={t('settings:people.role')}
          description={t(`settings:people.roleHint.${role}`)}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={role}
          data={roleSchema.options.map((value) => ({ value, label: t(`shared:role.${value}`) }))}
          onChange={(event) => void choose(roleSchema.parse(event.currentTarget.value))}
        />
        <ProblemNote problem={setRole.problem} />
      </div>
      <NewPin staff={id} name={name} onSet={() => onChanged(t('settings:people.pinSet', { name }))} />
      <BadgeSetting staff={id} name={name} has={badge} onChanged={onChanged} />
      <RemovePerson person={person} onRemoved={onRemoved} />
      <div className={classes.whole}>
        <DuressCode staff={id} name={name} />
      </div>
    </div>
  );
};

const RemovePerson = ({ person: { id, name }, onRemoved }: Pick<Props, 'person' | 'onRemoved'>) => {
  const { t } = useTranslation('settings');
  const [asked, setAsked] = useState(false);
  const remove = useCommand((client) => client.staff.remove({ staff: id }));
  return (
    <div>
      {asked ? (
        <div role="alertdialog" aria-label={t('people.removeOf', { name })} className={classes.asked}>
          <Text>{t('people.removeAsk', { name })}</Text>
          <Button autoFocus variant="default" onClick={() => setAsked(false)}>
            {t('people.keep')}
          </Button>
          <Button
            loading={remove.busy}
            onClick={() =>
              void remove.run().then(({ ok }) => {
                if (ok) onRemoved();
              })
            }
          >
            {t('people.removeNow')}
          </Button>
        </div>
      ) : (
        <Button variant="default" aria-label={t('people.removeOf', { name })} onClick={() => setAsked(true)}>
          {t('people.remove')}
        </Button>
      )}
      <ProblemNote problem={remove.problem} />
    </div>
  );
};
