import { useTranslation } from 'react-i18next';
import type { Recipient } from '../../main/contract/index.ts';
import { TickGroup } from '../settings/TickGroup.tsx';
import { recipientKey } from './planDraft.ts';
import classes from './Plans.module.css';
import { recipientWords } from './stepWords.ts';
import type { RecipientNames } from './stepWords.ts';

interface Props {
  readonly recipients: readonly Recipient[];
  readonly names: RecipientNames;
  readonly error: string | null;
  readonly onChange: (recipients: readonly Recipient[]) => void;
}

/** Everybody who can be told: every desk, groups, desks and ways out; and those that are told although nobody knows them any more. */
export const RecipientTicks = ({ recipients, names, error, onChange }: Props) => {
  const { t } = useTranslation('plans');
  const known: readonly Recipient[] = [
    { to: 'everyone' },
    ...[...names.groups.keys()].map((group) => ({ to: 'group' as const, group })),
    ...[...names.stations.keys()].map((station) => ({ to: 'station' as const, station })),
    ...[...names.channels.keys()].map((channel) => ({ to: 'channel' as const, channel })),
  ];
  const byKey = new Map([...known, ...recipients].map((recipient) => [recipientKey(recipient), recipient]));
  return (
    <TickGroup
      title={t('plan.recipients')}
      choices={[...byKey].map(([id, recipient]) => ({ id, label: recipient.to === 'everyone' ? t('recipient.everyone') : recipientWords(recipient, names, t) }))}
      chosen={recipients.map(recipientKey)}
      onChange={(keys) => onChange(keys.flatMap((key) => byKey.get(key) ?? []))}
      after={
        error !== null && (
          <p role="alert" tabIndex={-1} data-flaw className={classes.error}>
            {error}
          </p>
        )
      }
    />
  );
};
