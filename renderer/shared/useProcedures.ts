import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Procedure, Run, ShownProcedure } from '../../main/contract/index.ts';
import { useStation, useWatch } from './connection/hooks.tsx';
import { useInReadersLanguage } from './Language.tsx';

const editionKey = (procedure: string, edition: string | null) => ['procedure', procedure, edition] as const;

/** What the service notes show, as it was written; undefined until the station said so. */
export const useProcedures = (): readonly ShownProcedure[] | undefined => {
  const queries = useQueryClient();
  const shown = useWatch('procedures', (client, signal) => client.procedure.watch(undefined, { signal }));
  // Whoever walks through one goes on in the same words when another one is published: they are at hand already then.
  useEffect(() => {
    for (const { edition, document } of shown ?? []) queries.setQueryData(editionKey(document.id, edition), document);
  }, [queries, shown]);
  return shown;
};

/** What a run walks or walked through: its own version, in the language of whoever reads it. Undefined while it is not known. */
export const useProcedureOf = (runs: readonly Run[]): ((run: Run) => Procedure | undefined) => {
  const client = useStation();
  const inReadersLanguage = useInReadersLanguage();
  const wanted = [...new Map(runs.map(({ procedure, edition }) => [`${procedure} ${edition}`, { procedure, edition }])).values()];
  const found = useQueries({
    queries: wanted.map((input) => ({ queryKey: editionKey(input.procedure, input.edition), queryFn: ({ signal }: { readonly signal: AbortSignal }) => client.procedure.edition(input, { signal }), gcTime: Infinity, ...(input.edition === null ? {} : { staleTime: Infinity }) })),
  });
  return (run) => {
    const document = found[wanted.findIndex(({ procedure, edition }) => procedure === run.procedure && edition === run.edition)]?.data;
    return document === undefined ? undefined : inReadersLanguage(document);
  };
};
