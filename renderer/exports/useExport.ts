import { useState } from 'react';
import { partsOf, type ExportFormat, type ExportProgress } from '../../main/contract/index.ts';
import { fromBase64 } from '../attachments/transfer.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { readersLanguage } from '../shared/locale.ts';
import { useLeaving } from '../shared/useLeaving.ts';

export interface ExportChoice {
  readonly format: ExportFormat;
  readonly originals: boolean;
}

/** Has a file made of records and fetches it. Whoever goes away meanwhile stops it. */
export const useExport = (records: readonly string[]) => {
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const [made, setMade] = useState<{ readonly name: string; readonly content: Blob } | null>(null);
  const leaving = useLeaving();

  const make = useCommand(async (client, { format, originals }: ExportChoice) => {
    const { signal } = leaving.current;
    setMade(null);
    setProgress({ done: 0, of: records.length, file: null });
    let file: ExportProgress['file'] = null;
    try {
      for await (const step of await client.export.make({ format, originals, language: readersLanguage(), records: [...records] }, { signal })) {
        setProgress(step);
        file = step.file;
      }
      if (file === null) throw new Error('The export ended without a file');
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for (let number = 1; number <= partsOf(file.size); number += 1) parts.push(fromBase64((await client.export.read({ id: file.id, number }, { signal })).bytes));
      setMade({ name: file.name, content: new Blob(parts, { type: file.type }) });
    } finally {
      setProgress(null);
    }
  });

  return { make, progress, made, forget: () => setMade(null) };
};
