import type { Fault } from '../../contract/station.ts';

/** Something that is not as it should be at this moment, as supervision sees it. */
export interface Finding extends Pick<Fault, 'kind' | 'subject' | 'message' | 'remedy'> {
  /** Names the same trouble each time it comes. */
  readonly key: string;
  /** While it lasts, a press here might do nothing. A silent colleague is a fault too, but this station still works. */
  readonly disarms: boolean;
}
