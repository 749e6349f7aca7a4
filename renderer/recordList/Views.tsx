import { Button, Modal, Text } from '@mantine/core';
import { IconBookmark, IconBookmarkPlus, IconCheck, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useWatch } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { compareNames } from '../shared/locale.ts';
import { useSession } from '../shared/useSession.ts';
import { KeepView } from './KeepView.tsx';
import { activeFilters, isShown, type Listing } from './listing.ts';
import classes from './RecordTools.module.css';

interface Props {
  readonly listing: Listing;
  readonly onChoose: (listing: Listing) => void;
}

/** Views that were kept: one's own and the site's. What is looked at now can be kept among them. */
export const Views = ({ listing, onChoose }: Props) => {
  const { t } = useTranslation('recordList');
  const reader = useSession()?.staff?.id ?? '';
  const views = useWatch(`views of ${reader}`, (client, signal) => client.records.watchViews(undefined, { signal }))?.toSorted((one, other) => compareNames(one.name, other.name)) ?? [];
  const drop = useCommand((client, id: string) => client.records.dropView({ id }));
  const [open, setOpen] = useState<'none' | 'views' | 'keep'>('none');
  const close = (): void => setOpen('none');
  const shown = views.find((view) => isShown(view, listing));
  const isPlain = activeFilters(listing.filters).length === 0 && listing.filters.words.trim() === '' && listing.order === 'filed';
  const groups = [
    { key: 'own', members: views.filter(({ shared }) => !shared) },
    { key: 'shared', members: views.filter(({ shared }) => shared) },
  ] as const;
  return (
    <>
      <Button variant="default" leftSection={<IconBookmark size={18} aria-hidden />} onClick={() => setOpen('views')}>
        {t('views.open')}
      </Button>
      <Modal opened={open === 'views'} onClose={close} title={t('views.open')} withCloseButton={false}>
        <div className={classes.views}>
          {views.length === 0 && <Text c="dimmed">{t('views.none')}</Text>}
          {groups.map(
            ({ key, members }) =>
              members.length > 0 && (
                <div key={key} role="group" aria-label={t(`views.${key}`)} className={classes.group}>
                  <Text fw={600} size="sm">
                    {t(`views.${key}`)}
                  </Text>
                  {members.map(({ id, name, filters, order }) => (
                    <Button
                      key={id}
                      variant="subtle"
                      justify="flex-start"
                      aria-pressed={id === shown?.id}
                      leftSection={id === shown?.id ? <IconCheck size={18} aria-hidden /> : <IconBookmark size={18} aria-hidden />}
                      onClick={() => {
                        close();
                        onChoose({ filters, order });
                      }}
                    >
                      {name}
                    </Button>
                  ))}
                </div>
              ),
          )}
          <ProblemNote problem={drop.problem} />
          <div className={classes.end}>
            {shown?.mayChange === true && (
              <Button variant="subtle" leftSection={<IconTrash size={18} aria-hidden />} loading={drop.busy} onClick={() => void drop.run(shown.id)}>
                {t('views.drop', { name: shown.name })}
              </Button>
            )}
            {shown === undefined && !isPlain && (
              <Button variant="default" leftSection={<IconBookmarkPlus size={18} aria-hidden />} onClick={() => setOpen('keep')}>
                {t('views.keep')}
              </Button>
            )}
            <Button onClick={close}>{t('done')}</Button>
          </div>
        </div>
      </Modal>
      {open === 'keep' && <KeepView listing={listing} onClose={close} />}
    </>
  );
};
