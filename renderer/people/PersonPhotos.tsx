import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Attachment, Person } from '../../main/contract/index.ts';
import { Attachments } from '../attachments/Attachments.tsx';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useCalled } from './usePeople.ts';

interface Props {
  readonly person: Person;
  /** Which of the files that were merged. */
  readonly file: string;
  readonly mayWrite: boolean;
}

/** Photos and files of somebody, and which picture the desks are shown with the card. New ones go to the file that leads. */
export const PersonPhotos = ({ person, file, mayWrite }: Props) => {
  const { t } = useTranslation('people');
  const called = useCalled();
  const choose = useCommand((client, attachment: string | null) => client.person.choosePhoto({ person: person.id, attachment }));

  const besides = ({ id, name, thumbnail, restricted }: Attachment) => {
    const chosen = person.photos.find(({ attachment }) => attachment === id);
    return (
      <>
        {chosen !== undefined && <strong>{chosen.shown ? t('photo.shown') : t('photo.waits')}</strong>}
        {mayWrite && thumbnail !== null && !restricted && (
          <Button variant="subtle" mod="flush" size="compact-sm" mih="2.75rem" loading={choose.busy} aria-label={chosen === undefined ? t('photo.chooseNamed', { name }) : t('photo.takeOffNamed', { name })} onClick={() => void choose.run(chosen === undefined ? id : null)}>
            {chosen === undefined ? t('photo.choose') : t('photo.takeOff')}
          </Button>
        )}
      </>
    );
  };

  return (
    <>
      <Attachments
        owner={`person/${file}`}
        filedAt={person.files.find(({ id }) => id === file)?.established.at ?? ''}
        mayAdd={mayWrite && file === person.id}
        {...(file === person.files[0]?.id ? {} : { heading: t('photo.all', { name: called(person.names.filter((name) => name.file === file).map(({ name }) => name)) }) })}
        besides={besides}
      />
      <ProblemNote problem={choose.problem} />
    </>
  );
};
