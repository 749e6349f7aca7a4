import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../main/contract/index.ts';
import paper from '../incidents/Paper.module.css';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import classes from './People.module.css';
import { noReason, Reasoned, useReason } from './Reasoned.tsx';

/** The second look: what waits is approved as it was seen here, by somebody else than who wrote it. */
export const Approval = ({ person, mayDecide }: { readonly person: Person; readonly mayDecide: boolean }) => {
  const { t } = useTranslation('people');
  const rejection = useReason(`reject/${person.id}`);
  const rejecting = rejection.value !== null;
  const approve = useCommand((client) => client.person.approve({ person: person.id, covers: person.waiting }));
  const isNew = person.files.some(({ status }) => status === 'provisional');
  return (
    <section className={classes.standing} data-state="waiting">
      <p>{person.mayApprove || !mayDecide ? t('file.waits') : t('file.waitsOwn')}</p>
      <ProblemNote problem={approve.problem} />
      {mayDecide && person.mayApprove && !rejecting && (
        <div className={paper.buttons}>
          <Button loading={approve.busy} onClick={() => void approve.run()}>
            {t('file.approve')}
          </Button>
          {isNew && (
            <Button variant="default" onClick={() => rejection.open(noReason)}>
              {t('file.reject')}
            </Button>
          )}
        </div>
      )}
      {rejecting && <Reasoned title={t('file.reject')} label={t('file.rejectReason')} run={(client, reason) => client.person.reject({ person: person.id, reason })} kept={rejection} />}
    </section>
  );
};
