import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '../../main/contract/index.ts';
import classes from './ServiceNotes.module.css';

interface Props {
  readonly procedures: readonly Procedure[];
  readonly shown: string;
  readonly onShow: (procedure: string) => void;
}

/** Chooses one of several pages: touch, or the arrow keys. */
export const NotePages = ({ procedures, shown, onShow }: Props) => {
  const { t } = useTranslation('notes');
  const show = (procedure: string): void => {
    onShow(procedure);
    // The row stands in the page that is shown, so it is another one now.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-notes-page="${procedure}"]`)?.focus());
  };
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step === undefined ? undefined : procedures[(procedures.findIndex(({ id }) => id === shown) + step + procedures.length) % procedures.length];
    if (next === undefined) return;
    event.preventDefault();
    show(next.id);
  };
  return (
    <div className={classes.pages} role="group" aria-label={t('pages')} onKeyDown={move}>
      {procedures.map(({ id, title }) => (
        <button key={id} type="button" data-notes-page={id} className={classes.page} aria-pressed={id === shown} onClick={() => show(id)}>
          {title.discreet}
        </button>
      ))}
    </div>
  );
};
