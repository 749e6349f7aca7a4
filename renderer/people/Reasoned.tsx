import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { lineSchema, type StationClient } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { fieldErrors } from './fieldErrors.ts';
import { InlineForm } from './InlineForm.tsx';

const reasonSchema = lineSchema(500);

interface Props {
  readonly title: string;
  readonly label: string;
  readonly run: (client: StationClient, reason: string) => Promise<unknown>;
  readonly onDone: () => void;
}

/** A step that asks for one line. */
export const Reasoned = ({ title, label, run, onDone }: Props) => {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand((client, why: string) => run(client, why));
  const error = fieldErrors(reasonSchema, reason)[''];
  return (
    <InlineForm
      label={title}
      submit={title}
      busy={command.busy}
      problem={command.problem}
      onCancel={onDone}
      onSubmit={() => {
        setTried(true);
        if (error !== undefined) return false;
        void command.run(reason).then(({ ok }) => ok && onDone());
        return true;
      }}
    >
      <TextInput label={label} required maxLength={500} value={reason} autoFocus error={tried ? error : undefined} onChange={(event) => setReason(event.currentTarget.value)} />
    </InlineForm>
  );
};
