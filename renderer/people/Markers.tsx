import { Button, Radio, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { markerSchema, type Person } from '../../main/contract/index.ts';
import { ChoiceRow } from '../incidents/ChoiceRow.tsx';
import paper from '../incidents/Paper.module.css';
import { useCommand } from '../shared/connection/hooks.tsx';
import { absoluteTime } from '../shared/time.ts';
import { fieldErrors } from './fieldErrors.ts';
import { InlineForm } from './InlineForm.tsx';
import classes from './People.module.css';
import { Reasoned } from './Reasoned.tsx';
import { useWho } from './usePeople.ts';

interface Props {
  readonly person: Person;
  readonly mayWrite: boolean;
  readonly mayDecide: boolean;
}

export const Markers = ({ person, mayWrite, mayDecide }: Props) => {
  const { t } = useTranslation('people');
  const [adding, setAdding] = useState(false);
  return (
    <section className={paper.section}>
      <h3>{t('file.markers')}</h3>
      {person.markers.length === 0 && <Text c="dimmed">{t('file.noMarkers')}</Text>}
      {person.markers.map((marker) => (
        <MarkerPaper key={marker.id} marker={marker} person={person.id} mayDecide={mayDecide} />
      ))}
      {adding ? (
        <MarkerForm person={person.id} onDone={() => setAdding(false)} />
      ) : (
        mayWrite && (
          <div className={paper.buttons}>
            <Button variant="default" onClick={() => setAdding(true)}>
              {t('marker.add')}
            </Button>
          </div>
        )
      )}
    </section>
  );
};

const MarkerPaper = ({ marker, person, mayDecide }: { readonly marker: Person['markers'][number]; readonly person: string; readonly mayDecide: boolean }) => {
  const { t } = useTranslation('people');
  const who = useWho();
  const [removing, setRemoving] = useState(false);
  const { text, kind, approved, removed } = marker;
  return (
    <div className={classes.standing} data-state={removed !== null ? 'over' : approved ? (kind === 'safety' ? 'open' : 'note') : 'waiting'}>
      <div className={classes.head}>
        <strong>{text}</strong>
        {mayDecide && removed === null && !removing && (
          <Button variant="subtle" aria-label={t('marker.removeNamed', { text })} onClick={() => setRemoving(true)}>
            {t('marker.remove')}
          </Button>
        )}
      </div>
      <p className={paper.byline}>
        <span>{t(`marker.short.${kind}`)}</span>
        {!approved && removed === null && <span className={paper.stamp}>{t('file.waiting')}</span>}
        <span>{t('by', { who: who(marker), time: absoluteTime(marker.at) })}</span>
      </p>
      {removed !== null && <p>{t('marker.removedBy', { who: who(removed), time: absoluteTime(removed.at), reason: removed.reason })}</p>}
      {removing && <Reasoned title={t('marker.remove')} label={t('file.reason')} run={(client, reason) => client.person.removeMarker({ person, marker: marker.id, reason })} onDone={() => setRemoving(false)} />}
    </div>
  );
};

const MarkerForm = ({ person, onDone }: { readonly person: string; readonly onDone: () => void }) => {
  const { t } = useTranslation('people');
  const [kind, setKind] = useState<'safety' | 'note'>('safety');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const add = useCommand((client) => client.person.addMarker({ person, kind, text }));
  const errors = fieldErrors(markerSchema, { kind, text });
  return (
    <InlineForm
      label={t('marker.add')}
      submit={t('marker.add')}
      busy={add.busy}
      problem={add.problem}
      onCancel={onDone}
      onSubmit={() => {
        setTried(true);
        if (Object.keys(errors).length > 0) return false;
        void add.run().then(({ ok }) => ok && onDone());
        return true;
      }}
    >
      <TextInput label={t('marker.text')} required maxLength={200} value={text} autoFocus error={tried ? errors['text'] : undefined} onChange={(event) => setText(event.currentTarget.value)} />
      <Radio.Group label={t('marker.kind')} value={kind}>
        <ChoiceRow choices={['safety', 'note']} label={(choice) => t(`marker.kinds.${choice}`)} onChoose={setKind} />
      </Radio.Group>
    </InlineForm>
  );
};
