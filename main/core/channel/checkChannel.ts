import type { ChannelSecretName, ChannelSecrets, ChannelSettings, ChannelType } from '../../contract/channel.ts';
import { done, failed, type Result } from '../../contract/problem.ts';

/** Which secrets each type uses. */
export const secretsOfType: Readonly<Record<ChannelType, readonly ChannelSecretName[]>> = {
  email: ['password'],
  webhook: ['password', 'signingKey', 'bearer', 'token'],
  mqtt: ['password'],
  dc09: ['encryptionKey'],
  relay: [],
  syslog: [],
};

/** Whether settings and secrets fit one another: `ChannelUnusable` names the field. `secrets` are all that would be set. */
export const checkChannel = (settings: ChannelSettings, secrets: ChannelSecrets, from: readonly string[]): Result<void> => {
  switch (settings.type) {
    case 'email': {
      const signIn = checkSignIn(settings.user, secrets.password);
      if (!signIn.ok) return signIn;
      const open = settings.security === 'plain' && settings.user !== '' && !isThisMachine(settings.host);
      return open ? inTheClear('settings.security', 'Choose STARTTLS or TLS, or leave the user empty.') : done(undefined);
    }
    case 'webhook':
      return checkWebhook(settings, secrets);
    case 'mqtt': {
      if (has(secrets.password) && settings.user === '') return unusable('A password needs a user.', 'Write the user, or take the password away.', 'settings.user');
      return !settings.tls && has(secrets.password) && !isThisMachine(settings.host) ? inTheClear('settings.tls', 'Switch TLS on, or leave the password empty.') : done(undefined);
    }
    case 'dc09': {
      if (settings.encryption === 'none') return done(undefined);
      const digits = keyDigits[settings.encryption];
      return secrets.encryptionKey?.length === digits ? done(undefined) : unusable(`Encryption with ${settings.encryption} needs a key of ${digits} hexadecimal digits.`, 'Write the key that the centre gave you.', 'secrets.encryptionKey');
    }
    case 'relay':
      return from.length === 1 ? done(undefined) : unusable('A relay board is plugged into one station.', 'Choose that station, and no other.', 'from');
    case 'syslog':
      return done(undefined);
  }
};

const keyDigits = { 'aes-128': 32, 'aes-192': 48, 'aes-256': 64 } as const;

const checkWebhook = (settings: Extract<ChannelSettings, { type: 'webhook' }>, secrets: ChannelSecrets): Result<void> => {
  const [, scheme = '', user, host = ''] = /^(https?):\/\/([^/?#]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(settings.url) ?? [];
  if (user !== undefined) return unusable('An address is shown to whoever sees the channels: no user or password may stand in it.', 'Write them in the fields for them.', 'settings.url');
  const named = settings.url.includes('{token}');
  if (named && !has(secrets.token)) return unusable('The address names {token}, and none is set.', 'Write the part of the address that is secret.', 'secrets.token');
  if (!named && has(secrets.token)) return unusable('A token is set, and the address does not say where it stands.', 'Write {token} in the address.', 'settings.url');
  if (has(secrets.bearer) && settings.user !== '') return unusable('A request has one authorization: a user with a password, or a bearer.', 'Leave one of them empty.', 'settings.user');
  const signIn = checkSignIn(settings.user, secrets.password);
  if (!signIn.ok) return signIn;
  if (scheme.toLowerCase() === 'http' && !isThisMachine(host) && [secrets.password, secrets.bearer, secrets.token].some(has)) return inTheClear('settings.url', 'Write an address that begins with https.');
  if (settings.template !== 'sms-form') return done(undefined);
  if (settings.from.trim() === '') return unusable('Text messages need a sender.', 'Write the number or name that the provider gave you.', 'settings.from');
  return settings.to.length === 0 || settings.to.some((to) => to.trim() === '') ? unusable('Text messages need at least one number, and no empty one.', 'Write the numbers that shall get them.', 'settings.to') : done(undefined);
};

const checkSignIn = (user: string, password: string | undefined): Result<void> => {
  if (user !== '' && !has(password)) return unusable('A user needs a password.', 'Write the password, or leave the user empty.', 'secrets.password');
  return user === '' && has(password) ? unusable('A password needs a user.', 'Write the user, or take the password away.', 'settings.user') : done(undefined);
};

const has = (secret: string | undefined): boolean => secret !== undefined && secret !== '';

const isThisMachine = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i.test(host);

const inTheClear = (field: string, remedy: string) => unusable('A secret would go over the network for everybody to read.', remedy, field);

const unusable = (message: string, remedy: string, field: string) => failed('ChannelUnusable', message, remedy, field);
