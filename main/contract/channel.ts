import { z } from 'zod';
import { lineSchema, momentSchema, slugSchema, stationIdSchema, subjectIdSchema } from './common.ts';
import { attemptSchema } from './delivery.ts';
import { deviceMatchSchema } from './trigger.ts';

/**
 * Ways out of the site. What a channel needs to know stands in `settings`, one shape a type; what must stay secret stands apart in
 * `secrets`, is sealed under the site's key in the ledger, and is never given out again: whoever asks gets `secretsSet`.
 */
const host = z.string().trim().min(1).max(253).regex(/^[^\s/:@]+$|^[0-9a-fA-F:]+$/, 'Write a host name or an address, without port');
const port = z.int().min(1).max(65_535);
const pem = z.string().max(20_000);
const httpUrl = z.url({ protocol: /^https?$/ }).max(2000);
const emailAddress = z.email().max(254);

export const emailSettingsSchema = z.strictObject({
  type: z.literal('email'),
  host,
  port: port.default(587),
  /** `starttls` refuses to go on when the server offers none; `plain` is for a relay on the same machine. */
  security: z.enum(['starttls', 'tls', 'plain']).default('starttls'),
  user: z.string().max(200).default(''),
  from: emailAddress,
  /** People, and gateways that turn mail into text messages. */
  to: z.array(emailAddress).min(1).max(50),
  /** `sms`: one short plain line, for gateways. */
  form: z.enum(['letter', 'sms']).default('letter'),
  /** Adds the CAP 1.2 document as an attachment. */
  cap: z.boolean().default(false),
  /** Certificates (PEM) trusted besides the system's. */
  ca: pem.default(''),
});

export const webhookSettingsSchema = z.strictObject({
  type: z.literal('webhook'),
  /** It is shown to whoever sees the channels; `{token}` stands for the part of it that is secret. */
  url: httpUrl,
  template: z.enum(['json', 'cap', 'teams', 'slack', 'ntfy', 'sms-form']).default('json'),
  /** For `sms-form` (a Twilio-compatible API): sender, and receivers, one request each. */
  from: z.string().max(40).default(''),
  to: z.array(z.string().max(40)).max(20).default([]),
  /** User of HTTP basic authentication; empty for none. */
  user: z.string().max(200).default(''),
  ca: pem.default(''),
});

