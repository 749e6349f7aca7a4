import { ActionIcon, Button, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { establishPersonSchema, type ShownPersonDraft } from '../../main/contract/index.ts';
import { Question } from '../incidents/DraftEnd.tsx';
import form from '../incidents/DraftForm.module.css';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { DayField } from '../shared/fields/DayField.tsx';
import { goToFirstFlaw } from '../shared/fields/goToFirstFlaw.ts';
import { looksLikeCardNumber } from './cardNumber.ts';
import { fieldErrors } from './fieldErrors.ts';
import classes from './People.module.css';
import { useFileDraft, type FileDraft } from './useFileDraft.ts';
import { usePeopleSelection } from './usePeople.ts';
import { personDraftsKey } from './usePersonDrafts.ts';

interface Props {
  readonly draft: ShownPersonDraft;
  /** Whoever reads files reads this one next. */
  readonly reader: boolean;
}

/** As it is handed in: empty rows are left out, an empty marker is none. */
const handedIn = ({ names, marker, ...rest }: FileDraft) => ({ ...rest, names: names.map((name) => name.trim()).filter((name) => name !== ''), marker: marker.trim() === '' ? null : marker });

/** "Establish file on customer". Every keystroke is kept on this desk, for whoever writes it alone. */
export const EstablishForm = ({ draft, reader }: Props) => {
  const { t } = useTranslation('people');
  const { file, change, state, saver } = useFileDraft(draft);
  const { select } = usePeopleSelection();
  const queries = useQueryClient();
  const [tried, setTried] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const root = useRef<HTMLFormElement>(null);
  const establish = useCommand(async (client) => {
    await saver.flush();
    return client.person.establish(establishPersonSchema.parse(handedIn(file)));
  });
  // Nothing is on its way any more that would bring it back.
  const discard = useCommand(async (client) => {
    await saver.flush();
    return client.person.discardDraft({ id: draft.id });
  });
  const found = fieldErrors(establishPersonSchema, handedIn(file));
  const errors: Readonly<Record<string, string | undefined>> = tried ? found : {};
  const count = Object.keys(found).length;
  const caution = looksLikeCardNumber([file.description, file.before, file.marker, ...file.names].join('\n'));

  const finish = async (command: typeof establish | typeof discard, next: string): Promise<void> => {
    if (!(await command.run()).ok) return;
    saver.stop();
    select(next, { replace: true });
    await queries.invalidateQueries({ queryKey: personDraftsKey });
  };

  return (
    <form
      ref={root}
      className={form.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // Drawn at once, so that the first field that needs a correction can be gone to.
        flushSync(() => setTried(true));
        if (count === 0) void finish(establish, reader ? `file/${draft.id}` : 'handed-in');
        else goToFirstFlaw(root.current);
      }}
    >
      <header className={form.head}>
        <h2 className={form.title}>{t('form.heading')}</h2>
        <Text component="span" className={form.state ?? ''} role="status">
          {t(`form.state.${state}`)}
        </Text>
      </header>
      <p className={classes.rule}>{t('form.rule')}</p>
      {draft.leftBy !== null && <Text>{draft.leftBy === '' ? t('form.leftBySomebody') : t('form.leftBy', { name: draft.leftBy })}</Text>}
      {file.incident !== null && <Text c="dimmed">{t('form.fromRecord')}</Text>}

      <fieldset className={form.part}>
        <legend>{t('form.who')}</legend>
        <NameRows names={file.names} errors={errors} onChange={(names) => change({ names })} />
        <Textarea label={t('form.description')} description={t('form.descriptionHint')} autosize minRows={2} maxLength={2000} value={file.description} error={errors['description']} onChange={(event) => change({ description: event.currentTarget.value })} />
      </fieldset>

      <fieldset className={form.part}>
        <legend>{t('form.why')}</legend>
        <Textarea label={t('form.before')} description={t('form.beforeHint')} required autosize minRows={5} maxLength={20_000} value={file.before} error={errors['before']} onChange={(event) => change({ before: event.currentTarget.value })} />
        <TextInput label={t('form.marker')} description={t('form.markerHint')} maxLength={200} value={file.marker} error={errors['marker']} onChange={(event) => change({ marker: event.currentTarget.value })} />
        <DayField side="future" label={t('form.reviewOn')} description={t('form.reviewHint')} required value={file.reviewOn} error={errors['reviewOn']} onChange={(reviewOn) => change({ reviewOn })} />
      </fieldset>

      <div role="status">{caution && <p className={classes.rule}>{t('form.caution')}</p>}</div>
      <ProblemNote problem={establish.problem} />
      {tried && count > 0 && (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('form.fix', { count })}
        </Text>
      )}
      <Text c="dimmed">{t('form.handInHint')}</Text>
      <div className={form.buttons}>
        <Button variant="subtle" mod="flush" onClick={() => setDiscarding(true)}>
          {t('form.discard')}
        </Button>
        <Button type="submit" loading={establish.busy}>
          {t('form.handIn')}
        </Button>
      </div>
      <Question
        opened={discarding}
        title={t('confirmDiscard.title')}
        text={t('confirmDiscard.text')}
        no={t('confirmDiscard.back')}
        yes={t('confirmDiscard.discard')}
        focusNo
        command={discard}
        onNo={() => setDiscarding(false)}
        onYes={() => void finish(discard, '')}
      />
    </form>
  );
};

interface NameRowsProps {
  readonly names: readonly string[];
  readonly errors: Readonly<Record<string, string | undefined>>;
  readonly onChange: (names: string[]) => void;
}

const NameRows = ({ names, errors, onChange }: NameRowsProps) => {
  const { t } = useTranslation('people');
  return (
    <div role="group" aria-labelledby="known-names" className={form.rows}>
      <div>
        <Text id="known-names" fw={500}>
          {t('form.names')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('form.namesHint')}
        </Text>
      </div>
      {names.map((name, index) => (
        <div key={index} className={classes.row}>
          <TextInput aria-label={t('form.name', { number: index + 1 })} maxLength={80} value={name} error={errors[`names.${index}`]} onChange={(event) => onChange(names.map((each, at) => (at === index ? event.currentTarget.value : each)))} />
          <ActionIcon aria-label={t('form.removeName', { number: index + 1 })} onClick={() => onChange(names.filter((_name, at) => at !== index))}>
            <IconX size={20} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onChange([...names, ''])}>
          {t('form.addName')}
        </Button>
      </div>
    </div>
  );
};
