import type { z } from 'zod';
import { channelSettingsSchema } from '../../main/contract/index.ts';
import type { ChannelSecretName, ChannelSettings, ChannelType } from '../../main/contract/index.ts';
import type { channels } from './messages.en.ts';

export type FieldName = keyof typeof channels.field;
type HintName = keyof typeof channels.hint;

/**
 * One field of the form of one type. `path` leads to its member of the settings. `lines`: one entry a line; `text` with `empty: 'null'` is
 * null while nothing is typed. `when` says in which cases it counts.
 */
export type Field = {
  readonly name: FieldName;
  readonly path: readonly [string, ...string[]];
  readonly hint?: HintName;
  readonly when?: (values: Values) => boolean;
} & (
  | { readonly control: 'text'; readonly empty?: 'null' }
  | { readonly control: 'long' | 'lines' | 'number' | 'switch' | 'board' }
  | { readonly control: 'zones' }
  | { readonly control: 'choice'; readonly options: readonly (keyof typeof channels.choice)[] }
);

/** What is typed, by the path of its field joined with dots. */
export type Values = Readonly<Record<string, string | boolean>>;

const needsNames = ({ security, tls }: Values): boolean => security !== 'plain' && tls !== false;
const ca: Field = { name: 'ca', path: ['ca'], control: 'long', hint: 'ca', when: needsNames };
const host: Field = { name: 'host', path: ['host'], control: 'text', hint: 'host' };
const port: Field = { name: 'port', path: ['port'], control: 'number' };
const isSms = ({ template }: Values): boolean => template === 'sms-form';

export const fieldsByType: { readonly [Type in ChannelType]: readonly Field[] } = {
  email: [
    { name: 'to', path: ['to'], control: 'lines', hint: 'emailTo' },
    { name: 'from', path: ['from'], control: 'text', hint: 'emailFrom' },
    host,
    port,
    { name: 'security', path: ['security'], control: 'choice', options: ['starttls', 'tls', 'plain'], hint: 'security' },
    { name: 'user', path: ['user'], control: 'text', hint: 'user' },
    { name: 'form', path: ['form'], control: 'choice', options: ['letter', 'sms'], hint: 'form' },
    { name: 'cap', path: ['cap'], control: 'switch', hint: 'cap' },
    ca,
  ],
  webhook: [
    { name: 'url', path: ['url'], control: 'text', hint: 'url' },
    { name: 'template', path: ['template'], control: 'choice', options: ['json', 'cap', 'teams', 'slack', 'ntfy', 'sms-form'], hint: 'template' },
    { name: 'smsFrom', path: ['from'], control: 'text', when: isSms },
    { name: 'smsTo', path: ['to'], control: 'lines', hint: 'smsTo', when: isSms },
    { name: 'user', path: ['user'], control: 'text', hint: 'user' },
    { ...ca, when: ({ url }) => typeof url !== 'string' || !url.startsWith('http:') },
  ],
  mqtt: [
    host,
    port,
    { name: 'tls', path: ['tls'], control: 'switch', hint: 'tls' },
    { name: 'version', path: ['version'], control: 'choice', options: ['5', '3.1.1'] },
    { name: 'user', path: ['user'], control: 'text', hint: 'user' },
    { name: 'topic', path: ['topic'], control: 'text', hint: 'topic' },
    ca,
  ],
  dc09: [
    { name: 'primaryHost', path: ['primary', 'host'], control: 'text', hint: 'centre' },
    { name: 'primaryPort', path: ['primary', 'port'], control: 'number' },
    { name: 'backupHost', path: ['backup', 'host'], control: 'text', hint: 'backup' },
    { name: 'backupPort', path: ['backup', 'port'], control: 'number' },
    { name: 'account', path: ['account'], control: 'text', hint: 'account' },
    { name: 'format', path: ['format'], control: 'choice', options: ['ADM-CID', 'SIA-DCS'], hint: 'centreSays' },
    { name: 'transport', path: ['transport'], control: 'choice', options: ['tcp', 'udp'] },
    { name: 'encryption', path: ['encryption'], control: 'choice', options: ['none', 'aes-128', 'aes-192', 'aes-256'], hint: 'encryption' },
    { name: 'receiverNumber', path: ['receiverNumber'], control: 'text', empty: 'null', hint: 'receiverNumber' },
    { name: 'line', path: ['line'], control: 'text', hint: 'line' },
    { name: 'timeout', path: ['timeout'], control: 'number', hint: 'timeout' },
    { name: 'supervision', path: ['supervision'], control: 'number', hint: 'supervision' },
    { name: 'zones', path: ['zones'], control: 'zones', hint: 'zones' },
  ],
  relay: [
    { name: 'device', path: ['device'], control: 'board', hint: 'board' },
    { name: 'contact', path: ['contact'], control: 'number', hint: 'contact' },
    { name: 'mode', path: ['mode'], control: 'choice', options: ['hold', 'pulse', 'ready'], hint: 'mode' },
    { name: 'pulse', path: ['pulse'], control: 'number', when: ({ mode }) => mode === 'pulse' },
  ],
  syslog: [
    host,
    port,
    { name: 'tls', path: ['tls'], control: 'switch', hint: 'tls' },
    { name: 'facility', path: ['facility'], control: 'number', hint: 'facility' },
    { name: 'audit', path: ['audit'], control: 'switch', hint: 'audit' },
    ca,
  ],
};

