import { useCommand, useConnectionState, useOpenSavers } from './connection/hooks.tsx';

/** Signs whoever sits here out, after what was typed to the last moment is on this desk: nobody else may save it. `hide` goes back to the noticeboard; it waits for no station that is away. */
export const useSignOut = (hide: () => void): (() => Promise<void>) => {
  const savers = useOpenSavers();
  const connection = useConnectionState();
  const signOut = useCommand((client) => client.session.signOut());
  return async () => {
    const away = connection !== 'connected';
    if (away) hide();
    await savers.flush();
    await signOut.run();
    if (!away) hide();
  };
};
