import { Button, Text } from '@mantine/core';
import { IconFileText, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ProcedureStanding } from '../../main/contract/index.ts';
import { ButtonRow } from '../settings/ButtonRow.tsx';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useInReadersLanguage } from '../shared/Language.tsx';
import { newProcedure } from './changes.ts';
import { NewProcedure } from './NewProcedure.tsx';
import type { Document } from './outline.ts';
import classes from './ProcedureList.module.css';
import { ProcedureRow } from './ProcedureRow.tsx';
import { useDrafts } from './useDrafts.ts';
import { useStandings } from './useStandings.ts';
import { YamlPanel } from './YamlPanel.tsx';

/** Every procedure of the site, those that are not shown and those that are only begun as well. */
export const ProcedureList = () => {
  const { t } = useTranslation(['procedures', 'shared']);
  const [, navigate] = useLocation();
  const standings = useStandings();
  const drafts = useDrafts();
  const inReadersLanguage = useInReadersLanguage();
  const [adding, setAdding] = useState<'new' | 'yaml' | null>(null);
  const [said, setSaid] = useState('');
  const begin = useCommand((client, draft: { readonly document: Document; readonly basedOn: string | null }) => client.procedure.saveDraft(draft));
  const withdraw = useCommand((client, procedure: string) => client.procedure.withdraw({ procedure }));
  const putBack = useCommand((client, { document, edition }: ProcedureStanding) => client.procedure.publish({ document, note: '', basedOn: edition }));

  if (standings === undefined || drafts === undefined) return <Text c="dimmed">{t('shared:connecting')}</Text>;
  const titleOf = ({ document }: ProcedureStanding): string => inReadersLanguage(document).title.full;
  const open = (id: string): void => navigate(`/procedures/${id}`);
  const beginFrom = async (document: Document): Promise<void> => {
    const basedOn = standings.find(({ id }) => id === document.id)?.edition ?? null;
    if ((await begin.run({ document, basedOn })).ok) open(document.id);
  };
  const begun = drafts.filter(({ document }) => !standings.some(({ id }) => id === document.id));
  const taken = [...standings.map(({ id }) => id), ...begun.map(({ document }) => document.id)];

  return (
    <div className={classes.page}>
      <Text>{t('list.explanation')}</Text>
      <Text role="status">{said}</Text>
      <ProblemNote problem={withdraw.problem ?? putBack.problem ?? begin.problem} />
      <ul className={classes.list}>
        {standings.map((standing) => (
          <li key={standing.id}>
            <ProcedureRow
              document={standing.document}
              standing={standing}
              draft={drafts.find(({ document }) => document.id === standing.id) ?? null}
              onOpen={() => open(standing.id)}
              onTakeFile={(document) => void beginFrom(document)}
              onWithdraw={() => void withdraw.run(standing.id).then(({ ok }) => ok && setSaid(t('list.withdrawnNow', { title: titleOf(standing) })))}
              onPutBack={() => void putBack.run(standing).then(({ ok }) => ok && setSaid(t('list.putBackNow', { title: titleOf(standing) })))}
            />
          </li>
        ))}
        {begun.map((draft) => (
          <li key={draft.document.id}>
            <ProcedureRow document={draft.document} standing={null} draft={draft} onOpen={() => open(draft.document.id)} />
          </li>
        ))}
      </ul>
      {adding === null && (
        <ButtonRow>
          <Button variant="default" leftSection={<IconFileText size={18} aria-hidden />} onClick={() => setAdding('yaml')}>
            {t('list.read')}
          </Button>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding('new')}>
            {t('list.add')}
          </Button>
        </ButtonRow>
      )}
      {adding === 'new' && <NewProcedure busy={begin.busy} onBegin={(title) => void beginFrom(newProcedure(title, taken, standings[0]?.document))} onCancel={() => setAdding(null)} />}
      {adding === 'yaml' && <YamlPanel procedure={null} edition={null} onRead={(document) => void beginFrom(document)} onClose={() => setAdding(null)} />}
    </div>
  );
};
