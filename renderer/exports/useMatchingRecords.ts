import { mostExported, type RecordCursor, type RecordQuery } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { readersLanguage } from '../shared/locale.ts';

/** Asks page after page for the ids of all records that a list shows, in its order, up to as many as one file can hold. */
export const useMatchingRecords = () =>
  useCommand(async (client, query: Pick<RecordQuery, 'filters' | 'order'>): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let after: RecordCursor | null = null; ; ) {
      const page = await client.records.page({ ...query, language: readersLanguage(), after });
      ids.push(...page.lines.map(({ incident }) => incident.id));
      if (page.next === null || ids.length >= mostExported.csv) return ids.slice(0, mostExported.csv);
      after = page.next;
    }
  });
