/** The few members that the benches use of packages without types of their own. Ambient, so that types hold where they are not installed. */
declare module 'hypercore' {
  import type { Duplex } from 'node:stream';

  interface Range {
    readonly done: () => Promise<boolean>;
  }

  export default class Hypercore {
    constructor(folder: string, key?: Uint8Array | null);
    readonly key: Uint8Array;
    readonly length: number;
    readonly contiguousLength: number;
    ready(): Promise<void>;
    append(blocks: readonly Uint8Array[]): Promise<unknown>;
    get(index: number): Promise<Uint8Array>;
    update(options: { readonly wait: boolean }): Promise<boolean>;
    download(range: { readonly start: number; readonly end: number }): Range;
    replicate(isInitiator: boolean): Duplex;
    close(): Promise<void>;
  }
}

declare module 'pouchdb' {
  interface Row {
    readonly id: string;
    readonly doc: Readonly<Record<string, unknown>>;
  }

  interface Database {
    bulkDocs(documents: readonly object[]): Promise<unknown>;
    allDocs(options: { readonly include_docs: true; readonly limit?: number; readonly skip?: number }): Promise<{ readonly rows: readonly Row[] }>;
    info(): Promise<{ readonly doc_count: number }>;
    close(): Promise<void>;
    readonly replicate: { from(url: string, options: { readonly batch_size: number }): Promise<{ readonly ok: boolean; readonly docs_written: number }> };
  }

  interface PouchDB {
    new (name: string): Database;
    defaults(options: { readonly prefix: string }): PouchDB;
  }

  const pouchdb: PouchDB;
  export default pouchdb;
}

declare module 'express-pouchdb' {
  const serve: (databases: unknown, options: { readonly mode: 'minimumForPouchDB'; readonly inMemoryConfig: true; readonly logPath: string }) => (request: unknown, response: unknown) => void;
  export default serve;
}

declare module 'express' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export default function express(): ((request: IncomingMessage, response: ServerResponse) => void) & { use(handler: unknown): void };
}
