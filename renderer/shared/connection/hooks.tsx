import { createContext, useCallback, useContext, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem, Result, StationClient } from '../../../main/contract/index.ts';
import { createKeptTexts } from '../keptTexts.ts';
import type { KeptTexts } from '../keptTexts.ts';
import { createOpenSavers } from '../openSavers.ts';
import type { OpenSavers } from '../openSavers.ts';
import { createPresser } from '../press.ts';
import type { Presser } from '../press.ts';
import { problemOf } from './problems.ts';
import type { Connection, ConnectionState } from './station.ts';
import { createWatches } from './watches.ts';
import type { Subscribe, Watches } from './watches.ts';

interface Station {
  readonly connection: Connection;
  readonly watches: Watches;
  readonly presser: Presser;
  readonly texts: KeptTexts;
  readonly savers: OpenSavers;
}
const StationContext = createContext<Station | null>(null);

export const StationProvider = ({ connection, children }: { readonly connection: Connection; readonly children: ReactNode }) => {
  const station = useMemo(() => ({ connection, watches: createWatches(connection), presser: createPresser(connection, window.quietbell), texts: createKeptTexts(), savers: createOpenSavers() }), [connection]);
  return <StationContext value={station}>{children}</StationContext>;
};

const useProvided = (): Station => {
  const station = useContext(StationContext);
  if (station === null) throw new Error('StationProvider is missing');
  return station;
};

export const useStation = (): StationClient => useProvided().connection.client;

export const useConnectionState = (): ConnectionState => {
  const { connection } = useProvided();
  return useSyncExternalStore(connection.subscribe, () => connection.state);
};

export const usePresser = (): Presser => useProvided().presser;

export const useKeptTexts = (): KeptTexts => useProvided().texts;

export const useOpenSavers = (): OpenSavers => useProvided().savers;

/**
 * The live value of a `watch` procedure; undefined until its first item, the last value while the connection is lost.
 * The key stands for the procedure (and its input): whoever uses the same key shares the subscription.
 */
export const useWatch = <T,>(key: string, subscribe: Subscribe<T>): T | undefined => {
  const { watches } = useProvided();
  const watch = watches.watch(key, subscribe);
  return useSyncExternalStore(watch.subscribe, watch.latest);
};

export interface Command<Input, Output> {
  /** Never rejects: failures come back as values and stay in `problem` until the next run. */
  readonly run: (input: Input) => Promise<Result<Output>>;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly forget: () => void;
}

/** A call that a person starts. Use with `Command<void, …>` as `run()`. */
export const useCommand = <Input = void, Output = void>(call: (client: StationClient, input: Input) => Promise<Output>): Command<Input, Output> => {
  const { connection } = useProvided();
  const { t } = useTranslation('shared');
  const [running, setRunning] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useRef(call);
  useLayoutEffect(() => {
    latest.current = call;
  });

  const run = useCallback(
    async (input: Input): Promise<Result<Output>> => {
      setRunning((count) => count + 1);
      setProblem(null);
      try {
        return { ok: true, value: await latest.current(connection.client, input) };
      } catch (error) {
        const found = problemOf(error) ?? { type: 'StationNotRunning' as const, message: t('unreachable.message'), remedy: t('unreachable.remedy') };
        setProblem(found);
        return { ok: false, error: found };
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [connection, t],
  );
  const forget = useCallback(() => setProblem(null), []);
  return { run, busy: running > 0, problem, forget };
};