/** What each type keeps to itself. */
export const secretsByType: { readonly [Type in ChannelType]: readonly ChannelSecretName[] } = {
  email: ['password'],
  webhook: ['token', 'signingKey', 'bearer', 'password'],
  mqtt: ['password'],
  dc09: ['encryptionKey'],
  relay: [],
  syslog: [],
};

/** The secrets that count with what is typed so far. */
export const shownSecrets = (type: ChannelType, { encryption }: Values): readonly ChannelSecretName[] => (type === 'dc09' && encryption === 'none' ? [] : secretsByType[type]);

export const keyOf = (field: Field): string => field.path.join('.');

/** The fields that count with what is typed so far. */
export const shownFields = (type: ChannelType, values: Values): readonly Field[] => fieldsByType[type].filter(({ when }) => when?.(values) ?? true);

/** Any relay board of the station that is named as its sender. */
export const anyBoard = JSON.stringify({ vendorId: 0x16c0, productId: 0x05df, usagePage: null, usage: null, interface: -1, serialNumber: null, portPath: null });

/** What a form begins with: the settings of a channel, or the defaults of the contract. */
export const valuesOf = (type: ChannelType, settings: ChannelSettings | null): Values => {
  const source: unknown = settings ?? defaultsOf(type);
  const zones = settings?.type === 'dc09' ? Object.entries(settings.zones).map(([station, zone]) => [`zones.${station}`, String(zone)] as const) : [];
  return { ...Object.fromEntries(fieldsByType[type].filter(({ control }) => control !== 'zones').map((field) => [keyOf(field), typed(field, at(source, field.path))])), ...Object.fromEntries(zones) };
};

/** The default of one field as people read it; null where there is none. */
export const defaultOf = (type: ChannelType, field: Field): string | null => {
  const value = typed(field, at(defaultsOf(type), field.path));
  return typeof value === 'boolean' || value === '' || field.control === 'board' ? null : value;
};

/** The settings as the contract takes them, not checked yet: what is missing is left out, so that the check says so. */
export const settingsOf = (type: ChannelType, values: Values): unknown => {
  const settings: Record<string, unknown> = { type };
  for (const field of shownFields(type, values)) {
    const value = field.control === 'zones' ? zonesOf(values) : untyped(field, values[keyOf(field)]);
    const [first, second] = field.path;
    if (second === undefined) settings[first] = value;
    else settings[first] = { ...asRecord(settings[first]), [second]: value };
  }
  const backup = asRecord(settings['backup']);
  if ('backup' in settings && (backup['host'] === '' || backup['host'] === undefined) && backup['port'] === undefined) settings['backup'] = null;
  return settings;
};

const zonesOf = (values: Values): Record<string, number> =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (key.startsWith('zones.') && typeof value === 'string' && value !== '' ? [[key.slice('zones.'.length), Number(value)]] : [])));

const untyped = (field: Field, value: string | boolean | undefined): unknown => {
  if (typeof value !== 'string') return value;
  switch (field.control) {
    case 'number':
      return value === '' ? undefined : Number(value);
    case 'lines':
      return value.split(/[\n,;]+/).map((line) => line.trim()).filter((line) => line !== '');
    case 'board':
      return value === '' ? undefined : JSON.parse(value);
    case 'text':
      return value.trim() === '' && field.empty === 'null' ? null : value.trim();
    default:
      return value;
  }
};

const typed = (field: Field, value: unknown): string | boolean => {
  if (field.control === 'switch') return value === true;
  if (field.control === 'board') return value === undefined ? anyBoard : JSON.stringify(value);
  if (Array.isArray(value)) return value.join('\n');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Each member of a type's settings that has a default in the contract. */
const defaultsOf = (type: ChannelType): Record<string, unknown> => {
  const schema = channelSettingsSchema.options.find(({ shape }) => shape.type.value === type);
  const members: readonly (readonly [string, z.ZodType])[] = Object.entries(schema?.shape ?? {});
  return Object.fromEntries(members.map(([name, member]) => [name, member.safeParse(undefined).data]));
};

const at = (source: unknown, path: readonly string[]): unknown => path.reduce<unknown>((value, name) => asRecord(value)[name], source);
const asRecord = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {});
