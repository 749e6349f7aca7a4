import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBindings } from '../desk/useTriggers.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import classes from './BindTrigger.module.css';
import { useGestureName, useTriggerName } from './triggerName.ts';

/** What triggers something here: by which gesture, and what for. */
export const BindingList = ({ removable = false }: { readonly removable?: boolean }) => {
  const { t } = useTranslation('binding');
  const nameOf = useTriggerName();
  const gestureOf = useGestureName();
  const bindings = useBindings();
  const unbind = useCommand((client, id: string) => client.trigger.removeBinding({ id }));
  return (
    <>
      {bindings.length === 0 && <Text>{t('noBindings')}</Text>}
      <ul className={classes.bindings} aria-label={t('bindings')}>
        {bindings.map(({ id, trigger, gesture, purpose }) => (
          <li key={id}>
            <div className={classes.name}>
              {nameOf(trigger)}
              <Text size="sm" c="dimmed">
                {t('does', { purpose: t(`purpose.${purpose}`), gesture: gestureOf(gesture) })}
              </Text>
            </div>
            {removable && (
              <Button variant="default" aria-label={t('removeNamed', { name: nameOf(trigger) })} onClick={() => void unbind.run(id)}>
                {t('remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote problem={unbind.problem} />
    </>
  );
};
