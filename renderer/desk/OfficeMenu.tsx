import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useBlank } from '../shared/blank.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { useBadge } from '../shared/useBadges.ts';
import classes from './DeskFooter.module.css';

const pages = ['records', 'people', 'readiness', 'settings', 'training'] as const;

/** The way to everything private; each page asks for a sign-in. While it is open a badge signs in, so that the page is there at once. */
export const OfficeMenu = () => {
  const { t } = useTranslation(['desk', 'shared']);
  const [open, setOpen] = useState(false);
  const id = useId();
  useBlank(() => setOpen(false));
  const byBadge = useCommand((client, number: string) => client.session.signInWithBadge({ number }));
  useBadge((number) => void byBadge.run(number), open);
  return (
    <nav className={classes.menu} aria-label={t('desk:office')}>
      <button type="button" className={classes.item} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {t('desk:office')}
        <IconChevronRight size={16} aria-hidden className={open ? classes.turned : undefined} />
      </button>
      <div id={id} className={classes.pages} hidden={!open}>
        {pages.map((page) => (
          <Link key={page} href={`/${page}`} className={classes.item ?? ''} onClick={() => setOpen(false)}>
            {t(`shared:pages.${page}`)}
          </Link>
        ))}
      </div>
    </nav>
  );
};
