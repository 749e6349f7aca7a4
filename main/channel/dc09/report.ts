import type { OutgoingMessage } from '../../core/channel/message.ts';

/** What an alarm-receiving centre is told, apart from the digits and letters that each format has for it. */
export interface Report {
  readonly what: 'duress' | 'hold-up' | 'panic' | 'cancel' | 'hold-up-trouble' | 'communication-trouble' | 'system-trouble' | 'test';
  /** A thing began, or it is over. */
  readonly qualifier: 'new' | 'restore';
}

/**
 * | what happened | reported as |
 * | --- | --- |
 * | `emergency` raised, pressed again, or raised from `assist` | hold-up (the silent kind) |
 * | `assist` raised or pressed again | panic |
 * | closed with the duress code | duress |
 * | closed as resolved | restore of hold-up or panic, by its level at the end |
 * | closed as false, or called off by whoever raised it | cancel |
 * | fault of a pedal, or no trigger at all | trouble of the hold-up device |
 * | fault of network, another station, a channel | communication trouble |
 * | any other fault | system trouble |
 * | a drill, a test, whatever its occasion | manual test, and nothing else: no operator may take it for an alarm |
 */
export const decideReport = ({ kind, occasion, level, ending, faultKind }: OutgoingMessage): Report => {
  if (kind !== 'real' || occasion === 'test') return { what: 'test', qualifier: 'new' };
  const alarm = level === 'emergency' ? 'hold-up' : 'panic';
  switch (occasion) {
    case 'raised':
    case 'pressed-again':
      return { what: alarm, qualifier: 'new' };
    case 'raised-to-emergency':
      return { what: 'hold-up', qualifier: 'new' };
    case 'duress':
      return { what: 'duress', qualifier: 'new' };
    case 'closed':
      return ending === 'false-alarm' || ending === 'called-off' ? { what: 'cancel', qualifier: 'new' } : { what: alarm, qualifier: 'restore' };
    case 'fault':
    case 'fault-ended':
      return { what: troubleOf(faultKind ?? null), qualifier: occasion === 'fault' ? 'new' : 'restore' };
  }
};

const troubleOf = (kind: NonNullable<OutgoingMessage['faultKind']> | null): Report['what'] => {
  switch (kind) {
    case 'device':
    case 'trigger':
      return 'hold-up-trouble';
    case 'network':
    case 'peer':
    case 'channel':
      return 'communication-trouble';
    default:
      return 'system-trouble';
  }
};
