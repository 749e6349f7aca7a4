import { Button, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Written } from '../../main/contract/index.ts';
import paper from '../incidents/Paper.module.css';
import { useCommand } from '../shared/connection/hooks.tsx';
import { absoluteTime } from '../shared/time.ts';
import { useKeptForm, type KeptForm } from '../shared/useKeptForm.ts';
import { InlineForm } from './InlineForm.tsx';
import { looksLikeCardNumber } from './cardNumber.ts';
import classes from './People.module.css';
import { useWho } from './usePeople.ts';

/** `over`: what stood here when the writing began is what it replaces; what came meanwhile is left beside it. */
const typedSchema = z.object({ text: z.string(), over: z.array(z.string()) });
type Typed = z.infer<typeof typedSchema>;

interface Props {
  readonly person: string;
  readonly file: string;
  readonly field: 'description' | 'before';
  readonly written: Written;
  readonly mayWrite: boolean;
}

/** A text of the file. What a colleague wrote at the same time at another desk stands beside it until somebody brings both together. */
export const WrittenText = ({ person, file, field, written, mayWrite }: Props) => {
  const { t } = useTranslation('people');
  const who = useWho();
  const form = useKeptForm(`file/${file}/${field}`, typedSchema);
  const title = t(`file.${field}`);
  return (
    <section className={paper.section}>
      <h3>{title}</h3>
      {form.value !== null ? (
        <RewriteForm person={person} file={file} field={field} title={title} form={form} typed={form.value} />
      ) : (
        <>
          {written.text === '' ? <Text c="dimmed">{t('file.nothing')}</Text> : <p className={paper.text}>{written.text}</p>}
          {mayWrite && (
            <div className={paper.buttons}>
              <Button variant="subtle" mod="flush" aria-label={t('file.changeOf', { what: title })} onClick={() => form.open({ text: written.text, over: [written.change, ...written.besides.map(({ change }) => change)] })}>
                {t('file.change')}
              </Button>
            </div>
          )}
        </>
      )}
      {written.besides.map((beside) => (
        <div key={beside.change} className={classes.besides}>
          <p>{beside.text}</p>
          <p className={paper.byline}>
            {t('file.besides', { who: who(beside) })} {absoluteTime(beside.at)}
          </p>
        </div>
      ))}
    </section>
  );
};

interface RewriteProps extends Pick<Props, 'person' | 'file' | 'field'> {
  readonly title: string;
  readonly form: KeptForm<Typed>;
  readonly typed: Typed;
}

const RewriteForm = ({ person, file, field, title, form, typed: { text, over } }: RewriteProps) => {
  const { t } = useTranslation('people');
  const amend = useCommand((client) => client.person.amend({ person, [field]: { file, text, over } }));
  return (
    <InlineForm
      label={t('file.changeOf', { what: title })}
      submit={t('file.do')}
      busy={amend.busy}
      problem={amend.problem}
      onCancel={form.close}
      onSubmit={() => {
        void amend.run().then(({ ok }) => ok && form.close());
        return true;
      }}
    >
      <Textarea aria-label={title} description={looksLikeCardNumber(text) ? t('form.caution') : undefined} autosize minRows={3} maxLength={field === 'description' ? 2000 : 20_000} value={text} autoFocus={!form.found} onChange={(event) => form.change({ text: event.currentTarget.value })} />
    </InlineForm>
  );
};
