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
export const createMqttDriver: MakeDriver<'mqtt'> = ({ settings, secrets }, { log }): Driver => {
  const secureContext = settings.tls ? createTrust(settings.ca) : undefined;
  const status = `${settings.topic}/status`;
  let standing: Promise<MqttClient> | null = null;
  let passing: Promise<MqttClient> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const options = (supervising: boolean): IClientOptions => ({
    protocol: settings.tls ? 'mqtts' : 'mqtt',
    host: settings.host,
    port: settings.port,
    protocolVersion: settings.version === '5' ? 5 : 4,
    ...(settings.user === '' ? {} : { username: settings.user, password: secrets.password ?? '' }),
    ...(secureContext === undefined ? {} : { secureContext, minVersion: 'TLSv1.2' }),
    clean: true,
    keepalive,
    connectTimeout: timeLimit,
    // Whoever asked is told that it failed and tries again: a message must not go out later by itself.
    reconnectPeriod: 0,
    ...(supervising ? { will: { topic: status, payload: Buffer.from('offline'), qos: 1, retain: true } } : {}),
  });

  const open = (supervising: boolean, gone: (client: Promise<MqttClient>) => void): Promise<MqttClient> => {
    const opening: Promise<MqttClient> = new Promise((resolve, reject) => {
      const client = connect(options(supervising));
      client.once('connect', () => resolve(client));
      client.on('error', (error) => {
        reject(error);
        client.end(true);
      });
      client.on('close', () => {
        reject(new Error('The broker closed the connection.'));
        gone(opening);
      });
    });
    opening.catch((error: unknown) => {
      gone(opening);
      log.debug({ error: describeError(error) }, 'no connection to the broker');
    });
    return opening;
  };

  const supervisedClient = (): Promise<MqttClient> => {
    if (standing !== null) return standing;
    const opening = open(true, (client) => {
      if (standing === client) standing = null;
    });
    opening.then(keepOnline, () => {});
    return (standing = opening);
  };

  /** Another supervising station went: its last will is not true of this one. */
  const keepOnline = (client: MqttClient): void => {
    client.on('message', (topic, payload) => {
      if (topic === status && payload.toString() === 'offline' && client.connected) client.publish(status, 'online', { qos: 1, retain: true }, () => {});
    });
    // A broker that does not let us read changes nothing else.
    client.subscribe(status, { qos: 1 }, () => {});
  };

  const anyClient = (): Promise<MqttClient> => {
    if (standing !== null) return standing;
    passing ??= open(false, (client) => {
      if (passing === client) passing = null;
    });
    linger();
    return passing;
  };

  const linger = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => endClient(passing), lingering);
    timer.unref();
  };

  const publish = (client: MqttClient, topic: string, payload: string, retain: boolean, kind: string, signal: AbortSignal): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      const gone = (): void => reject(new Error('The broker closed the connection.'));
      const properties = settings.version === '5' ? { properties: { payloadFormatIndicator: true, contentType: retain ? 'text/plain' : 'application/json', userProperties: { kind } } } : {};
      client.once('close', gone);
      client.publish(topic, payload, { qos: 1, retain, ...properties }, (error, packet) => {
        client.off('close', gone);
        if (error == null) resolve({ outcome: 'received', answer: `PUBACK of packet ${packet?.messageId ?? ''}`.trim() });
        else reject(error);
      });
      // No answer in time: a connection on which a PUBLISH got no PUBACK is not used again.
      signal.addEventListener('abort', () => client.end(true), { once: true });
    });

  return {
    attempt: async (message, _attempt, signal) => publish(await anyClient(), `${settings.topic}/${topicOf(message)}`, JSON.stringify(messageDocument(message)), false, message.kind, signal),
    check: async (signal) => {
      if (closed) throw new Error('This channel is closed.');
      return publish(await supervisedClient(), status, 'online', true, 'status', signal);
    },
    rest: () => {
      const client = standing;
      standing = null;
      void leave(client, status);
    },
    checkEvery: 20,
    timeLimit,
    close: async () => {
      closed = true;
      clearTimeout(timer);
      endClient(passing);
      await leave(standing, status);
    },
  };
};

const topicOf = ({ occasion, fault }: OutgoingMessage): string => {
  if (occasion === 'test') return 'test';
  return fault === null ? 'alarm' : 'fault';
};

const endClient = (client: Promise<MqttClient> | null): void => {
  client?.then(
    (open) => open.end(true),
    () => {},
  );
};

/** Ends in good order, and says so itself: a broker publishes no last will then. */
const leave = async (standing: Promise<MqttClient> | null, status: string): Promise<void> => {
  const client = await standing?.catch(() => null);
  if (client == null) return;
  client.removeAllListeners('message');
  if (client.connected) await client.publishAsync(status, 'offline', { qos: 1, retain: true }).catch(() => {});
  await client.endAsync(true).catch(() => {});
};
