import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProcedureStanding } from '../../main/contract/index.ts';
import { ButtonRow } from '../settings/ButtonRow.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import type { Document } from './outline.ts';
import classes from './Panels.module.css';
import { whoPublished } from './who.ts';

interface Props {
  readonly standing: ProcedureStanding;
  readonly mine: Document;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
}

/** Somebody published another version while this one was written. Both are kept until it is decided. */
export const OvertakenNote = ({ standing, mine, onTheirs, onMine }: Props) => {
  const { t } = useTranslation('procedures');
  const newest = standing.versions.at(-1);
  return (
    <section className={classes.panel} aria-label={t('overtaken.title', { version: standing.document.version, who: newest === undefined ? '' : whoPublished(newest) })}>
      <Text fw={600} role="alert">
        {t('overtaken.title', { version: standing.document.version, who: newest === undefined ? '' : whoPublished(newest) })}
      </Text>
      <Text>{t('overtaken.hint')}</Text>
      <Text size="sm" c="dimmed">
        {t('overtaken.differs')}
      </Text>
      <DifferenceList before={standing.document} after={mine} />
      <ButtonRow>
        <Button variant="default" onClick={onTheirs}>
          {t('overtaken.theirs')}
        </Button>
        <Button onClick={onMine}>{t('overtaken.mine')}</Button>
      </ButtonRow>
    </section>
  );
};
