import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useOpenDraft } from './useOpenDraft.ts';

/** The address that opens the form of one alarm: it asks for the half-filled draft once and goes there. */
export const WriteUp = ({ alarm }: { readonly alarm: string }) => {
  const { t } = useTranslation('incidents');
  const draft = useOpenDraft();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void draft.open(alarm);
  }, [alarm, draft]);
  return draft.problem === null ? <Text c="dimmed">{t('call.opening')}</Text> : <ProblemNote problem={draft.problem} />;
};
