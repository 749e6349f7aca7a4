import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Problem } from '../../main/contract/index.ts';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useKeptForm } from '../shared/useKeptForm.ts';

export type LinePair = readonly [first: string, second: string];

const typedSchema = z.object({ lines: z.array(z.tuple([z.string(), z.string()])) });

interface LinePairsProps {
  /** What the lines are of: what was typed is kept under it. */
  readonly of: string;
  readonly labels: LinePair;
  readonly pairs: readonly LinePair[];
  /** At most so many lines. */
  readonly longest: number;
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Resolves to whether they were kept. */
  readonly onSave: (pairs: readonly LinePair[]) => Promise<boolean>;
}

/** Lines of two fields. Somebody's typing stays until it is saved, also while the stored lines change elsewhere or the page is blanked. */
export const LinePairs = ({ of, labels, pairs, longest, busy, problem, onSave }: LinePairsProps) => {
  const { t } = useTranslation(['settings', 'shared']);
  const kept = useKeptForm(`lines/${of}`, typedSchema);
  const edited: readonly LinePair[] | null = kept.value?.lines ?? null;
  const setEdited = (lines: readonly LinePair[]): void => kept.write({ lines: lines.map(([first, second]) => [first, second]) });
  const [tried, setTried] = useState(false);
  const shown = edited ?? pairs;
  const incomplete = shown.some(([first, second]) => first.trim() === '' || second.trim() === '');

  const leave = (): void => {
    kept.close();
    setTried(false);
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (!incomplete && (await onSave(shown))) leave();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="xs">
        {shown.length === 0 && <Text c="dimmed">{t('lines.none')}</Text>}
        {shown.map((pair, index) => (
          <Group key={index} wrap="nowrap" gap="xs">
            {([0, 1] as const).map((side) => (
              <TextInput
                key={side}
                flex={1}
                placeholder={labels[side]}
                aria-label={t('lines.nth', { label: labels[side], number: index + 1 })}
                value={pair[side]}
                error={tried && pair[side].trim() === ''}
                onChange={(event) => setEdited(shown.with(index, side === 0 ? [event.currentTarget.value, pair[1]] : [pair[0], event.currentTarget.value]))}
              />
            ))}
            <ActionIcon aria-label={t('lines.remove', { number: index + 1 })} onClick={() => setEdited(shown.toSpliced(index, 1))}>
              <IconTrash size={20} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {tried && incomplete && <Text role="alert">{t('lines.incomplete')}</Text>}
        <ProblemNote problem={problem} />
        <Group>
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} disabled={shown.length >= longest} onClick={() => setEdited([...shown, ['', '']])}>
            {t('lines.add')}
          </Button>
          {edited !== null && (
            <>
              <Button variant="default" onClick={leave}>
                {t('shared:cancel')}
              </Button>
              <Button type="submit" loading={busy}>
                {t('save')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </form>
  );
};
