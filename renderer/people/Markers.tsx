import { Button, Radio, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { markerSchema, type Person } from '../../main/contract/index.ts';
import { ChoiceRow } from '../incidents/ChoiceRow.tsx';
import paper from '../incidents/Paper.module.css';
import { useCommand } from '../shared/connection/hooks.tsx';
import { absoluteTime } from '../shared/time.ts';
import { useKeptForm, type KeptForm } from '../shared/useKeptForm.ts';
import { fieldErrors } from './fieldErrors.ts';
import { InlineForm } from './InlineForm.tsx';
import classes from './People.module.css';
import { noReason, Reasoned, useReason } from './Reasoned.tsx';
import { useWho } from './usePeople.ts';

const typedSchema = z.object({ kind: markerSchema.shape.kind, text: z.string() });
type Typed = z.infer<typeof typedSchema>;

interface Props {
  readonly person: Person;
  readonly mayWrite: boolean;
  readonly mayDecide: boolean;
}

export const Markers = ({ person, mayWrite, mayDecide }: Props) => {
  const { t } = useTranslation('people');
  const form = useKeptForm(`marker/${person.id}`, typedSchema);
  return (
    <section className={paper.section}>
      <h3>{t('file.markers')}</h3>
      {person.markers.length === 0 && <Text c="dimmed">{t('file.noMarkers')}</Text>}
      {person.markers.map((marker) => (
        <MarkerPaper key={marker.id} marker={marker} person={person.id} mayDecide={mayDecide} />
      ))}
      {form.value !== null ? (
        <MarkerForm person={person.id} form={form} typed={form.value} />
      ) : (
        mayWrite && (
          <div className={paper.buttons}>
            <Button variant="default" onClick={() => form.open({ kind: 'safety', text: '' })}>
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
  const removal = useReason(`remove-marker/${marker.id}`);
  const removing = removal.value !== null;
  const { text, kind, approved, removed } = marker;
  return (
    <div className={classes.standing} data-state={removed !== null ? 'over' : approved ? (kind === 'safety' ? 'open' : 'note') : 'waiting'}>
      <div className={classes.head}>
        <strong>{text}</strong>
        {mayDecide && removed === null && !removing && (
          <Button variant="subtle" aria-label={t('marker.removeNamed', { text })} onClick={() => removal.open(noReason)}>
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
      {removing && <Reasoned title={t('marker.remove')} label={t('file.reason')} run={(client, reason) => client.person.removeMarker({ person, marker: marker.id, reason })} kept={removal} />}
    </div>
  );
};

interface MarkerFormProps {
  readonly person: string;
  readonly form: KeptForm<Typed>;
  readonly typed: Typed;
}

const MarkerForm = ({ person, form, typed: { kind, text } }: MarkerFormProps) => {
  const { t } = useTranslation('people');
  const [tried, setTried] = useState(false);
  const add = useCommand((client) => client.person.addMarker({ person, kind, text }));
  const errors = fieldErrors(markerSchema, { kind, text });
  return (
    <InlineForm
      label={t('marker.add')}
      submit={t('marker.add')}
      busy={add.busy}
      problem={add.problem}
      onCancel={form.close}
      onSubmit={() => {
        setTried(true);
        if (Object.keys(errors).length > 0) return false;
        void add.run().then(({ ok }) => ok && form.close());
        return true;
      }}
    >
      <TextInput label={t('marker.text')} required maxLength={200} value={text} autoFocus={!form.found} error={tried ? errors['text'] : undefined} onChange={(event) => form.change({ text: event.currentTarget.value })} />
      <Radio.Group label={t('marker.kind')} value={kind}>
        <ChoiceRow choices={['safety', 'note']} label={(choice) => t(`marker.kinds.${choice}`)} onChoose={(chosen) => form.change({ kind: chosen })} />
      </Radio.Group>
    </InlineForm>
  );
};
