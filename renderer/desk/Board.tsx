import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Board as BoardContents, RotaLine } from '../../main/contract/index.ts';
import { longDate } from '../shared/time.ts';
import classes from './Board.module.css';
import { Sheet } from './Sheet.tsx';

/** Notices, rota, hours and numbers, as staff posted them. Today's rota comes from the plan of the week; what was written by hand stands below it. */
export const Board = ({ board, today }: { readonly board: BoardContents; readonly today: readonly RotaLine[] }) => {
  const { t } = useTranslation('desk');
  return (
    <div className={classes.board}>
      <Sheet title={t('notices')} empty={board.notices.length === 0 ? t('noNotices') : null} className={classes.notices}
        action={
          <Button component={Link} href="/notices" variant="subtle" size="sm" c="dimmed" fw={500} px="xs" leftSection={<IconPencil size={16} aria-hidden />}>
            {t('editNotices')}
          </Button>
        }
      >
        <ul className={classes.list}>
          {board.notices.map(({ id, text, by, at }) => (
            <li key={id} className={classes.notice}>
              <p className={classes.text}>{text}</p>
              <p className={classes.by}>{t('noticeBy', { name: by, date: longDate(at) })}</p>
            </li>
          ))}
        </ul>
      </Sheet>
      <Sheet title={t('rota')} empty={board.rota.length + today.length === 0 ? t('noRota') : null} className={classes.rota}>
        <Pairs pairs={[...today.map(({ desk, who, from, to }) => [desk, t('rotaLine', { who, from, to })] as const), ...board.rota.map(({ desk, who }) => [desk, who] as const)]} />
      </Sheet>
      <Sheet title={t('hours')} empty={board.hours.length === 0 ? t('noHours') : null} className={classes.hours}>
        <Pairs pairs={board.hours.map(({ days, hours }) => [days, hours])} />
      </Sheet>
      <Sheet title={t('numbers')} empty={board.numbers.length === 0 ? t('noNumbers') : null} className={classes.numbers}>
        <Pairs pairs={board.numbers.map(({ label, dial }) => [label, dial])} />
      </Sheet>
    </div>
  );
};

const Pairs = ({ pairs }: { readonly pairs: readonly (readonly [string, string])[] }) => (
  <dl className={classes.pairs}>
    {pairs.map(([term, detail], index) => (
      <div key={index} className={classes.pair}>
        <dt>{term}</dt>
        <dd>{detail}</dd>
      </div>
    ))}
  </dl>
);
