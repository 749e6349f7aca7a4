import { Button, Text, Textarea, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { SiteSettings } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useKeptForm } from '../shared/useKeptForm.ts';
import classes from './Protection.module.css';

type Words = Pick<SiteSettings, 'controller' | 'dataProtectionOfficer' | 'processingNotes'>;

/** Only what was touched: what a colleague saves meanwhile in another field stays. */
const typedSchema = z.object({ controller: z.string(), dataProtectionOfficer: z.string(), processingNotes: z.string() }).partial();
type Typed = Partial<Words>;

/** What no program can know: who answers for it, and on what it rests. */
export const OwnWords = ({ settings }: { readonly settings: SiteSettings }) => {
  const { t } = useTranslation(['protection', 'shared']);
  const queries = useQueryClient();
  const kept = useKeptForm<Typed>('register', typedSchema);
  const typed = kept.value ?? {};
  const words: Words = { controller: settings.controller, dataProtectionOfficer: settings.dataProtectionOfficer, processingNotes: settings.processingNotes, ...typed };
  const save = useCommand(async (client, changed: Typed) => queries.setQueryData(['site settings'], await client.site.changeSettings(changed)));
  const isSaved = words.controller === settings.controller && words.dataProtectionOfficer === settings.dataProtectionOfficer && words.processingNotes === settings.processingNotes;
  const field = (name: keyof Words) => ({ value: words[name], maxLength: mostLetters[name], onChange: (event: { readonly currentTarget: { readonly value: string } }) => kept.write({ ...typed, [name]: event.currentTarget.value }) });
  return (
    <form
      className={classes.form}
      aria-labelledby="own-words"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run(typed).then(({ ok }) => ok && kept.close());
      }}
    >
      <Title order={2} size="h3" id="own-words">
        {t('register.own')}
      </Title>
      <Textarea autosize minRows={2} label={t('register.controller')} description={t('register.controllerHint')} {...field('controller')} />
      <Textarea autosize minRows={2} label={t('register.officer')} description={t('register.officerHint')} {...field('dataProtectionOfficer')} />
      <Textarea autosize minRows={3} label={t('register.notes')} description={t('register.notesHint')} {...field('processingNotes')} />
      <ProblemNote problem={save.problem} />
      <div className={classes.buttons}>
        {!isSaved && (
          <Button variant="default" onClick={kept.close}>
            {t('shared:cancel')}
          </Button>
        )}
        <Button type="submit" loading={save.busy} disabled={isSaved}>
          {t('register.save')}
        </Button>
      </div>
      <Text role="status">{isSaved && save.problem === null && words.controller !== '' && t('register.saved')}</Text>
    </form>
  );
};

/** As the station takes them at most. */
const mostLetters: Readonly<Record<keyof Words, number>> = { controller: 1000, dataProtectionOfficer: 1000, processingNotes: 8000 };
