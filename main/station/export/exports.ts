import { setImmediate } from 'node:timers/promises';
import type { StaffReference } from '../../contract/alarm.ts';
import { partBytes, partsOf } from '../../contract/attachment.ts';
import { mostExportedFiles, type ExportedFile, type ExportedRecord, type ExportFormat, type ExportMaker, type ExportProgress, type MakeExport } from '../../contract/export.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { ProvenEvent } from '../../core/event/provenEvent.ts';
import { subjectId, subjectOf, subjectType } from '../../core/event/subject.ts';
import type { DocumentThread } from '../../document/documentThread.ts';
import type { ExportOrder, FileContent } from '../../document/exportOrder.ts';
import { sha256, toHex } from '../../platform/primitives.ts';
import { give } from '../answers.ts';
import type { Attachments } from '../attachment/attachments.ts';
import { byWhom, ownFile, type StationContext } from '../context.ts';
import { documentLanguage } from '../documentLanguage.ts';
import type { EvidenceDesk } from './evidence.ts';
import { readRecord, type RecordReading } from './exportedRecord.ts';

/** Who asks; files belong to whoever had them made. */
export interface ExportCaller {
  readonly staff: StaffReference | null;
  readonly mayOpenRestricted: boolean;
}

/** Records that leave the house as a file. Each time is an event. */
export interface Exports {
  /**
   * Says how far it is, and ends with the file. Ends with a problem: `IncidentUnknown`, `ExportRunning`, `ExportFailed`, `LedgerUnwritable`: nothing is handed out of which no word can be
   * written down.
   */
  readonly make: (input: MakeExport, caller: ExportCaller) => AsyncGenerator<ExportProgress, void>;
  /** A part of a file that was made, counted from 1. `ExportUnknown`: it is kept for some minutes, in memory alone. */
  readonly read: (id: string, number: number, caller: ExportCaller) => Result<Uint8Array>;
}

export interface ExportsDependencies extends Omit<RecordReading, 'ledger' | 'attachments'> {
  readonly context: StationContext;
  readonly siteName: () => string;
  readonly attachments: Pick<Attachments, 'list' | 'digest' | 'read' | 'seals'>;
  readonly evidence: Pick<EvidenceDesk, 'evidence'>;
  readonly documents: DocumentThread;
  /** Milliseconds that a file is kept for whoever had it made. */
  readonly keeping?: number;
}

const types = { pdf: ['application/pdf', 'pdf'], csv: ['text/csv', 'csv'], json: ['application/json', 'json'], bundle: ['application/zip', 'zip'] } as const satisfies Record<ExportFormat, readonly [string, string]>;
const defaultKeeping = 5 * 60_000;

