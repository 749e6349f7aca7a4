import { useTranslation } from 'react-i18next';
import type { Staff } from '../../main/contract/index.ts';
import { DuressCode } from './DuressCode.tsx';
import { SettingRow } from './SettingRow.tsx';

/** The second code of whoever is signed in. */
export const OwnDuressCode = ({ staff }: { readonly staff: Staff }) => {
  const { t } = useTranslation('settings');
  return (
    <SettingRow wide title={t('duress.title')} hint={t('duress.hint')} standard={t('duress.default')} source="site">
      <DuressCode staff={staff.id} name={staff.name} />
    </SettingRow>
  );
};
