import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { planDocumentSchema } from '../../main/contract/index.ts';
import type { PlanDocument } from '../../main/contract/index.ts';
import { flawsOf } from '../settings/flaws.ts';
import { NumberField } from '../settings/NumberField.tsx';
import { SettingRow } from '../settings/SettingRow.tsx';
import { TickGroup } from '../settings/TickGroup.tsx';
import { useChannels } from '../shared/useChannels.ts';
import { SettingForm } from './SettingForm.tsx';
import { useFlawWords } from './useFlawWords.ts';
import { useChangePlans } from './usePlans.ts';

/** Which channels are told of faults, and after how long. */
export const FaultSettings = ({ document }: { readonly document: PlanDocument }) => {
  const { t } = useTranslation('plans');
  const channels = useChannels() ?? [];
  const change = useChangePlans();
  const [edited, setEdited] = useState<{ readonly channels: readonly string[]; readonly after: string } | null>(null);
  const shown = edited ?? { channels: document.faults.channels, after: String(document.faults.after) };
  const parsed = planDocumentSchema.shape.faults.safeParse({ channels: shown.channels, after: shown.after === '' ? Number.NaN : Number(shown.after) });
  const error = useFlawWords(parsed.success ? [] : flawsOf(parsed.error));
  const gone = shown.channels.filter((id) => !channels.some((channel) => channel.id === id)).map((id) => ({ id, name: t('recipient.unknown', { id }) }));
  const save = async (): Promise<void> => {
    if (parsed.success && (await change.run(() => ({ faults: parsed.data }))).ok) setEdited(null);
  };

  return (
    <SettingRow wide title={t('faults.title')} hint={t('faults.hint')} standard={t('faults.default')} source="site">
      <SettingForm edited={edited !== null} busy={change.busy} problem={change.problem} onSave={save}>
        <TickGroup
          title={t('faults.channels')}
          before={channels.length + gone.length === 0 && <Text c="dimmed">{t('faults.noChannels')}</Text>}
          choices={[...channels, ...gone].map(({ id, name }) => ({ id, label: name }))}
          chosen={shown.channels}
          onChange={(chosen) => setEdited({ ...shown, channels: chosen })}
        />
        <NumberField label={t('faults.after')} description={t('faults.afterHint')} value={shown.after} error={error('after')} onChange={(after) => setEdited({ ...shown, after })} />
      </SettingForm>
    </SettingRow>
  );
};
