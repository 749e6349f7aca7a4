import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useBeginFile } from './useBeginFile.ts';

/** The address that begins a file from a record: it makes the draft once and goes there. */
export const BeginFile = ({ incident }: { readonly incident: string }) => {
  const { t } = useTranslation('people');
  const { begin, problem } = useBeginFile();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    begin(incident);
  }, [begin, incident]);
  return problem === null ? <Text c="dimmed">{t('linked.opening')}</Text> : <ProblemNote problem={problem} />;
};
