import { Button, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonRow } from '../settings/ButtonRow.tsx';
import { SettingRow } from '../settings/SettingRow.tsx';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import classes from './Plans.module.css';

/** The whole document as YAML, to read, to keep and to replace. What is wrong with it names its line. */
export const PlanYaml = () => {
  const { t } = useTranslation('plans');
  const [text, setText] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const read = useCommand((client) => client.plan.toYaml());
  const write = useCommand((client, document: string) => client.plan.fromYaml({ text: document }));
  const show = async (): Promise<void> => {
    setSaid('');
    const document = await read.run();
    if (document.ok) setText(document.value);
  };
  const takeOver = async (): Promise<void> => {
    if (text === null || write.busy || !(await write.run(text)).ok) return;
    setText(null);
    setSaid(t('yaml.saved'));
  };
  return (
    <SettingRow wide title={t('yaml.title')} hint={t('yaml.hint')} source="site">
      {text === null ? (
        <>
          <Button variant="default" loading={read.busy} onClick={() => void show()}>
            {t('yaml.show')}
          </Button>
          <ProblemNote problem={read.problem} />
          <Text role="status">{said}</Text>
        </>
      ) : (
        <form
          className={classes.spans}
          onSubmit={(event) => {
            event.preventDefault();
            void takeOver();
          }}
        >
          <Textarea autoFocus className={classes.yaml ?? ''} label={t('yaml.text')} description={t('yaml.textHint')} autosize minRows={8} maxRows={22} spellCheck={false} value={text} aria-invalid={write.problem !== null} onChange={(event) => setText(event.currentTarget.value)} />
          <ProblemNote problem={write.problem} />
          <ButtonRow>
            <Button variant="default" onClick={() => setText(null)}>
              {t('yaml.close')}
            </Button>
            <Button variant="default" component="a" href={`data:application/yaml;charset=utf-8,${encodeURIComponent(text)}`} download="plans.yaml">
              {t('yaml.download')}
            </Button>
            <Button type="submit" loading={write.busy}>
              {t('yaml.save')}
            </Button>
          </ButtonRow>
        </form>
      )}
    </SettingRow>
  );
};
