import { NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldsOf, type IncidentDraft, type OwnField, type RecordForm } from '../../main/contract/index.ts';
import { ChoiceRow } from '../incidents/ChoiceRow.tsx';
import { DayField } from '../shared/fields/DayField.tsx';

type Values = IncidentDraft['report']['fields'];

interface Props {
  readonly form: RecordForm;
  readonly category: string | null;
  readonly values: Values;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (values: Values) => void;
}

/** The site's own questions for that category; one that somebody answered already stays, whatever was chosen since. */
export const shownFields = (form: RecordForm, category: string | null, values: Values): readonly OwnField[] => {
  const asked = new Set(fieldsOf(form, category).map(({ id }) => id));
  const answered = new Set(values.filter(({ value }) => value !== '').map(({ id }) => id));
  return form.fields.filter(({ id }) => asked.has(id) || answered.has(id));
};

export const OwnFields = ({ form, category, values, errorOf, onChange }: Props) =>
  shownFields(form, category, values).map((field) => (
    <OwnFieldInput
      key={field.id}
      field={field}
      value={values.find(({ id }) => id === field.id)?.value ?? ''}
      error={errorOf(field.id)}
      onChange={(value) => onChange([...values.filter(({ id }) => id !== field.id), { id: field.id, label: field.label, kind: field.kind, value }])}
    />
  ));

interface InputProps {
  readonly field: OwnField;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

const OwnFieldInput = ({ field: { label, help, kind, choices, required, retired }, value, error, onChange }: InputProps) => {
  const { t } = useTranslation('paperwork');
  const description = [help, retired ? t('retired') : ''].filter((part) => part !== '').join(' ');
  const asked = { label, error, required, value, ...(description === '' ? {} : { description }) };
  const common = { ...asked, onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value) };
  switch (kind) {
    case 'text':
      return <TextInput {...common} maxLength={400} />;
    case 'long-text':
      return <Textarea {...common} autosize minRows={2} maxLength={4000} />;
    case 'number':
      return <TextInput {...common} inputMode="decimal" maxLength={20} maw="14rem" />;
    case 'date':
      return <DayField {...asked} maw="14rem" onChange={onChange} />;
    case 'choice':
      return <NativeSelect {...common} data={[{ value: '', label: t('notSaid') }, ...[...new Set([...choices, ...(value === '' ? [] : [value])])]]} />;
    case 'yes-no':
      return (
        <Radio.Group label={label} required={required} value={value} {...(description === '' ? {} : { description })} error={error}>
          <ChoiceRow choices={['yes', 'no', '']} label={(choice) => (choice === '' ? t('notSaid') : t(choice))} onChoose={onChange} />
        </Radio.Group>
      );
  }
};
