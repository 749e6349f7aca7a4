import { performance } from 'node:perf_hooks';
import { createRouterClient } from '@orpc/server';
import { v7 as uuid } from 'uuid';
import { done, failed, type Result } from '../contract/problem.ts';
import { createAttendance } from './fault/attendance.ts';
import { createCarriers } from './carriers.ts';
import { createCaptures } from './trigger/captures.ts';
import { createChanges } from './changes.ts';
import { createCodes } from './staff/codes.ts';
import { readConfiguration } from './configuration.ts';
import { databaseKeyFromFile, openDataFolder } from './storage/dataFolder.ts';
import { startStationParts, type StationParts } from './enrolledStation.ts';
import type { StoredIdentity } from './storage/identityStore.ts';
import { loadProcedures } from './procedure/procedureFiles.ts';
import { createRouter } from './router/router.ts';
import { beginMembership, beginSite, type Beginning } from './site/setUp.ts';
import type { Station, StationOptions } from './station.ts';
import { createSiteClock } from './site/siteClock.ts';
import { openStorage } from './storage/storage.ts';

/**
 * Puts one desk terminal together: data folder, ledger, and, once it belongs to a site, everything else.
 *
 * Errors: `DataFolderUnusable`, `DataFolderInUse`, `ConfigurationInvalid`, `KeyMissing`, `KeyWrong`, `LedgerDamaged`,
 * `LedgerUnwritable`, `PortInUse`. Nothing is overwritten in any of them.
 */
export const createStation = async (options: StationOptions): Promise<Result<Station>> => {
  const folder = openDataFolder(options.dataFolder);
  if (!folder.ok) return folder;
  const give = <Failure>(failure: Failure): Failure => {
    folder.value.release();
    return failure;
  };
  const configuration = readConfiguration(options.dataFolder);
  if (!configuration.ok) return give(configuration);
  const key = options.databaseKey === null ? databaseKeyFromFile(folder.value) : done(options.databaseKey);
  if (!key.ok) return give(key);
  const { log, devices, relays, live, codes = createCodes() } = options;
  const clock = createSiteClock({ system: { now: Date.now }, elapsed: () => performance.now(), log });
  const ids = { next: () => uuid() };
  const opened = openStorage({ folder: folder.value, key: key.value, clock, log, live });
  if (!opened.ok) return give(opened);
  const storage = opened.value;
  const changes = createChanges(log);
  const captures = createCaptures(devices, changes);
  const attendance = createAttendance(clock, changes);
  const { procedures, problems } = loadProcedures(options.dataFolder);
  for (const problem of problems) log.warn({ problem: problem.type }, problem.message);
  let parts: StationParts | null = null;
  let settingUp = false;

  const start = async (enrolled: StoredIdentity): Promise<Result<void>> => {
    const { identity, siteName } = enrolled;
    const ledger = storage.openLedger(enrolled);
    // A command that only looks into the ledger ends before long, and must not tell what another version made of it.
    if (!live) await storage.refreshed();
    const started = await startStationParts({
      context: { ledger, identity, clock, ids, log, changes, procedures },
      siteClock: clock,
      codes,
      siteNameAtEnrolment: siteName,
      dataFolder: options.dataFolder,
      devices,
      relays,
      live,
      listen: options.listen ?? configuration.value.listen,
      fixedAddresses: configuration.value.peers,
      discover: configuration.value.discover,
      attachmentBytes: configuration.value.attachments * 1_000_000_000,
      procedureProblems: problems,
      hostFindings: options.hostFindings ?? [],
      capturing: captures.running,
      attendance,
      expectsWindow: options.expectsWindow ?? false,
      keepIdentity: storage.keepIdentity,
      ask: storage.ask,
      copies: storage.backups,
    });
    if (!started.ok) return started;
    parts = started.value;
    changes.announce('alarms', 'attachments', 'backups', 'bindings', 'board', 'devices', 'drafts', 'faults', 'incidents', 'procedures', 'recordForm', 'rota', 'runs', 'session', 'settings', 'status');
    return done(undefined);
  };

  const setUp = async (begin: () => Promise<Result<Beginning>>): Promise<Result<void>> => {
    if (parts !== null || settingUp) return failed('SiteExists', parts === null ? 'This station is being set up at this moment.' : 'This station belongs to a site already.', 'Choose another data folder with --data for another station.');
    settingUp = true;
    try {
      // An earlier attempt may have been kept and then found the port taken: it is gone on with. A second identity would be another station.
      const stored = storage.identity();
      if (stored !== undefined) return await start(stored);
      const begun = await begin();
      if (!begun.ok) return begun;
      const kept = storage.keepBeginning(begun.value);
      return kept.ok ? await start(begun.value) : kept;
    } finally {
      settingUp = false;
    }
  };

  const router = createRouter({
    parts: () => parts,
    devices,
    captures,
    changes,
    log,
    setupState: () => ({ phase: parts === null ? 'new' : 'ready' }),
    createSite: async (input, door) => {
      const begun = await setUp(() => beginSite(input, { clock, ids, log, codes }));
      if (!begun.ok || door === 'command' || input.administrator === undefined) return begun;
      const { name, pin } = input.administrator;
      const administrator = parts?.staff.list().find((person) => person.name === name);
      const signedIn = administrator === undefined ? undefined : await parts?.staff.signIn(administrator.id, pin);
      return signedIn?.ok === false ? signedIn : done(undefined);
    },
    joinSite: (input) => setUp(() => beginMembership(input, { clock, ids, log })),
  });

  const close = async (): Promise<void> => {
    await parts?.stop();
    await devices.close();
    await relays.close();
    await storage.close();
    folder.value.release();
  };

  const stored = storage.identity();
  if (stored !== undefined) {
    const started = await start(stored);
    if (!started.ok) {
      await close();
      return started;
    }
  }

  return done({
    phase: () => (parts === null ? 'new' : 'ready'),
    client: (door) => createRouterClient(router, { context: { door } }),
    ...createCarriers(router, log, attendance),
    close,
  });
};
