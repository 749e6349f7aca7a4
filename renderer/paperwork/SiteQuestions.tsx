import { useTranslation } from 'react-i18next';
import type { IncidentDraft, RecordForm } from '../../main/contract/index.ts';
import { Choices } from './Choices.tsx';

type Report = IncidentDraft['report'];

interface Props {
  readonly form: RecordForm;
  readonly report: Report;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (part: Partial<Report>) => void;
}

/** The kind of incident; one touch chooses, another lets go. What was retired stands there only where it was chosen before. */
export const CategoryChoice = ({ form, report: { category }, errors, onChange }: Props) => {
  const { t } = useTranslation('paperwork');
  const choices = form.categories.filter(({ id, retired }) => !retired || id === category?.id);
  if (choices.length === 0) return null;
  return (
    <Choices
      label={t('category')}
      hint={t('categoryHint')}
      error={errors['category']}
      choices={choices.map(({ id, name }) => ({ id, label: name }))}
      chosen={category === null ? [] : [category.id]}
      onTouch={(id, chosen) => onChange({ category: chosen ? { id, name: choices.find((choice) => choice.id === id)?.name ?? '' } : null })}
    />
  );
};

/** Which house rules were broken; any number of them. */
export const RuleChoice = ({ form, report: { rules }, errors, onChange }: Props) => {
  const { t } = useTranslation('paperwork');
  const choices = form.rules.filter(({ id, retired }) => !retired || rules.some((rule) => rule.id === id));
  if (choices.length === 0) return null;
  return (
    <Choices
      label={t('rules')}
      hint={t('rulesHint')}
      error={Object.entries(errors).find(([path]) => path.startsWith('rules.'))?.[1]}
      choices={choices.map(({ id, text }) => ({ id, label: text }))}
      chosen={rules.map(({ id }) => id)}
      onTouch={(id, chosen) => onChange({ rules: chosen ? [...rules, { id, text: choices.find((choice) => choice.id === id)?.text ?? '' }] : rules.filter((rule) => rule.id !== id) })}
    />
  );
};
