import { z } from 'zod';
import { backupStateSchema, madeBackupSchema, type BackupSchedule, type BackupState, type MadeBackup, type MakeBackup } from '../../contract/backup.ts';
import type { StaffReference } from '../../contract/alarm.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { Status } from '../../contract/station.ts';
import { backupFindings } from '../../core/backup/backupFindings.ts';
import { dueSince } from '../../core/backup/backupTimes.ts';
import type { BackupFile } from '../../core/backup/foldBackup.ts';
import type { Draft } from '../../core/event/catalogue.ts';
import { subjectOf } from '../../core/event/subject.ts';
import type { Finding } from '../../core/fault/finding.ts';
import { lockOf } from '../../ledger/backupFile.ts';
import type { BackupOrder } from '../../ledger/writeBackup.ts';
import { byWhom, ownFile, type StationContext } from '../context.ts';
import type { Storage } from './storage.ts';

/** Encrypted copies of this station's ledger and the files of its records: on demand, and by themselves. */
export interface Backups {
  readonly state: () => BackupState;
  readonly summary: () => Status['backup'];
  readonly findings: () => readonly Finding[];
  /** `PassphraseMissing`, `BackupRunning`, `BackupFailed`; `InputInvalid` for none named where none are scheduled. */
  readonly make: (input: MakeBackup) => Promise<Result<MadeBackup>>;
  /** Gives up the one that is being made, if any. */
  readonly stop: () => Result<void>;
  /** Holds for the site, and for backups from now on. */
  readonly setPassphrase: (passphrase: string, staff: StaffReference | null) => Promise<Result<void>>;
  readonly schedule: (schedule: BackupSchedule | null, staff: StaffReference | null) => Result<void>;
  /** Once a second: begins one that is due. */
  readonly tick: () => void;
}

export interface BackupsDependencies {
  readonly context: StationContext;
  readonly siteName: () => string;
  readonly copies: Storage['backups'];
  /** False while somebody calls for help: files wait. */
  readonly isCalm: () => boolean;
  /** False for a command that only looks into the ledger: it makes what it is asked for, and nothing by itself. */
  readonly live: boolean;
}

const siteSubject = subjectOf('backup', 'site');
/** A scheduled backup that failed is tried again after this long. Milliseconds. */
const again = 10 * 60_000;

/**
 * What came of the attempts so far: this station's alone, so it is no event. `scheduled`: when the last scheduled one that went well was begun. `files`: why files are lacking beside it; it
 * counts as made all the same, for another copy of the ledger every ten minutes would bring none of them.
 */
const outcomeSchema = z.object({ last: madeBackupSchema.nullable(), scheduled: z.number().nullable(), problem: backupStateSchema.shape.problem, files: backupStateSchema.shape.problem.default(null) });
type Outcome = z.output<typeof outcomeSchema>;
const secretName = 'backups made';

