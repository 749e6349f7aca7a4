import { Button, NativeSelect, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keptKinds } from '../../main/contract/index.ts';
import type { KeptKind, Retention, RetentionState } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useMay } from '../shared/useSession.ts';
import { CategoryPeriods } from './CategoryPeriods.tsx';
import { EraseNow } from './EraseNow.tsx';
import { LastNight } from './LastNight.tsx';
import { choicesOf } from './periods.ts';
import classes from './Protection.module.css';
import { RetentionPreview } from './RetentionPreview.tsx';
import { useRetention } from './useRetention.ts';
import { usePeriod } from './useWords.ts';

/** How long what is kept. A change is looked at before it is saved: its preview stands beneath. */
export const RetentionSettings = () => {
  const { t } = useTranslation('protection');
  const { state, readAgain } = useRetention();
  if (state === undefined) return <Text c="dimmed">{t('loading')}</Text>;
  return <Settings state={state} readAgain={readAgain} />;
};

const Settings = ({ state, readAgain }: { readonly state: RetentionState; readonly readAgain: () => Promise<void> }) => {
  const { t } = useTranslation('protection');
  const mayChange = useMay('change-retention');
  const [draft, setDraft] = useState<Retention | null>(null);
  const [saved, setSaved] = useState(false);
  const save = useCommand((client, settings: Retention) => client.retention.save(settings));
  const settings = draft ?? state.settings;
  const isChanged = JSON.stringify(settings) !== JSON.stringify(state.settings);

  const change = (changed: Partial<Retention>): void => {
    setSaved(false);
    setDraft({ ...settings, ...changed });
  };

  const keep = async (): Promise<void> => {
    const kept = await save.run(settings);
    if (!kept.ok) return;
    await readAgain();
    setDraft(null);
    setSaved(true);
  };

  return (
    <>
      <section className={classes.section} aria-labelledby="how-long">
        <Title order={2} size="h3" id="how-long">
          {t('keep.title')}
        </Title>
        <Text>{t('keep.text')}</Text>
        {!mayChange && <Text c="dimmed">{t('keep.readOnly')}</Text>}
        <fieldset disabled={!mayChange} className={classes.periods}>
          {keptKinds.map((what) => (
            <Period key={what} what={what} months={settings[what]} onChange={(months) => change({ [what]: months })} />
          ))}
        </fieldset>
        <fieldset disabled={!mayChange} className={classes.bare}>
          <CategoryPeriods settings={settings} onChange={(byCategory) => change({ byCategory })} />
        </fieldset>
        <ProblemNote problem={save.problem} />
        {isChanged && (
          <div className={classes.buttons}>
            <Button loading={save.busy} onClick={() => void keep()}>
              {t('keep.save')}
            </Button>
            <Button variant="default" onClick={() => setDraft(null)}>
              {t('keep.leave')}
            </Button>
          </div>
        )}
        <Text role="status">{saved && !isChanged && t('keep.saved')}</Text>
      </section>
      <RetentionPreview settings={settings} isDraft={isChanged} />
      <section className={classes.section} aria-labelledby="last-night">
        <Title order={2} size="h3" id="last-night">
          {t('last.title')}
        </Title>
        <LastNight state={state} />
        {mayChange && !isChanged && <EraseNow settings={state.settings} onErased={readAgain} />}
      </section>
    </>
  );
};

interface PeriodProps {
  readonly what: KeptKind;
  readonly months: number | null;
  readonly onChange: (months: number | null) => void;
}

const Period = ({ what, months, onChange }: PeriodProps) => {
  const { t } = useTranslation('protection');
  const period = usePeriod();
  return (
    <NativeSelect
      label={t(`what.${what}`)}
      description={t(`keep.hint.${what}`)}
      inputWrapperOrder={['label', 'description', 'input']}
      value={months ?? ''}
      data={[{ value: '', label: period(null) }, ...choicesOf(months).map((each) => ({ value: String(each), label: period(each) }))]}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
    />
  );
};
