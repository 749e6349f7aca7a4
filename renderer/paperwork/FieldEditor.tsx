import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldKindSchema, type OwnField, type RecordCategory } from '../../main/contract/index.ts';
import { Tick } from '../settings/Tick.tsx';
import { TickGroup } from '../settings/TickGroup.tsx';
import classes from './Paperwork.module.css';

interface Props {
  readonly field: OwnField;
  readonly number: number;
  readonly categories: readonly RecordCategory[];
  /** Records may have been filed with it. */
  readonly isKnown: boolean;
  readonly flawOf: (part: string) => string | undefined;
  readonly onChange: (part: Partial<OwnField>) => void;
}

/** One question of the site's own. */
export const FieldEditor = ({ field, number, categories, isKnown, flawOf, onChange }: Props) => {
  const { t } = useTranslation('paperwork');
  const nth = t('form.fields.nth', { number });
  return (
    <div className={classes.field} role="group" aria-label={nth}>
      <div className={classes.fieldPair}>
        <TextInput label={`${nth}: ${t('form.fields.label')}`} maxLength={80} value={field.label} error={flawOf('label')} onChange={(event) => onChange({ label: event.currentTarget.value })} />
        <NativeSelect
          label={t('form.fields.kind')}
          {...(isKnown ? { description: t('form.fields.kindKept') } : {})}
          disabled={isKnown}
          value={field.kind}
          error={flawOf('kind')}
          data={fieldKindSchema.options.map((kind) => ({ value: kind, label: t(`form.fields.kinds.${kind}`) }))}
          onChange={(event) => onChange({ kind: fieldKindSchema.parse(event.currentTarget.value) })}
        />
      </div>
      <TextInput label={t('form.fields.help')} maxLength={200} value={field.help} error={flawOf('help')} onChange={(event) => onChange({ help: event.currentTarget.value })} />
      {field.kind === 'choice' && (
        <Textarea
          label={t('form.fields.choices')}
          autosize
          minRows={3}
          value={field.choices.join('\n')}
          error={flawOf('choices')}
          onChange={(event) => onChange({ choices: event.currentTarget.value === '' ? [] : event.currentTarget.value.split('\n').slice(0, 30) })}
        />
      )}
      {categories.length > 0 && <TickGroup title={t('form.fields.categories')} hint={t('form.fields.categoriesHint')} choices={categories.map(({ id, name }) => ({ id, label: name }))} chosen={field.categories} onChange={(chosen) => onChange({ categories: [...chosen] })} />}
      <Tick label={t('form.fields.required')} hint={t('form.fields.requiredHint')} ticked={field.required} onTick={(required) => onChange({ required })} />
    </div>
  );
};