export const mqttSettingsSchema = z.strictObject({
  type: z.literal('mqtt'),
  host,
  port: port.default(8883),
  tls: z.boolean().default(true),
  version: z.enum(['3.1.1', '5']).default('5'),
  user: z.string().max(200).default(''),
  /** Messages go to `<topic>/alarm`, `<topic>/fault`, and, retained, `<topic>/status`. */
  topic: z.string().min(1).max(200).regex(/^[^#+\0]+$/, 'A topic to write to holds no + and no #').default('quietbell'),
  ca: pem.default(''),
});

export const receiverSchema = z.strictObject({ host, port });

/** SIA DC-09 to an alarm-receiving centre; the names are the standard's. */
export const dc09SettingsSchema = z.strictObject({
  type: z.literal('dc09'),
  format: z.enum(['ADM-CID', 'SIA-DCS']).default('ADM-CID'),
  transport: z.enum(['tcp', 'udp']).default('tcp'),
  primary: receiverSchema,
  /** Tried when the first receiver gave no ACK three times. */
  backup: receiverSchema.nullable().default(null),
  /** Account at the receiver, 3 to 16 hexadecimal digits. */
  account: z.string().regex(/^[0-9A-F]{3,16}$/, 'An account has 3 to 16 digits 0-9, A-F'),
  receiverNumber: z.string().regex(/^[0-9A-F]{1,6}$/).nullable().default(null),
  /** Line prefix. */
  line: z.string().regex(/^[0-9A-F]{1,6}$/).default('0'),
  encryption: z.enum(['none', 'aes-128', 'aes-192', 'aes-256']).default('none'),
  /** Seconds to wait for an answer. */
  timeout: z.int().min(5).max(60).default(20),
  /** Seconds between NULL messages; 0 for none. */
  supervision: z.int().min(0).max(86_400).default(60),
  /** Zone (point) of each station, 1 to 999, by station id; who is not named has its place in the order of enrolment. */
  zones: z.record(stationIdSchema, z.int().min(1).max(999)).default({}),
});

/** A contact of a USB relay board (16c0:05df) at one of the stations. */
export const relaySettingsSchema = z.strictObject({
  type: z.literal('relay'),
  device: deviceMatchSchema,
  /** 1 to 8. */
  contact: z.int().min(1).max(8),
  /**
   * `hold`: closed as long as what it is told of lasts. `pulse`: closed for some seconds. `ready`: closed as long as this board is there and its
   * station runs, open while there is a fault it is told of; it carries no alarm. An alarm panel supervises the board by it.
   */
  mode: z.enum(['pulse', 'hold', 'ready']).default('hold'),
  /** Seconds of a pulse. */
  pulse: z.number().min(0.1).max(60).default(2),
});

/** RFC 5424 over TLS (RFC 5425): the audit trail, one line an event, without names or notes of people; and alarms and faults in words. */
export const syslogSettingsSchema = z.strictObject({
  type: z.literal('syslog'),
  host,
  port: port.default(6514),
  tls: z.boolean().default(true),
  /** 10 is security/authorization (RFC 5424, table 1); 16 to 23 are local. */
  facility: z.int().min(0).max(23).default(10),
  /** Sends a line for every event of this station, from the first on. */
  audit: z.boolean().default(true),
  ca: pem.default(''),
});

export const channelSettingsSchema = z.discriminatedUnion('type', [
  emailSettingsSchema,
  webhookSettingsSchema,
  mqttSettingsSchema,
  dc09SettingsSchema,
  relaySettingsSchema,
  syslogSettingsSchema,
]);
export type ChannelSettings = z.output<typeof channelSettingsSchema>;
export type ChannelType = ChannelSettings['type'];

/** Every secret that any type knows; each type uses its own few. Left out: stays as it is. Empty: is taken away. */
export const channelSecretsSchema = z.strictObject({
  /** Of e-mail, MQTT and HTTP basic authentication. */
  password: z.string().max(1000).optional(),
  /** Webhook: key of the HMAC-SHA-256 signature. */
  signingKey: z.string().max(1000).optional(),
  /** Webhook: `Authorization: Bearer`. */
  bearer: z.string().max(4000).optional(),
  /** Webhook: stands for `{token}` in the address, for services whose address is itself the secret (Slack, Teams). */
  token: z.string().max(2000).regex(/^[^\s#]*$/, 'Part of an address holds no spaces').optional(),
  /** DC-09: AES key in hexadecimal, 32, 48 or 64 digits. */
  encryptionKey: z.string().regex(/^([0-9a-fA-F]{32}|[0-9a-fA-F]{48}|[0-9a-fA-F]{64})?$/, 'An AES key has 32, 48 or 64 hexadecimal digits').optional(),
});
export type ChannelSecrets = z.output<typeof channelSecretsSchema>;
export type ChannelSecretName = keyof ChannelSecrets;

const channelMembers = {
  /** Plans name it: lower-case words with hyphens. */
  id: slugSchema,
  name: lineSchema(60),
  settings: channelSettingsSchema,
  /** Drills may be sent on it. Whoever is at its other end knows that drills come. */
  safeForDrills: z.boolean().default(false),
  /** It ends at the police or a centre that calls them: the stricter gesture is proposed for what reaches it. */
  reachesPolice: z.boolean().default(false),
  /** The stations that may use it, best first; empty: all of them. A relay contact names the station that its board is plugged into. */
  from: z.array(stationIdSchema).max(100).default([]),
};

/** What is saved: a new channel, or the whole of one that exists. */
export const channelInputSchema = z.strictObject({ ...channelMembers, secrets: channelSecretsSchema.default({}) });
export type ChannelInput = z.output<typeof channelInputSchema>;

/** `unused`: not supervised by this station, another one does it. `untried`: nothing is known yet. */
export const channelStateSchema = z.object({
  state: z.enum(['ok', 'fault', 'untried', 'unused']),
  /** One sentence; empty while all is well. */
  message: z.string(),
  checkedAt: momentSchema.nullable(),
});
export type ChannelState = z.infer<typeof channelStateSchema>;

export const channelSchema = z.object({
  ...channelMembers,
  /** The secrets that are set; their values are never given out. */
  secretsSet: z.array(channelSecretsSchema.keyof()),
  state: channelStateSchema,
});
export type Channel = z.output<typeof channelSchema>;

export const channelAttemptSchema = attemptSchema.extend({ alarm: subjectIdSchema.nullable() });
export type ChannelAttempt = z.infer<typeof channelAttemptSchema>;
