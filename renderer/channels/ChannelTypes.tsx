import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChannelType } from '../../main/contract/index.ts';
import { ButtonRow } from '../settings/ButtonRow.tsx';
import classes from './Channels.module.css';

const types = ['email', 'dc09', 'webhook', 'relay', 'mqtt', 'syslog'] as const satisfies readonly ChannelType[];

/** What kinds there are, each with what it is good for. */
export const ChannelTypes = ({ onChoose, onCancel }: { readonly onChoose: (type: ChannelType) => void; readonly onCancel: () => void }) => {
  const { t } = useTranslation('channels');
  return (
    <section aria-label={t('chooseType')} className={classes.choosing}>
      <h4 className={classes.formTitle}>{t('chooseType')}</h4>
      <div className={classes.types}>
        {types.map((type, index) => (
          <button key={type} type="button" autoFocus={index === 0} className={classes.type} onClick={() => onChoose(type)}>
            <strong>{t(`type.${type}`)}</strong>
            <span>{t(`typeHint.${type}`)}</span>
          </button>
        ))}
      </div>
      <ButtonRow>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </ButtonRow>
    </section>
  );
};
