import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly description?: ReactNode;
  readonly value: string;
  readonly error?: string | null;
  readonly onChange: (digits: string) => void;
}

/** Whole numbers and tenths, as text: what is typed is never changed behind somebody's back. */
export const NumberField = ({ label, description, value, error = null, onChange }: Props) => (
  <TextInput
    styles={{ input: { maxWidth: '14rem' } }}
    label={label}
    description={description}
    inputMode="decimal"
    autoComplete="off"
    inputWrapperOrder={['label', 'input', 'error', 'description']}
    value={value}
    error={error}
    onChange={(event) => onChange(event.currentTarget.value.replaceAll(/[^\d.]/g, ''))}
  />
);
