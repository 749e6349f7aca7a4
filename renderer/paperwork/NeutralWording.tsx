import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Paperwork.module.css';

const rows = ['drunk', 'aggressive', 'threatened', 'confused', 'guess'] as const;

/** What was seen and heard instead of what one made of it: a few pairs, for whoever hesitates. */
export const NeutralWording = () => {
  const { t } = useTranslation('paperwork');
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button variant="subtle" mod="flush" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'examples.close' : 'examples.open')}
      </Button>
      {open && (
        <table className={classes.examples}>
          <caption>{t('examples.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('examples.instead')}</th>
              <th scope="col">{t('examples.write')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <td>{t(`examples.rows.${row}.rather`)}</td>
                <td>{t(`examples.rows.${row}.write`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
};
