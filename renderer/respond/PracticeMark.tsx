import { useTranslation } from 'react-i18next';
import type { AlarmKind } from '../../main/contract/index.ts';
import classes from './AlarmMessage.module.css';

/** What a drill or a test is called on the public face, in a shape of its own. Nothing for what is real. */
export const PracticeMark = ({ kind }: { readonly kind: AlarmKind }) => {
  const { t } = useTranslation('respond');
  return kind === 'real' ? null : (
    <span className={classes.practice} data-kind={kind}>
      {t(`message.kind.${kind}`)}
    </span>
  );
};
