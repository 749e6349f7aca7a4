import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useBadge } from '../shared/useBadges.ts';

interface Props {
  readonly staff: string;
  readonly name: string;
  readonly has: boolean;
  /** Says in words what was changed. */
  readonly onChanged: (words: string) => void;
}

/** Gives a badge by holding it to the reader, and takes it away when it is lost. Its number is shown nowhere. */
export const BadgeSetting = ({ staff, name, has, onChanged }: Props) => {
  const { t } = useTranslation('settings');
  const [waiting, setWaiting] = useState(false);
  const set = useCommand((client, number: string | null) => client.staff.setBadge({ staff, number }));
  useBadge((number) => {
    setWaiting(false);
    void set.run(number).then(({ ok }) => {
      if (ok) onChanged(t('badge.given', { name }));
    });
  }, waiting);
  return (
    <div>
      <Text fw={500}>{t('badge.title')}</Text>
      <Text size="sm" c="dimmed" role="status">
        {waiting ? t('badge.waiting') : has ? t('badge.has') : t('badge.none')}
      </Text>
      <Group gap="xs" mt="xs">
        <Button variant="default" aria-label={t(waiting ? 'badge.stopOf' : has ? 'badge.replaceOf' : 'badge.giveOf', { name })} loading={set.busy} onClick={() => setWaiting(!waiting)}>
          {waiting ? t('badge.stop') : t(has ? 'badge.replace' : 'badge.give')}
        </Button>
        {has && !waiting && (
          <Button
            variant="default"
            aria-label={t('badge.removeOf', { name })}
            onClick={() =>
              void set.run(null).then(({ ok }) => {
                if (ok) onChanged(t('badge.removed', { name }));
              })
            }
          >
            {t('badge.remove')}
          </Button>
        )}
      </Group>
      <ProblemNote problem={set.problem} />
    </div>
  );
};
