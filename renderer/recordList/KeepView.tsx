import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuid } from 'uuid';
import { Tick } from '../settings/Tick.tsx';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useMay } from '../shared/useSession.ts';
import type { Listing } from './listing.ts';
import classes from './RecordTools.module.css';

/** A name for the way in which the list is looked at now, and for whom it is. */
export const KeepView = ({ listing, onClose }: { readonly listing: Listing; readonly onClose: () => void }) => {
  const { t } = useTranslation('recordList');
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [tried, setTried] = useState(false);
  const mayShare = useMay('share-views');
  const save = useCommand((client) => client.records.saveView({ id: uuid(), name, shared, ...listing }));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '') void save.run().then(({ ok }) => ok && onClose());
  };
  return (
    <Modal opened onClose={onClose} title={t('views.keepTitle')} withCloseButton={false}>
      <form onSubmit={submit} className={classes.keep}>
        <TextInput
          label={t('views.name')}
          description={t('views.nameHint')}
          data-autofocus
          autoComplete="off"
          maxLength={60}
          value={name}
          error={tried && name.trim() === '' ? t('views.missing') : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {mayShare && listing.filters.person === null && <Tick label={t('views.share')} hint={t('views.shareHint')} ticked={shared} onTick={setShared} />}
        <ProblemNote problem={save.problem} />
        <div className={classes.end}>
          <Button variant="default" onClick={onClose}>
            {t('views.cancel')}
          </Button>
          <Button type="submit" loading={save.busy}>
            {t('views.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
