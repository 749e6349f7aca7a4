import { Button, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Written } from '../../main/contract/index.ts';
import paper from '../incidents/Paper.module.css';
import { useCommand } from '../shared/connection/hooks.tsx';
import { absoluteTime } from '../shared/time.ts';
import { useKeptText } from '../shared/useKeptText.ts';
import { InlineForm } from './InlineForm.tsx';
import { looksLikeCardNumber } from './cardNumber.ts';
import classes from './People.module.css';
import { useWho } from './usePeople.ts';

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
  const [changing, setChanging] = useState(false);
  const title = t(`file.${field}`);
  return (
    <section className={paper.section}>
      <h3>{title}</h3>
      {changing ? (
        <RewriteForm person={person} file={file} field={field} written={written} title={title} onDone={() => setChanging(false)} />
      ) : (
        <>
          {written.text === '' ? <Text c="dimmed">{t('file.nothing')}</Text> : <p className={paper.text}>{written.text}</p>}
          {mayWrite && (
            <div className={paper.buttons}>
              <Button variant="subtle" mod="flush" aria-label={t('file.changeOf', { what: title })} onClick={() => setChanging(true)}>
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

const RewriteForm = ({ person, file, field, written, title, onDone }: Omit<Props, 'mayWrite'> & { readonly title: string; readonly onDone: () => void }) => {
  const { t } = useTranslation('people');
  const kept = useKeptText(`file/${file}/${field}/${written.change}`);
  const text = kept.text ?? written.text;
  const leave = (): void => {
    kept.end();
    onDone();
  };
  // What stood here when the writing began is what it replaces: what came meanwhile is left beside it.
  const [over] = useState(() => [written.change, ...written.besides.map(({ change }) => change)]);
  const amend = useCommand((client) => client.person.amend({ person, [field]: { file, text, over } }));
  return (
    <InlineForm
      label={t('file.changeOf', { what: title })}
      submit={t('file.do')}
      busy={amend.busy}
      problem={amend.problem}
      onCancel={leave}
      onSubmit={() => {
        void amend.run().then(({ ok }) => ok && leave());
        return true;
      }}
    >
      <Textarea aria-label={title} description={looksLikeCardNumber(text) ? t('form.caution') : undefined} autosize minRows={3} maxLength={field === 'description' ? 2000 : 20_000} value={text} autoFocus onChange={(event) => kept.write(event.currentTarget.value)} />
    </InlineForm>
  );
};
