import { Button, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Printed } from '../people/Printed.tsx';
import { useMay } from '../shared/useSession.ts';
import { OwnWords } from './OwnWords.tsx';
import { Register } from './Register.tsx';
import { useRegisterFacts } from './useRegisterFacts.ts';

/** The register of processing: what only the site knows is written here, the rest is filled in from how it is set up. */
export const RegisterPage = () => {
  const { t } = useTranslation('protection');
  const facts = useRegisterFacts();
  const mayChange = useMay('change-site');
  return (
    <>
      <div>
        <Button component={Link} href="/data-protection" variant="subtle" mod="flush" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('register.back')}
        </Button>
      </div>
      {facts === undefined ? (
        <Text c="dimmed">{t('loading')}</Text>
      ) : (
        <>
          {mayChange && <OwnWords settings={facts.settings} />}
          <Printed print={t('register.print')}>
            <Register facts={facts} />
          </Printed>
        </>
      )}
    </>
  );
};
