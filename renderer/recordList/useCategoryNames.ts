import { useWatch } from '../shared/connection/hooks.tsx';

/** The site's categories by their ids, also those that are asked for no more. */
export const useCategoryNames = (): ReadonlyMap<string, string> => {
  const form = useWatch('recordForm', (client, signal) => client.recordForm.watch(undefined, { signal }));
  return new Map((form?.categories ?? []).map(({ id, name }) => [id, name]));
};
