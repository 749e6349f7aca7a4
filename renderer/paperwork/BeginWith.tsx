import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordForm, RecordFormSet } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { readersLanguage } from '../shared/locale.ts';
import classes from './Paperwork.module.css';

const sets: readonly RecordFormSet[] = ['library', 'clinic', 'council'];

/** Forms to begin with: one of them takes the place of what is worked on, and is changed from there. */
export const BeginWith = ({ onTake }: { readonly onTake: (set: RecordFormSet, form: RecordForm) => void }) => {
  const { t } = useTranslation('paperwork');
  const fetched = useCommand((client) => client.recordForm.sets({ language: readersLanguage() }));
  const take = async (wanted: RecordFormSet): Promise<void> => {
    const found = await fetched.run();
    const form = found.ok ? found.value.find(({ set }) => set === wanted)?.form : undefined;
    if (form !== undefined) onTake(wanted, form);
  };
  return (
    <section className={classes.part} aria-labelledby="begin-with">
      <div>
        <h2 id="begin-with">{t('form.begin.title')}</h2>
        <Text c="dimmed">{t('form.begin.hint')}</Text>
      </div>
      <div className={classes.row}>
        {sets.map((set) => (
          <Button key={set} variant="default" loading={fetched.busy} onClick={() => void take(set)}>
            {t(`form.begin.sets.${set}`)}
          </Button>
        ))}
      </div>
      <ProblemNote problem={fetched.problem} />
    </section>
  );
};
