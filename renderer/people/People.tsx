import { Button, Text, TextInput, Title } from '@mantine/core';
import { IconMail, IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import list from '../incidents/RecordList.module.css';
import layout from '../incidents/Records.module.css';
import { useListKeys } from '../incidents/useListKeys.ts';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useBeginFile } from './useBeginFile.ts';
import { usePersonDrafts } from './usePersonDrafts.ts';
import { peopleEntries, peopleGroups, searchPeople } from './peopleList.ts';
import { PersonEntryLink } from './PersonEntryLink.tsx';
import { PersonPane } from './PersonPane.tsx';
import { useFoundPeople, usePeople, usePeopleSelection } from './usePeople.ts';

/** Like the records: the list, and the reading pane beside it. */
export const People = () => {
  const { t } = useTranslation('people');
  const known = usePeople();
  const drafts = usePersonDrafts(known);
  const { selectedKey, select } = usePeopleSelection();
  const [query, setQuery] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  const people = useFoundPeople(query, known);
  const { begin, problem, busy } = useBeginFile();
  const entries = useMemo(() => peopleEntries(drafts ?? [], people), [drafts, people]);
  const shown = searchPeople(entries, query);
  useListKeys({ root, lines: shown, selectedKey, select, begin: () => known?.rights.includes('hand-in-files') === true && begin(null), read: () => pane.current?.focus() });

  if (known === undefined || drafts === undefined) return <Text c="dimmed">{t('loading')}</Text>;
  const { rights, more } = known;
  const stop = shown.some(({ key }) => key === selectedKey) ? selectedKey : shown[0]?.key;
  return (
    <div ref={root} className={layout.records} data-reading={selectedKey !== ''}>
      <div className={layout.side}>
        <div className={layout.tools}>
          <TextInput
            type="search"
            aria-label={t('search')}
            placeholder={t('searchHint')}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            className={layout.search ?? ''}
          />
          {rights.includes('hand-in-files') && (
            <Button leftSection={<IconUserPlus size={20} aria-hidden />} loading={busy} onClick={() => begin(null)}>
              {t('new')}
            </Button>
          )}
        </div>
        <ProblemNote problem={problem} />
        {entries.length === 0 && <Nobody reader={rights.includes('read-files')} />}
        {entries.length > 0 && shown.length === 0 && (
          <div>
            <Text role="status">{t('nothingFound', { query })}</Text>
            <Button variant="subtle" mod="flush" onClick={() => setQuery('')}>
              {t('clearSearch')}
            </Button>
          </div>
        )}
        <div className={list.list}>
          {peopleGroups
            .map((group) => ({ group, members: shown.filter((entry) => entry.group === group) }))
            .filter(({ members }) => members.length > 0)
            .map(({ group, members }) => (
              <section key={group} aria-labelledby={`people-${group}`}>
                <h2 id={`people-${group}`} className={list.group}>
                  {t(`group.${group}`)}
                </h2>
                <ul className={list.lines}>
                  {members.map((entry) => (
                    <li key={entry.key}>
                      <PersonEntryLink entry={entry} selected={entry.key === selectedKey} stop={entry.key === stop} onSelect={select} />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          {more && <Text c="dimmed">{t('more', { count: known.people.length })}</Text>}
        </div>
        {rights.includes('change-letter') && (
          <div>
            <Button variant="subtle" mod="flush" leftSection={<IconMail size={18} aria-hidden />} onClick={() => select('letter-template')}>
              {t('letter.edit')}
            </Button>
          </div>
        )}
        <p className={layout.keys}>{t('keys')}</p>
      </div>
      {(entries.length > 0 || selectedKey !== '') && (
        <section ref={pane} tabIndex={-1} aria-label={t('choose')} className={layout.pane}>
          <PersonPane selectedKey={selectedKey} list={known} drafts={drafts} select={select} />
        </section>
      )}
    </div>
  );
};

const Nobody = ({ reader }: { readonly reader: boolean }) => {
  const { t } = useTranslation('people');
  return (
    <div>
      <Title order={2} size="h4" mb="xs">
        {reader ? t('empty.title') : t('empty.deskTitle')}
      </Title>
      <Text c="dimmed">{reader ? t('empty.text') : t('empty.deskText')}</Text>
    </div>
  );
};
