import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StepAction } from '../../main/contract/index.ts';
import type { Document } from './outline.ts';

interface Props {
  readonly action: StepAction | undefined;
  readonly numbers: Document['numbers'];
  readonly error: string | null;
  readonly onChange: (action: StepAction | undefined) => void;
}

const others = ['raise-assist', 'raise-emergency', 'code-phrase', 'alarm-code', 'safe-room', 'record'] as const;

export const ActionField = ({ action, numbers, error, onChange }: Props) => {
  const { t } = useTranslation('procedures');
  const value = action === undefined ? '' : action.do === 'dial' ? `dial ${action.number}` : action.do === 'raise' ? `raise-${action.level}` : action.do;
  const gone = action?.do === 'dial' && !numbers.some(({ id }) => id === action.number) ? [{ value, label: t('action.dial', { name: action.number }) }] : [];
  return (
    <NativeSelect
      label={t('action.label')}
      value={value}
      error={error}
      data={[{ value: '', label: t('action.none') }, ...numbers.map(({ id, label, dial }) => ({ value: `dial ${id}`, label: t('action.dial', { name: `${dial} (${label.full})` }) })), ...gone, ...others.map((each) => ({ value: each, label: t(`action.${each}`) }))]}
      onChange={(event) => onChange(actionOf(event.currentTarget.value))}
    />
  );
};

const actionOf = (value: string): StepAction | undefined => {
  if (value.startsWith('dial ')) return { do: 'dial', number: value.slice(5) };
  switch (value) {
    case 'raise-assist':
      return { do: 'raise', level: 'assist' };
    case 'raise-emergency':
      return { do: 'raise', level: 'emergency' };
    case 'code-phrase':
    case 'alarm-code':
    case 'safe-room':
    case 'record':
      return { do: value };
    default:
      return undefined;
  }
};
