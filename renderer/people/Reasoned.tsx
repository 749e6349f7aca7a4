import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { lineSchema, type StationClient } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { useKeptForm, type KeptForm } from '../shared/useKeptForm.ts';
import { fieldErrors } from './fieldErrors.ts';
import { InlineForm } from './InlineForm.tsx';

const reasonSchema = lineSchema(500);
const typedSchema = z.object({ reason: z.string() });

export type KeptReason = KeptForm<z.infer<typeof typedSchema>>;

/** Whether that line is asked for, and what was typed of it. */
export const useReason = (place: string): KeptReason => useKeptForm(place, typedSchema);

export const noReason = { reason: '' };

interface Props {
  readonly title: string;
  readonly label: string;
  readonly run: (client: StationClient, reason: string) => Promise<unknown>;
  readonly kept: KeptReason;
}

/** A step that asks for one line. */
export const Reasoned = ({ title, label, run, kept }: Props) => {
  const reason = kept.value?.reason ?? '';
  const [tried, setTried] = useState(false);
  const command = useCommand((client, why: string) => run(client, why));
  const error = fieldErrors(reasonSchema, reason)[''];
  return (
    <InlineForm
      label={title}
      submit={title}
      busy={command.busy}
      problem={command.problem}
      onCancel={kept.close}
      onSubmit={() => {
        setTried(true);
        if (error !== undefined) return false;
        void command.run(reason).then(({ ok }) => ok && kept.close());
        return true;
      }}
    >
      <TextInput label={label} required maxLength={500} value={reason} autoFocus={!kept.found} error={tried ? error : undefined} onChange={(event) => kept.change({ reason: event.currentTarget.value })} />
    </InlineForm>
  );
};
