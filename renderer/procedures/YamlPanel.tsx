import { Button, Textarea } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonRow } from '../settings/ButtonRow.tsx';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import type { Document } from './outline.ts';
import classes from './Panels.module.css';

interface Props {
  /** What is shown as YAML to begin with; null: an empty field. */
  readonly procedure: string | null;
  readonly edition: string | null;
  readonly onRead: (document: Document) => void;
  readonly onClose: () => void;
}

/** A procedure as YAML, to keep, to compare and to read back. What is wrong with it names its line. */
export const YamlPanel = ({ procedure, edition, onRead, onClose }: Props) => {
  const { t } = useTranslation('procedures');
  const [text, setText] = useState('');
  const show = useCommand((client, input: { readonly procedure: string; readonly edition: string | null }) => client.procedure.toYaml(input));
  const read = useCommand((client, document: string) => client.procedure.fromYaml({ text: document }));
  const begin = useEffectEvent(async (): Promise<void> => {
    const shown = procedure === null ? null : await show.run({ procedure, edition });
    if (shown?.ok === true) setText(shown.value);
  });
  useEffect(() => void begin(), []);
  const take = async (): Promise<void> => {
    const document = await read.run(text);
    if (document.ok) onRead(document.value);
  };
  return (
    <form
      className={classes.panel}
      aria-label={t('yaml.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <Textarea autoFocus className={classes.yaml ?? ''} label={t('yaml.text')} description={t('yaml.hint')} autosize minRows={8} maxRows={20} spellCheck={false} value={text} aria-invalid={read.problem !== null} onChange={(event) => setText(event.currentTarget.value)} />
      <ProblemNote problem={show.problem ?? read.problem} />
      <ButtonRow>
        <Button variant="default" onClick={onClose}>
          {t('yaml.close')}
        </Button>
        {text !== '' && (
          <Button variant="default" component="a" href={`data:application/yaml;charset=utf-8,${encodeURIComponent(text)}`} download={`${procedure ?? 'procedure'}.yaml`}>
            {t('yaml.download')}
          </Button>
        )}
        <Button type="submit" loading={read.busy}>
          {t('yaml.save')}
        </Button>
      </ButtonRow>
    </form>
  );
};
