import type { Binding, Capture, Device } from '../../contract/trigger.ts';
import type { Stop } from '../environment.ts';
import type { Part } from './gesture.ts';

/** A change of one bound element, told once for each binding of it. `at` is milliseconds since the epoch, taken when the report was read. */
export interface ElementChange {
  readonly binding: Binding;
  /** Which of the binding's elements; most have one. */
  readonly part: Part;
  readonly pressed: boolean;
  readonly at: number;
}

/**
 * The pedals and buttons of this station, as `native` provides them: it finds and re-finds devices, opens those that are
 * bound (and, while capturing, all that can be opened), reads their reports and says when a bound element changes.
 * It never throws and never ends by itself; what goes wrong with a device is that device's state.
 */
export interface Devices {
  /** Which bindings to watch; replaces the former set. Of those on keys and the spot only a second element on a device counts. */
  readonly watch: (bindings: readonly Binding[]) => void;
  /** Seconds after which a closed contact counts as stuck; 20 until told otherwise. */
  readonly setStuckAfter: (seconds: number) => void;
  readonly list: () => readonly Device[];
  /** Also called once when the devices were first looked for, whatever was found; until then bound ones count as absent. */
  readonly onChanged: (listener: () => void) => Stop;
  readonly onElement: (listener: (change: ElementChange) => void) => Stop;
  /**
   * "Press it now": tells the listener `waiting` (again whenever the devices change), then `pressed`, then `released`, then
   * nothing more. While it runs, no element change is reported. Only one capture runs at a time; a new one ends the former.
   */
  readonly capture: (listener: (step: Capture) => void) => Stop;
  /** Closes every device; to be awaited before the process ends. */
  readonly close: () => Promise<void>;
}

