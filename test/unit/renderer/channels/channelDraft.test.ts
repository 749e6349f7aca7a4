import { describe, expect, test } from 'vitest';
import { channelSettingsSchema, channelSecretsSchema } from '../../../../main/contract/index.ts';
import type { Channel, ChannelSettings, ChannelType } from '../../../../main/contract/index.ts';
import { checkDraft, draftOf, newDraft } from '../../../../renderer/channels/channelDraft.ts';
import type { ChannelDraft } from '../../../../renderer/channels/channelDraft.ts';
import { fieldsByType, secretsByType, settingsOf, valuesOf } from '../../../../renderer/channels/channelFields.ts';
import { flawAt } from '../../../../renderer/settings/flaws.ts';
import { freeId } from '../../../../renderer/settings/freeId.ts';

const station = 'a'.repeat(32);
const examples: { readonly [Type in ChannelType]: Extract<ChannelSettings, { type: Type }> } = {
  email: { type: 'email', host: 'mail.example.org', port: 465, security: 'tls', user: 'desk', from: 'desk@example.org', to: ['a@example.org', 'b@example.org'], form: 'sms', cap: true, ca: 'PEM' },
  webhook: { type: 'webhook', url: 'https://sms.example.org/{token}', template: 'sms-form', from: '+441', to: ['+442', '+443'], user: 'x', ca: '' },
  mqtt: { type: 'mqtt', host: 'broker', port: 1883, tls: true, version: '3.1.1', user: '', topic: 'house/bell', ca: '' },
  dc09: {
    type: 'dc09', format: 'SIA-DCS', transport: 'udp', primary: { host: 'one', port: 9999 }, backup: { host: 'two', port: 9998 }, account: '12AB', receiverNumber: 'F3', line: '1', encryption: 'aes-256',
    timeout: 10, supervision: 0, zones: { [station]: 7 },
  },
  relay: { type: 'relay', device: { vendorId: 0x16c0, productId: 0x05df, usagePage: null, usage: null, interface: 0, serialNumber: null, portPath: '1-2' }, contact: 3, mode: 'pulse', pulse: 0.5 },
  syslog: { type: 'syslog', host: 'logs', port: 6514, tls: true, facility: 16, audit: false, ca: '' },
};
const types = Object.keys(examples).map((type) => channelSettingsSchema.options.flatMap(({ shape }) => (shape.type.value === type ? [shape.type.value] : []))[0] ?? 'email');

const filled = (type: ChannelType, values: Record<string, string | boolean>, more: Partial<ChannelDraft> = {}): ChannelDraft => {
  const draft = newDraft(type, 'Security by e-mail');
  return { ...draft, values: { ...draft.values, ...values }, ...more };
};
const enough = { to: 'guard@example.org', from: 'desk@example.org', host: 'mail.example.org' };
const flawsOf = (draft: ChannelDraft) => {
  const checked = checkDraft(draft, []);
  return checked.ok ? [] : checked.flaws;
};

describe('the form of a channel', () => {
  test.each(types)('gives back what %s was set to, to the letter', (type) => {
    expect(settingsOf(type, valuesOf(type, examples[type]))).toEqual(examples[type]);
  });

  test.each(types)('has a field for every setting of %s, and none that is not there', (type) => {
    const schema = channelSettingsSchema.options.find(({ shape }) => shape.type.value === type);
    expect(new Set(fieldsByType[type].map(({ path }) => path[0]))).toEqual(new Set(Object.keys(schema?.shape ?? {}).filter((name) => name !== 'type')));
  });

  test('asks for every secret there is in some type', () => {
    expect(new Set(Object.values(secretsByType).flat())).toEqual(new Set(channelSecretsSchema.keyof().options));
  });

  test('begins with the defaults of the contract, so that only the necessary is left to type', () => {
    const checked = checkDraft(filled('email', enough), []);
    expect(checked).toMatchObject({ ok: true, input: { id: 'security-by-e-mail', safeForDrills: false, settings: { port: 587, security: 'starttls', to: ['guard@example.org'] } } });
  });

  test('says at its field what is missing and what does not fit', () => {
    const flaws = flawsOf(filled('email', { host: 'mail:25', port: '99999', to: 'guard@example.org\nnobody' }));
    expect(flawAt(flaws, 'settings.host')).toMatchObject({ code: 'other', message: expect.stringContaining('without port') });
    expect(flawAt(flaws, 'settings.port')).toMatchObject({ code: 'too-big', limit: 65_535 });
    expect(flawAt(flaws, 'settings.to')).toMatchObject({ path: 'settings.to.1' });
    expect(flawAt(flaws, 'settings.from')).toMatchObject({ code: 'missing' });
  });

  test('takes the default where a field that has one was emptied', () => {
    expect(checkDraft(filled('email', { ...enough, port: '' }), [])).toMatchObject({ ok: true, input: { settings: { port: 587 } } });
  });

  test('needs no back-up receiver, but the whole of one that is begun', () => {
    const centre = { 'primary.host': 'centre.example.org', 'primary.port': '9999', account: '1234' };
    expect(checkDraft(filled('dc09', centre), [])).toMatchObject({ ok: true, input: { settings: { backup: null, zones: {} } } });
    expect(flawAt(flawsOf(filled('dc09', { ...centre, 'backup.host': 'other.example.org' })), 'settings.backup.port')).toMatchObject({ code: 'missing' });
  });

  test('sends a secret only when it was typed or taken away', () => {
    const secretsOf = (secrets: ChannelDraft['secrets']) => {
      const checked = checkDraft(filled('email', enough, { secrets }), []);
      return checked.ok ? checked.input.secrets : checked.flaws;
    };
    expect(secretsOf({})).toEqual({});
    expect(secretsOf({ password: { what: 'keep' } })).toEqual({});
    expect(secretsOf({ password: { what: 'remove' } })).toEqual({ password: '' });
    expect(secretsOf({ password: { what: 'replace', value: 'pass word' } })).toEqual({ password: 'pass word' });
  });

  test('keeps the id of a channel that is renamed, since plans name it', () => {
    const channel: Channel = { id: 'guard', name: 'Guard', settings: examples.email, safeForDrills: true, reachesPolice: false, from: [station], secretsSet: ['password'], state: { state: 'ok', message: '', checkedAt: null } };
    expect(checkDraft({ ...draftOf(channel), name: 'Night guard' }, ['guard'])).toMatchObject({ ok: true, input: { id: 'guard', name: 'Night guard', safeForDrills: true, from: [station] } });
  });
});

test('a new channel is named in the way that plans can write, and never like another', () => {
  expect(freeId('Sécurité (mail)', [], 'channel')).toBe('securite-mail');
  expect(freeId('Security', ['security', 'security-2'], 'channel')).toBe('security-3');
  expect(freeId('!', [], 'channel')).toBe('channel');
});
