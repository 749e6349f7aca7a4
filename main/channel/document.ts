import type { OutgoingMessage } from '../core/channel/message.ts';

/**
 * The message as JSON for programs (webhook template `json`, MQTT). Members are only ever added; a change of meaning is a new `version`.
 * `at` and `began` are moments: ISO 8601 in UTC with milliseconds.
 */
export const messageDocument = (message: OutgoingMessage): Readonly<Record<string, string | number | null>> => ({
  version: 1,
  id: message.id,
  occasion: message.occasion,
  kind: message.kind,
  level: message.level,
  alarm: message.alarm,
  fault: message.fault,
  ending: message.ending ?? null,
  faultKind: message.faultKind ?? null,
  site: message.site,
  station: message.station,
  stationId: message.stationId,
  sentBy: message.sentBy,
  place: message.place,
  zone: message.zone,
  at: new Date(message.at).toISOString(),
  began: new Date(message.began ?? message.at).toISOString(),
  subject: message.subject,
  text: message.text,
});
