import { describe, expect, it } from 'vitest';
import { channelSettingsSchema, type ChannelSecrets, type ChannelSettings } from '../../../../main/contract/channel.ts';
import { checkChannel } from '../../../../main/core/channel/checkChannel.ts';
import { chooseSupervised } from '../../../../main/core/channel/chooseSupervised.ts';

/** The field that is named; null where everything fits. */
const field = (settings: { readonly type: ChannelSettings['type'] } & Readonly<Record<string, unknown>>, secrets: ChannelSecrets = {}, from: readonly string[] = []): string | null => {
  const checked = checkChannel(channelSettingsSchema.parse(settings), secrets, from);
  if (checked.ok) return null;
  expect(checked.error.type).toBe('ChannelUnusable');
  return checked.error.field ?? '';
};

const email = { type: 'email', host: 'mail.example', from: 'bell@library.example', to: ['a@library.example'] } as const;
const webhook = { type: 'webhook', url: 'https://hooks.example/in' } as const;
const mqtt = { type: 'mqtt', host: 'broker.example' } as const;
const dc09 = { type: 'dc09', primary: { host: 'arc.example', port: 9000 }, account: '1234' } as const;

describe('what is set for a channel', () => {
  it('may leave out what has a usual value', () => {
    for (const settings of [email, webhook, mqtt, dc09, { type: 'syslog', host: 'log.example' } as const]) expect(field(settings)).toBeNull();
  });

  it.each([
    ['a user of a mail server has a password', email, { user: 'bell' }, {}, 'secrets.password'],
    ['a password has a user', email, {}, { password: 'x' }, 'settings.user'],
    ['a password is not sent to a mail server in the clear', email, { user: 'bell', security: 'plain' }, { password: 'x' }, 'settings.security'],
    ['an address holds no password', webhook, { url: 'https://bell:secret@hooks.example/' }, {}, 'settings.url'],
    ['a named token is set', webhook, { url: 'https://hooks.example/{token}' }, {}, 'secrets.token'],
    ['a token is named', webhook, {}, { token: 'x' }, 'settings.url'],
    ['one authorization is enough', webhook, { user: 'bell' }, { bearer: 'x', password: 'y' }, 'settings.user'],
    ['a bearer goes over TLS', webhook, { url: 'http://hooks.example/' }, { bearer: 'x' }, 'settings.url'],
    ['text messages have a sender', webhook, { template: 'sms-form', to: ['+44'] }, {}, 'settings.from'],
    ['text messages have a receiver', webhook, { template: 'sms-form', from: '+44' }, {}, 'settings.to'],
    ['a password for a broker has a user', mqtt, {}, { password: 'x' }, 'settings.user'],
    ['a password for a broker goes over TLS', mqtt, { user: 'bell', tls: false }, { password: 'x' }, 'settings.tls'],
    ['encryption has a key', dc09, { encryption: 'aes-256' }, {}, 'secrets.encryptionKey'],
    ['a key has the length that its encryption needs', dc09, { encryption: 'aes-256' }, { encryptionKey: '0'.repeat(32) }, 'secrets.encryptionKey'],
  ])('holds that %s', (_what, base, settings, secrets, named) => {
    expect(field({ ...base, ...settings }, secrets)).toBe(named);
  });

  it('may be in the clear on the machine itself', () => {
    expect(field({ ...email, host: '127.0.0.1', user: 'bell', security: 'plain' }, { password: 'x' })).toBeNull();
    expect(field({ ...webhook, url: 'http://localhost:8080/x' }, { bearer: 'x' })).toBeNull();
  });

  it('takes a key of the right length, and a token in its place', () => {
    expect(field({ ...dc09, encryption: 'aes-192' }, { encryptionKey: 'aB'.repeat(24) })).toBeNull();
    expect(field({ ...webhook, url: 'https://hooks.example/{token}' }, { token: 'T0/B0/x' })).toBeNull();
  });

  it('names the one station that a relay board is plugged into', () => {
    const relay = { type: 'relay', device: { vendorId: 0x16c0, productId: 0x05df, usagePage: 0xff00, usage: 1, interface: 0, serialNumber: null, portPath: null }, contact: 1 } as const;
    expect(field(relay)).toBe('from');
    expect(field(relay, {}, ['0'.repeat(32)])).toBeNull();
  });
});

describe('who supervises a channel', () => {
  const anywhere = { id: 'mail', from: [] };
  const named = { id: 'relay', from: ['b', 'c'] };

  it('is the first of the stations that see one another', () => {
    expect(chooseSupervised([anywhere], 'a', ['b', 'c'])).toEqual(new Set(['mail']));
    expect(chooseSupervised([anywhere], 'b', ['a', 'c'])).toEqual(new Set());
    expect(chooseSupervised([anywhere], 'b', [])).toEqual(new Set(['mail']));
  });

  it('is each of the stations that the channel names, and no other', () => {
    expect(['a', 'b', 'c'].map((self) => chooseSupervised([named], self, ['a', 'b', 'c'].filter((other) => other !== self)).has('relay'))).toEqual([false, true, true]);
  });
});
