import type { StaffReference } from '../../contract/alarm.ts';
import { subjectIdSchema } from '../../contract/common.ts';
import { done, failed, type Problem, type Result } from '../../contract/problem.ts';
import type { Procedure, ProcedureStanding, ProcedureVersion, PublishProcedure, Run, ShownProcedure } from '../../contract/procedure.ts';
import { flawsOfProcedure } from '../../contract/procedureFlaws.ts';
import type { Draft } from '../../core/event/catalogue.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { documentOf, type ProcedureFile } from '../../core/procedure/foldProcedure.ts';
import { byWhom, ownFile, type StationContext } from '../context.ts';
import { editionOf, saysTheSame } from './procedureEdition.ts';
import type { LocalProcedure } from './procedureFiles.ts';
import { flawWords, procedureFromYaml, procedureToYaml } from './procedureYaml.ts';

/** The procedures of the site: what was published, and, where nothing was, a file of this station or what came with the program. */
export interface Procedures {
  /** What the service notes show, in their order. Never reads the database. */
  readonly shown: () => readonly ShownProcedure[];
  readonly standings: () => readonly ProcedureStanding[];
  /** `ProcedureUnknown`. Null: what is shown now, or was last. */
  readonly edition: (procedure: string, edition: string | null) => Result<Procedure>;
  /** What a run walks or walked through, of whatever station and version. */
  readonly ofRun: (run: Pick<Run, 'procedure' | 'edition' | 'version'>) => Procedure | undefined;
  /** What has to stand in the ledger for everybody to know later what a run on this one was. */
  readonly keeping: (shown: ShownProcedure) => readonly Draft[];
  /** `ProcedureInvalid`, `ProcedureOvertaken`. What says the same as the version that stands is no new one. */
  readonly publish: (input: PublishProcedure, staff: StaffReference | null) => Result<ShownProcedure>;
  readonly withdraw: (procedure: string, staff: StaffReference | null) => Result<void>;
  readonly toYaml: (procedure: string, edition: string | null) => Result<string>;
  readonly fromYaml: (text: string) => Result<Procedure>;
  /** Files that say something else than the site has published, and never were: whoever put them there expects them to hold. */
  readonly problems: () => readonly Problem[];
}

