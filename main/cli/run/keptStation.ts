/** The station's process, as `quietbell run` starts it: steered by the keeper, and able to go on without it. */
import { flushCompileCache } from 'node:module';
import { done, failed } from '../../contract/index.ts';
import type { Result } from '../../contract/index.ts';
import { fromHex } from '../../platform/primitives.ts';
import { toStationSchema } from './keeperMessages.ts';
import type { FromStation, StartStation } from './keeperMessages.ts';
import { runStation } from './runStation.ts';
import { untilSignal } from './untilStopped.ts';

/** Between two signs of life. Milliseconds. */
const pulse = 5_000;

/** Ends the process with status 1 where the station could not start: its problem is the keeper's to say. */
export const runKeptStation = async (): Promise<Result<null>> => {
  if (process.send === undefined) return failed('InputInvalid', 'This is the part of `quietbell run` that it starts by itself.', 'Type `quietbell run`.');
  const asked = Promise.withResolvers<string>();
  const told = Promise.withResolvers<StartStation>();
  process.on('message', (message: unknown) => {
    const parsed = toStationSchema.parse(message);
    if (parsed.type === 'start') told.resolve(parsed);
    else asked.resolve('the keeper');
  });
  const stopped = Promise.race([asked.promise, untilSignal()]);
  const { dataFolder, listen, host, window } = await told.promise;
  const alive = setInterval(() => void tell({ type: 'alive' }), pulse);

  const outcome = await runStation({
    dataFolder,
    listen,
    host,
    place: { port: window.port, sessionKey: fromHex(window.sessionKey) },
    stopped,
    onUp: (facts, windowPort) => {
      void tell({ type: 'up', facts, windowPort });
      // Node itself does so when a process ends; one that is killed does not come to it.
      flushCompileCache();
    },
  });
  clearInterval(alive);
  if (!outcome.ok) {
    await tell({ type: 'failed', problem: outcome.error });
    process.exit(1);
  }
  if (process.connected) process.disconnect();
  return done(null);
};

/** A keeper that was killed is told nothing: the station goes on. */
const tell = (message: FromStation): Promise<void> =>
  new Promise((resolve) => {
    if (!process.connected || process.send === undefined) return resolve();
    process.send(message, undefined, undefined, () => resolve());
  });
