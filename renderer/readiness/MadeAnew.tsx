import { Button, Progress, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RebuildProgress } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { useMay } from '../shared/useSession.ts';

/** Says while everything that is shown is made anew from the events, and how far that is; whoever may change the site can ask for it. */
export const MadeAnew = ({ rebuilding }: { readonly rebuilding: RebuildProgress | null }) => {
  const { t } = useTranslation('readiness');
  const mayAsk = useMay('change-site');
  const [subjects, setSubjects] = useState<number | null>(null);
  const rebuild = useCommand(async (client) => {
    let made = 0;
    for await (const { done } of await client.site.rebuild()) made = done;
    return made;
  });
  const begin = async (): Promise<void> => {
    if (rebuild.busy || rebuilding !== null) return;
    setSubjects(null);
    const made = await rebuild.run();
    if (made.ok) setSubjects(made.value);
  };
  const busy = rebuild.busy || rebuilding !== null;
  if (!mayAsk && !busy) return null;
  return (
    <>
      {mayAsk && <Text c="dimmed">{t('records.anewText')}</Text>}
      {mayAsk && (
        <div>
          <Button variant="default" aria-disabled={busy} onClick={() => void begin()}>
            {t('records.anew')}
          </Button>
        </div>
      )}
      <ProblemNote problem={rebuild.problem} />
      <div role="status">
        {busy && <Text>{t('records.underWay')}</Text>}
        {!busy && subjects !== null && <Text fw={600}>{t('records.done', { count: subjects })}</Text>}
      </div>
      {rebuilding !== null && <HowFar {...rebuilding} />}
    </>
  );
};

const HowFar = ({ done, of }: RebuildProgress) => {
  const { t } = useTranslation('readiness');
  const label = of === 0 ? t('records.counting') : t('records.progress', { done, of });
  return (
    <div>
      <Text c="dimmed">{label}</Text>
      <Progress value={of === 0 ? 0 : (100 * done) / of} size="sm" aria-label={label} />
    </div>
  );
};
