import type { RecordForm } from '../../main/contract/index.ts';
import { useWatch } from '../shared/connection/hooks.tsx';

/** What the site asks for in its records; undefined until the station said so. */
export const useRecordForm = (): RecordForm | undefined => useWatch('recordForm', (client, signal) => client.recordForm.watch(undefined, { signal }));
