import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDaemon } from './daemon.ts';
import { freePort } from './freePort.ts';

const program = '/usr/sbin/mosquitto';

/** Debian's package mosquitto, with its tools for passwords. */
export const hasMosquitto = (): boolean => existsSync(program) && existsSync('/usr/bin/mosquitto_passwd');

export interface Mosquitto {
  readonly port: number;
  /** As a crash does it. */
  readonly kill: () => Promise<void>;
  /** Again on the same port; it has forgotten everything. */
  readonly start: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** The real Mosquitto with its own configuration: TLS, one user, nothing kept on disk. */
export const startMosquitto = async ({ cert, key, user, password }: { readonly cert: string; readonly key: string; readonly user: string; readonly password: string }): Promise<Mosquitto> => {
  const folder = mkdtempSync(join(tmpdir(), 'quietbell-mosquitto-'));
  const file = (name: string): string => join(folder, name);
  const port = await freePort();
  writeFileSync(file('cert.pem'), cert);
  writeFileSync(file('key.pem'), key, { mode: 0o600 });
  writeFileSync(file('passwords'), `${user}:${password}\n`, { mode: 0o600 });
  const hashed = spawnSync('/usr/bin/mosquitto_passwd', ['-U', file('passwords')], { encoding: 'utf8' });
  if (hashed.status !== 0) throw new Error(hashed.stderr);
  // Started by root it would change to a user of its own, who may not read the key.
  writeFileSync(
    file('mosquitto.conf'),
    [`user root`, `listener ${port} 127.0.0.1`, `certfile ${file('cert.pem')}`, `keyfile ${file('key.pem')}`, 'allow_anonymous false', `password_file ${file('passwords')}`, 'persistence false', 'log_dest stderr', 'set_tcp_nodelay true', ''].join('\n'),
  );
  const daemon = createDaemon({ name: 'Mosquitto', program, args: ['-c', file('mosquitto.conf')], port });

  await daemon.start();
  return {
    port,
    ...daemon,
    remove: async () => {
      await daemon.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
