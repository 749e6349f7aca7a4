import { IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { Wording } from '../../main/contract/index.ts';
import classes from './Fold.module.css';
import { FullWording, MoreButton, useMore } from './More.tsx';

interface FoldProps {
  readonly title: Wording;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** A section of the notes under its title. */
export const Fold = ({ title, open, onToggle, children }: FoldProps) => {
  const id = useId();
  const more = useMore();
  return (
    <section className={classes.fold}>
      <div className={classes.head} onKeyDown={more.onKeyDown}>
        <h3 className={classes.heading}>
          <button type="button" className={classes.toggle} aria-expanded={open} aria-controls={id} onClick={onToggle}>
            <IconChevronRight size={18} aria-hidden className={open ? classes.turned : undefined} />
            {title.discreet}
          </button>
        </h3>
        {open && title.full !== title.discreet && <MoreButton about={title.discreet} more={more} />}
      </div>
      <div id={id} className={classes.contents} hidden={!open}>
        {more.shown && <FullWording text={title.full} />}
        {open && children}
      </div>
    </section>
  );
};
