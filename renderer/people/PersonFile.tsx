import { Button, Text } from '@mantine/core';
import { IconFileCheck, IconHourglass, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Person, PersonList, PersonStatus } from '../../main/contract/index.ts';
import paper from '../incidents/Paper.module.css';
import { useStation } from '../shared/connection/hooks.tsx';
import { isLost, NotRead } from '../shared/connection/NotRead.tsx';
import { absoluteTime } from '../shared/time.ts';
import { Approval } from './Approval.tsx';
import { Bans } from './Bans.tsx';
import { ErasePerson } from './ErasePerson.tsx';
import { Gone } from './Gone.tsx';
import { KnownNames } from './KnownNames.tsx';
import { LinkedRecords } from './LinkedRecords.tsx';
import { Markers } from './Markers.tsx';
import { Merges } from './Merges.tsx';
import { PersonHistory } from './PersonHistory.tsx';
import { PersonPhotos } from './PersonPhotos.tsx';
import { Review } from './Review.tsx';
import { useCalled, usePeopleSelection, useReader, useWho } from './usePeople.ts';
import { WrittenText } from './WrittenText.tsx';

interface Props {
  readonly id: string;
  readonly list: PersonList;
}

/** The whole file. It is read again whenever it changes; whether that is another look is for the station to say. Each change has a form of its own in its place, and stands in the history with its author. */
export const PersonFile = ({ id, list }: Props) => {
  const { t } = useTranslation('people');
  const client = useStation();
  const reader = useReader();
  const person = useQuery({ queryKey: ['people', reader, 'file', id], queryFn: ({ signal }) => client.person.get({ person: id }, { signal }), retry: false, placeholderData: (before) => before });
  if (isLost(person)) return <NotRead error={person.error} gone={<Gone />} />;
  if (person.data === undefined) return <Text c="dimmed">{t('loading')}</Text>;
  return <FilePaper person={person.data} list={list} />;
};

const signByStatus = { provisional: IconHourglass, approved: IconFileCheck, rejected: IconX } satisfies Record<PersonStatus, unknown>;

const FilePaper = ({ person, list }: { readonly person: Person; readonly list: PersonList }) => {
  const { t } = useTranslation('people');
  const who = useWho();
  const called = useCalled();
  const { select } = usePeopleSelection();
  const { rights } = list;
  const [mayWrite, mayDecide] = [rights.includes('write-files'), rights.includes('decide-on-files')];
  const [head, ...merged] = person.files;
  if (head === undefined) return <Gone />;
  const Sign = signByStatus[head.status];
  return (
    <article className={paper.paper}>
      <header className={paper.head}>
        <h2 className={paper.title}>{called(person.names.map(({ name }) => name))}</h2>
        <p className={paper.byline}>
          <span className={paper.stamp}>
            <Sign size={16} aria-hidden />
            {t(`status.${head.status}`)}
          </span>
          <span>{t('file.established', { who: who(head.established), time: absoluteTime(head.established.at) })}</span>
        </p>
      </header>
      {person.waiting.length > 0 && <Approval person={person} mayDecide={mayDecide} />}
      <Bans person={person} mayDecide={mayDecide} />
      <Markers person={person} mayWrite={mayWrite} mayDecide={mayDecide} />
      <PersonPhotos person={person} file={head.id} mayWrite={mayWrite} />
      <KnownNames person={person} mayWrite={mayWrite} />
      <WrittenText person={person.id} file={head.id} field="description" written={head.description} mayWrite={mayWrite} />
      <WrittenText person={person.id} file={head.id} field="before" written={head.before} mayWrite={mayWrite} />
      {merged.map((file) => (
        <section key={file.id} className={paper.section}>
          <h3>{t('file.mergedFrom', { name: called(person.names.filter((name) => name.file === file.id).map(({ name }) => name)) })}</h3>
          <Text c="dimmed">
            {t('file.established', { who: who(file.established), time: absoluteTime(file.established.at) })}
            <br />
            {file.merge !== null && t('file.mergedIn', { who: who(file.merge), time: absoluteTime(file.merge.at) })}
          </Text>
          <WrittenText person={person.id} file={file.id} field="description" written={file.description} mayWrite={mayWrite} />
          <WrittenText person={person.id} file={file.id} field="before" written={file.before} mayWrite={mayWrite} />
          <PersonPhotos person={person} file={file.id} mayWrite={mayWrite} />
        </section>
      ))}
      <LinkedRecords person={person} mayWrite={mayWrite} />
      <Review person={person} mayDecide={mayDecide} />
      {mayDecide && <Merges person={person} list={list} />}
      <PersonHistory person={person} />
      {rights.includes('export-files') && (
        <div>
          <Button variant="subtle" mod="flush" onClick={() => select(`access/${person.id}`)}>
            {t('file.access')}
          </Button>
        </div>
      )}
      {rights.includes('erase-files') && <ErasePerson person={person} />}
    </article>
  );
};
