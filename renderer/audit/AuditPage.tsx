import { Button, NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auditedActionSchema } from '../../main/contract/index.ts';
import type { AuditedAction, AuditEntry, AuditQuery } from '../../main/contract/index.ts';
import { useStation } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { problemOf } from '../shared/connection/problems.ts';
import { compareNames } from '../shared/locale.ts';
import { PrivatePage } from '../shared/PrivatePage.tsx';
import { absoluteTime } from '../shared/time.ts';
import classes from './AuditPage.module.css';
import { useAboutWords } from './useAboutWords.ts';

/** Who changed what, for administrators and auditors. */
export const AuditPage = () => {
  const { t } = useTranslation('audit');
  return (
    <PrivatePage title={t('title')} needs="read-audit">
      <Audit />
    </PrivatePage>
  );
};

const Audit = () => {
  const { t } = useTranslation('audit');
  const client = useStation();
  const [person, setPerson] = useState('');
  const [action, setAction] = useState<AuditedAction | null>(null);
  const people = useQuery({ queryKey: ['people', 'records'], queryFn: ({ signal }) => client.staff.records(undefined, { signal }) });
  const pages = useInfiniteQuery({
    queryKey: ['audit', person, action],
    queryFn: ({ pageParam, signal }) => client.site.audit({ person: person === '' ? null : person, action, before: pageParam }, { signal }),
    initialPageParam: null as AuditQuery['before'],
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];

  return (
    <div className={classes.audit}>
      <Text>{t('explanation')}</Text>
      <div className={classes.filters}>
        <NativeSelect
          label={t('person')}
          value={person}
          data={[{ value: '', label: t('anybody') }, ...(people.data ?? []).toSorted((one, other) => compareNames(one.name, other.name)).map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => setPerson(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('action')}
          value={action ?? ''}
          data={[{ value: '', label: t('anything') }, ...auditedActionSchema.options.map((value) => ({ value, label: t(`actions.${value}`) }))]}
          onChange={(event) => setAction(auditedActionSchema.safeParse(event.currentTarget.value).data ?? null)}
        />
      </div>
      <ProblemNote problem={problemOf(pages.error)} />
      {pages.isPending && <Text c="dimmed">{t('loading')}</Text>}
      {pages.data !== undefined && entries.length === 0 && <Text role="status">{t('none')}</Text>}
      {entries.length > 0 && <Entries entries={entries} />}
      {pages.hasNextPage && (
        <Button variant="default" className={classes.older ?? ''} loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('older')}
        </Button>
      )}
    </div>
  );
};

const Entries = ({ entries }: { readonly entries: readonly AuditEntry[] }) => {
  const { t } = useTranslation('audit');
  const inWords = useAboutWords();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {(['when', 'person', 'action', 'about', 'where'] as const).map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, at, person, otherwise, action, about, station }) => (
          <tr key={id}>
            <td className={classes.when}>{absoluteTime(at)}</td>
            <td>{person ?? <span className={classes.nobody}>{t(`otherwise.${otherwise}`)}</span>}</td>
            <td>{t(`actions.${action}`)}</td>
            <td>{inWords({ action, about })}</td>
            <td>{station}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
