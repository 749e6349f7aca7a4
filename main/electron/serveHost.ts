import type { MessagePortMain, ParentPort } from 'electron';
import { isDefinedError, safe } from '@orpc/client';
import type { Edge, Result } from '../contract/index.ts';
import type { Log } from '../core/environment.ts';
import type { Station } from '../station/station.ts';
import { toStationSchema } from './stationMessages.ts';
import type { FromStation, StartStation } from './stationMessages.ts';

/** What the station's process opens on `start`: the station with all that stands beside it. */
export interface OpenedStation {
  readonly station: Pick<Station, 'client' | 'serveMessagePort'>;
  readonly log: Log;
  readonly close: () => Promise<void>;
}

export interface StationHost {
  readonly parent: Pick<ParentPort, 'on' | 'postMessage'>;
  readonly open: (start: StartStation) => Promise<Result<OpenedStation>>;
}

/** The station's end of the talk with the main process; see `stationMessages.ts`. */
export const serveHost = ({ parent, open }: StationHost): void => {
  let opened: OpenedStation | null = null;
  const tell = (message: FromStation): void => parent.postMessage(message);

  parent.on('message', ({ data, ports }) => {
    const message = toStationSchema.parse(data);
    switch (message.type) {
      case 'start':
        return void start(message);
      case 'window-port':
        return ports.forEach(answerWindow);
      case 'edge':
        return void hear(message.edge);
      case 'close':
        return void close();
    }
  });

  const start = async (options: StartStation): Promise<void> => {
    const result = await open(options);
    if (!result.ok) return tell({ type: 'failed', problem: result.error });
    opened = result.value;
    tell({ type: 'ready' });
    await tellBindings(opened);
  };

  /** A port that comes before the station is open is dropped: its window asks again. */
  const answerWindow = (port: MessagePortMain): void => {
    if (opened === null) return port.close();
    opened.station.serveMessagePort(port, 'window');
    port.start();
  };

  const hear = async (edge: Edge): Promise<void> => {
    if (opened === null) return;
    const { error } = await safe(opened.station.client('command').trigger.edge(edge));
    // An expected refusal (a binding that is no more) will not change by repeating; anything else is tried again after a restart.
    if (error === null || isDefinedError(error)) tell({ type: 'heard', id: edge.id });
    else opened.log.error({ edge: edge.id, error: error.message }, 'A key was not taken');
  };

  const tellBindings = async ({ station, log }: OpenedStation): Promise<void> => {
    try {
      for await (const bindings of await station.client('command').trigger.watchBindings()) tell({ type: 'bindings', bindings });
    } catch (error) {
      log.error({ error: String(error) }, 'The bindings are not told to the main process any more: bound keys are heard in the window only');
    }
  };

  const close = async (): Promise<void> => {
    await opened?.close();
    tell({ type: 'closed' });
  };
};
