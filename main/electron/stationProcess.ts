import type { MessageChannelMain, MessagePortMain, UtilityProcess } from 'electron';
import type { Binding, Edge, Problem } from '../contract/index.ts';
import type { Log } from '../core/environment.ts';
import { recoveredAfter, restartDelay } from '../control/backOff.ts';
import { fromStationSchema } from './stationMessages.ts';
import type { StartStation, ToStation } from './stationMessages.ts';

export interface StationProcessDependencies {
  readonly fork: () => UtilityProcess;
  readonly makeChannel: () => MessageChannelMain;
  readonly start: StartStation;
  readonly log: Log;
  readonly onBindings: (bindings: readonly Binding[]) => void;
  /** The station could not start, and never had since this program began. It is not tried again. */
  readonly onRefused: (problem: Problem) => void;
}

/** The station's process, which is started again whenever it ends unasked. */
export interface StationProcess {
  /** Hands over a port to the station as soon as it answers. Only the latest request counts: there is one window. */
  readonly connectWindow: (deliver: (port: MessagePortMain) => void) => void;
  /** Gets an edge of a key through, also when the station is just being started again. */
  readonly edge: (edge: Edge) => void;
  /** Settles when the ledger is closed and the process is gone. */
  readonly close: () => Promise<void>;
}

/** Longest wait for an orderly end in milliseconds; the ledger survives being killed. */
const closingPatience = 8_000;

export const startStationProcess = (dependencies: StationProcessDependencies): StationProcess => {
  const { log } = dependencies;
  /** Edges that the station has not confirmed yet, in their order; their ids make a repetition harmless. */
  const openEdgesById = new Map<string, Edge>();
  let child: UtilityProcess | null = null;
  let ready = false;
  let everReady = false;
  let closing = false;
  let deaths = 0;
  let waitingWindow: ((port: MessagePortMain) => void) | null = null;

  const tell = (message: ToStation, ports?: MessagePortMain[]): void => child?.postMessage(message, ports);

  const begin = (): void => {
    const started = dependencies.fork();
    const startedAt = performance.now();
    child = started;
    started.on('message', (message: unknown) => receive(message));
    started.on('exit', (code) => {
      child = null;
      ready = false;
      if (closing) return;
      deaths = performance.now() - startedAt > recoveredAfter ? 1 : deaths + 1;
      const delay = restartDelay(deaths);
      log.error({ code, deaths, delay }, 'The station ended unasked and is started again');
      setTimeout(() => !closing && begin(), delay);
    });
    tell(dependencies.start);
  };

  const receive = (message: unknown): void => {
    const parsed = fromStationSchema.safeParse(message);
    if (!parsed.success) return log.error({ issues: parsed.error.issues.length }, 'The station sent a message that is not understood');
    switch (parsed.data.type) {
      case 'ready':
        ready = true;
        everReady = true;
        for (const edge of openEdgesById.values()) tell({ type: 'edge', edge });
        return connectWaiting();
      case 'bindings':
        return dependencies.onBindings(parsed.data.bindings);
      case 'heard':
        openEdgesById.delete(parsed.data.id);
        return;
      case 'failed':
        log.error({ problem: parsed.data.problem }, 'The station cannot start');
        closing ||= !everReady;
        child?.kill();
        return everReady ? undefined : dependencies.onRefused(parsed.data.problem);
      case 'closed':
        child?.kill();
    }
  };

  const connectWaiting = (): void => {
    if (!ready || waitingWindow === null) return;
    const { port1, port2 } = dependencies.makeChannel();
    tell({ type: 'window-port' }, [port1]);
    waitingWindow(port2);
    waitingWindow = null;
  };

  begin();

  return {
    connectWindow: (deliver) => {
      waitingWindow = deliver;
      connectWaiting();
    },
    edge: (edge) => {
      openEdgesById.set(edge.id, edge);
      if (ready) tell({ type: 'edge', edge });
    },
    close: () =>
      new Promise((resolve) => {
        closing = true;
        if (child === null) return resolve();
        const overdue = setTimeout(() => child?.kill(), closingPatience);
        child.once('exit', () => {
          clearTimeout(overdue);
          resolve();
        });
        tell({ type: 'close' });
      }),
  };
};
