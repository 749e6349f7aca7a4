import { Button, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubjectAccess } from '../../main/contract/index.ts';
import { SavePdf } from '../exports/SavePdf.tsx';
import paper from '../incidents/Paper.module.css';
import { Tick } from '../settings/Tick.tsx';
import { useCommand, useStation } from '../shared/connection/hooks.tsx';
import { isLost, NotRead } from '../shared/connection/NotRead.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { AccessDocument } from './AccessDocument.tsx';
import { Gone } from './Gone.tsx';
import { Printed } from './Printed.tsx';
import { usePeopleSelection, useReader } from './usePeople.ts';

/** Answers a person who asks what is held about them. */
export const AccessPage = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation('people');
  const { select } = usePeopleSelection();
  const [withhold, setWithhold] = useState(true);
  const [made, setMade] = useState<SubjectAccess | null>(null);
  const client = useStation();
  const reader = useReader();
  // What was made goes from the screen with the file: it was erased, or may not be read any more.
  const person = useQuery({ queryKey: ['people', reader, 'file', id], queryFn: ({ signal }) => client.person.get({ person: id }, { signal }), retry: false });
  const make = useCommand((client) => client.person.exportFile({ person: id, withhold }));
  if (isLost(person)) return <NotRead error={person.error} gone={<Gone />} />;
  return (
    <div className={paper.paper}>
      <div>
        <Button variant="subtle" mod="flush" leftSection={<IconArrowLeft size={18} aria-hidden />} onClick={() => select(`file/${id}`)}>
          {t('letter.back')}
        </Button>
      </div>
      <h2 className={paper.title}>{t('file.access')}</h2>
      <Text>{t('access.hint')}</Text>
      <Tick label={t('access.withhold')} ticked={withhold} onTick={setWithhold} />
      <ProblemNote problem={make.problem} />
      <div>
        <Button variant={made === null ? 'filled' : 'default'} loading={make.busy} onClick={() => void make.run().then((answer) => answer.ok && setMade(answer.value))}>
          {t('access.make')}
        </Button>
      </div>
      {made !== null && (
        <>
          <Text role="status">{t('access.caution')}</Text>
          <Printed print={t('access.print')} besides={<SavePdf make={(client, language) => client.person.exportPdf({ person: id, withhold: made.withheld, language })} />}>
            <AccessDocument access={made} />
          </Printed>
          <Text c="dimmed">{t('access.json', { id })}</Text>
        </>
      )}
    </div>
  );
};
