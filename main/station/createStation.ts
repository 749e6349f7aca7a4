import { createRouterClient } from '@orpc/server';
import type { Database } from '../ledger/openDatabase.ts';
import { v7 as uuid } from 'uuid';
import { done, failed, type Result } from '../contract/problem.ts';
import { createLedger } from '../ledger/ledger.ts';
import { createLocalStore } from '../ledger/localStore.ts';
import { openDatabase } from '../ledger/openDatabase.ts';
import { createAttendance } from './attendance.ts';
import { createCarriers } from './carriers.ts';
import { createCaptures } from './captures.ts';
import { createChanges } from './changes.ts';
import { readConfiguration } from './configuration.ts';
import { databaseKeyFromFile, openDataFolder } from './dataFolder.ts';
import { startStationParts, type StationParts } from './enrolledStation.ts';
import { findIdentity, keepIdentity, type StoredIdentity } from './identityStore.ts';
import { loadProcedures } from './procedures.ts';
import { createRouter } from './router.ts';
import { beginMembership, beginSite, setUpDefaults, type Beginning } from './setUp.ts';
import type { Station, StationOptions } from './station.ts';

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
  const opened = openDatabase(folder.value.ledgerFile, key.value);
  if (!opened.ok) return give(opened);

  const database = opened.value;
  const clock = { now: Date.now };
  const ids = { next: () => uuid() };
  const { log, devices, relays, live } = options;
  const changes = createChanges(log);
  const captures = createCaptures(devices, changes);
  const attendance = createAttendance(clock, changes);
  const { procedures, problems } = loadProcedures(options.dataFolder);
  for (const problem of problems) log.warn({ problem: problem.type }, problem.message);
  let parts: StationParts | null = null;
  let settingUp = false;

  const start = async ({ identity, siteName }: StoredIdentity): Promise<Result<void>> => {
    const ledger = createLedger({ database, clock, log, stationId: identity.station.id, signingKey: identity.signingKey });
    const started = await startStationParts({
      context: { ledger, identity, clock, ids, log, changes, procedures },
      siteNameAtEnrolment: siteName,
      dataFolder: options.dataFolder,
      devices,
      relays,
      live,
      listen: options.listen ?? configuration.value.listen,
      fixedAddresses: configuration.value.peers,
      discover: configuration.value.discover,
      procedureProblems: problems,
      hostFindings: options.hostFindings ?? [],
      capturing: captures.running,
      attendance,
      expectsWindow: options.expectsWindow ?? false,
    });
    if (!started.ok) return started;
    parts = started.value;
    changes.announce('alarms', 'bindings', 'board', 'devices', 'drafts', 'faults', 'incidents', 'runs', 'session', 'settings', 'status');
    return done(undefined);
  };

  const setUp = async (begin: () => Promise<Result<Beginning>>): Promise<Result<void>> => {
    if (parts !== null || settingUp) return failed('SiteExists', parts === null ? 'This station is being set up at this moment.' : 'This station belongs to a site already.', 'Choose another data folder with --data for another station.');
    settingUp = true;
    try {
      // An earlier attempt may have been kept and then found the port taken: it is gone on with. A second identity would be another station.
      const stored = findIdentity(createLocalStore(database));
      if (stored !== undefined) return await start(stored);
      const begun = await begin();
      if (!begun.ok) return begun;
      const kept = keepBeginning(database, begun.value);
      return kept.ok ? await start(begun.value) : kept;
    } finally {
      settingUp = false;
    }
  };

  const keepBeginning = (into: Database, beginning: Beginning): Result<void> => {
    try {
      into.transaction(() => {
        const { identity, stations, addresses, drafts } = beginning;
        const local = createLocalStore(into);
        keepIdentity(local, beginning);
        for (const station of stations) local.roster.add(station);
        for (const [station, known] of addresses) local.roster.learnAddresses(station, known);
        const appended = createLedger({ database: into, clock, log, stationId: identity.station.id, signingKey: identity.signingKey }).append(drafts);
        if (!appended.ok) throw new Error(appended.error.message);
      })();
      return done(undefined);
    } catch (error) {
      log.error({ error: String(error) }, 'a set-up could not be written down');
      return failed('LedgerUnwritable', 'The set-up could not be written down; nothing of it was kept.', 'Check the space on the disk and the rights of the data folder, and set up again; a code that was used needs a new one.');
    }
  };

  const router = createRouter({
    parts: () => parts,
    devices,
    captures,
    changes,
    log,
    setupState: () => ({ phase: parts === null ? 'new' : 'ready', defaults: setUpDefaults }),
    createSite: async (input, door) => {
      const begun = await setUp(() => beginSite(input, { clock, ids, log }));
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
    database.close();
    folder.value.release();
  };

  const stored = findIdentity(createLocalStore(database));
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
