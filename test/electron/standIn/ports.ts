import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

/** One end of a channel. Messages wait until it is started, and arrive as copies, later. */
export class StandInPort extends EventEmitter implements Electron.MessagePortMain {
  #other: StandInPort | null = null;
  readonly #waiting: unknown[] = [];
  #started = false;
  #closed = false;

  static pair(): readonly [StandInPort, StandInPort] {
    const [one, two] = [new StandInPort(), new StandInPort()];
    one.#other = two;
    two.#other = one;
    return [one, two];
  }

  start(): void {
    this.#started = true;
    for (const data of this.#waiting.splice(0)) this.#arrive(data);
  }

  postMessage(message: unknown): void {
    const copy: unknown = structuredClone(message);
    const other = this.#other;
    if (other !== null) setImmediate(() => other.#arrive(copy));
  }

  close(): void {
    const other = this.#other;
    setImmediate(() => {
      this.#end();
      if (other !== null) other.#end();
    });
  }

  #arrive(data: unknown): void {
    if (this.#closed) return;
    if (this.#started) this.emit('message', { data, ports: [] } satisfies Electron.MessageEvent);
    else this.#waiting.push(data);
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.emit('close');
  }
}

export class StandInChannel implements Electron.MessageChannelMain {
  readonly port1: StandInPort;
  readonly port2: StandInPort;

  constructor() {
    [this.port1, this.port2] = StandInPort.pair();
  }
}

/** Only ports that the stand-in made exist in the process. */
export const isStandInPort = (port: Electron.MessagePortMain): port is StandInPort => port instanceof StandInPort;
