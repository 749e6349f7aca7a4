/** The station's process in Electron (`utilityProcess`): the same station as in every host, steered by the main process. */
import { done } from '../contract/index.ts';
import type { Result } from '../contract/index.ts';
import { openControlSocket } from '../control/controlSocket.ts';
import { openLog } from '../control/openLog.ts';
import { createDevices } from '../../native/devices.ts';
import { createRelays } from '../../native/relays.ts';
import { createStation } from '../station/createStation.ts';
import { serveHost } from './serveHost.ts';
import type { OpenedStation } from './serveHost.ts';
import type { StartStation } from './stationMessages.ts';

const open = async ({ dataFolder, databaseKey, listen, hostFindings }: StartStation): Promise<Result<OpenedStation>> => {
  const { log, close: closeLog } = await openLog(dataFolder);
  const station = await createStation({ dataFolder, databaseKey, listen, live: true, devices: createDevices({ clock: { now: Date.now }, log }), relays: createRelays({ log }), log, hostFindings, expectsWindow: true });
  if (!station.ok) return station;
  const control = await openControlSocket({ dataFolder, station: station.value, log, windowAddress: () => null });
  const close = async (): Promise<void> => {
    if (control.ok) await control.value.close();
    await station.value.close();
    closeLog();
  };
  if (control.ok) return done({ station: station.value, log, close });
  await close();
  return control;
};

serveHost({ parent: process.parentPort, open });
