import { useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlank } from '../shared/blank.ts';
import classes from './More.module.css';

/** A full wording may be read over the counter, so it goes away by itself. */
const shownFor = 20_000;

export interface More {
  readonly shown: boolean;
  readonly toggle: () => void;
  /** For the row it belongs to: the `i` key toggles. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export const useMore = (): More => {
  const [shown, setShown] = useState(false);
  useBlank(() => setShown(false));
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(false), shownFor);
    return () => clearTimeout(timer);
  }, [shown]);
  const toggle = (): void => setShown((before) => !before);
  return {
    shown,
    toggle,
    onKeyDown: (event) => {
      if (event.key !== 'i' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.stopPropagation();
      toggle();
    },
  };
};

export const MoreButton = ({ about, more }: { readonly about: string; readonly more: More }) => {
  const { t } = useTranslation('notes');
  return (
    <button type="button" className={classes.more} aria-expanded={more.shown} aria-label={t(more.shown ? 'lessAbout' : 'moreAbout', { step: about })} onClick={more.toggle}>
      <span aria-hidden>{more.shown ? t('less') : t('more')}</span>
    </button>
  );
};

export const FullWording = ({ text }: { readonly text: string }) => (
  <p className={classes.full} role="note">
    {text}
  </p>
);
