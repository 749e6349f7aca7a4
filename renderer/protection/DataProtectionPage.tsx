import { Button, Text, Title } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { PrivatePage } from '../shared/PrivatePage.tsx';
import classes from './Protection.module.css';
import { RegisterPage } from './RegisterPage.tsx';
import { RetentionSettings } from './RetentionSettings.tsx';

/** `/data-protection`, and the register under it. */
export const DataProtectionPage = () => {
  const { t } = useTranslation('protection');
  const [location] = useLocation();
  return (
    <PrivatePage title={t('title')} needs="read-setup">
      <div className={classes.page}>
        {location.endsWith('/register') ? (
          <RegisterPage />
        ) : (
          <>
            <RetentionSettings />
            <section className={classes.section} aria-labelledby="register-link">
              <Title order={2} size="h3" id="register-link">
                {t('register.link')}
              </Title>
              <Text>{t('register.linkText')}</Text>
              <div>
                <Button component={Link} href="/data-protection/register" variant="default" leftSection={<IconFileText size={20} aria-hidden />}>
                  {t('register.open')}
                </Button>
              </div>
            </section>
          </>
        )}
      </div>
    </PrivatePage>
  );
};
