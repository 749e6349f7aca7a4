import { Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure, ProcedureStanding, ProcedureVersion } from '../../main/contract/index.ts';
import { ButtonRow } from '../settings/ButtonRow.tsx';
import { useCommand, useStation } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { absoluteTime } from '../shared/time.ts';
import { DifferenceList } from './DifferenceList.tsx';
import classes from './Panels.module.css';
import { whoPublished } from './who.ts';

interface Props {
  readonly procedure: string;
  readonly standing: ProcedureStanding | null;
  readonly onRestore: (document: Procedure, version: number) => void;
  readonly onClose: () => void;
}

/** Everything that was ever published of it, newest first. */
export const VersionsPanel = ({ procedure, standing, onRestore, onClose }: Props) => {
  const { t } = useTranslation('procedures');
  const versions = standing?.versions ?? [];
  return (
    <section className={classes.panel} aria-label={t('versions.title')}>
      <Title order={2} size="h4">
        {t('versions.title')}
      </Title>
      {versions.length === 0 && <Text c="dimmed">{t('versions.none')}</Text>}
      <ul className={classes.versions}>
        {versions
          .map((version, index) => <Version key={`${index} ${version.edition}`} procedure={procedure} version={version} before={versions[index - 1] ?? null} isShown={version.edition === standing?.edition && standing.withdrawn === false} onRestore={onRestore} />)
          .toReversed()}
      </ul>
      <ButtonRow>
        <Button variant="default" onClick={onClose}>
          {t('versions.close')}
        </Button>
      </ButtonRow>
    </section>
  );
};

interface VersionProps {
  readonly procedure: string;
  readonly version: ProcedureVersion;
  readonly before: ProcedureVersion | null;
  readonly isShown: boolean;
  readonly onRestore: Props['onRestore'];
}

const Version = ({ procedure, version, before, isShown, onRestore }: VersionProps) => {
  const { t } = useTranslation('procedures');
  const [compared, setCompared] = useState(false);
  const read = useCommand((client, edition: string) => client.procedure.edition({ procedure, edition }));
  const date = absoluteTime(version.at);
  const names = { version: version.version, date };
  const restore = async (): Promise<void> => {
    const document = await read.run(version.edition);
    if (document.ok) onRestore(document.value, version.version);
  };
  return (
    <li className={classes.version}>
      <div className={classes.versionWords}>
        <Text fw={600}>
          {t('versions.line', { ...names, who: whoPublished(version) })} {isShown && <span className={classes.mark}>{t('versions.now')}</span>}
        </Text>
        {version.note !== '' && <Text>{version.note}</Text>}
        {version.unseen !== null && <Text size="sm">{t('versions.unseen')}</Text>}
        <ProblemNote problem={read.problem} />
        {compared && <Compared procedure={procedure} edition={version.edition} before={version.unseen ?? before?.edition ?? null} />}
      </div>
      <ButtonRow>
        <Button variant="default" aria-expanded={compared} aria-label={t('versions.compareOf', names)} onClick={() => setCompared(!compared)}>
          {t('versions.compare')}
        </Button>
        <Button variant="default" aria-label={t('versions.restoreOf', names)} loading={read.busy} onClick={() => void restore()}>
          {t('versions.restore')}
        </Button>
      </ButtonRow>
    </li>
  );
};

const Compared = ({ procedure, edition, before }: { readonly procedure: string; readonly edition: string; readonly before: string | null }) => {
  const { t } = useTranslation('procedures');
  const own = useEdition(procedure, edition);
  const old = useEdition(procedure, before);
  if (before === null) return <Text c="dimmed">{t('versions.first')}</Text>;
  return own === undefined || old === undefined ? null : <DifferenceList before={old} after={own} />;
};

const useEdition = (procedure: string, edition: string | null): Procedure | undefined => {
  const client = useStation();
  return useQuery({ queryKey: ['procedure', procedure, edition], queryFn: ({ signal }) => client.procedure.edition({ procedure, edition }, { signal }), staleTime: Infinity, enabled: edition !== null }).data;
};
