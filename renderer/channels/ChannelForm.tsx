import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelInput, ChannelSecretName, Problem } from '../../main/contract/index.ts';
import { DraftForm } from '../settings/DraftForm.tsx';
import { flawAt } from '../settings/flaws.ts';
import type { SiteStation } from '../settings/siteStations.ts';
import { Tick } from '../settings/Tick.tsx';
import { ChannelField } from './ChannelField.tsx';
import { checkDraft } from './channelDraft.ts';
import type { ChannelDraft } from './channelDraft.ts';
import { keyOf, shownFields, shownSecrets } from './channelFields.ts';
import classes from './Channels.module.css';
import { FromStations } from './FromStations.tsx';
import { SecretField } from './SecretField.tsx';
import { ZoneFields } from './ZoneFields.tsx';
import { stationWords } from '../shared/stationWords/stationWords.ts';

interface Props {
  readonly title: string;
  readonly start: ChannelDraft;
  readonly secretsSet: readonly ChannelSecretName[];
  readonly stations: readonly SiteStation[];
  /** Ids of the other channels. */
  readonly taken: readonly string[];
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onSave: (input: ChannelInput) => void;
  readonly onCancel: () => void;
}

/** Everything about one channel. What is wrong stands beside its field once somebody tried to save. */
export const ChannelForm = ({ title, start, secretsSet, stations, taken, busy, problem, onSave, onCancel }: Props) => {
  const { t } = useTranslation('channels');
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const checked = checkDraft(draft, taken);
  const flaws = tried && !checked.ok ? checked.flaws : [];
  const error = (path: string): string | null => {
    const flaw = flawAt(flaws, path);
    if (flaw !== undefined) return flaw.code === 'other' ? stationWords(flaw.message) : t(`flaw.${flaw.code}`, { limit: flaw.limit ?? '' });
    return problem?.field === path ? stationWords(problem.message) : null;
  };
  const setValue = (key: string, value: string | boolean): void => setDraft({ ...draft, values: { ...draft.values, [key]: value } });
  const save = (): boolean => {
    setTried(true);
    if (checked.ok) onSave(checked.input);
    return checked.ok;
  };

  return (
    <DraftForm title={title} busy={busy} problem={problem} fix={flaws.length > 0 ? t('fix', { count: flaws.length }) : null} save={t('save')} cancel={t('cancel')} onSave={save} onCancel={onCancel}>
      <h4 className={classes.formTitle}>{title}</h4>
      <TextInput autoFocus label={t('name')} description={t('nameHint')} inputWrapperOrder={['label', 'input', 'error', 'description']} autoComplete="off" value={draft.name} error={error('name')} onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })} />
      <div className={classes.fields}>
        {shownFields(draft.type, draft.values).map((field) =>
          field.control === 'zones' ? null : (
            <ChannelField key={field.name} type={draft.type} field={field} value={draft.values[keyOf(field)] ?? ''} error={error(`settings.${keyOf(field)}`)} onChange={(value) => setValue(keyOf(field), value)} />
          ),
        )}
        {shownSecrets(draft.type, draft.values).map((name) => (
          <SecretField key={name} name={name} isSet={secretsSet.includes(name)} edit={draft.secrets[name] ?? { what: 'keep' }} error={error(`secrets.${name}`)} onEdit={(edit) => setDraft({ ...draft, secrets: { ...draft.secrets, [name]: edit } })} />
        ))}
      </div>
      {draft.type === 'dc09' && <ZoneFields stations={stations} values={draft.values} error={error} onChange={setValue} />}
      <FromStations stations={stations} from={draft.from} hint={draft.type === 'relay' ? t('from.relayHint') : t('from.hint')} onChange={(from) => setDraft({ ...draft, from })} />
      <Tick label={t('safeForDrills')} hint={t('safeForDrillsHint')} ticked={draft.safeForDrills} onTick={(safeForDrills) => setDraft({ ...draft, safeForDrills })} />
      <Tick label={t('reachesPolice')} hint={t('reachesPoliceHint')} ticked={draft.reachesPolice} onTick={(reachesPolice) => setDraft({ ...draft, reachesPolice })} />
    </DraftForm>
  );
};
