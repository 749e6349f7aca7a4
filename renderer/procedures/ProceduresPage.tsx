import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { PrivatePage } from '../shared/PrivatePage.tsx';
import { OpenProcedure } from './OpenProcedure.tsx';
import { ProcedureList } from './ProcedureList.tsx';

/** The procedures of the site: a list, or one of them under the pen. */
export const ProceduresPage = () => {
  const { t } = useTranslation('procedures');
  const [location] = useLocation();
  const procedure = location.split('/')[2] ?? '';
  return (
    <PrivatePage title={t('title')} needs="change-procedures">
      {procedure === '' ? <ProcedureList /> : <OpenProcedure key={procedure} id={procedure} />}
    </PrivatePage>
  );
};
