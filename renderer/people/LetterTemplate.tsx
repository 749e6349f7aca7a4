import { Button, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { letterPlaceholders, newLetterTemplateSchema } from '../../main/contract/index.ts';
import form from '../incidents/DraftForm.module.css';
import { useCommand, useStation } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { readersLanguage } from '../shared/locale.ts';
import { useKeptText } from '../shared/useKeptText.ts';
import { fieldErrors } from './fieldErrors.ts';
import classes from './People.module.css';

/** The site's own words for the notice letter. */
export const LetterTemplate = () => {
  const { t } = useTranslation('people');
  const client = useStation();
  const template = useQuery({ queryKey: ['letter', readersLanguage()], queryFn: ({ signal }) => client.person.letter({ language: readersLanguage() }, { signal }), retry: false });
  if (template.data === undefined) return <Text c="dimmed">{t('loading')}</Text>;
  return <TemplateForm text={template.data.text ?? template.data.standard} />;
};

const TemplateForm = ({ text: before }: { readonly text: string }) => {
  const { t } = useTranslation('people');
  const queries = useQueryClient();
  const kept = useKeptText('letter-template');
  const text = kept.text ?? before;
  const [saved, setSaved] = useState(false);
  const save = useCommand((client, words: string | null) => client.person.changeLetter({ text: words }));
  const error = fieldErrors(newLetterTemplateSchema, { text })['text'];
  const keep = async (words: string | null): Promise<void> => {
    const done = await save.run(words);
    if (!done.ok) return;
    setSaved(true);
    await queries.invalidateQueries({ queryKey: ['letter'] });
    kept.end();
  };
  return (
    <form
      noValidate
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (error === undefined) void keep(text);
      }}
    >
      <header className={form.head}>
        <h2 className={form.title}>{t('letter.editHeading')}</h2>
        <Text component="span" className={form.state ?? ''} role="status">
          {saved && t('letter.saved')}
        </Text>
      </header>
      <div>
        <Text>{t('letter.editHint')}</Text>
        <dl className={classes.placeholders}>
          {letterPlaceholders.map((name) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{`{${name}}`}</dt>
              <dd>{t(`letter.placeholders.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Textarea
        label={t('letter.text')}
        autosize
        minRows={12}
        maxLength={10_000}
        value={text}
        error={error}
        onChange={(event) => {
          kept.write(event.currentTarget.value);
          setSaved(false);
        }}
      />
      <ProblemNote problem={save.problem} />
      <div className={form.buttons}>
        <Button variant="subtle" onClick={() => void keep(null)}>
          {t('letter.own')}
        </Button>
        <Button type="submit" loading={save.busy} disabled={error !== undefined}>
          {t('letter.save')}
        </Button>
      </div>
    </form>
  );
};
