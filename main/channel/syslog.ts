import type { Driver, MakeDriver } from './driver.ts';
import { formatSyslog, lineOf } from './syslogLine.ts';
import { writeSyslog, type SyslogReceiver } from './syslogWire.ts';
import { createTrust } from './trust.ts';

/**
 * Alarms and faults as lines of RFC 5424 over TLS (RFC 5425). Received means that the receiver read to the end; see `writeSyslog`.
 * The audit trail goes to the same receiver, and is sent by `main/station/channel/auditTrail.ts`. The check makes a connection and ends it.
 */
export const createSyslogDriver: MakeDriver<'syslog'> = ({ settings }, { lookup }): Driver => {
  const receiver = { ...syslogReceiver(settings), ...(lookup === undefined ? {} : { lookup }) };
  return {
    attempt: async (message, _attempt, signal) => {
      await writeSyslog(receiver, [formatSyslog(lineOf(settings.facility, message))], signal);
      return { outcome: 'received', answer: 'Read to the end.' };
    },
    check: async (signal) => {
      await writeSyslog(receiver, [], signal);
      return { outcome: 'received', answer: '' };
    },
    checkEvery: 60,
    timeLimit: 10_000,
    close: () => Promise.resolve(),
  };
};

export const syslogReceiver = ({ host, port, tls, ca }: Parameters<typeof createSyslogDriver>[0]['settings']): SyslogReceiver => ({ host, port, secureContext: tls ? createTrust(ca) : null });
