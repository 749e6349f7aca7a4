import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../settings/NumberField.tsx';
import { Tick } from '../settings/Tick.tsx';
import { BoardField } from './BoardField.tsx';
import { defaultOf } from './channelFields.ts';
import type { Field } from './channelFields.ts';
import type { ChannelType } from '../../main/contract/index.ts';

interface Props {
  readonly type: ChannelType;
  readonly field: Exclude<Field, { readonly control: 'zones' }>;
  readonly value: string | boolean;
  readonly error: string | null;
  readonly onChange: (value: string | boolean) => void;
}

/** One setting of a channel: its words, its default, and the control that suits it. */
export const ChannelField = ({ type, field, value, error, onChange }: Props) => {
  const { t } = useTranslation('channels');
  const standard = defaultOf(type, field);
  const label = t(`field.${field.name}`);
  const option = field.control === 'choice' ? field.options.find((each) => each === standard) : undefined;
  const standardWords = standard === null ? '' : t('default', { value: option === undefined ? standard : t(`choice.${option}`) });
  const description = [field.hint === undefined ? '' : t(`hint.${field.hint}`), standardWords].filter((words) => words !== '').join(' ') || undefined;
  const common = { label, description, error, inputWrapperOrder: ['label' as const, 'input' as const, 'error' as const, 'description' as const] };
  const text = typeof value === 'string' ? value : '';

  switch (field.control) {
    case 'switch':
      return <Tick label={label} hint={description} ticked={value === true} onTick={onChange} />;
    case 'number':
      return <NumberField label={label} description={description} value={text} error={error} onChange={onChange} />;
    case 'choice':
      return <NativeSelect {...common} value={text} data={field.options.map((each) => ({ value: each, label: t(`choice.${each}`) }))} onChange={(event) => onChange(event.currentTarget.value)} />;
    case 'board':
      return <BoardField {...common} value={text} onChange={onChange} />;
    case 'lines':
    case 'long':
      return <Textarea {...common} autosize minRows={2} maxRows={8} autoComplete="off" spellCheck={false} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
    case 'text':
      return <TextInput {...common} autoComplete="off" spellCheck={false} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
};
