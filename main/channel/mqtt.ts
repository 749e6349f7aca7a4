import { connect, type IClientOptions, type MqttClient } from 'mqtt';
import type { Outcome } from '../core/channel/courier.ts';
import type { OutgoingMessage } from '../core/channel/message.ts';
import { describeError } from './describeError.ts';
import { messageDocument } from './document.ts';
import type { Driver, MakeDriver } from './driver.ts';
import { createTrust } from './trust.ts';

const timeLimit = 10_000;
/** Seconds: a broker that says nothing for one and a half of these is gone, and it thinks the same of us. */
const keepalive = 15;
/** A connection that was opened for a message only is kept for so long, for the next one. Milliseconds. */
const lingering = 30_000;

/**
 * MQTT 3.1.1 or 5. Messages go to `<topic>/alarm`, `<topic>/fault` and `<topic>/test` with QoS 1; received means the broker's PUBACK.
 * The station that supervises the channel keeps a connection with `<topic>/status`, retained: `online`, and by its last will `offline`.
 * Where several supervise it, whoever is left puts `online` back. The check publishes `online` and waits for its PUBACK.
 */
export const createMqttDriver: MakeDriver<'mqtt'> = ({ settings, secrets }, { log, lookup, stir }): Driver => {
  const secureContext = settings.tls ? createTrust(settings.ca) : undefined;
  const status = `${settings.topic}/status`;
  /** With the last will, while this station supervises. */
  let standing: Link | null = null;
  /** Without one, for a message from a station that does not. */
  let passing: Link | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const options = (supervising: boolean): IClientOptions => ({
    protocol: settings.tls ? 'mqtts' : 'mqtt',
    host: settings.host,
    port: settings.port,
    protocolVersion: settings.version === '5' ? 5 : 4,
    ...(settings.user === '' ? {} : { username: settings.user, password: secrets.password ?? '' }),
    ...(secureContext === undefined ? {} : { secureContext, minVersion: 'TLSv1.2' }),
    ...(lookup === undefined ? {} : { lookup }),
    clean: true,
    keepalive,
    connectTimeout: timeLimit,
    // Whoever asked is told that it failed and tries again: a message must not go out later by itself.
    reconnectPeriod: 0,
    ...(supervising ? { will: { topic: status, payload: Buffer.from('offline'), qos: 1, retain: true } } : {}),
  });

  const open = (supervising: boolean): Link => {
    if (closed) throw new Error('This channel is closed.');
    const client = connect(options(supervising));
    let reached = false;
    const ready = new Promise<void>((resolve, reject) => {
      client.once('connect', () => {
        reached = true;
        resolve();
      });
      client.on('error', (error) => {
        reject(error);
        client.end(true);
      });
      client.on('close', () => {
        reject(new Error('The broker closed the connection.'));
        const lost = reached && standing?.client === client;
        forget(client);
        if (lost) stir?.();
      });
    });
    ready.catch((error: unknown) => log.debug({ error: describeError(error) }, 'no connection to the broker'));
    return { client, ready };
  };

  const forget = (client: MqttClient): void => {
    if (standing?.client === client) standing = null;
    if (passing?.client === client) passing = null;
  };

  const supervisedLink = (): Link => {
    if (standing !== null) return standing;
    const link = open(true);
    standing = link;
    // Another supervising station went: its last will is not true of this one. A broker that does not let us read changes nothing else.
    link.client.on('message', (topic, payload) => {
      if (topic === status && payload.toString() === 'offline' && link.client.connected) link.client.publish(status, 'online', { qos: 1, retain: true }, () => {});
    });
    link.client.once('connect', () => link.client.subscribe(status, { qos: 1 }, () => {}));
    return link;
  };

  const anyLink = (): Link => {
    if (standing !== null) return standing;
    passing ??= open(false);
    clearTimeout(timer);
    timer = setTimeout(() => passing?.client.end(true), lingering);
    timer.unref();
    return passing;
  };

  const publish = async ({ client, ready }: Link, topic: string, payload: string, { retain, kind, signal }: { readonly retain: boolean; readonly kind: string; readonly signal: AbortSignal }): Promise<Outcome> => {
    // No answer in time: a connection on which a CONNECT or PUBLISH was not answered is not used again.
    const abandon = (): void => {
      forget(client);
      client.end(true);
    };
    signal.addEventListener('abort', abandon, { once: true });
    try {
      await ready;
      const properties = settings.version === '5' ? { properties: { payloadFormatIndicator: true, contentType: retain ? 'text/plain' : 'application/json', userProperties: { kind } } } : {};
      return await new Promise((resolve, reject) => {
        const gone = (): void => reject(new Error('The broker closed the connection.'));
        client.once('close', gone);
        client.publish(topic, payload, { qos: 1, retain, ...properties }, (error) => {
          client.off('close', gone);
          if (error == null) resolve({ outcome: 'received', answer: 'PUBACK' });
          else reject(error);
        });
      });
    } finally {
      signal.removeEventListener('abort', abandon);
    }
  };

  return {
    attempt: (message, _attempt, signal) => publish(anyLink(), `${settings.topic}/${topicOf(message)}`, JSON.stringify(messageDocument(message)), { retain: false, kind: message.kind, signal }),
    check: (signal) => publish(supervisedLink(), status, 'online', { retain: true, kind: 'status', signal }),
    rest: () => {
      const link = standing;
      standing = null;
      return leave(link, status);
    },
    checkEvery: 20,
    timeLimit,
    close: async () => {
      closed = true;
      clearTimeout(timer);
      passing?.client.end(true);
      await leave(standing, status);
    },
  };
};

/** A connection to the broker; `ready` rejects when it does not come about. */
interface Link {
  readonly client: MqttClient;
  readonly ready: Promise<void>;
}

const topicOf = ({ occasion, fault }: OutgoingMessage): string => {
  if (occasion === 'test') return 'test';
  return fault === null ? 'alarm' : 'fault';
};

/** Ends in good order, and says so itself: a broker publishes no last will then. */
const leave = async (link: Link | null, status: string): Promise<void> => {
  if (link === null) return;
  const { client } = link;
  client.removeAllListeners('message');
  if (client.connected) await client.publishAsync(status, 'offline', { qos: 1, retain: true }).catch(() => {});
  await client.endAsync(!client.connected).catch(() => {});
};
