import { useTranslation } from 'react-i18next';
import type { AlarmKind } from '../../main/contract/index.ts';
import classes from './KindMark.module.css';

/** Says by word and by shape that nobody is in danger: a drill stands in a dashed pill, a test in a cut-off tag. Nothing for what is real. */
export const KindMark = ({ kind, className = '' }: { readonly kind: AlarmKind; readonly className?: string | undefined }) => {
  const { t } = useTranslation('respond');
  return kind === 'real' ? null : (
    <span className={`${classes.mark} ${className}`} data-kind={kind}>
      {t(`screen.${kind}`)}
    </span>
  );
};
