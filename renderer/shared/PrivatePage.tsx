import { Button, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Capability } from '../../main/contract/index.ts';
import { ChoosePin } from './ChoosePin.tsx';
import classes from './PrivatePage.module.css';
import { SignIn } from './SignIn.tsx';
import { SigningOut } from './SigningOut.tsx';
import { useBlank } from './blank.ts';
import { useSession } from './useSession.ts';
import { useSignOut } from './useSignOut.ts';

interface PrivatePageProps {
  readonly title: string;
  /** What one must be allowed to, to see it; everybody who can sign in, when left out. */
  readonly needs?: Capability;
  /** Buttons that belong into the header. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A page over the noticeboard. It needs a sign-in, and closes at once on Escape, the blanking key. The frame around
 * all pages closes it after some idle minutes and keeps the noticeboard below inert.
 */
export const PrivatePage = ({ title, needs, actions, children }: PrivatePageProps) => {
  const { t } = useTranslation('shared');
  const session = useSession();
  const [, navigate] = useLocation();
  const close = (): void => navigate('/');
  const signOut = useSignOut(close);
  useBlank(close);

  const staff = session?.staff ?? null;
  const choosesPin = session?.choosesPin ?? false;
  const allowed = session !== undefined && staff !== null && !choosesPin && (needs === undefined || session.capabilities.includes(needs));
  return (
    <div className={classes.page} role="dialog" aria-modal="true" aria-labelledby="private-page-title">
      <div className={classes.header}>
        <Title order={1} id="private-page-title" className={classes.title}>
          {title}
        </Title>
        {staff !== null && <SigningOut />}
        {allowed && actions}
        {staff !== null && (
          <>
            <Text size="sm" c="dimmed">
              {t('signedInAs', { name: staff.name })}
            </Text>
            <Button variant="subtle" onClick={() => void signOut()}>
              {t('signOut')}
            </Button>
          </>
        )}
        <Button variant="default" leftSection={<IconX size={18} aria-hidden />} onClick={close}>
          {t('close')}
        </Button>
      </div>
      {/* It scrolls on small screens, so the keyboard has to reach it. */}
      <div className={classes.body} role="region" aria-labelledby="private-page-title" tabIndex={0}>
        {session === undefined ? (
          <Text c="dimmed">{t('connecting')}</Text>
        ) : allowed ? (
          children
        ) : staff === null ? (
          <SignIn />
        ) : choosesPin ? (
          <ChoosePin name={staff.name} />
        ) : (
          <SignIn refused />
        )}
      </div>
    </div>
  );
};
