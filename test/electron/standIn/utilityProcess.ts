import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import type * as Electron from 'electron';
import { createPortBridge, isPortTraffic, nextPortNumber } from './portBridge.ts';
import { isStandInPort } from './ports.ts';
import { report } from './testRequests.ts';

const entry = fileURLToPath(new URL('./utilityEntry.ts', import.meta.url));
const running = new Set<StandInUtilityProcess>();

export class StandInUtilityProcess extends EventEmitter implements Electron.UtilityProcess {
  readonly stdout = null;
  readonly stderr = null;
  readonly #child: ChildProcess;
  readonly #bridge = createPortBridge((traffic) => this.#child.connected && this.#child.send(traffic));

  constructor(modulePath: string, args: readonly string[]) {
    super();
    this.#child = fork(modulePath, args, { execArgv: ['--import', entry], serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    running.add(this);
    this.#child.on('spawn', () => {
      report({ report: 'utility-process', pid: this.#child.pid ?? 0 });
      this.emit('spawn');
    });
    this.#child.on('message', (message: unknown) => {
      if (isPortTraffic(message)) this.#bridge.receive(message);
      else if (typeof message === 'object' && message !== null && 'posted' in message) this.emit('message', message.posted);
    });
    this.#child.on('exit', (code, signal) => {
      running.delete(this);
      this.#bridge.end();
      this.emit('exit', code ?? (signal === null ? 0 : 1));
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  kill(): boolean {
    return this.#child.kill();
  }

  postMessage(message: unknown, transfer: Electron.MessagePortMain[] = []): void {
    if (!this.#child.connected) return;
    const ports = transfer.filter(isStandInPort).map((port) => ({ number: nextPortNumber(), port }));
    this.#child.send({ posted: message, ports: ports.map(({ number }) => number) });
    for (const { number, port } of ports) this.#bridge.adopt(number, port);
  }
}

export const utilityProcess = {
  fork: (modulePath: string, args: string[] = [], _options?: Electron.ForkOptions): Electron.UtilityProcess => new StandInUtilityProcess(modulePath, args),
} satisfies Pick<typeof Electron.utilityProcess, 'fork'>;

export const killUtilityProcesses = (): void => {
  for (const child of running) child.kill();
};
