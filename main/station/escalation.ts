/**
 * Takes an alarm through the steps of its plan, and word of faults to who wants them: what is due is decided by pure functions of
 * `main/core/plan`, this part tries it, writes down how it ended, and looks again.
 */
export interface Escalation {
  /** At once after anything happened to an alarm, and once a second. */
  readonly tick: () => void;
  readonly stop: () => void;
}