export const createExports = ({ context, siteName, incidents, attachments, procedures, evidence, documents, keeping = defaultKeeping }: ExportsDependencies): Exports => {
  const { ledger, identity, clock, ids } = context;
  /** The last file alone: they are large, and lie in the memory of the process that also presses. */
  let kept: { readonly file: ExportedFile; readonly bytes: Uint8Array; readonly staff: string | null; readonly dropping: NodeJS.Timeout } | null = null;

  const drop = (): void => {
    if (kept !== null) clearTimeout(kept.dropping);
    kept = null;
  };

  const keep = (file: ExportedFile, bytes: Uint8Array, staff: StaffReference | null): ExportedFile => {
    drop();
    kept = { file, bytes, staff: staff?.id ?? null, dropping: setTimeout(drop, keeping) };
    kept.dropping.unref();
    return file;
  };

  const makerOf = (staff: StaffReference | null): ExportMaker => {
    const { station, authorityFingerprint, chains } = evidence.evidence();
    const { name, place } = ownFile(context);
    return { site: siteName(), station: name, stationId: station, place, staff: staff?.name ?? null, at: new Date(clock.now()).toISOString(), authorityFingerprint, chains };
  };

  /** Files that go along: photos into a PDF, everything into a bundle. What is not whole here stays out; its line in the record says so. */
  const readContents = async ({ format, originals }: MakeExport, { attachments: files }: ExportedRecord, caller: ExportCaller, room: number): Promise<Result<readonly FileContent[]>> => {
    const wanted = files.filter(({ type, removed, restricted, sha256: digest }) => digest !== null && (format === 'bundle' || (format === 'pdf' && removed === null && inPdf.includes(type))) && (!restricted || (originals && caller.mayOpenRestricted)));
    if (wanted.reduce((sum, { size }) => sum + size, 0) > room) return failed('ExportFailed', `The photos and files of these records are larger than ${mostExportedFiles / 1_000_000} MB together.`, 'Export fewer records at a time.');
    const contents: FileContent[] = [];
    for (const { id, size } of wanted) {
      const parts: Uint8Array[] = [];
      for (let number = 1; number <= partsOf(size); number += 1) {
        const part = await attachments.read(id, number, caller);
        if (!part.ok) return part;
        parts.push(part.value);
      }
      contents.push({ attachment: id, bytes: Buffer.concat(parts), seals: format === 'bundle' ? [...(await attachments.seals(id))] : [] });
    }
    return done(contents);
  };

  /** Keys of files that stay out stay out as well: whoever has the event could open the parts. */
  const withoutKeysOf = (events: readonly ProvenEvent[], records: readonly ExportedRecord[], contents: readonly FileContent[]): readonly ProvenEvent[] => {
    const withheld = new Set(records.flatMap(({ attachments: files }) => files.filter(({ id, restricted }) => restricted && contents.every(({ attachment }) => attachment !== id)).map(({ id }) => id)));
    return events.map((event) => (subjectType(event.subject) === 'attachment' && withheld.has(subjectId(event.subject)) ? { ...event, key: null } : event));
  };

  const proofOf = (events: readonly ProvenEvent[]): ExportOrder['proof'] => {
    const unique = [...new Map(events.toSorted((one, other) => (one.part === other.part ? 0 : one.part === 'asked' ? 1 : -1)).map((event) => [`${event.origin} ${event.seq}`, event])).values()];
    const writers = new Set([identity.station.id, ...events.map(({ origin }) => origin)]);
    return {
      events: unique.toSorted((one, other) => (one.origin === other.origin ? one.seq - other.seq : one.origin < other.origin ? -1 : 1)),
      stations: ledger.local.roster.list().filter(({ id }) => writers.has(id)).map(({ id, name, signingKey, certificate }) => ({ id, name, signingKey, certificate })),
      authority: identity.authorityCertificate,
      maker: identity.station.id,
      signingKey: identity.signingKey,
    };
  };

  let making = false;

  async function* makeOne(input: MakeExport, caller: ExportCaller): AsyncGenerator<ExportProgress, void> {
    const { format } = input;
    const language = documentLanguage(context, input.language);
    const wanted = new Set(input.records);
    const records: ExportedRecord[] = [];
    const events: ProvenEvent[] = [];
    const contents: FileContent[] = [];
    for (const id of wanted) {
      yield { done: records.length, of: wanted.size, file: null };
      const read = give(await readRecord({ ledger, incidents, attachments, procedures }, id, { proven: format !== 'csv', language }));
      records.push(read.record);
      if (format === 'bundle') events.push(...read.events);
      contents.push(...give(await readContents(input, read.record, caller, mostExportedFiles - contents.reduce((sum, { bytes }) => sum + bytes.length, 0))));
      // Between two records a press finds the thread free.
      await setImmediate();
    }
    yield { done: records.length, of: records.length, file: null };
    give(await note(format, records, caller.staff));
    const made = makerOf(caller.staff);
    const proof = format === 'bundle' ? proofOf(withoutKeysOf(events, records, contents)) : null;
    const bytes = give(await documents.make({ type: 'export', order: { format, language, document: { format: 'quietbell-records', version: 1, made, records }, contents, proof } }));
    const [type, ending] = types[format];
    const name = `${records.length === 1 ? 'record' : 'records'}-${made.at.slice(0, 10)}-${(records[0]?.id ?? '').slice(-6)}.${ending}`;
    yield { done: records.length, of: records.length, file: keep({ id: ids.next(), name, type, size: bytes.length, sha256: toHex(sha256(bytes)) }, bytes, caller.staff) };
  }

  /** No copy without a word of it: in each record, unless it is a row of a table, and among what was done at this station. */
  const note = async (format: ExportFormat, records: readonly ExportedRecord[], staff: StaffReference | null): Promise<Result<void>> => {
    const by = byWhom(context, staff);
    const noted = ledger.append([{ kind: 'ActionTaken', subject: subjectOf('station', identity.station.id), body: { action: 'records-exported', about: `${format} ${records.length}`, ...by } }]);
    if (!noted.ok) return noted;
    if (format === 'csv') return done(undefined);
    for (const { id } of records) {
      // Each in a commit of its own, which is signed: a bundle of one record then holds nothing of the others.
      const exported = ledger.append([{ kind: 'IncidentExported', subject: subjectOf('incident', id), body: { format, ...by } }]);
      if (!exported.ok) return exported;
      await setImmediate();
    }
    return done(undefined);
  };

  return {
    make: async function* (input, caller) {
      if (making) return give(running());
      making = true;
      try {
        yield* makeOne(input, caller);
      } finally {
        making = false;
      }
    },
    read: (id, number, { staff }) => {
      if (kept?.file.id !== id || kept.staff !== (staff?.id ?? null)) return failed('ExportUnknown', 'That file is not kept any more.', 'Export the records again.', 'id');
      const part = kept.bytes.subarray((number - 1) * partBytes, number * partBytes);
      return part.length === 0 ? failed('ExportUnknown', `That file has no part ${number}.`, 'It has been read to its end.', 'number') : done(part);
    },
  };
};

/** What a PDF can show. */
const inPdf: readonly string[] = ['image/jpeg', 'image/png'];
const running = () => failed('ExportRunning', 'Another file is being made at this moment.', 'Wait until it is done, then try again.');
