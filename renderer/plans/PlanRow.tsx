import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../main/contract/index.ts';
import { ButtonRow } from '../settings/ButtonRow.tsx';
import classes from './Plans.module.css';
import { durationWords, stepWords } from './stepWords.ts';
import type { RecipientNames } from './stepWords.ts';

interface Props {
  readonly plan: Plan;
  readonly names: RecipientNames;
  readonly onEdit: () => void;
  /** Null for the only plan. */
  readonly onRemove: (() => void) | null;
}

/** A plan as sentences, one a step. */
export const PlanRow = ({ plan, names, onEdit, onRemove }: Props) => {
  const { t } = useTranslation('plans');
  const forWhom = [
    ...(plan.use === 'alone' ? [t('plan.forAlone')] : []),
    ...(plan.stations.length > 0 ? [t('plan.forStations', { stations: plan.stations.map((id) => names.stations.get(id) ?? id.slice(0, 8)).join(', ') })] : []),
  ];
  return (
    <div className={classes.plan}>
      <div className={classes.planWords}>
        <h4 className={classes.formTitle}>
          {plan.name} {forWhom.length > 0 && <span className={classes.forWhom}>{forWhom.join(', ')}</span>}
        </h4>
        <ol className={classes.steps}>
          {plan.steps.map((step, index) => (
            <li key={index}>{stepWords(step, names, t)}</li>
          ))}
        </ol>
        <Text size="sm" c="dimmed">
          {t('plan.second', { time: durationWords(plan.secondPress, t) })}
        </Text>
      </div>
      <ButtonRow>
        <Button variant="default" aria-label={t('plan.editOf', { name: plan.name })} onClick={onEdit}>
          {t('plan.edit')}
        </Button>
        {onRemove !== null && (
          <Button variant="default" aria-label={t('plan.removeOf', { name: plan.name })} onClick={onRemove}>
            {t('plan.remove')}
          </Button>
        )}
      </ButtonRow>
    </div>
  );
};
