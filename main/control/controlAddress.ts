import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a running station of one data folder is spoken to. */
export interface ControlAddress {
  /** The Unix socket, or on Windows the named pipe. */
  readonly socket: string;
  /** The folder of the socket when it is not the data folder: it has to be made, owner-only. Null otherwise. */
  readonly folder: string | null;
  readonly tokenFile: string;
}

/** `sun_path` holds 108 bytes on Linux and 104 on macOS and the BSDs, the closing zero included. */
const longestSocketPath = 103;

/** Both ends compute it from the data folder (absolute) alone, so that nothing has to be told. */
export const controlAddress = (dataFolder: string, platform: NodeJS.Platform = process.platform, runtimeFolder = process.env['XDG_RUNTIME_DIR'] ?? tmpdir()): ControlAddress => {
  const tokenFile = join(dataFolder, 'control.token');
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 24);
  if (platform === 'win32') return { socket: `\\\\.\\pipe\\quietbell-${name}`, folder: null, tokenFile };
  const inside = join(dataFolder, 'control.sock');
  if (Buffer.byteLength(inside) <= longestSocketPath) return { socket: inside, folder: null, tokenFile };
  const folder = join(runtimeFolder, `quietbell-${name}`);
  return { socket: join(folder, 'control.sock'), folder, tokenFile };
};
