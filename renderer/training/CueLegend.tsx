import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CueSet } from '../desk/Cues.tsx';
import type { CueState } from '../desk/cue.ts';
import classes from './CueLegend.module.css';
import { CuePicture } from './CuePicture.tsx';

const before: readonly CueState[] = ['heard', 'unattended', 'nobody', 'unarmed', 'due'];
const during: readonly CueState[] = ['out', 'unheard', 'coming'];

/** One cue set, large: each shape with what it means. */
export const CueLegend = ({ set }: { readonly set: CueSet }) => {
  const { t } = useTranslation('training');
  return (
    <div className={classes.legend} role="group" aria-label={t(`cueSet.${set}`)}>
      <Shapes set={set} title={t('beforeCall')} states={before} />
      <Shapes set={set} title={t('duringCall')} states={during} />
    </div>
  );
};

interface ShapesProps {
  readonly set: CueSet;
  readonly title: string;
  readonly states: readonly CueState[];
}

const Shapes = ({ set, title, states }: ShapesProps) => {
  const { t } = useTranslation('training');
  const id = useId();
  return (
    <div>
      <p id={id} className={classes.title}>
        {title}
      </p>
      <ul className={classes.shapes} aria-labelledby={id}>
        {states.map((state) => (
          <li key={state} className={classes.entry}>
            <CuePicture set={set} state={state} />
            <span>{t(`state.${state}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};