export const createProcedures = (context: StationContext): Procedures => {
  const { ledger, procedures: local, log } = context;
  /** Editions never change. */
  const documents = new Map<string, Procedure>();
  /** Asked for every second; they change with the versions alone. */
  const offers = new WeakMap<readonly ProcedureVersion[], ProcedureStanding['offer']>();

  const files = (): readonly ProcedureFile[] => ledger.states('procedure');
  const localOf = (id: string): LocalProcedure | undefined => local.findLast(({ document }) => document.id === id);

  /** Of before names were left out of what is open, it is the name; since then an id. Whoever was erased has no name any more. */
  const nameOf = (staff: string | null): string | null => (subjectIdSchema.safeParse(staff).success ? (ledger.state('staff', subjectOf('staff', staff ?? ''))?.staff.name ?? null) : staff);

  const standingOf = (id: string, file: ProcedureFile | undefined): readonly ProcedureStanding[] => {
    const own = localOf(id);
    const shown = file?.published ?? (own === undefined ? null : { edition: editionOf(own.document), document: own.document });
    if (shown === null) return [];
    const versions = file?.versions ?? [];
    const source = file?.published != null ? 'published' : own?.file == null ? 'shipped' : 'file';
    return [{ id, ...shown, source, withdrawn: file?.withdrawn ?? false, versions: versions.map((version) => ({ ...version, staff: nameOf(version.staff) })), offer: source === 'published' ? offerOf(id, versions) : null }];
  };

  const offerOf = (id: string, versions: readonly ProcedureVersion[]): ProcedureStanding['offer'] => {
    const known = offers.get(versions);
    if (known !== undefined) return known;
    const found = local.findLast(({ document, file }) => file !== null && document.id === id);
    const isNew = found?.file != null && !versions.some(({ version, edition }) => editionOf({ ...found.document, version }) === edition);
    const offer = found?.file != null && isNew ? { file: found.file, document: found.document } : null;
    offers.set(versions, offer);
    return offer;
  };

  const standings = (): readonly ProcedureStanding[] => {
    const byId = new Map(files().map((file) => [file.id, file]));
    const ids = new Set([...local.map(({ document }) => document.id), ...byId.keys()]);
    return [...ids].flatMap((id) => standingOf(id, byId.get(id))).toSorted(inOrder);
  };
  const standing = (id: string): ProcedureStanding | undefined => standings().find((each) => each.id === id);
  const shown = (): readonly ShownProcedure[] => standings().flatMap(({ edition, document, withdrawn }) => (withdrawn ? [] : [{ edition, document }]));

  const find = (id: string, edition: string): Procedure | undefined => {
    const known = documents.get(edition) ?? standings().find((each) => each.edition === edition)?.document ?? local.find(({ document }) => editionOf(document) === edition)?.document;
    if (known !== undefined) return known;
    try {
      const read = documentOf(ledger.eventsOf(subjectOf('procedure', id)), edition);
      if (read !== undefined) documents.set(edition, read);
      return read;
    } catch (error) {
      log.error({ error: String(error) }, 'an edition of a procedure cannot be read');
      return undefined;
    }
  };

  const edition: Procedures['edition'] = (id, wanted) => {
    const found = wanted === null ? standing(id)?.document : find(id, wanted);
    return found === undefined ? failed('ProcedureUnknown', wanted === null ? `This site has no procedure "${id}".` : `This site has no procedure "${id}" of the edition ${wanted}.`, 'The service notes and quietbell procedures list show which there are.', 'procedure') : done(found);
  };

  return {
    shown,
    standings,
    edition,
    ofRun: (run) => {
      if (run.edition !== null) return find(run.procedure, run.edition);
      // Older programs noted the number alone.
      const present = standing(run.procedure);
      const numbered = present?.versions.find(({ version }) => version === run.version);
      return (numbered === undefined ? undefined : find(run.procedure, numbered.edition)) ?? present?.document;
    },
    keeping: ({ edition: kept, document }) => {
      const subject = subjectOf('procedure', document.id);
      const file = ledger.state('procedure', subject);
      const isThere = file !== undefined && (file.kept.includes(kept) || file.versions.some((version) => version.edition === kept));
      return isThere ? [] : [{ kind: 'ProcedureKept', subject, body: { edition: kept, document, station: ownFile(context).name } }];
    },
    publish: ({ document: written, note, basedOn }, staff) => {
      if (JSON.stringify(written).length > longest) return failed('ProcedureInvalid', 'The procedure is too long.', 'Make two of it.', 'document');
      const [flaw] = flawsOfProcedure(written);
      if (flaw !== undefined) {
        const [message, remedy] = flawWords(flaw);
        return failed('ProcedureInvalid', `${flaw.path}: ${message}.`, remedy, flaw.path);
      }
      const present = standing(written.id);
      if (present !== undefined && present.edition !== basedOn) return failed('ProcedureOvertaken', `Another version of "${written.id}" was published meanwhile: ${present.document.version}.`, 'Look at what it changed, then publish on top of it.', 'basedOn');
      if (present !== undefined && present.source === 'published' && !present.withdrawn && saysTheSame(present.document, written)) return done({ edition: present.edition, document: present.document });
      const numbers = [present?.document.version ?? 0, ...(present?.versions ?? []).map(({ version }) => version)];
      const document = { ...written, version: Math.max(...numbers) + 1 };
      const published = { edition: editionOf(document), document };
      const appended = ledger.append([{ kind: 'ProcedurePublished', subject: subjectOf('procedure', document.id), body: { ...published, note, basedOn, ...byWhom(context, staff) } }]);
      return appended.ok ? done(published) : appended;
    },
    withdraw: (id, staff) => {
      const present = standing(id);
      if (present === undefined) return failed('ProcedureUnknown', `This site has no procedure "${id}".`, 'quietbell procedures list shows which there are.', 'procedure');
      if (present.withdrawn) return done(undefined);
      const appended = ledger.append([{ kind: 'ProcedureWithdrawn', subject: subjectOf('procedure', id), body: { basedOn: present.edition, ...byWhom(context, staff) } }]);
      return appended.ok ? done(undefined) : appended;
    },
    toYaml: (id, wanted) => {
      const found = edition(id, wanted);
      return found.ok ? done(procedureToYaml(found.value)) : found;
    },
    fromYaml: (text) => procedureFromYaml(text),
    problems: () =>
      standings().flatMap(({ id, offer }): readonly Problem[] =>
        offer === null ? [] : [{ type: 'ProcedureInvalid', message: `The file ${offer.file} says something else than the site has published as "${id}", and does not hold.`, remedy: 'Publish it under Settings, Procedures, or with quietbell procedures import; or remove the file.' }],
      ),
  };
};

/** Characters. An event has to fit into a frame between stations (1 MiB), whatever alphabet it is written in. */
const longest = 250_000;

const inOrder = (one: ProcedureStanding, other: ProcedureStanding): number => one.document.position - other.document.position || (one.id < other.id ? -1 : 1);