export const createBackups = ({ context, siteName, copies, isCalm, live }: BackupsDependencies): Backups => {
  const { ledger, identity, clock, changes, log } = context;
  const ownSubject = subjectOf('backup', identity.station.id);
  let outcome: Outcome | null = null;
  let attemptedAt: number | null = null;
  let making = false;

  const fileOf = (subject: string): BackupFile => ledger.state('backup', subject) ?? { lock: null, lockedAt: null, schedule: null };
  const scheduleNow = (): BackupSchedule | null => fileOf(ownSubject).schedule;

  const readOutcome = (): Outcome => {
    try {
      const kept = ledger.local.secret(secretName);
      return kept === undefined ? nothingYet : outcomeSchema.parse(JSON.parse(new TextDecoder().decode(kept)));
    } catch (error) {
      log.error({ error: String(error) }, 'what came of the last backups cannot be read');
      return nothingYet;
    }
  };
  const known = (): Outcome => (outcome ??= readOutcome());

  const keepOutcome = (changed: Outcome): void => {
    outcome = changed;
    try {
      ledger.local.keepSecret(secretName, Buffer.from(JSON.stringify(changed), 'utf8'));
    } catch (error) {
      log.error({ error: String(error) }, 'what came of a backup could not be written down');
    }
    changes.announce('backups', 'status');
  };

  const due = (): number | null => {
    const schedule = scheduleNow();
    return schedule === null ? null : dueSince(schedule.times, known().scheduled, clock.now());
  };

  /** `scheduled`: it counts as the one that was due, and its failure as a fault. */
  const makeOne = async (target: BackupOrder['target'], scheduled: boolean): Promise<Result<MadeBackup>> => {
    const { lock } = fileOf(siteSubject);
    if (lock === null) return passphraseMissing();
    const at = clock.now();
    const { scheduled: before } = known();
    copies.letFilesWait(live && !isCalm());
    const made = await copies.make({ lock, station: identity.station.id, name: ownFile(context).name, site: siteName(), at, before, target });
    if (made.ok) {
      const { bytes, events, files } = made.value;
      const lacking = files?.problem ?? null;
      log.info({ bytes, events, files: files?.held, added: files?.added, took: clock.now() - at }, 'a backup was made');
      if (lacking !== null) log.error({ problem: lacking.message }, 'a backup has not all files of records');
      keepOutcome(scheduled ? { last: made.value, scheduled: at, problem: null, files: lacking === null ? null : { at: new Date(at).toISOString(), ...lacking } } : { ...known(), last: made.value });
    } else {
      log.error({ problem: made.error.type }, 'a backup failed');
      if (scheduled && made.error.type !== 'BackupRunning') keepOutcome({ ...known(), problem: { at: new Date(at).toISOString(), message: made.error.message, remedy: made.error.remedy } });
    }
    changes.announce('backups', 'status');
    return made;
  };

  const intoFolder = async ({ folder, keep }: BackupSchedule): Promise<Result<MadeBackup>> => {
    attemptedAt = clock.now();
    making = true;
    try {
      // One of a ledger that was begun anew and is not whole pushes none out that may be.
      return await makeOne({ folder, keep: ledger.condition().missing > 0 ? null : keep }, true);
    } finally {
      making = false;
    }
  };

  const append = (draft: Draft): Result<void> => {
    const appended = ledger.append([draft]);
    return appended.ok ? done(undefined) : appended;
  };

  return {
    state: () => {
      const { lockedAt } = fileOf(siteSubject);
      return { passphraseSince: lockedAt === null ? null : new Date(lockedAt).toISOString(), schedule: scheduleNow(), last: known().last, running: copies.progress(), problem: known().problem, filesProblem: known().files };
    },
    summary: () => {
      const { last } = known();
      return { scheduled: scheduleNow() !== null, last: last === null ? null : { at: last.at, bytes: last.bytes } };
    },
    findings: () => {
      const { lockedAt } = fileOf(siteSubject);
      return backupFindings({ passphraseSince: lockedAt === null ? null : new Date(lockedAt).toISOString(), schedule: scheduleNow(), problem: known().problem, filesProblem: known().files, dueSince: making ? null : due() }, clock.now());
    },
    make: async ({ file, force }) => {
      if (file !== null) return makeOne({ file, force }, false);
      const schedule = scheduleNow();
      return schedule === null ? failed('InputInvalid', 'No folder for backups is chosen on this station.', 'Name a file, or set a schedule first.', 'file') : intoFolder(schedule);
    },
    stop: () => {
      copies.stop();
      return done(undefined);
    },
    setPassphrase: async (passphrase, staff) => append({ kind: 'BackupPassphraseSet', subject: siteSubject, body: { lock: await lockOf(passphrase), ...byWhom(context, staff) } }),
    schedule: (schedule, staff) => {
      const written = append({ kind: 'BackupsScheduled', subject: ownSubject, body: { schedule, ...byWhom(context, staff) } });
      // What was wrong with another folder says nothing of this one.
      if (written.ok) {
        attemptedAt = null;
        keepOutcome({ ...known(), scheduled: null, problem: null, files: null });
      }
      return written;
    },
    tick: () => {
      if (copies.progress() !== null) {
        copies.letFilesWait(live && !isCalm());
        changes.announce('backups');
      }
      const schedule = scheduleNow();
      if (!live || making || schedule === null || due() === null || fileOf(siteSubject).lock === null) return;
      if (attemptedAt !== null && Math.abs(clock.now() - attemptedAt) < again) return;
      void intoFolder(schedule);
    },
  };
};

const nothingYet: Outcome = { last: null, scheduled: null, problem: null, files: null };

const passphraseMissing = () =>
  failed('PassphraseMissing', 'There is no passphrase yet that backups of this site could be opened with.', 'Set one in the settings, or with quietbell backup set-passphrase, and write it down where the backups are not.');
