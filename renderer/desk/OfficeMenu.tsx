import { Button, Menu } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

const pages = ['records', 'readiness', 'settings', 'training'] as const;

/** The way to everything private; each page asks for a sign-in. */
export const OfficeMenu = () => {
  const { t } = useTranslation(['desk', 'shared']);
  return (
    <Menu position="top-start" shadow="md" width={220} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button variant="subtle" c="dimmed" fw={500} px="sm" ml="-0.75rem" rightSection={<IconChevronUp size={16} aria-hidden />}>
          {t('desk:office')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {pages.map((page) => (
          <Menu.Item key={page} component={Link} href={`/${page}`} py="sm">
            {t(`shared:pages.${page}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
