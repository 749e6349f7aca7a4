import { create } from 'xmlbuilder2';
import type { Occasion } from '../contract/delivery.ts';
import type { OutgoingMessage } from '../core/channel/message.ts';
import { cut, markedSubject, markedText, oneLine } from './wording.ts';

/** Media type of a CAP document (OASIS CAP 1.2, appendix). */
export const capMediaType = 'application/cap+xml';

/**
 * The message as a document of the Common Alerting Protocol 1.2 (OASIS, 1 July 2010; ITU-T X.1303 bis). Scope is always `Private`, for
 * `addresses`. A drill has status `Exercise`, a test `Test`. The first word of an alarm or fault is an `Alert` named after it; what follows is
 * an `Update`, its end a `Cancel`, both with a reference to the first. What was only called off where it was raised is no end: somebody still
 * looks in.
 */
export const createCap = (message: OutgoingMessage, addresses: readonly string[]): string => {
  const type = message.ending === 'called-off' ? 'Update' : types[message.occasion];
  const first = message.alarm ?? message.fault ?? message.id;
  const sender = identifier(`quietbell:${message.stationId}`);
  const began = message.began ?? message.at;
  const alert = {
    '@xmlns': 'urn:oasis:names:tc:emergency:cap:1.2',
    identifier: identifier(type === 'Alert' ? first : message.id),
    sender,
    sent: moment(type === 'Alert' ? began : message.at),
    status: statuses[message.kind],
    msgType: type,
    source: 'Quietbell',
    scope: 'Private',
    addresses: addresses.map(address).join(' '),
    ...(message.kind === 'real' ? {} : { note: `This is a ${message.kind}. Nobody is in danger.` }),
    ...(type === 'Alert' ? {} : { references: `${sender},${identifier(first)},${moment(began)}` }),
    incidents: identifier(first),
    info: {
      language: 'en',
      category: 'Security',
      event: eventOf(message),
      ...judgementOf(message),
      onset: moment(began),
      senderName: line(message.site),
      headline: cut(line(markedSubject(message)), 160),
      description: clean(markedText(message)),
      parameter: Object.entries({ occasion: message.occasion, level: message.level, station: message.station, zone: String(message.zone), sentBy: message.sentBy }).map(([valueName, value]) => ({ valueName: `quietbell:${valueName}`, value: line(value) })),
      area: { areaDesc: [message.place, message.site].map(line).filter((part) => part !== '').join(', ') || line(message.station) },
    },
  };
  return create({ version: '1.0', encoding: 'UTF-8' }, { alert }).end({ prettyPrint: true });
};

const statuses = { real: 'Actual', drill: 'Exercise', test: 'Test' } as const;

const types: Readonly<Record<Occasion, 'Alert' | 'Update' | 'Cancel'>> = {
  raised: 'Alert',
  'raised-to-emergency': 'Update',
  'pressed-again': 'Update',
  duress: 'Update',
  closed: 'Cancel',
  fault: 'Alert',
  'fault-ended': 'Cancel',
  test: 'Alert',
};

const eventOf = ({ occasion, level, fault }: OutgoingMessage): string => {
  if (occasion === 'test') return 'Test';
  if (fault !== null) return 'Technical fault';
  return level === 'emergency' ? 'Emergency at a service desk' : 'Assistance at a service desk';
};

/** A press is a person's judgement that nobody has seen confirmed: `Likely`. */
const judgementOf = ({ occasion, level, fault, ending }: OutgoingMessage): { readonly urgency: string; readonly severity: string; readonly certainty: string } => {
  if (occasion === 'test') return { urgency: 'Unknown', severity: 'Minor', certainty: 'Observed' };
  if (fault !== null) return { urgency: occasion === 'fault' ? 'Expected' : 'Past', severity: 'Minor', certainty: 'Observed' };
  return { urgency: occasion !== 'closed' ? 'Immediate' : ending === 'called-off' ? 'Expected' : 'Past', severity: level === 'emergency' ? 'Severe' : 'Moderate', certainty: 'Likely' };
};

/** `2026-11-24T09:00:00-00:00`: CAP knows no `Z` and no fractions (section 3.3.2). */
const moment = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}-00:00`;

/** No spaces, commas, `<` or `&` in an identifier or sender (section 3.2.1). */
const identifier = (text: string): string => clean(text).replaceAll(/[\s,<&]/gu, '-') || '-';

/** Addresses stand apart by spaces; one that holds a space stands in quotes. */
const address = (text: string): string => {
  const bare = line(text).replaceAll('"', "'");
  return bare.includes(' ') ? `"${bare}"` : bare;
};

const line = (text: string): string => oneLine(clean(text));

/** What XML 1.0 cannot hold is left out. */
// oxlint-disable-next-line no-control-regex -- these are the ones that must go
const clean = (text: string): string => text.toWellFormed().replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '');
