import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import { actor, type Access, type CallContext } from '../access.ts';
import { give } from '../answers.ts';
import type { Changes } from '../changes.ts';

/** The contract's calls on backups. */
export const createBackupRouter = ({ changing, watching, whoMay }: Access, changes: Changes): Router<Contract['backup'], CallContext> => {
  const it = implement(contract.backup).$context<CallContext>();
  return it.router({
    watch: it.watch.handler(({ context, signal }) => changes.watch(['backups', 'session'], () => watching('read-site', context.door).backups.state(), signal)),
    make: it.make.handler(async ({ input, context }) => {
      const station = whoMay('change-backups', context.door);
      const made = give(await station.backups.make(input));
      station.audit.noteIfPossible('backup-made', '', actor(station, context.door));
      return made;
    }),
    stop: it.stop.handler(changing('change-backups', ({ backups }) => backups.stop())),
    setPassphrase: it.setPassphrase.handler(changing('change-backups', ({ backups }, input, by) => backups.setPassphrase(input.passphrase, by))),
    schedule: it.schedule.handler(changing('change-backups', ({ backups }, input, by) => backups.schedule(input.schedule, by))),
  });
};
