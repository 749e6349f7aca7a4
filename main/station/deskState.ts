import type { StaffReference } from '../contract/alarm.ts';
import type { Desk } from '../contract/desk.ts';
import type { Result } from '../contract/problem.ts';

/** What the desk shows beside alarms: working alone and its check-ins, and what a pedal asked the window for. */
export interface DeskState {
  readonly state: () => Desk;
  /** Whether this station's person works alone now. */
  readonly isAlone: () => boolean;
  readonly setAlone: (alone: boolean, source: 'person' | 'rota', staff: StaffReference | null) => Result<void>;
  /** `NotAlone` when nobody works alone here. Counts before it is asked for, too. */
  readonly checkIn: (staff: StaffReference | null) => Result<void>;
  readonly askChecklist: () => void;
  readonly askBlank: () => void;
  /** Once a second: asks for check-ins, raises the alarm for a missed one, follows the rota. */
  readonly tick: () => void;
}
