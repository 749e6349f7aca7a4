import { IconAlertTriangle, IconCheck, IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../main/contract/index.ts';
import classes from './Deliveries.module.css';
import { deliveryLines } from './deliveryLines.ts';
import type { DeliveryLine } from './deliveryLines.ts';

const signByMark = { good: IconCheck, 'under-way': IconDots, bad: IconAlertTriangle } satisfies Record<DeliveryLine['mark'], unknown>;

/** Who else was told, and how far word has come to each: "Alarm centre: received". */
export const Deliveries = ({ alarm, ownStationId }: { readonly alarm: Alarm; readonly ownStationId: string }) => {
  const { t } = useTranslation('respond');
  const lines = deliveryLines(alarm, ownStationId);
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="told">
      <h2 id="told">{t('screen.told')}</h2>
      <ul className={classes.lines}>
        {lines.map(({ id, to, name, state, mark, attempts, answer }) => {
          const Sign = signByMark[mark];
          return (
            <li key={id} data-mark={mark}>
              <Sign size={20} stroke={2} aria-hidden />
              <span>
                <strong>{name}</strong>: {t(`screen.delivery.${to}.${state}`)}
                {mark === 'bad' && ` (${t('screen.delivery.attempts', { count: attempts })})`}
                {answer !== '' && <span className={classes.answer}>{answer}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
