import type { AlarmKind, AlarmLevel } from '../../contract/alarm.ts';
import type { Occasion } from '../../contract/delivery.ts';
import type { Fault } from '../../contract/station.ts';

/** What a channel has to carry out of the site. Composed once, in one place; each channel puts it into its own form. */
export interface OutgoingMessage {
  /** The same for every attempt of one message, on whichever station it is made: whoever gets it twice can tell. */
  readonly id: string;
  readonly occasion: Occasion;
  /** `drill` and `test` are marked in whatever form it takes. */
  readonly kind: AlarmKind;
  readonly level: AlarmLevel;
  /** The alarm or fault it is about; null for a test of the channel. */
  readonly alarm: string | null;
  readonly fault: string | null;
  /** Of `closed`: how it ended. Called off: at the station that raised it, so somebody still looks in on the person. */
  readonly ending?: 'resolved' | 'false-alarm' | 'called-off' | null;
  /** Of `fault` and `fault-ended`: what is at fault. */
  readonly faultKind?: Fault['kind'] | null;
  readonly site: string;
  /** The station where it happened, and the one that sends. */
  readonly station: string;
  readonly stationId: string;
  readonly sentBy: string;
  readonly place: string;
  /** The zone (point) of the station where it happened: its place in the order of enrolment, from 1. */
  readonly zone: number;
  /** Milliseconds since the epoch: when it happened. */
  readonly at: number;
  /** When the alarm or fault began, where that was before `at`: a CAP document refers to the first one by it. */
  readonly began?: number;
  /** For people: one line with kind, level and place, and some lines with the rest. Plain text. */
  readonly subject: string;
  readonly text: string;
}
