import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './DayField.tsx';
import { readTime } from './readTyped.ts';
import { useFieldWords } from './useFieldWords.ts';
import { useTyped } from './useTyped.ts';

interface Props extends FieldProps {
  /** `14:05`; '' while there is none, also while what is typed is none. */
  readonly value: string;
  readonly onChange: (time: string) => void;
}

const asItIs = (time: string): string => time;

/**
 * A time of day in 24 hours, as the whole window shows them: the browser's own field follows the language of the browser, and has AM and PM in many. Four
 * figures are typed faster than two lists are scrolled through, so there is nothing to choose from.
 */
export const TimeField = ({ value, onChange, error, ...rest }: Props) => {
  const { t } = useTranslation('shared');
  const { flawWords } = useFieldWords();
  const { field, flaw } = useTyped({ value, onChange, read: readTime, show: asItIs });
  return <TextInput {...rest} {...field} inputMode="numeric" placeholder={t('fields.timePattern')} error={flaw === null ? error : flawWords(flaw)} />;
};
