import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ProcedureEditor } from './ProcedureEditor.tsx';
import { useDrafts } from './useDrafts.ts';
import { useStandings } from './useStandings.ts';

/** Waits for what stands and what was begun, and opens the draft where there is one. */
export const OpenProcedure = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation(['procedures', 'shared']);
  const standings = useStandings();
  const standing = standings?.find((each) => each.id === id);
  const drafts = useDrafts();
  // What is under the pen leads from here on, whatever else comes in.
  const [start, setStart] = useState<Parameters<typeof ProcedureEditor>[0]['start']>();
  if (start === undefined && standings !== undefined && drafts !== undefined) {
    const draft = drafts.find(({ document }) => document.id === id);
    if (draft !== undefined) setStart({ document: draft.document, basedOn: draft.basedOn, isDraft: true });
    else if (standing !== undefined) setStart({ document: standing.document, basedOn: standing.edition, isDraft: false });
  }
  if (start !== undefined) return <ProcedureEditor start={start} standing={standing ?? null} />;
  if (standings === undefined || drafts === undefined) return <Text c="dimmed">{t('shared:connecting')}</Text>;
  return (
    <>
      <Text>{t('list.none')}</Text>
      <Button component={Link} href="/procedures" variant="default">
        {t('bar.back')}
      </Button>
    </>
  );
};
